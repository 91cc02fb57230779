"""Who may do what with staff and set-up. One sentence each."""

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.accounts.roles import SET_UP, Role
from handrail.kit.answers import Allowed, Answer, No


def may_set_up(staff: Staff) -> Answer:
    """An administrator keeps the agency's settings, programs, staff and roles."""
    return Allowed if staff.has(*SET_UP) else No(_("Only an administrator of your agency can do this."))


def may_see_staff(staff: Staff) -> Answer:
    """Whoever holds a role may know who their colleagues are; an auditor looks at records only."""
    if any(role is not Role.AUDITOR for role, _program in staff.roles_now):
        return Allowed
    return No(_("Your role does not include the list of colleagues."))
