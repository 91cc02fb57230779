"""Who may do what with a directive. Reaching the person is asked by `find()` before any of these."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Program, Staff
from handrail.accounts.roles import IN_AN_EMERGENCY, RUN_SUPPORT
from handrail.directives.models import Directive
from handrail.kit.answers import Allowed, Answer, No
from handrail.people.models import OfAPerson, Person
from handrail.plans import rules as plans

IS_SET_ASIDE = No(_("This draft was set aside. Take it up again to go on with it."))


def may_begin(staff: Staff, person: Person, at: datetime) -> Answer:
    """Whoever writes in the plan helps with a directive."""
    return plans.may_plan(staff, person, at)


def may_begin_in(staff: Staff, person: Person, program: Program, at: datetime) -> Answer:
    """The same, in one program of the person."""
    return plans.may_plan_in(staff, person, program, at)


def may_help(staff: Staff, row: OfAPerson, at: datetime) -> Answer:
    """Whoever looks after the person there writes down what they say, and notes what becomes of the paper."""
    return plans.may_change(staff, row, at)


def may_find_by_card(staff: Staff) -> Answer:
    """Whoever may have people's records to open answers the phone to whoever found a card."""
    if staff.has(*RUN_SUPPORT, *IN_AN_EMERGENCY):
        return Allowed
    return No(_("Your role does not include people's records."))


def may_retrieve(staff: Staff, directive: Directive, at: datetime) -> Answer:
    """Whoever reaches the person gets the signed paper, also in an emergency: that is what it is for. It takes a reason."""
    return Allowed
