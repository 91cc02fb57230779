"""The whole plan of a person, in their order: wants, strengths, goals, tools, and who walks with them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from handrail.accounts.models import Program, Staff
from handrail.accounts.roles import RUN_SUPPORT
from handrail.people.models import Enrolment, Person, WalksWith
from handrail.people.queries import enrolments_of, programs_looked_after, programs_of
from handrail.plans import queries
from handrail.plans.clock import Due, dues
from handrail.plans.models import Want
from handrail.plans.own_plan import PLAN
from handrail.plans.papers import kind_of
from handrail.plans.shown.goals import ShownGoal, shown
from handrail.plans.shown.strengths import ShownStrength, shown_strength
from handrail.plans.shown.tools import ShownTool, shown_tool
from handrail.plans.ways_on import Way, ways_from

R = TypeVar("R")
WHOLE_GOALS = 5
"""Goals a plan shows with line and steps; more than a hand can hold at once stand below, a row each."""


@dataclass(frozen=True)
class Plan:
    """What somebody wants and all that goes with it, in one program. `named` when the reader knows of several programs."""

    program: Program
    named: bool
    want: Want | None
    strengths: list[ShownStrength]
    goals: list[ShownGoal]
    further: list[queries.FurtherGoal]
    """Those for which the page has a row each."""
    ended: list[queries.FurtherGoal]
    tools: list[ShownTool]
    walks: list[WalksWith]
    may_change: bool
    due: Due | None
    """When it is to be signed first, or looked at again."""
    ways_on: list[tuple[Way, str]]

    @property
    def here(self) -> str:
        """What a link to write something new says of the program, so that nobody is asked again."""
        return f"?program={self.program.pk}" if self.named else ""


def plans_of(person: Person, staff: Staff, at: datetime) -> list[Plan]:
    """A plan for each program through which the reader reaches the person."""
    programs = programs_of(person, staff, at)
    writes_in = programs_looked_after(person, staff, at) if staff.has(*RUN_SUPPORT) else []
    wanted, strengths, tools = queries.wants_strengths_tools(person, programs)
    queries.read_moments(strengths)
    queries.read_uses(tools)
    goals = queries.whole_goals(person, programs, WHOLE_GOALS)
    others = queries.further_goals(person, programs, besides=goals)
    queries.read_asides(_texts(wanted, goals, strengths, tools), person)
    wants = {want.program_id: want for want in wanted}
    enrolments = enrolments_of(person, staff, at)
    kind = kind_of(PLAN)
    due = dues(kind, person, programs, staff.agency, at) if kind else {}
    return [
        Plan(
            program=program,
            named=len(programs) > 1,
            want=wants.get(program.pk),
            strengths=[shown_strength(one) for one in _of(program, strengths)],
            goals=[shown(goal) for goal in _of(program, goals)],
            further=[one for one in _of(program, others) if not one.how],
            ended=[one for one in _of(program, others) if one.how],
            tools=[shown_tool(one, at) for one in _of(program, tools)],
            walks=_walks(program, enrolments),
            may_change=program in writes_in,
            due=due.get(program.pk),
            ways_on=ways_from(person, program),
        )
        for program in programs
    ]


def _texts(wants: Sequence[Any], goals: Sequence[Any], strengths: Sequence[Any], tools: Sequence[Any]) -> list[Any]:
    """Every text on the plan that can be written in, to be asked at once what waits beside them."""
    steps = [step for goal in goals for step in goal.all_steps]
    return [one.own for one in [*wants, *goals, *steps, *strengths, *tools]] + [tool.how for tool in tools]


def _of(program: Program, rows: Iterable[R]) -> list[R]:
    return [one for one in rows if one.program_id == program.pk]  # type: ignore[attr-defined]


def _walks(program: Program, enrolments: Iterable[Enrolment]) -> list[WalksWith]:
    """Who walks with them there now, the first first."""
    there: list[Any] = [one for one in enrolments if one.program_id == program.pk]
    return [walk for enrolment in there for walk in reversed(enrolment.all_walks) if walk.carried]
