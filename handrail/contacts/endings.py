"""What of contacts is open when somebody's time in a program ends: notes nobody signed or stood behind yet, what is to come."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handrail.accounts.models import Staff
from handrail.contacts import actions, queries
from handrail.contacts.models import Appointment, AwaitsCosign, Ending, Part, Returned
from handrail.people import endings
from handrail.people.models import Enrolment


def open_matters(enrolment: Enrolment, staff: Staff, at: datetime) -> list[str | Promise]:
    """`1 note is not signed yet.` How many there are is known to whoever reaches the person; what they say is not."""
    there = {"person": enrolment.person_id, "program": enrolment.program_id}
    notes = Part.objects.unsigned().filter(**there).count()
    said: list[str | Promise] = []
    if notes:
        said.append(
            ngettext("%(notes)s note is not signed yet.", "%(notes)s notes are not signed yet.", notes) % {"notes": notes}
        )
    if waiting := AwaitsCosign.objects.filter(**there).count():
        said.append(
            ngettext("%(notes)s note waits to be co-signed.", "%(notes)s notes wait to be co-signed.", waiting)
            % {"notes": waiting}
        )
    if back := queries.open_returns(Returned.objects.filter(**there)).values("part").distinct().count():
        said.append(
            ngettext("A supervisor asked for more on %(notes)s note.", "A supervisor asked for more on %(notes)s notes.", back)
            % {"notes": back}
        )
    if queries.calls_asked(enrolment.person, [enrolment.program], at):
        said.append(_("They asked for a call."))
    if past := Appointment.objects.open().filter(at__lte=at, at__gt=at - queries.NOT_TOLD_FOR, **there).count():
        said.append(
            ngettext(
                "%(past)s appointment is over, and nobody noted how it went.",
                "%(past)s appointments are over, and nobody noted how they went.",
                past,
            )
            % {"past": past}
        )
    if to_come := _to_come(enrolment, at).count():
        said.append(
            ngettext("%(many)s appointment is to come.", "%(many)s appointments are to come.", to_come) % {"many": to_come}
        )
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
