"""A plan as its pages tell it: what somebody wants, and each goal with its line and its steps."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from handrail.accounts.models import Program, Staff
from handrail.accounts.roles import RUN_SUPPORT
from handrail.people.models import Person
from handrail.people.queries import programs_looked_after, programs_of
from handrail.plans import queries
from handrail.plans.clock import Due, dues
from handrail.plans.line import Line, line_of
from handrail.plans.models import CheckIn, Goal, GoalEnded, Step, Want
from handrail.plans.own_plan import PLAN
from handrail.plans.papers import kind_of


@dataclass(frozen=True)
class ShownStep:
    """A step: done, and when; the one to take now; or one for later."""

    step: Step
    done_at: datetime | None
    now: bool


@dataclass(frozen=True)
class ShownGoal:
    """A goal with everything around it. `noted` are its check-ins, the newest first; `ended` is how it ended, if it did."""

    goal: Goal
    line: Line | None
    noted: list[CheckIn]
    steps: list[ShownStep]
    ended: GoalEnded | None


@dataclass(frozen=True)
class Plan:
    """What somebody wants and their goals, in one program. `named` when the reader knows of several programs."""

    program: Program
    named: bool
    want: Want | None
    goals: list[ShownGoal]
    ended: list[ShownGoal]
    may_change: bool
    due: Due | None
    """When it is to be signed first, or looked at again."""


def plans_of(person: Person, staff: Staff, at: datetime) -> list[Plan]:
    """A plan for each program through which the reader reaches the person."""
    programs = programs_of(person, staff, at)
    writes_in = programs_looked_after(person, staff, at) if staff.has(*RUN_SUPPORT) else []
    wants = {want.program_id: want for want in queries.wants_of(person, programs)}
    kind = kind_of(PLAN)
    due = dues(kind, person, programs, at) if kind else {}
    goals = [shown(goal) for goal in queries.goals_of(person, programs)]
    return [
        Plan(
            program=program,
            named=len(programs) > 1,
            want=wants.get(program.pk),
            goals=_of(program, (one for one in goals if not one.ended)),
            ended=_of(program, (one for one in goals if one.ended)),
            may_change=program in writes_in,
            due=due.get(program.pk),
        )
        for program in programs
    ]


def _of(program: Program, goals: Iterable[ShownGoal]) -> list[ShownGoal]:
    return [one for one in goals if one.goal.program_id == program.pk]


def shown(goal: Any) -> ShownGoal:
    """One goal, as `queries.whole` reads it."""
    return ShownGoal(
        goal=goal,
        line=line_of(goal, goal.lately),
        noted=goal.lately,
        steps=_steps(goal.all_steps),
        ended=goal.endings_now[0] if goal.endings_now else None,
    )


def _steps(steps: list[Any]) -> list[ShownStep]:
    """Those that are done come first, in the order of doing; then the one to take now, and those for later."""
    done = sorted((step for step in steps if step.doings_now), key=lambda step: step.doings_now[0].at)
    still = [step for step in steps if not step.doings_now]
    return [
        *(ShownStep(step, step.doings_now[0].at, now=False) for step in done),
        *(ShownStep(step, None, now=step is still[0]) for step in still),
    ]
