"""A goal as pages tell it: its line, its steps, and whether the program would like a way to know."""

from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

from handrail.plans.line import Line, line_of
from handrail.plans.models import CheckIn, Goal, GoalEnded, Measure, Step


@dataclass(frozen=True)
class ShownStep:
    """A step: done, and when; the one to take now; or one for later."""

    step: Step
    done_at: datetime | None
    now: bool


@dataclass(frozen=True)
class ShownGoal:
    """A goal with everything around it. `noted` are its check-ins, the newest first; `ended` is how it ended, if it did.

    `lacks_measure` where its program would like goals to say how one will know, and this one does not. It only says so.
    """

    goal: Goal
    line: Line | None
    noted: list[CheckIn]
    steps: list[ShownStep]
    ended: GoalEnded | None
    lacks_measure: bool


def shown(goal: Any) -> ShownGoal:
    """One goal, as `queries.whole_goals` reads it."""
    ended = goal.endings_now[0] if goal.endings_now else None
    return ShownGoal(
        goal=goal,
        line=line_of(goal, goal.lately, goal.lately_is_all),
        noted=goal.lately,
        steps=_steps(goal.all_steps),
        ended=ended,
        lacks_measure=goal.program.wants_measures and goal.measure == Measure.NONE and not goal.know and not ended,
    )


def _steps(steps: list[Any]) -> list[ShownStep]:
    """Those that are done come first, in the order of doing; then the one to take now, and those for later."""
    done = sorted((step for step in steps if step.done_at), key=attrgetter("done_at"))
    still = [step for step in steps if not step.done_at]
    return [
        *(ShownStep(step, step.done_at, now=False) for step in done),
        *(ShownStep(step, None, now=step is still[0]) for step in still),
    ]
