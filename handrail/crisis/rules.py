"""Who may do what with crisis plans and in a crisis. Reaching the person is asked by `find()` before any of these."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Program, Staff
from handrail.accounts.roles import IN_AN_EMERGENCY, RUN_SUPPORT, SUPERVISORS, Role
from handrail.crisis.models import InCrisis
from handrail.kit.answers import Allowed, Answer, No
from handrail.people.models import Person
from handrail.people.queries import programs_looked_after, programs_of
from handrail.people.standing import standing_of
from handrail.plans.rules import may_change, may_plan, may_plan_in

__all__ = ["may_be_with", "may_change", "may_keep_lines", "may_list", "may_note", "may_plan", "may_plan_in", "program_to_be_in"]

KEEPS_LINES = (*SUPERVISORS, Role.ADMINISTRATOR)


def may_list(staff: Staff) -> Answer:
    """Whoever walks with people, or may open a record in an emergency, has people to be with in a crisis."""
    if staff.has(*RUN_SUPPORT, *IN_AN_EMERGENCY):
        return Allowed
    return No(_("Your role does not include people's records."))


def may_be_with(staff: Staff, person: Person, at: datetime) -> Answer:
    """Whoever looks after the person, and whoever opened the record in an emergency: this is what it was opened for."""
    if standing_of(staff, person.pk, at).by_way("emergency"):
        return Allowed
    return may_plan(staff, person, at)


def program_to_be_in(staff: Staff, person: Person, at: datetime) -> Program:
    """Where what happens in a crisis is written down: a program one looks after them in; in an emergency any."""
    return (programs_looked_after(person, staff, at) or programs_of(person, staff, at))[0]


def may_note(staff: Staff, use: InCrisis, at: datetime) -> Answer:
    """Whoever looks after the person there writes in it; in an emergency whoever began it, while the record is open to them."""
    if use.by_id == staff.pk and standing_of(staff, use.person_id, at).by_way("emergency"):
        return Allowed
    return may_change(staff, use, at)


def may_keep_lines(staff: Staff) -> Answer:
    """A supervisor or an administrator keeps the numbers right that everybody calls."""
    return Allowed if staff.has(*KEEPS_LINES) else No(_("A supervisor or an administrator keeps the crisis lines."))
