"""Who may do what with a plan. Reaching the person is asked by `find()` before any of these."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Program, Staff
from handrail.accounts.roles import RUN_SUPPORT
from handrail.kit.answers import Allowed, Answer, No
from handrail.people.models import OfAPerson, Person
from handrail.people.queries import programs_looked_after
from handrail.people.rules import LOOKING

NOT_THIS_ROLE = No(_("A peer or a supervisor writes in the plan, together with the person."))


def may_plan(staff: Staff, person: Person, at: datetime) -> Answer:
    """Whoever walks with the person, covers or supervises writes down with them what they want and their goals."""
    if not staff.has(*RUN_SUPPORT):
        return NOT_THIS_ROLE
    return Allowed if programs_looked_after(person, staff, at) else LOOKING


def may_plan_in(staff: Staff, person: Person, program: Program, at: datetime) -> Answer:
    """The same, in one program of the person."""
    if not staff.has(*RUN_SUPPORT):
        return NOT_THIS_ROLE
    return Allowed if program in programs_looked_after(person, staff, at) else LOOKING


def may_change(staff: Staff, row: OfAPerson, at: datetime) -> Answer:
    """The same people change it, in the program it was written in."""
    if not staff.has(*RUN_SUPPORT):
        return NOT_THIS_ROLE
    return Allowed if type(row).objects.looked_after_by(staff, at).filter(pk=row.pk).exists() else LOOKING
