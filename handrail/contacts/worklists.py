"""What waits for a worker: whom to reach out to, today's appointments, notes to finish, notes to answer or to stand behind."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from handrail.accounts.models import Staff, Supervises
from handrail.accounts.roles import PEERS, SUPERVISORS
from handrail.contacts import queries
from handrail.contacts.clock import is_longer_than_agreed
from handrail.contacts.models import Appointment, CallAsked, Part, Returned
from handrail.kit.spans import end_of
from handrail.people.models import Cover, Enrolment, SupportAgreement, WalksWith

NOT_TOLD_FOR = timedelta(days=30)
"""An appointment nobody said anything about stays on Today for so long."""


@dataclass(frozen=True)
class ToReach:
    """Somebody to reach out to, with what is known for the reason. The first reason that holds is told."""

    there: Any
    asked: bool
    never_met: bool
    longer: bool


def walks_of(staff: Staff, at: datetime) -> QuerySet[WalksWith]:
    """The staff member's own walks, and those of whom they stand in for now; of the enrolment around."""
    covered = Cover.objects.running_at(at).filter(by=staff).values("covered")
    return WalksWith.objects.running_at(at).filter(Q(peer=staff) | Q(peer__in=covered), enrolment=OuterRef("pk"))


def to_reach_out(staff: Staff, now: datetime) -> list[ToReach]:
    """Asked for a call; never met yet; longer than agreed. Who comes today anyway is left out: they are among the appointments."""
    if not staff.has(*PEERS, *SUPERVISORS):
        return []
    here = {"person": OuterRef("person"), "program": OuterRef("program")}
    calls = queries.standing_calls(CallAsked.objects.filter(**here)).order_by("at")
    agreed = SupportAgreement.objects.running_at(now).filter(**here)
    walks = walks_of(staff, now).order_by("-from_at")
    coming = Appointment.objects.open().filter(**here, at__gte=now, at__lt=end_of(timezone.localdate(now)))
    rows = (
        Enrolment.objects.looked_after_by(staff, now)
        .running_at(now)
        .filter(Exists(walks), ~Exists(coming))
        .annotate(
            last_at=Subquery(Part.objects.filter(**here).spoken().order_by("-at").values("at")[:1]),
            every_days=Subquery(agreed.values("every_days")[:1]),
            asked_at=Subquery(calls.values("at")[:1]),
            asked_about=Subquery(calls.values("about")[:1]),
            walk_began_at=Subquery(walks.values("from_at")[:1]),
            they_chose=Subquery(walks.values("chosen_by_person")[:1]),
        )
        .select_related("person", "program")
        .order_by(F("asked_at").asc(nulls_last=True), F("last_at").asc(nulls_first=True), "id")
    )
    reached = [_to_reach(there, now) for there in rows]
    return [one for one in reached if one.asked or one.never_met or one.longer]


def _to_reach(there: Any, now: datetime) -> ToReach:
    longer = bool(there.last_at and there.every_days and is_longer_than_agreed(there.last_at, there.every_days, now))
    return ToReach(there, asked=there.asked_at is not None, never_met=there.last_at is None, longer=longer)


def appointments_today(staff: Staff, now: datetime) -> QuerySet[Appointment]:
    """Until the end of today, those nobody has told about included; one's own, and those of whom one stands in for."""
    covered = Cover.objects.running_at(now).filter(by=staff).values("covered")
    mine: QuerySet[Appointment] = Appointment.objects.visible_to(staff, now).open()  # type: ignore[attr-defined]
    until = end_of(timezone.localdate(now))
    return (
        mine.filter(Q(staff=staff) | Q(staff__in=covered), at__gt=now - NOT_TOLD_FOR, at__lt=until)
        .select_related("person", "program", "staff")
        .order_by("at", "id")
    )


def notes_to_finish(staff: Staff, now: datetime) -> list[list[Part]]:
    """Drafts to go on with, the oldest first; the parts of one contact together."""
    parts = Part.objects.to_finish_by(staff, now).select_related("person", "contact__staff").order_by("at", "contact", "id")
    by_contact: dict[Any, list[Part]] = {}
    for part in parts:
        by_contact.setdefault(part.contact_id, []).append(part)
    return list(by_contact.values())


def returned_to(staff: Staff, now: datetime) -> QuerySet[Returned]:
    """Notes a supervisor asks the writer to say more about."""
    back = queries.open_returns(Returned.objects.visible_to(staff, now)).filter(part__contact__staff=staff)
    return back.select_related("part__person", "by").order_by("at", "id")


def to_cosign(staff: Staff, now: datetime) -> QuerySet[Part]:
    """Notes of trainees the supervisor stands behind; not while they wait for the trainee's answer."""
    writers = Supervises.objects.running_at(now).filter(supervisor=staff).values("staff")
    waiting = queries.open_returns(Returned.objects.filter(part=OuterRef("pk")))
    return (
        Part.objects.visible_to(staff, now)
        .filter(signature__needs_cosign=True, cosigned__isnull=True, contact__staff__in=writers)
        .filter(~Exists(waiting), program__in=staff.programs_as(*SUPERVISORS))
        .select_related("person", "contact__staff", "signature")
        .order_by("signature__at", "id")
    )
