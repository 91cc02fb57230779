"""Goals, with how they go and the steps towards them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, F, FilteredRelation, Prefetch, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from handrail.accounts.models import Program, Staff
from handrail.kit.questions import hang, written_once
from handrail.people.models import Person
from handrail.plans.models import CheckIn, Ending, Goal, GoalEnded, LifeArea, Measure, Step
from handrail.plans.queries.words import read_asides

MOST_ON_A_LINE = 200
"""The line on a goal's own page holds the last so many check-ins. All of them stay."""
MOST_AT_A_GLANCE = 24
"""One line among others, on the plan or on a person's page, holds fewer."""


@dataclass(slots=True)
class Noted:
    """All that a line and the latest words need of a check-in; not who wrote it. A row of its own would take four times as long."""

    pk: UUID
    goal_id: UUID
    value: Decimal | None
    words: str
    at: datetime
    goal: Goal | None = None

    @property
    def told(self) -> str:
        """The value in words."""
        return self.goal.told(self.value) if self.goal else ""


@dataclass(frozen=True, slots=True)
class FurtherGoal:
    """A goal that has a row on the plan, and no more; how it ended, if it did."""

    pk: UUID
    program_id: UUID
    words: str
    area: str
    how: str | None
    why: str | None
    at: datetime | None

    @property
    def area_words(self) -> Any:
        """The area of life it belongs to."""
        return LifeArea(self.area).label if self.area else ""

    @property
    def how_words(self) -> Any:
        """How it ended."""
        return Ending(self.how).label if self.how else ""


def open_goals(person: Person, programs: Iterable[Program]) -> list[Goal]:
    """The goals somebody is on the way to, in their own order; each with its `open_steps` and its `latest` check-in."""
    goals = open_goals_of([person.pk], [program.pk for program in programs])
    hang(goals, "latest_check_ins", _telling(goals) if goals else [], by="goal")
    return goals


def open_goals_of(people: Iterable[UUID], programs: Iterable[UUID]) -> list[Goal]:
    """The same for several people at once, in any of these programs; without a check-in."""
    goals = _open_goals(list(people), list(programs))
    hang(goals, "open_steps", _open_steps(goals) if goals else [], by="goal")
    return goals


def first_goals(person: Person, programs: Iterable[Program], most: int) -> list[Goal]:
    """The first of somebody's open goals, each with the check-ins its line is drawn from, and its `latest`."""
    goals: list[Any] = _open_goals([person.pk], [program.pk for program in programs], most)
    _hang_lately(goals)
    for goal in goals:
        goal.latest_check_ins = [one for one in goal.lately if one.value is not None or goal.measure == Measure.NONE][:1]
    return goals


@written_once
def _open_goals(people: list[UUID], programs: list[UUID], most: int | None = None) -> QuerySet[Goal]:
    goals = Goal.objects.open().filter(person__in=people, program__in=programs)
    return goals.select_related("own").order_by("place", "id")[:most]


@written_once
def _open_steps(goals: list[Goal]) -> QuerySet[Step]:
    return Step.objects.open().filter(goal__in=goals).select_related("own").order_by("made_at", "id")


@written_once
def _telling(goals: list[Goal]) -> QuerySet[CheckIn]:
    """The last check-in of each goal; of a measured one the last that says how far it is."""
    tells = Q(value__isnull=False) | Q(goal__measure=Measure.NONE)
    return _last_of_each(CheckIn.objects.standing().filter(tells, goal__in=goals), 1)


def _hang_lately(goals: list[Any]) -> None:
    """Each goal's last check-ins (`lately`), the newest first, as many as a line among others holds."""
    hang(goals, "lately", [Noted(*row) for row in _lately(goals)] if goals else [], by="goal")
    _keep_the_last(goals, MOST_AT_A_GLANCE)


def _keep_the_last(goals: list[Any], most: int) -> None:
    """So many of those that stand on its line, and whether these are all (`lately_is_all`): one more was asked for."""
    for goal in goals:
        on_the_line = [one for one in goal.lately if one.value is not None or goal.measure == Measure.NONE]
        left_out = {one.pk for one in on_the_line[most:]}
        goal.lately_is_all = not left_out
        goal.lately = [one for one in goal.lately if one.pk not in left_out]


@written_once
def _lately(goals: list[Goal]) -> QuerySet[CheckIn, tuple[UUID, UUID, Decimal | None, str, datetime]]:
    check_ins = _last_of_each(CheckIn.objects.standing().filter(goal__in=goals), MOST_AT_A_GLANCE + 1)
    return check_ins.values_list("pk", "goal", "value", "words", "at")


@written_once
def _lately_by(goal: Goal) -> QuerySet[CheckIn]:
    return _last_of_each(CheckIn.objects.standing().filter(goal=goal).select_related("by"), MOST_ON_A_LINE + 1)


