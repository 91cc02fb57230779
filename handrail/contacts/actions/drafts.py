"""Writing a contact: keeping what was typed, adding a person, throwing a draft away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.audit.journal import action, one_work, record
from handrail.contacts.models import Appointment, Contact, GoalTouched, Part, PartActivity, Signature, StepTouched
from handrail.kit.errors import Refused
from handrail.people.models import Enrolment
from handrail.plans.models import Goal

ONE_SITTING = timedelta(minutes=30)
"""Saving as one types is one piece of writing: the record tells of it once a sitting, not at every pause."""


class ChangedMeanwhile(Refused):
    """Another page, or another hand, saved something else since this one was opened."""

    sentence = _("This note was changed on another page since you opened it here. Nothing is lost: look at both, then save.")


class AlreadySigned(Refused):
    """Signed is locked for good."""

    sentence = _("This note is signed. It cannot be changed any more, but you can add to it.")


class LastOne(Refused):
    """A contact is with somebody."""

    sentence = _("They are the only person of this contact. Throw the whole draft away instead.")


class KeyTaken(Exception):
    """A contact of this key is there, and the sender did not make it. Answered as if nothing were found."""


@dataclass(frozen=True)
class NextTime:
    """When and where to be together next, as the form of a contact has it."""

    at: datetime
    place: str = ""


@dataclass(frozen=True)
class Base:
    """What an open page knew when it sent: the version it began with, which page it is, and how often it has sent.

    On a bad line an answer gets lost, and the page sends again with more. It is no stranger to what it saved itself.
    """

    version: int
    page: UUID | None = None
    turn: int = 0

    def knows(self, contact: Contact) -> bool:
        """Whether nothing was saved that this page has not seen, or sent."""
        own = self.page is not None and self.page == contact.page and self.turn > contact.turn
        return self.version == contact.version or own


@dataclass
class Writing:
    """One person's part as it was typed: its texts by field, what was done, goals with how they go, steps taken, the next time."""

    texts: dict[str, Any]
    activities: set[str] = field(default_factory=set)
    goals: dict[UUID, Decimal | None] = field(default_factory=dict)
    steps: set[UUID] = field(default_factory=set)
    next_time: NextTime | None = None


def keep_draft(
    *,
    key: UUID,
    facts: dict[str, Any],
    writings: dict[UUID, Writing],
    base: Base,
    by: Staff,
    at: datetime,
    beginning: Enrolment | None = None,
    kept: Appointment | None = None,
) -> Contact:
    """Keep a draft as it was typed; `writings` by person. `base` is what the page knew.

    The same again changes nothing, so that a page may be sent twice. `beginning` makes the contact when it is not there yet.
    """
    with one_work():
        contact = Contact.objects.select_for_update().filter(pk=key, agency_id=by.agency_id).first()
        if contact is None:
            contact = _begin(key=key, facts=facts, enrolment=beginning, by=by, at=at)
            base = replace(base, version=contact.version)
            if kept:
                Appointment.objects.open().filter(pk=kept.pk).update(kept_in=contact.parts.get())
        parts = list(Part.objects.filter(contact=contact).order_by("id").prefetch_related("activities", "goals", "steps"))
        _refuse_signed(contact)
        changes = [
            change for part in parts if part.person_id in writings for change in _changes(part, writings[part.person_id])
        ]
        if facts != {name: getattr(contact, name) for name in facts}:
            changes.append(lambda: _change_facts(contact, parts, facts))
        if changes:
            _save(contact, parts, base, changes, by, at)
        return contact


def _begin(*, key: UUID, facts: dict[str, Any], enrolment: Enrolment | None, by: Staff, at: datetime) -> Contact:
    if enrolment is None:
        raise KeyTaken
    contact = Contact(pk=key, agency_id=by.agency_id, staff=by, begun_at=at, noted_at=at, **facts)
    try:
        with transaction.atomic():
            contact.save(force_insert=True)
    except IntegrityError as taken:
        raise KeyTaken from taken
    _add_part(contact, enrolment)
    record("contact.begun", by=by, at=at, subject=contact, person=enrolment.person_id)
    return contact


def _add_part(contact: Contact, enrolment: Enrolment) -> Part:
    return Part.objects.create(
        contact=contact,
        agency_id=contact.agency_id,
        person_id=enrolment.person_id,
        program_id=enrolment.program_id,
        at=contact.at,
    )


def _refuse_signed(contact: Contact) -> None:
    if contact.parts.filter(signature__isnull=False).exists():
        raise AlreadySigned


def _changes(part: Part, writing: Writing) -> list[Any]:
    """What there is to change in one part, each as something to be done."""
    changes: list[Any] = []
    new_texts = {name: value for name, value in writing.texts.items() if getattr(part, name) != value}
    if new_texts:
        changes.append(lambda: Part.objects.filter(pk=part.pk).update(**new_texts))
    had = {one.activity for one in part.activities.all()}
    if had != writing.activities:
        changes.append(lambda: _change_activities(part, had, writing.activities))
    if {one.goal_id: one.value for one in part.goals.all()} != writing.goals:
        changes.append(lambda: _change_goals(part, writing.goals))
    if {one.step_id for one in part.steps.all()} != writing.steps:
        changes.append(lambda: _change_steps(part, writing.steps))
    planned = Appointment.objects.filter(made_in=part).select_related("ended").first()
    if (planned is None or (planned.is_open and not planned.moves.exists())) and _differs(planned, writing.next_time):
        changes.append(lambda: _plan(part, planned, writing.next_time))
    return changes


