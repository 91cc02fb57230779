"""The way into a record that contacts knows: what was begun with somebody can be brought to an end after their time is over."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.accounts.roles import SUPERVISORS
from handrail.contacts.models import Part
from handrail.people import reach

LEFT_OPEN = "left_open"


def left_open(staff: Staff, at: datetime, _through: reach.Through) -> Q | None:
    """A supervisor reaches those whose time in their programs is over, while a note about it is not signed."""
    programs = staff.programs_as(*SUPERVISORS)
    if not programs:
        return None
    unsigned = Part.objects.unsigned().filter(person=OuterRef("person"), program=OuterRef("program"))
    return Q(Exists(unsigned), program__in=programs, until_at__lte=at)


def offer() -> None:
    """Register this way."""
    reach.register(LEFT_OPEN, _("A note about them is not signed yet."), left_open, only_looking=True, in_lists=False)
