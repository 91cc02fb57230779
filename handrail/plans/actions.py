"""What is done with a plan. Nothing is deleted: whatever is undone comes back as it was."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Program, Staff
from handrail.audit.journal import action, record
from handrail.kit.errors import AlreadySo, Refused
from handrail.kit.merging import merge
from handrail.kit.once import once
from handrail.kit.sent import under_its_key
from handrail.people.models import OfAPerson, Person
from handrail.plans.models import (
    Aside,
    CheckIn,
    Ending,
    Goal,
    GoalEnded,
    OwnWords,
    Step,
    StepDone,
    Want,
    WhoDoes,
    Wording,
    fingerprint,
)
from handrail.plans.models.goal import MEASURED
from handrail.plans.models.taking_back import StandingQuerySet

ONE_SITTING = timedelta(minutes=30)
"""The same hand that writes again within this time has not stood up: its changes are one row of the history."""

Kept = OwnWords | Aside
"""Where a text was kept: in its place, or beside what somebody else wrote meanwhile."""


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


# Own words


@action
def write_want(
    *,
    person: Person,
    program: Program,
    text: str,
    by: Staff,
    at: datetime,
    opened: str = fingerprint(""),
    page: UUID | None = None,
) -> Kept:
    """Write down what somebody wants, or put it better. Two who begin at the same moment are two who write at once."""
    wanted = Want.objects.filter(person=person, program=program).select_related("own")
    if not wanted.exists():
        want = Want(agency_id=by.agency_id, person=person, program=program)
        try:
            with transaction.atomic():
                want.own = _first_words(want, text, by, at, page)
                want.save(force_insert=True)
        except IntegrityError:
            pass  # Somebody else was quicker: theirs stands now, and this one is kept beside it.
        else:
            record("want.written", by=by, at=at, subject=want, person=person)
            return want.own
    return reword(own=wanted.get().own, text=text, opened=opened, by=by, at=at, page=page)


@action
def reword(*, own: OwnWords, text: str, opened: str, by: Staff, at: datetime, page: UUID | None = None) -> Kept:
    """Put a text better. `opened` is the fingerprint of the text this one began with.

    If somebody else changed it since, theirs stays, and this one is kept beside it: nobody's words are lost.
    """
    now = OwnWords.objects.select_for_update().get(pk=own.pk)
    if opened != now.as_opened and text != now.text and not _wrote_last(now, page):
        return _keep_beside(now, text, by, at, page)
    _note_sitting(now, by, at, page)
    now.text = text
    now.save(update_fields=["text"])
    record("words.changed", by=by, at=at, subject=now, person=now.person_id)
    return now


@action
def put_together(
    *, own: OwnWords, text: str, opened: str, asides: Iterable[Aside], by: Staff, at: datetime, page: UUID | None = None
) -> Kept:
    """Make one text of two. Unless the text changed yet again meanwhile, what was kept beside it is settled."""
    kept = reword(own=own, text=text, opened=opened, by=by, at=at, page=page)
    if isinstance(kept, OwnWords):
        seen = [aside.pk for aside in asides]
        Aside.objects.waiting().filter(own=own, pk__in=seen).update(settled_at=at, settled_by=by)
        record("words.put_together", by=by, at=at, subject=own, person=own.person_id)
    return kept


@action
def put_back_wording(*, wording: Wording, by: Staff, at: datetime) -> OwnWords:
    """Let a text read again as it did before. How it reads now becomes one more row of its history, however short ago it was."""
    now = OwnWords.objects.select_for_update().get(pk=wording.own_id)
    if now.text == wording.before:
        raise AlreadySo
    Wording.objects.create(**_whose(now), own=now, before=now.text, from_at=at, until_at=at, by=by)
    now.text = wording.before
    now.save(update_fields=["text"])
    record("words.put_back", by=by, at=at, subject=now, person=now.person_id)
    return now


def _first_words(of: OfAPerson, text: str, by: Staff, at: datetime, page: UUID | None = None) -> OwnWords:
    own = OwnWords.objects.create(**_whose(of), text=text)
    Wording.objects.create(**_whose(of), own=own, before="", from_at=at, until_at=at, by=by, page=page)
    return own


def _wrote_last(own: OwnWords, page: UUID | None) -> bool:
    """Whether the text reads as this very page saved it: then its answer got lost on the way, and nobody else wrote."""
    last = own.wordings.order_by("-until_at", "-id").first()
    return page is not None and last is not None and last.page == page


def _note_sitting(own: OwnWords, by: Staff, at: datetime, page: UUID | None) -> None:
    """Keep how the text read before; once a sitting."""
    last = own.wordings.order_by("-until_at", "-id").first()
    if last and last.by_id == by.pk and at - last.until_at <= ONE_SITTING:
        last.until_at, last.page = max(at, last.until_at), page
        last.save(update_fields=["until_at", "page"])
    else:
        Wording.objects.create(**_whose(own), own=own, before=own.text, from_at=at, until_at=at, by=by, page=page)


def _keep_beside(own: OwnWords, text: str, by: Staff, at: datetime, page: UUID | None) -> Aside:
    """One page keeps one text beside, and goes on writing in it."""
    mine = Aside.objects.waiting().filter(own=own, by=by, page=page, page__isnull=False).first()
    aside = mine or Aside(**_whose(own), own=own, by=by, page=page)
    aside.text, aside.at = text, at
    aside.save()
    record("words.kept_beside", by=by, at=at, subject=own, person=own.person_id)
    return aside


# Goals


@action
def add_goal(*, goal: Goal, text: str, by: Staff, at: datetime) -> Goal:
    """Write down a goal in the person's words, after those there are. `goal` names the person and the program."""
    goal.agency_id, goal.made_at, goal.made_by = by.agency_id, at, by
    last = Goal.objects.filter(person=goal.person_id, program=goal.program_id).aggregate(Max("place"))["place__max"]
    goal.place = (last or 0) + 1
    goal.own = _first_words(goal, text, by, at)
    under_its_key(goal)
    record("goal.added", by=by, at=at, subject=goal, person=goal.person_id)
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
    ended = GoalEnded(**_whose(goal), goal=goal, how=how, why=why, at=at, by=by)
    with once():
        ended.save(force_insert=True)
    record("goal.ended", by=by, at=at, subject=goal, person=goal.person_id)
    return ended


