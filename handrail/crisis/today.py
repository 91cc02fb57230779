"""What of crisis waits on Today: lines that are to be looked at again."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from handrail.accounts.roles import SUPERVISORS
from handrail.crisis.lines import lines_due
from handrail.ui.moments import day_words
from handrail.ui.today import Deed, Row, Section, register


def lines_to_look_at(request: HttpRequest) -> list[Row]:
    """Numbers change; somebody checks them from time to time."""
    there = reverse("crisis:line_list")
    return [
        Row(
            who=str(line.name),
            why=_("We wanted to look at this number again by %(day)s.") % {"day": day_words(line.review_by)},
            url=there,
            deed=Deed(_("Look"), there),
        )
        for line in lines_due(request.staff.agency_id, timezone.localdate())
    ]


def offer() -> None:
    """Put the section on Today."""
    register(
        Section(
            "crisis_lines",
            lazy("Crisis lines"),
            order=70,
            rows=lines_to_look_at,
            shown_to=lambda request: request.staff.has(*SUPERVISORS),
        )
    )
