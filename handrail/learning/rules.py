"""Who keeps the library. Everybody of the staff reads it."""

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.accounts.roles import SET_UP, SUPERVISORS
from handrail.kit.answers import Allowed, Answer, No


def may_keep_library(staff: Staff) -> Answer:
    """Supervisors and administrators add the agency's own pieces, and say what is offered."""
    keeps = staff.has(*SUPERVISORS, *SET_UP)
    return Allowed if keeps else No(_("A supervisor or an administrator of your agency keeps the library."))
