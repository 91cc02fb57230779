"""What waits for a worker: whom to reach out to, today's appointments, notes to finish, notes to answer or to stand behind."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, UUIDField, When
from django.utils import timezone

from handrail.accounts.models import RoleHeld, Staff
from handrail.accounts.roles import RUN_SUPPORT, SUPERVISORS
from handrail.contacts import queries
from handrail.contacts.clock import is_longer_than_agreed
from handrail.contacts.models import Appointment, AwaitsCosign, CallAsked, Part, Returned, Signature
from handrail.kit.questions import written_once
from handrail.kit.spans import end_of
from handrail.people.models import Cover, Enrolment, WalksWith
from handrail.people.queries import rhythms

OF_A_WALK = {"person": OuterRef("enrolment__person"), "program": OuterRef("enrolment__program")}
TO_A_WALK = {"enrolment__person": OuterRef("person"), "enrolment__program": OuterRef("program")}
"""The rows of the person somebody walks with, in that program; and the walks with the person of a row."""

TOLD_OF_A_WALK = (
    *("agency", "from_at", "until_at", "chosen_by_person", "peer__name"),
    *("enrolment__person__chosen_name", "enrolment__program", "enrolment__agency"),
)
"""What Today tells of a walk; of fifty, everything else would take as long to read as all the rest of the page."""
NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class ToReach:
    """Somebody to reach out to, with what is known for the reason. The first reason that holds is told."""

    walk: WalksWith
    asked: CallAsked | None
    never_met: bool
    last: Part | None
    every_days: int | None
    longer: bool

    @property
    def there(self) -> Enrolment:
        """The person and the program."""
        return self.walk.enrolment

    @property
    def order(self) -> tuple[Any, ...]:
        """Those who asked, the longest ago first; then those who are new; then those last heard of the longest ago."""
        asked_at, last_at = (row.at if row else NEVER for row in (self.asked, self.last))
        return self.asked is None, asked_at, not self.never_met, last_at, self.walk.pk


def walks_of(staff: Staff, at: datetime) -> QuerySet[WalksWith]:
    """The staff member's own walks, and those of whom they stand in for now."""
    stands_in = Cover.objects.running_at(at).filter(by=staff)
    for_them = Exists(stands_in.filter(covered=OuterRef("peer"), program=OuterRef("enrolment__program")))
    return WalksWith.objects.running_at(at).filter(Q(peer=staff) | (Q(peer__in=stands_in.values("covered")) & for_them))


# Reaching out


def to_reach_out(staff: Staff, now: datetime, today: Iterable[Appointment] | None = None) -> list[ToReach]:
    """Asked for a call; never met yet; longer than agreed.

    Who comes today is among the appointments (`today`, where they are read already) and left out here, but not when they asked
    for a call.
    """
    walks = _walks_looked_after(staff, now)
    people, programs = {one.enrolment.person_id for one in walks}, {one.enrolment.program_id for one in walks}
    calls = {_where(one): one for one in _calls(people, programs, now)}
    agreed = {(person, program): every_days for person, program, every_days in rhythms(people, programs, now)}
    last = {part.pk: part for part in _parts([one.last_id for one in walks if one.last_id])}
    coming = {_where(one) for one in (appointments_today(staff, now) if today is None else today) if one.until >= now}
    reached = [
        _to_reach(walk, calls.get(there), last.get(walk.last_id), agreed.get(there), now)
        for walk in walks
        for there in [_where(walk.enrolment)]
    ]
    waiting = (one for one in reached if one.asked or ((one.never_met or one.longer) and _where(one.there) not in coming))
    return sorted(waiting, key=lambda one: one.order)


def _where(row: Any) -> tuple[Any, Any]:
    return row.person_id, row.program_id


def _walks_looked_after(staff: Staff, now: datetime) -> list[Any]:
    """One for each person and program, one's own before those one stands in for; with `met` and the `last_id` of a contact.

    Whoever wrote ahead, of a moment still to come, has not spoken with them yet.
    """
    walked = _walked(staff, now)
    walks = _walks(staff, walked, now) if walked else []
    return list({one.enrolment_id: one for one in walks}.values())


@written_once
def _walked(staff: Staff, now: datetime) -> QuerySet[WalksWith, UUID]:
    return walks_of(staff, now).values_list("enrolment", flat=True)


@written_once
def _walks(staff: Staff, walked: list[UUID], now: datetime) -> QuerySet[WalksWith]:
    past = Part.objects.filter(**OF_A_WALK, at__lte=now)
    with_their_peer = past.talked().filter(Q(contact__staff=staff) | Q(contact__staff=OuterRef("peer")))
    last = past.spoken().order_by("-at", "-id").values("pk")[:1]
    return (
        walks_of(staff, now)
        .filter(enrolment__in=Enrolment.objects.looked_after_by(staff, now).running_at(now).filter(pk__in=walked))
        .annotate(met=Exists(with_their_peer), last_id=Subquery(last, output_field=UUIDField()))
        .select_related("peer", "enrolment__person")
        .only(*TOLD_OF_A_WALK)
        .order_by(Case(When(peer=staff, then=1), default=0), "from_at")
    )


