"""What is done with people and with access to them. Each leaves its line in the record."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Program, RoleHeld, Staff
from handrail.accounts.roles import PEERS
from handrail.audit.journal import action, record
from handrail.kit.errors import AlreadySo, Refused
from handrail.kit.once import once
from handrail.kit.sent import under_its_key
from handrail.people import reach
from handrail.people.actions.facts import add_point
from handrail.people.models import (
    ContactPoint,
    Cover,
    EmergencyAccess,
    Enrolment,
    Person,
    SameAnswer,
    SamePerson,
    Told,
    ToldWhom,
    WalksWith,
)
from handrail.people.search import index

R = TypeVar("R")
EMERGENCY_LASTS = timedelta(hours=8)
LONGEST_COVER = timedelta(days=60)


class NeverOpens(Refused):
    """A block stands, or it is their own record."""

    sentence = _("This colleague may never open this record, so they cannot walk with them. Choose somebody else.")


class NotAPeerHere(Refused):
    """A walk would open nothing to them."""

    sentence = _("This colleague does not work as a peer in that program. Choose somebody who does.")


class CoverTooLong(Refused):
    """Cover is for a while."""

    sentence = _("Cover ends within 60 days. For longer, let somebody else walk with them.")


@action
def add_person(
    *,
    person: Person,
    program: Program,
    peer: Staff | None,
    by: Staff,
    at: datetime,
    chosen_by_person: bool = False,
    phone: str = "",
    apart_from: Iterable[Person] = (),
) -> Person:
    """Welcome somebody into a program; `peer` walks with them from the start, if anybody does yet.

    `phone`: a number they gave; what is safe there is still to be asked.

    `apart_from`: people who look alike, and of whom the sender said that they are somebody else.

    The key was made by the sender's page or phone. Sent twice by the same hands it is the same person; KeyTaken for
    anybody else.
    """
    person.agency_id, person.made_by, person.made_at = by.agency_id, by, at
    under_its_key(person)
    enrolment = _enrol(person=person, program=program, by=by, at=at)
    if peer:
        _start(enrolment=enrolment, peer=peer, chosen=chosen_by_person, at=at)
    record("person.added", by=by, at=at, subject=person, person=person)
    if phone:
        add_point(fact=ContactPoint(person=person, program=program, value=phone), by=by, at=at)
    else:
        index(person)
    _tell_apart(person=person, others=apart_from, by=by, at=at)
    return person


NAMES_AND_DATES = ("chosen_name", "other_names", "legal_name", "pronouns", "born_on", "born_year", "born_month", "age_said")


@action
def correct_person(
    *, person: Person, by: Staff, at: datetime, fields: Sequence[str] = NAMES_AND_DATES, part: str = "names"
) -> Person:
    """Keep what was corrected on one page about who they are, and nothing else: two pages may be open at once."""
    person.save(update_fields=list(fields))
    index(person)
    record("person.corrected", by=by, at=at, subject=person, person=person, detail=part)
    return person


def _tell_apart(*, person: Person, others: Iterable[Person], by: Staff, at: datetime) -> None:
    """They are not asked about again. The lines name nobody: no record may tell that somebody alike is known elsewhere.

    Of somebody whose record is only looked at, nothing is written.
    """
    if not (keys := [other.pk for other in others]):
        return
    for other in Person.objects.looked_after_by(by, at).filter(pk__in=keys).order_by("pk"):
        smaller, larger = sorted((person, other), key=lambda somebody: somebody.pk)
        pair = SamePerson(agency_id=person.agency_id, one=smaller, other=larger, answer=SameAnswer.DIFFERENT, by=by, at=at)
        pair.save(force_insert=True)
        record("people.told_apart", by=by, at=at, subject=pair)


@action
def enrol(*, person: Person, program: Program, by: Staff, at: datetime) -> Enrolment:
    """The person becomes part of one more program."""
    if Enrolment.objects.running_at(at).filter(person=person, program=program).exists():
        raise AlreadySo
    with once():
        enrolment = _enrol(person=person, program=program, by=by, at=at)
    record("enrolment.begun", by=by, at=at, subject=enrolment, person=person)
    return enrolment


def _enrol(*, person: Person, program: Program, by: Staff, at: datetime) -> Enrolment:
    return Enrolment.objects.create(agency_id=person.agency_id, person=person, program=program, from_at=at, enrolled_by=by)


@action
def start_walking(*, enrolment: Enrolment, peer: Staff, chosen_by_person: bool, by: Staff, at: datetime) -> WalksWith:
    """A peer walks with the person from now on, in this program."""
    walk = _start(enrolment=enrolment, peer=peer, chosen=chosen_by_person, at=at)
    record("walk.begun", by=by, at=at, subject=walk, person=enrolment.person_id)
    return walk


def _start(*, enrolment: Enrolment, peer: Staff, chosen: bool, at: datetime) -> WalksWith:
    if WalksWith.objects.running_at(at).filter(enrolment=enrolment, peer=peer).exists():
        raise AlreadySo
    if not RoleHeld.objects.held_at(at).filter(staff=peer, program=enrolment.program_id, role__in=PEERS).exists():
        raise NotAPeerHere
    if Enrolment.objects.filter(reach.closed_to(peer), pk=enrolment.pk).exists():
        raise NeverOpens
    walk = WalksWith(agency_id=enrolment.agency_id, enrolment=enrolment, peer=peer, from_at=at, chosen_by_person=chosen)
    with once():
        walk.save(force_insert=True)
    return walk


@action
def stop_walking(*, walk: WalksWith, why: str, by: Staff, at: datetime) -> WalksWith:
    """A peer no longer walks with the person; why, so that the next one understands."""
    if not WalksWith.objects.running_at(at).filter(pk=walk.pk).update(until_at=at, why_ended=why):
        raise AlreadySo
    record("walk.ended", by=by, at=at, subject=walk, person=walk.enrolment.person_id)
    return walk


@action
def plan_cover(
    *, covered: Staff, cover_by: Staff, program: Program, from_at: datetime, until_at: datetime, by: Staff, at: datetime
) -> Cover:
    """A colleague stands in for a peer of this program between two moments."""
    if until_at - from_at > LONGEST_COVER:
        raise CoverTooLong
    same = {"covered": covered, "by": cover_by, "program": program, "from_at": from_at, "until_at": until_at}
    if Cover.objects.not_over_at(at).filter(**same).exists():
        raise AlreadySo
    cover = Cover.objects.create(agency_id=by.agency_id, planned_by=by, **same)
    record("cover.planned", by=by, at=at, subject=cover)
    return cover


@action
def end_cover(*, cover: Cover, by: Staff, at: datetime) -> Cover:
    """Cover ends now, or never begins."""
    if not Cover.objects.not_over_at(at).filter(pk=cover.pk).update(until_at=max(at, cover.from_at)):
        raise AlreadySo
    record("cover.ended", by=by, at=at, subject=cover)
    return cover


@action
def open_in_an_emergency(*, person: Person, reason: str, by: Staff, at: datetime) -> EmergencyAccess:
    """Open a record that cannot wait, for 8 hours. A supervisor and the person will hear of it."""
    access = EmergencyAccess.objects.create(
        agency_id=by.agency_id, person=person, staff=by, reason=reason, at=at, until_at=at + EMERGENCY_LASTS
    )
    record("emergency.opened", by=by, at=at, subject=access, person=person)
    return access


@action
def look_in_vain(*, by: Staff, at: datetime) -> None:
    """Somebody asked for a record in an emergency and none was opened. That is noted as well, without what they typed."""
    record("emergency.in_vain", by=by, at=at)


@action
def note_told(*, access: EmergencyAccess, whom: ToldWhom, by: Staff, at: datetime) -> Told:
    """The person, or a supervisor, has heard of an emergency access."""
    told, new = Told.objects.get_or_create(
        access=access, whom=whom, defaults={"agency_id": access.agency_id, "at": at, "by": by}
    )
    if not new:
        raise AlreadySo
    record("emergency.told", by=by, at=at, subject=access, person=access.person_id, detail=whom.value)
    return told


def is_plausible_birth_date(born_on: date, today: date) -> bool:
    """Nobody is born in the future, nor 130 years ago."""
    return today - timedelta(days=130 * 366) < born_on <= today