def _differs(planned: Appointment | None, wanted: NextTime | None) -> bool:
    return (planned and NextTime(planned.at, planned.place)) != wanted


def _change_activities(part: Part, had: set[str], wanted: set[str]) -> None:
    PartActivity.objects.filter(part=part, activity__in=had - wanted).delete()
    new = [PartActivity(agency_id=part.agency_id, part=part, activity=one) for one in sorted(wanted - had)]
    PartActivity.objects.bulk_create(new)


def _change_goals(part: Part, wanted: dict[UUID, Decimal | None]) -> None:
    """What was told before and is told again stays as it was told then: the goal's measure may be another one now."""
    had = {one.goal_id: one.value for one in part.goals.all()}
    same = {goal for goal, value in wanted.items() if goal in had and had[goal] == value}
    GoalTouched.objects.filter(part=part).exclude(goal__in=same).delete()
    goals = Goal.objects.select_related("own").in_bulk(set(wanted) - same)
    GoalTouched.objects.bulk_create([GoalTouched.telling(part, goal, wanted[key]) for key, goal in goals.items()])


def _change_steps(part: Part, wanted: set[UUID]) -> None:
    StepTouched.objects.filter(part=part).delete()
    StepTouched.objects.bulk_create([StepTouched(agency_id=part.agency_id, part=part, step_id=step) for step in sorted(wanted)])


def _plan(part: Part, planned: Appointment | None, wanted: NextTime | None) -> None:
    """The next time, said in the same form: one appointment for each part, moved as long as the note is a draft."""
    if planned and wanted is None:
        planned.delete()
    elif planned and wanted:
        Appointment.objects.filter(pk=planned.pk).update(at=wanted.at, place=wanted.place)
    elif wanted:
        staff = part.contact.staff_id
        Appointment.objects.create(
            agency_id=part.agency_id, person_id=part.person_id, program_id=part.program_id, made_in=part,
            staff_id=staff, made_by_id=staff, made_at=part.contact.begun_at, at=wanted.at, place=wanted.place,
        )  # fmt: skip


def _change_facts(contact: Contact, parts: list[Part], facts: dict[str, Any]) -> None:
    for name, value in facts.items():
        setattr(contact, name, value)
    Part.objects.filter(contact=contact).exclude(at=contact.at).update(at=contact.at)


def _save(contact: Contact, parts: list[Part], base: Base, changes: list[Any], by: Staff, at: datetime) -> None:
    if not base.knows(contact):
        raise ChangedMeanwhile
    for change in changes:
        change()
    contact.version += 1
    contact.page, contact.turn = base.page, base.turn
    if at - contact.noted_at >= ONE_SITTING:
        contact.noted_at = at
        for part in parts:
            record("contact.written", by=by, at=at, subject=contact, person=part.person_id)
    contact.save()


@action
def join(*, contact: Contact, enrolment: Enrolment, by: Staff, at: datetime) -> Part:
    """One more person was there. They get a part of their own; nobody's words are copied into it."""
    contact = Contact.objects.select_for_update().get(pk=contact.pk)
    _refuse_signed(contact)
    part = contact.parts.filter(person=enrolment.person_id).first() or _add_part(contact, enrolment)
    _count_a_change(contact)
    record("contact.joined", by=by, at=at, subject=contact, person=enrolment.person_id)
    return part


@action
def leave(*, part: Part, by: Staff, at: datetime) -> None:
    """The person was not there after all: their part of the draft goes, with all that was typed into it."""
    contact = Contact.objects.select_for_update().get(pk=part.contact_id)
    _refuse_signed(contact)
    if contact.parts.filter(signature__isnull=True).count() == 1:
        raise LastOne
    _forget([part])
    _count_a_change(contact)
    record("contact.left", by=by, at=at, subject=contact, person=part.person_id)


def _count_a_change(contact: Contact) -> None:
    """Pages that were opened before do not know who is there now."""
    Contact.objects.filter(pk=contact.pk).update(version=F("version") + 1)


@action
def discard(*, contact: Contact, parts: Iterable[Part], by: Staff, at: datetime) -> None:
    """A draft that was begun by mistake: these parts of it, and the contact unless a colleague holds another one, or signed it.

    Only a draft can be thrown away, and the record keeps that it was.
    """
    contact = Contact.objects.select_for_update().get(pk=contact.pk)
    thrown = list(parts)
    if Signature.objects.filter(part__in=thrown).exists():
        raise AlreadySigned
    _forget(thrown)
    if not contact.parts.exists():
        Contact.objects.filter(pk=contact.pk).delete()
    for part in thrown:
        record("contact.discarded", by=by, at=at, subject=contact, person=part.person_id)


def _forget(parts: list[Part]) -> None:
    Appointment.objects.filter(kept_in__in=parts).update(kept_in=None)
    Appointment.objects.filter(made_in__in=parts, ended__isnull=True, moves__isnull=True, kept_in__isnull=True).delete()
    Appointment.objects.filter(made_in__in=parts).update(made_in=None)
    for hangs_on in (PartActivity, GoalTouched, StepTouched):
        hangs_on.objects.filter(part__in=parts).delete()
    Part.objects.filter(pk__in=[part.pk for part in parts]).delete()
