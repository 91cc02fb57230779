"""What is done with goals."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.kit.errors import AlreadySo, Refused
from handrail.kit.merging import merge
from handrail.kit.once import once
from handrail.kit.sent import under_its_key
from handrail.plans.actions.shared import take_back, whose
from handrail.plans.actions.words import first_words
from handrail.plans.models import CheckIn, Ending, Goal, GoalEnded, Step
from handrail.plans.models.goal import MEASURED


class HasEnded(Refused):
    """Nothing more happens to a goal that has ended."""

    sentence = _("This goal has ended. Open it again first.")


class MeasuredAlready(Refused):
    """Values noted in one measure mean nothing in another."""

    sentence = _(
        "There are check-ins in this measure. To measure it another way, end this goal as changed and begin a new one."
    )


class CountedAlready(Refused):
    """Three trips do not become three miles."""

    sentence = _("There are check-ins in this unit. To count something else, end this goal as changed and begin a new one.")


class ChangedMeanwhile(Refused):
    """Two pages changed the same. `both` names what."""

    sentence = _("Somebody else changed this since you opened it here. Nothing is lost: look at both, then save.")

    def __init__(self, both: list[str]) -> None:
        self.both = both


@action
def add_goal(*, goal: Goal, text: str, steps: Sequence[str] = (), by: Staff, at: datetime) -> Goal:
    """Write down a goal in the person's words, after those there are, with the first steps towards it.

    `goal` names the person and the program.
    """
    goal.agency_id, goal.made_at, goal.made_by = by.agency_id, at, by
    last = Goal.objects.filter(person=goal.person_id, program=goal.program_id).aggregate(Max("place"))["place__max"]
    goal.place = (last or 0) + 1
    goal.own = first_words(goal, text, by, at)
    under_its_key(goal)
    record("goal.added", by=by, at=at, subject=goal, person=goal.person_id)
    for one in steps:
        step = Step(**whose(goal), goal=goal, made_at=at, made_by=by)
        step.own = first_words(step, one, by, at)
        step.save(force_insert=True)
        record("step.added", by=by, at=at, subject=step, person=goal.person_id)
    return goal


@action
def change_goal(*, goal: Goal, by: Staff, at: datetime, opened: Mapping[str, str] | None = None) -> Goal:
    """Keep a changed area, measure or date; `goal` as it was typed. `opened`: the marks of what the page began with.

    What somebody else changed since, and this page did not, stays as they left it.
    """
    held = Goal.objects.select_for_update(of=("self",)).get(pk=goal.pk)
    merged = merge(goal.facts(), opened or {}, held.facts(), knows=opened is None)
    if merged.both:
        raise ChangedMeanwhile(merged.both)
    if "measure" in merged.take and has_values(held):
        _refuse_another_measure(held, goal)
    for name in [field for fact in merged.take for field in (MEASURED if fact == "measure" else [fact])]:
        setattr(held, name, getattr(goal, name))
    held.save(update_fields=["area", *MEASURED, "hoped_for_on"])
    record("goal.changed", by=by, at=at, subject=held, person=held.person_id)
    return held


def _refuse_another_measure(held: Goal, wanted: Goal) -> None:
    """What was noted was noted in this measure and this unit. Where from and where to may change."""
    if (held.measure, held.scale) != (wanted.measure, wanted.scale):
        raise MeasuredAlready
    if held.unit != wanted.unit:
        raise CountedAlready


def has_values(goal: Goal) -> bool:
    """Whether somebody has noted a value in the goal's measure."""
    return CheckIn.objects.standing().filter(goal=goal, value__isnull=False).exists()


@action
def move_goal(*, goal: Goal, up: bool, by: Staff, at: datetime) -> Goal:
    """Change places with the open goal before it, or after it. The first cannot go further up."""
    theirs = Goal.objects.open().filter(person=goal.person_id, program=goal.program_id).order_by("place", "id")
    order = list(theirs.select_for_update(of=("self",)))
    here = next((number for number, one in enumerate(order) if one.pk == goal.pk), None)
    there = None if here is None else here + (-1 if up else 1)
    if here is None or there is None or not 0 <= there < len(order):
        raise AlreadySo
    order[here], order[there] = order[there], order[here]
    for place, one in enumerate(order, start=1):
        one.place = place
    Goal.objects.bulk_update(order, ["place"])
    record("goal.moved", by=by, at=at, subject=goal, person=goal.person_id)
    return goal


@action
def end_goal(*, goal: Goal, how: Ending, why: str = "", by: Staff, at: datetime) -> GoalEnded:
    """A goal is reached, let go, or changed into something else."""
    ended = GoalEnded(**whose(goal), goal=goal, how=how, why=why, at=at, by=by)
    with once():
        ended.save(force_insert=True)
    record("goal.ended", by=by, at=at, subject=goal, person=goal.person_id)
    return ended


@action
def reopen_goal(*, goal: Goal, by: Staff, at: datetime) -> Goal:
    """It has not ended after all."""
    take_back(GoalEnded.objects.filter(goal=goal), by, at)
    record("goal.reopened", by=by, at=at, subject=goal, person=goal.person_id)
    return goal


def must_be_open(goal_id: UUID) -> None:
    """Refuse what is done to a goal that has ended."""
    if not Goal.objects.open().filter(pk=goal_id).exists():
        raise HasEnded
