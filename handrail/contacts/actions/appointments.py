"""The next time together: made, moved, ended; and a wish to be called."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.contacts.models import Appointment, AppointmentEnded, AppointmentMoved, AskedBy, CallAsked, Ending
from handrail.kit.errors import Refused
from handrail.kit.ids import new_id
from handrail.kit.sent import under_its_key
from handrail.people.models import Enrolment


class AlreadyOver(Refused):
    """Kept, missed or called off already."""

    sentence = _("This appointment is over already. Nothing was changed.")


def _of(row: Enrolment | Appointment) -> dict[str, object]:
    return {"agency_id": row.agency_id, "person_id": row.person_id, "program_id": row.program_id}


@action
def make_appointment(
    *, enrolment: Enrolment, starts_at: datetime, minutes: int | None, how: str, place: str, by: Staff, at: datetime
) -> Appointment:
    """Agree on when and where to be together."""
    same = {"staff": by, "at": starts_at, **_of(enrolment)}
    appointment, _new = Appointment.objects.open().get_or_create(
        **same, defaults={"minutes": minutes, "how": how, "place": place, "made_at": at, "made_by": by}
    )
    record("appointment.made", by=by, at=at, subject=appointment, person=enrolment.person_id)
    return appointment


def _open(appointment: Appointment) -> Appointment:
    """The row as it is now, held until the end of the work."""
    held = Appointment.objects.select_for_update().get(pk=appointment.pk)
    if not held.is_open:
        raise AlreadyOver
    return held


@action
def move_appointment(
    *, appointment: Appointment, to_at: datetime, place: str, asked_by: AskedBy, why: str, by: Staff, at: datetime
) -> Appointment:
    """Another time, or another place."""
    held = _open(appointment)
    if (held.at, held.place) != (to_at, place) or why:
        was = {"was_at": held.at, "was_place": held.place if held.place != place else None}
        AppointmentMoved.objects.create(appointment=held, **was, asked_by=asked_by, why=why, at=at, by=by, **_of(held))
    held.at, held.place = to_at, place
    held.save(update_fields=["at", "place"])
    record("appointment.moved", by=by, at=at, subject=held, person=held.person_id)
    return held


@action
def end_appointment(*, appointment: Appointment, how: Ending, why: str, by: Staff, at: datetime) -> AppointmentEnded:
    """It did not take place: missed, or called off by whom."""
    held = _open(appointment)
    ended = AppointmentEnded.objects.create(appointment=held, how=how, why=why, at=at, by=by, **_of(held))
    record("appointment.ended", by=by, at=at, subject=held, person=held.person_id)
    return ended


@action
def ask_for_call(*, enrolment: Enrolment, about: str, by: Staff, at: datetime, key: UUID | None = None) -> CallAsked:
    """The person would like a call. It stands on Today until somebody spoke with them."""
    asked = CallAsked(pk=key or new_id(), about=about, at=at, noted_by=by, **_of(enrolment))
    under_its_key(asked)
    record("call.asked", by=by, at=at, subject=asked, person=enrolment.person_id)
    return asked


@action
def settle_call(*, asked: CallAsked, by: Staff, at: datetime) -> CallAsked:
    """It is no longer needed."""
    CallAsked.objects.standing().filter(pk=asked.pk).update(settled_at=at, settled_by=by)
    record("call.settled", by=by, at=at, subject=asked, person=asked.person_id)
    return asked
