"""Who may write, sign and answer. Reaching a person is asked by `find()` before any of these."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.accounts.roles import RUN_SUPPORT, SUPERVISORS
from handrail.contacts import queries
from handrail.contacts.models import Appointment, CallAsked, Contact, Part
from handrail.kit.answers import Allowed, Answer, No
from handrail.people.models import Enrolment
from handrail.people.rules import LOOKING

NOT_YOURS = No(_("Only whoever wrote this note can go on with it."))
LOCKED = No(_("This note is signed. It cannot be changed any more, but you can add to it."))


def may_record_at_all(staff: Staff) -> Answer:
    """Peers and those who supervise them record contacts."""
    return Allowed if staff.has(*RUN_SUPPORT) else No(_("Peers and their supervisors record contacts."))


def may_record(staff: Staff, enrolment: Enrolment, at: datetime) -> Answer:
    """Whoever looks after the person in this program records contacts and appointments there."""
    if not staff.has(*RUN_SUPPORT):
        return may_record_at_all(staff)
    mine = Enrolment.objects.looked_after_by(staff, at).filter(pk=enrolment.pk)
    return Allowed if mine.exists() else LOOKING


def may_add_to_record(staff: Staff, row: Part | Appointment | CallAsked, at: datetime) -> Answer:
    """The same for a row that was made in a program: an addendum, the person's comment, a change of an appointment."""
    if not staff.has(*RUN_SUPPORT):
        return may_record_at_all(staff)
    mine = Enrolment.objects.looked_after_by(staff, at).filter(person=row.person_id, program=row.program_id)
    return Allowed if mine.exists() else LOOKING


def may_write(staff: Staff, contact: Contact, parts: Iterable[Part], at: datetime) -> Answer:
    """A draft is its writer's; whose writer can no longer finish it, their supervisor's. Signed, it is nobody's."""
    theirs = list(parts)
    if any(part.is_signed for part in theirs):
        return LOCKED
    if not theirs or contact.parts.count() != len(theirs):
        return NOT_YOURS
    return next((answer for part in theirs if not (answer := may_add_to_record(staff, part, at))), Allowed)


def may_review(staff: Staff, part: Part, at: datetime) -> Answer:
    """A supervisor of the writer, in the program, returns a note or co-signs it; nobody their own."""
    if part.program_id not in staff.programs_as(*SUPERVISORS):
        return No(_("A supervisor of the program can do this."))
    if part.contact.staff_id == staff.pk or part.signature.by_id == staff.pk:
        return No(_("Nobody reviews their own note."))
    if not queries.supervises(staff, part.contact.staff_id, at):
        return No(_("A supervisor of the writer can do this."))
    return may_add_to_record(staff, part, at)
