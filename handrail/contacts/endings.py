"""What of contacts is open when somebody's time in a program ends: notes not signed, appointments to come."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handrail.accounts.models import Staff
from handrail.contacts import actions
from handrail.contacts.models import Appointment, Ending, Part
from handrail.people import endings
from handrail.people.models import Enrolment


def open_matters(enrolment: Enrolment, staff: Staff, at: datetime) -> list[str | Promise]:
    """`1 note is not signed yet.` How many there are is known to whoever reaches the person; what they say is not."""
    notes = Part.objects.unsigned().filter(person=enrolment.person_id, program=enrolment.program_id).count()
    said: list[str | Promise] = []
    if notes:
        waits = ngettext("%(notes)s note is not signed yet.", "%(notes)s notes are not signed yet.", notes) % {"notes": notes}
        said.append(f"{waits} {_('What is open then, a supervisor of the program finishes.')}")
    if _to_come(enrolment, at).exists():
        said.append(_("Appointments to come will be called off."))
    return said


def settle(enrolment: Enrolment, by: Staff, at: datetime) -> None:
    """Nobody waits for an appointment that will not be. Those that are past still want to be told about."""
    for appointment in _to_come(enrolment, at).order_by("at", "id"):
        actions.end_appointment(appointment=appointment, how=Ending.BY_US, why="", by=by, at=at)


def _to_come(enrolment: Enrolment, at: datetime) -> QuerySet[Appointment]:
    return Appointment.objects.open().filter(person=enrolment.person_id, program=enrolment.program_id, at__gt=at)


def offer() -> None:
    """Have a say when an enrolment ends."""
    endings.register(open_matters, settle)