def _last_of_each(check_ins: QuerySet[CheckIn], most: int) -> QuerySet[CheckIn]:
    """Of each goal, counted by themselves with a value and without: words of many days shall not take the line away."""
    newest_first = [F("at").desc(), F("id").desc()]
    only_words = ExpressionWrapper(Q(value__isnull=True), output_field=BooleanField())
    counted = check_ins.annotate(nth=Window(RowNumber(), partition_by=[F("goal"), only_words], order_by=newest_first))
    return counted.filter(nth__lte=most).order_by("-at", "-id")


def whole_goals(person: Person, programs: Iterable[Program], most: int) -> list[Any]:
    """The first goals somebody is on the way to, so many of each plan; with their check-ins (`lately`) and steps (`all_steps`)."""
    there = {program.pk: program for program in programs}
    goals: list[Any] = _first_of_each_plan(person, list(there), most)
    _hang_steps(goals)
    _hang_lately(goals)
    for goal in goals:
        goal.program, goal.endings_now = there[goal.program_id], []
    return goals


def further_goals(person: Person, programs: Iterable[Program], besides: list[Any]) -> list[FurtherGoal]:
    """All their other goals, also those that ended."""
    return [FurtherGoal(*row) for row in _further(person, [program.pk for program in programs], [goal.pk for goal in besides])]


@written_once
def _first_of_each_plan(person: Person, programs: list[UUID], most: int) -> QuerySet[Goal]:
    nth = Window(RowNumber(), partition_by="program", order_by=["place", "id"])
    goals = Goal.objects.open().filter(person=person, program__in=programs).annotate(nth=nth)
    return goals.filter(nth__lte=most).select_related("own").order_by("place", "id")


@written_once
def _further(person: Person, programs: list[UUID], besides: list[UUID]) -> QuerySet[Goal, Any]:
    ending = FilteredRelation("endings", condition=Q(endings__taken_back_at__isnull=True))
    goals = Goal.objects.filter(person=person, program__in=programs).exclude(pk__in=besides).alias(ending=ending)
    return goals.order_by("place", "id").values_list(
        "pk", "program", "own__text", "area", "ending__how", "ending__why", "ending__at"
    )


def goals_on_paper(person: Person, program: Program) -> QuerySet[Goal]:
    """The goals somebody is on the way to, in their own order, each with all its steps, taken or not (`all_steps`)."""
    steps = Step.objects.standing().select_related("own").order_by("made_at", "id")
    goals = Goal.objects.open().filter(person=person, program=program).select_related("own")
    return goals.prefetch_related(Prefetch("steps", queryset=steps, to_attr="all_steps")).order_by("place", "id")


def whole_goal(goal: Goal) -> Any:
    """The same goal as its page tells it: with all of that, and who wrote each check-in."""
    [whole] = goals = cast(list[Any], _this_goal(goal))
    hang(goals, "endings_now", _endings(goals), by="goal")
    hang(goals, "lately", _lately_by(whole), by="goal")
    _keep_the_last(goals, MOST_ON_A_LINE)
    _hang_steps(goals)
    read_asides([one.own for one in [whole, *whole.all_steps]])
    return whole


def _hang_steps(goals: list[Any]) -> None:
    """Each goal's steps, each with when it was taken (`done_at`)."""
    hang(goals, "all_steps", _all_steps(goals) if goals else [], by="goal")


@written_once
def _this_goal(goal: Goal) -> QuerySet[Goal]:
    return Goal.objects.filter(pk=goal.pk).select_related("own", "person", "program").order_by("id")


@written_once
def _all_steps(goals: list[Goal]) -> QuerySet[Step]:
    doing = FilteredRelation("doings", condition=Q(doings__taken_back_at__isnull=True))  # at most one: plans_stepdone_once
    steps = Step.objects.standing().filter(goal__in=goals).alias(doing=doing).annotate(done_at=F("doing__at"))
    return steps.select_related("own").order_by("made_at", "id")


@written_once
def _endings(goals: list[Goal]) -> QuerySet[GoalEnded]:
    return GoalEnded.objects.standing().filter(goal__in=goals).select_related("by").order_by("at", "id")


def goal_sent_by(staff: Staff, key: UUID) -> Goal | None:
    """The goal somebody wrote down under this key, as long as they reach it."""
    return Goal.objects.visible_to(staff).filter(made_by=staff, pk=key).first()


def step_sent_by(staff: Staff, key: UUID) -> Step | None:
    """The same for a step."""
    return Step.objects.visible_to(staff).filter(made_by=staff, pk=key).first()


def check_in_sent_by(staff: Staff, key: UUID) -> CheckIn | None:
    """The same for a check-in."""
    return CheckIn.objects.visible_to(staff).filter(by=staff, pk=key).first()
