"""Who may write, sign and answer. Reaching a person is asked by `find()` before any of these."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.accounts.roles import RUN_SUPPORT, SUPERVISORS
from handrail.contacts import queries
from handrail.contacts.models import Appointment, CallAsked, Contact, Part
from handrail.contacts.reaches import LEFT_OPEN
from handrail.kit.answers import Allowed, Answer, No
from handrail.people.models import Enrolment
from handrail.people.rules import LOOKING
from handrail.people.standing import standing_of

LOCKED = No(_("This note is signed. It cannot be changed any more, but you can add to it."))


def may_record_at_all(staff: Staff) -> Answer:
    """Peers and those who supervise them record contacts."""
    return Allowed if staff.has(*RUN_SUPPORT) else No(_("Peers and their supervisors record contacts."))


def may_record(staff: Staff, enrolment: Enrolment, at: datetime) -> Answer:
    """Whoever looks after the person in this program records contacts and appointments there."""
    if not staff.has(*RUN_SUPPORT):
        return may_record_at_all(staff)
    return Allowed if enrolment in standing_of(staff, enrolment.person_id, at).looked_after else LOOKING


def may_add_to_record(staff: Staff, row: Part | Appointment | CallAsked, at: datetime) -> Answer:
    """The same for a row that was made in a program: an addendum, the person's comment, a change of an appointment."""
    if not staff.has(*RUN_SUPPORT):
        return may_record_at_all(staff)
    mine = Enrolment.objects.looked_after_by(staff, at).filter(person=row.person_id, program=row.program_id)
    return Allowed if mine.exists() else LOOKING


def may_finish(staff: Staff, parts: Iterable[Part], at: datetime) -> Answer:
    """Whoever holds drafts (see `models.holding`) signs them, or throws them away; more than looking is asked for here too.

    Somebody's time in a program may be over: what was begun about it can still be brought to an end. Asked once for all parts.
    """
    drafts = [part for part in parts if not part.is_signed]
    if not drafts:
        return LOCKED
    if not staff.has(*RUN_SUPPORT):
        return may_record_at_all(staff)
    mine = Enrolment.objects.looked_after_by(staff, at) | Enrolment.objects.reached_by_way(LEFT_OPEN, staff, at)
    there = set(mine.filter(person__in=[part.person_id for part in drafts]).values_list("person", "program"))
    return Allowed if all((part.person_id, part.program_id) in there for part in drafts) else LOOKING


def may_write(staff: Staff, contact: Contact, parts: Iterable[Part], at: datetime) -> Answer:
    """Going on with a draft is for whoever holds it, until any part of the contact is signed: they share how and when it was."""
    if contact.parts.filter(signature__isnull=False).exists():
        return LOCKED
    return may_finish(staff, parts, at)


def may_review(staff: Staff, part: Part, at: datetime) -> Answer:
    """Whoever stands behind the writer, or the program, returns a note or co-signs it; nobody their own."""
    if not staff.has(*SUPERVISORS):
        return No(_("A supervisor can do this."))
    if staff.pk in (part.contact.staff_id, part.signature.by_id):
        return No(_("Nobody reviews their own note."))
    if not Part.objects.filter(queries.to_review_by(staff, at), pk=part.pk).exists():
        return No(_("A supervisor of the writer, or of the program, can do this."))
    return may_add_to_record(staff, part, at)
