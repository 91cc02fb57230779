"""Who may change the rules an agency goes by."""

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.accounts.roles import SET_UP
from handrail.kit.answers import Allowed, Answer, No


def may_set_pack(staff: Staff) -> Answer:
    """An administrator keeps the rules and numbers of the agency."""
    return Allowed if staff.has(*SET_UP) else No(_("An administrator of your agency keeps these rules."))