@action
def reopen_goal(*, goal: Goal, by: Staff, at: datetime) -> Goal:
    """It has not ended after all."""
    _take_back(GoalEnded.objects.filter(goal=goal), by, at)
    record("goal.reopened", by=by, at=at, subject=goal, person=goal.person_id)
    return goal


def _must_be_open(goal_id: UUID) -> None:
    if not Goal.objects.open().filter(pk=goal_id).exists():
        raise HasEnded


# How it goes


@action
def check_in(
    *,
    goal: Goal,
    by: Staff,
    at: datetime,
    value: Decimal | int | None = None,
    words: str = "",
    said_in: UUID | None = None,
    key: UUID | None = None,
) -> CheckIn:
    """Note how a goal goes. Said again in the same contact (`said_in`), it corrects what was noted there."""
    _must_be_open(goal.pk)
    said = CheckIn.objects.standing().filter(goal=goal, said_in=said_in).first() if said_in else None
    noted = said or CheckIn(**_whose(goal), goal=goal, said_in=said_in)
    noted.value, noted.words, noted.at, noted.by = None if value is None else Decimal(value), words, at, by
    if said:
        noted.save(update_fields=["value", "words", "at", "by"])
    elif said_in:
        with once():
            noted.save(force_insert=True)
    else:
        noted.pk = key or noted.pk
        under_its_key(noted)
    record("checkin.noted", by=by, at=at, subject=noted, person=goal.person_id)
    return noted


@action
def take_out_check_in(*, check_in: CheckIn, by: Staff, at: datetime) -> CheckIn:
    """It was noted by mistake."""
    _take_back(CheckIn.objects.filter(pk=check_in.pk), by, at)
    record("checkin.taken_out", by=by, at=at, subject=check_in, person=check_in.person_id)
    return check_in


@action
def put_back_check_in(*, check_in: CheckIn, by: Staff, at: datetime) -> CheckIn:
    """It was no mistake."""
    _put_back(CheckIn.objects.filter(pk=check_in.pk))
    record("checkin.put_back", by=by, at=at, subject=check_in, person=check_in.person_id)
    return check_in


# Steps


@action
def add_step(*, goal: Goal, text: str, who: WhoDoes = WhoDoes.ALONE, by: Staff, at: datetime, key: UUID | None = None) -> Step:
    """Write down one more step towards a goal."""
    _must_be_open(goal.pk)
    step = Step(**_whose(goal), goal=goal, who=who, made_at=at, made_by=by)
    step.pk = key or step.pk
    step.own = _first_words(goal, text, by, at)
    under_its_key(step)
    record("step.added", by=by, at=at, subject=step, person=step.person_id)
    return step


@action
def finish_step(*, step: Step, by: Staff, at: datetime, said_in: UUID | None = None) -> StepDone:
    """A step was taken. Told twice, it was taken once."""
    _must_be_open(step.goal_id)
    if not Step.objects.open().filter(pk=step.pk).exists():
        raise AlreadySo
    done = StepDone(**_whose(step), step=step, at=at, by=by, said_in=said_in)
    with once():
        done.save(force_insert=True)
    record("step.finished", by=by, at=at, subject=step, person=step.person_id)
    return done


@action
def unfinish_step(*, step: Step, by: Staff, at: datetime) -> Step:
    """It is still to be taken."""
    _take_back(StepDone.objects.filter(step=step), by, at)
    record("step.unfinished", by=by, at=at, subject=step, person=step.person_id)
    return step


@action
def remove_step(*, step: Step, by: Staff, at: datetime) -> Step:
    """Nobody wants to take this step any more."""
    _take_back(Step.objects.filter(pk=step.pk), by, at)
    record("step.removed", by=by, at=at, subject=step, person=step.person_id)
    return step


@action
def put_back_step(*, step: Step, by: Staff, at: datetime) -> Step:
    """Somebody does."""
    _put_back(Step.objects.filter(pk=step.pk))
    record("step.put_back", by=by, at=at, subject=step, person=step.person_id)
    return step


# Each deed in its own words above; here is what they share


def _whose(row: OfAPerson) -> dict[str, Any]:
    """What belongs to this row is of the same person, and stays in the same program."""
    return {"agency_id": row.agency_id, "person_id": row.person_id, "program_id": row.program_id}


def _take_back(rows: StandingQuerySet[Any], by: Staff, at: datetime) -> None:
    if not rows.standing().update(taken_back_at=at, taken_back_by=by):
        raise AlreadySo


def _put_back(rows: StandingQuerySet[Any]) -> None:
    if not rows.filter(taken_back_at__isnull=False).update(taken_back_at=None, taken_back_by=None):
        raise AlreadySo
