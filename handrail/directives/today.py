"""What of directives waits on Today: what runs out soon, and what nobody read again for a year."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from handrail.accounts.roles import RUN_SUPPORT
from handrail.directives import queries
from handrail.directives.shown import full_day
from handrail.ui.today import Deed, Row, Section, register


def ending_soon(request: HttpRequest) -> list[Row]:
    """Directives that run out within ninety days, or just did. The row stays until a new one is signed."""
    today = timezone.localdate()
    return [_ending(one, today) for one in queries.ending_soon(request.staff, today, timezone.now())]


def _ending(one: Any, today: date) -> Row:
    left = (one.signing.ends_on - today).days
    if left <= 0:
        why = _("The directive has run out. It does not count any more.")
    elif left <= 7:
        why = ngettext(
            "The directive runs out in %(days)s day. Is there time to sign a new one together?",
            "The directive runs out in %(days)s days. Is there time to sign a new one together?",
            left,
        ) % {"days": left}
    else:
        why = _("The directive runs out on %(day)s.") % {"day": full_day(one.signing.ends_on)}
    label = _("Go on") if one.has_draft else _("Renew")
    page = reverse("directives:step_show", args=[one.pk, "each-year"])
    return Row(who=one.person.chosen_name, why=why, url=page, deed=Deed(label, page), people=(one.person_id,))


def to_read_again(request: HttpRequest) -> list[Row]:
    """Directives that were neither signed nor read again for a year."""
    rows = []
    for one in queries.to_read_again(request.staff, timezone.localdate(), timezone.now()):
        page = reverse("directives:step_show", args=[one.pk, "each-year"])
        why = _("A year has passed since the directive was signed or read again. Does it still say what they want?")
        rows.append(Row(one.person.chosen_name, why, page, Deed(_("Read it again"), page), (one.person_id,)))
    return rows


def offer() -> None:
    """Put the sections on Today."""
    for name, heading, order, rows in (
        ("directives_ending", lazy("Directives that run out"), 50, ending_soon),
        ("directives_again", lazy("Directives to read again"), 51, to_read_again),
    ):
        section = Section(name, heading, order=order, rows=rows, shown_to=lambda request: request.staff.has(*RUN_SUPPORT))
        register(section)