@written_once
def _calls(people: set[UUID], programs: set[UUID], now: datetime) -> QuerySet[CallAsked]:
    asked = CallAsked.objects.filter(person__in=people, program__in=programs)
    return queries.standing_calls(asked, now).order_by("-at", "-id")


@written_once
def _parts(keys: list[UUID]) -> QuerySet[Part]:
    return Part.objects.filter(pk__in=keys).select_related("contact__staff").only("at", "contact__staff__name")


def _to_reach(walk: Any, asked: CallAsked | None, last: Part | None, every_days: int | None, now: datetime) -> ToReach:
    longer = bool(last and every_days and is_longer_than_agreed(last.at, every_days, now))
    return ToReach(walk, asked, not walk.met, last, every_days, longer)


# Appointments


def appointments_today(staff: Staff, now: datetime) -> list[Appointment]:
    """Until the end of today, and those nobody has told about; each with the enrolment it belongs to.

    One's own, those of whom one stands in for, and those a colleague left behind.
    """
    return _appointments(staff, now, end_of(timezone.localdate(now)))


@written_once
def _appointments(staff: Staff, now: datetime, until: datetime) -> QuerySet[Appointment]:
    near: Any = Appointment.objects.open().filter(agency=staff.agency_id, at__gt=now - queries.NOT_TOLD_FOR, at__lt=until)
    stands_in = Cover.objects.running_at(now).filter(by=staff, covered=OuterRef("staff"), program=OuterRef("program"))
    here = Enrolment.objects.filter(person=OuterRef("person"), program=OuterRef("program")).order_by("-from_at", "-id")
    return (  # type: ignore[no-any-return]
        near.filter(Q(staff=staff) | Exists(stands_in) | (_left_behind(now) & _falls_to(staff, now)))
        .looked_after_by(staff, now)
        .annotate(enrolment_id=Subquery(here.values("pk")[:1], output_field=UUIDField()))
        .select_related("person", "staff")
        .order_by("at", "id")
    )


def _left_behind(now: datetime) -> Any:
    """Whose colleague no longer works there, or neither walks with them, nor stands in, nor supervises."""
    works = RoleHeld.objects.held_at(now).filter(
        staff=OuterRef("staff"), program=OuterRef("program"), role__in=RUN_SUPPORT, staff__left_at__isnull=True
    )
    walks = WalksWith.objects.running_at(now).filter(**TO_A_WALK, peer=OuterRef("staff"))
    stands_in = Cover.objects.running_at(now).filter(by=OuterRef("staff"), program=OuterRef("program"))
    return ~(Exists(works) & (Exists(walks) | Exists(works.filter(role__in=SUPERVISORS)) | Exists(stands_in)))


def _falls_to(staff: Staff, now: datetime) -> Any:
    """To whoever walks with the person now; where nobody does, to a supervisor."""
    mine, anybodys = walks_of(staff, now).filter(**TO_A_WALK), WalksWith.objects.carried_at(now).filter(**TO_A_WALK)
    return Exists(mine) | (Q(program__in=staff.programs_as(*SUPERVISORS)) & ~Exists(anybodys))


# Notes


def notes_to_finish(staff: Staff, now: datetime) -> list[list[Part]]:
    """Drafts to go on with, the oldest first; the parts of one contact together."""
    by_contact: dict[Any, list[Part]] = {}
    for part in _to_finish(staff, now):
        by_contact.setdefault(part.contact_id, []).append(part)
    return list(by_contact.values())


@written_once
def _to_finish(staff: Staff, now: datetime) -> QuerySet[Part]:
    parts = Part.objects.to_finish_by(staff, now).without_texts().select_related("person", "contact__staff")
    return parts.order_by("at", "contact", "id")


@written_once
def returned_to(staff: Staff, now: datetime) -> QuerySet[Returned]:
    """Notes a supervisor asks the writer to say more about."""
    back = queries.open_returns(Returned.objects.visible_to(staff, now)).filter(part__contact__staff=staff)
    return back.select_related("person", "by").order_by("at", "id")


def to_cosign(staff: Staff, now: datetime) -> list[Signature]:
    """Signatures of trainees that wait for somebody who may review the note (`rules.may_review`); not while the writer is asked.

    Where they look after the person: what they could not co-sign does not wait for them.
    """
    if not staff.has(*SUPERVISORS):
        return []
    # Few: found first, so that who reaches whom is asked of these alone.
    waiting = _await_cosigning(staff)
    return _to_cosign(staff, waiting, now) if waiting else []


@written_once
def _await_cosigning(staff: Staff) -> QuerySet[AwaitsCosign, UUID]:
    return AwaitsCosign.objects.filter(agency=staff.agency_id).values_list("part", flat=True)


@written_once
def _to_cosign(staff: Staff, waiting: list[UUID], now: datetime) -> QuerySet[Signature]:
    reviewed = Part.objects.filter(queries.to_review_by(staff, now), pk=OuterRef("part"))
    returned = queries.open_returns(Returned.objects.filter(part=OuterRef("part")))
    theirs: Any = Signature.objects.filter(part__in=waiting)
    return (  # type: ignore[no-any-return]
        theirs.filter(~Exists(returned), Exists(reviewed))
        .looked_after_by(staff, now)
        .select_related("person", "part__contact__staff")
        .defer("part__did", "part__words", "part__next_words")
        .order_by("at", "pk")
    )
