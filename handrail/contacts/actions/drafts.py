"""Writing a contact: keeping what was typed, adding a person, throwing a draft away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.audit.journal import action, one_work, record
from handrail.contacts.actions.facts import (
    NextTime,
    Writing,
    begin_with,
    goes_its_own_way,
    kept_of,
    kept_of_contact,
    planned_in,
    put,
)
from handrail.contacts.models import (
    Appointment,
    Contact,
    GoalTouched,
    How,
    MaterialShared,
    Part,
    PartActivity,
    Signature,
    StepTouched,
    Touched,
)
from handrail.kit.errors import KeyTaken, Refused
from handrail.kit.merging import Merged, mark_of, merge
from handrail.kit.sent import under_its_key
from handrail.people.models import Enrolment

Said = Mapping[str, Mapping[str, Any]]
"""Facts by whose they are: "" for the contact's own, a person's key for those of their part."""

ONE_SITTING = timedelta(minutes=30)
"""Saving as one types is one piece of writing: the record tells of it once a sitting, not at every pause."""


class ChangedMeanwhile(Refused):
    """Another page, or another hand, saved something else since this one was opened."""

    sentence = _("This note was changed on another page since you opened it here. Nothing is lost: look at both, then save.")

    def __init__(self, both: Mapping[str, list[str]] | None = None) -> None:
        super().__init__()
        self.both = both or {}


class AlreadySigned(Refused):
    """Signed is locked for good."""

    sentence = _("This note is signed. It cannot be changed any more, but you can add to it.")


class LastOne(Refused):
    """A contact is with somebody."""

    sentence = _("They are the only person of this contact. Throw the whole draft away instead.")


@dataclass(frozen=True)
class Base:
    """What an open page knew when it sent: the version it began with, which page it is, how often it has sent; and a mark of
    every fact it was opened with, those of the contact under "", those of a part under its person's key.

    On a bad line an answer gets lost, and the page sends again with more. It is no stranger to what it saved itself.
    """

    version: int
    page: UUID | None = None
    turn: int = 0
    opened: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def knows(self, contact: Contact) -> bool:
        """Whether nothing was saved that this page has not seen, or sent."""
        own = self.page is not None and self.page == contact.page and self.turn > contact.turn
        return self.version == contact.version or own

    def marks(self, contact: Contact, whose: str) -> Mapping[str, str]:
        """The marks it was opened with; none, when it has sent something newer since, which came first."""
        is_late = self.page is not None and self.page == contact.page and self.turn < contact.turn
        return {} if is_late else self.opened.get(whose, {})


@dataclass
class Kept:
    """What became of what a page sent: the contact, and by whose facts ("" or a person's key) what was taken of it."""

    contact: Contact
    merged: dict[str, Merged] = field(default_factory=dict)
    knew: bool = True

    @property
    def both(self) -> dict[str, list[str]]:
        """What was changed both on this page and elsewhere, and therefore not taken."""
        return {whose: merged.both for whose, merged in self.merged.items() if merged.both}


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
    """Keep a whole draft, or nothing of it; `writings` by person."""
    said = {"": facts} | {str(person): writing.facts() for person, writing in writings.items()}
    return keep(key=key, said=said, base=base, by=by, at=at, beginning=beginning, came_from=kept).contact


def keep(
    *,
    key: UUID,
    said: Said,
    base: Base,
    by: Staff,
    at: datetime,
    beginning: Enrolment | None = None,
    came_from: Appointment | None = None,
    partly: bool = False,
) -> Kept:
    """Keep what was typed on a page, and nothing that was not. `base` is what the page knew.

    The same again changes nothing, so that a page may be sent twice. `beginning` makes the contact when it is not there yet.
    What was changed elsewhere too is refused with all the rest, or alone when a page may be kept `partly`, while one types.
    """
    with one_work():
        contact = Contact.objects.select_for_update().filter(pk=key, agency_id=by.agency_id).first()
        if contact is None:
            contact, part = _begin(key=key, facts=said[""], base=base, enrolment=beginning, by=by, at=at)
            base, parts = replace(base, version=contact.version), [part]
        else:
            parts = _parts_of(contact)
            _refuse_signed(contact)
        kept = Kept(contact, _merge(contact, parts, said, base), base.knows(contact))
        if kept.both and not partly:
            raise ChangedMeanwhile(kept.both)
        _put_all(kept, parts, base, by, at)
        _keep_appointment(contact, parts, came_from)
        return kept


def _parts_of(contact: Contact) -> list[Part]:
    parts = Part.objects.filter(contact=contact).order_by("id").select_related("contact", "next_time__ended")
    return list(parts.prefetch_related("activities", "goals", "steps", "touched", "materials", "next_time__moves"))


def _merge(contact: Contact, parts: list[Part], said: Said, base: Base) -> dict[str, Merged]:
    knows = base.knows(contact)
    merged = {"": merge(said[""], base.marks(contact, ""), kept_of_contact(contact), knows)}
    for part in parts:
        whose = str(part.person_id)
        if whose not in said:
            continue
        opened, kept = base.marks(contact, whose), kept_of(part)
        merged[whose] = merge(said[whose], opened, kept, knows)
        if goes_its_own_way(planned_in(part)) and "next_time" in said[whose]:
            _leave_next_time(merged[whose], said[whose]["next_time"], opened, kept)
    return merged


def _leave_next_time(merged: Merged, typed: NextTime | None, opened: Mapping[str, str], kept: Mapping[str, Any]) -> None:
    """What was moved on its own page is not moved from a note, however much the page knows of the note."""
    merged.take.pop("next_time", None)
    if mark_of(typed) not in (opened.get("next_time"), mark_of(kept["next_time"])):
        if "next_time" not in merged.both:
            merged.both.append("next_time")
        merged.marks["next_time"] = opened.get("next_time", "")


def _put_all(kept: Kept, parts: list[Part], base: Base, by: Staff, at: datetime) -> None:
    """What is new is written once, with all that was typed: the contact first, which the rest hangs on."""
    contact, changed = kept.contact, any(merged.take for merged in kept.merged.values())
    if changed:
        _count_up(kept, parts, base, by, at)
    if contact._state.adding:
        under_its_key(contact, alone=False)
    elif changed:
        contact.save()
    if {"at", "how"} & kept.merged[""].take.keys():
        Part.objects.filter(contact=contact).update(at=contact.at, how=contact.how)
    for part in parts:
        merged = kept.merged.get(str(part.person_id))
        if part._state.adding:
            begin_with(part, merged.take if merged else {})
        if merged:
            put(part, merged.take, by, at)


def _count_up(kept: Kept, parts: list[Part], base: Base, by: Staff, at: datetime) -> None:
    """The next version of the contact, with what was taken of its own facts."""
    contact = kept.contact
    for name, value in kept.merged[""].take.items():
        setattr(contact, name, value)
    contact.version += 1
    # A page that has not seen what others saved is not taken for the one that wrote all of it.
    contact.page, contact.turn = (base.page, base.turn) if kept.knew else (None, 0)
    if at - contact.noted_at >= ONE_SITTING:
        contact.noted_at = at
        for part in parts:
            record("contact.written", by=by, at=at, subject=contact, person=part.person_id)


def _keep_appointment(contact: Contact, parts: list[Part], came_from: Appointment | None) -> None:
    """An appointment is kept by being together. Having tried leaves it open."""
    if contact.how == How.TRIED:
        Appointment.objects.filter(kept_in__in=parts).update(kept_in=None)
    elif came_from and came_from.kept_in_id is None:
        theirs = next((part for part in parts if part.person_id == came_from.person_id), None)
        if theirs and not Appointment.objects.filter(kept_in=theirs).exists():
            Appointment.objects.open().filter(pk=came_from.pk).update(kept_in=theirs)


def _begin(
    *, key: UUID, facts: Mapping[str, Any], base: Base, enrolment: Enrolment | None, by: Staff, at: datetime
) -> tuple[Contact, Part]:
    """A new contact and its first part, both still to be kept: what was typed is merged into an empty page."""
    if enrolment is None:
        raise KeyTaken
    sent = {"page": base.page, "turn": base.turn}
    contact = Contact(pk=key, agency_id=by.agency_id, staff=by, begun_at=at, noted_at=at, **sent, **facts)
    record("contact.begun", by=by, at=at, subject=contact, person=enrolment.person_id)
    return contact, _part_of(contact, enrolment)


def _part_of(contact: Contact, enrolment: Enrolment) -> Part:
    return Part(
        contact=contact,
        agency_id=contact.agency_id,
        person_id=enrolment.person_id,
        program_id=enrolment.program_id,
        at=contact.at,
        how=contact.how,
    )


def _refuse_signed(contact: Contact) -> None:
    if contact.parts.filter(signature__isnull=False).exists():
        raise AlreadySigned


@action
def join(*, contact: Contact, enrolment: Enrolment, by: Staff, at: datetime) -> Part:
    """One more person was there. They get a part of their own; nobody's words are copied into it."""
    contact = Contact.objects.select_for_update().get(pk=contact.pk)
    _refuse_signed(contact)
    part = contact.parts.filter(person=enrolment.person_id).first() or _part_of(contact, enrolment)
    if part._state.adding:
        part.save(force_insert=True)
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
    for hangs_on in (PartActivity, GoalTouched, StepTouched, Touched, MaterialShared):
        hangs_on.objects.filter(part__in=parts).delete()
    Part.objects.filter(pk__in=[part.pk for part in parts]).delete()
