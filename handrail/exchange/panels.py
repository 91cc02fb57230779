"""The box on a person's page: what came along with them, to take over or to drop."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.exchange import queries
from handrail.people import panels
from handrail.people.models import Person
from handrail.people.queries import programs_of
from handrail.people.rules import may_correct

SHOWN = 8


def brought_along(person: Person, staff: Staff, at: datetime) -> dict[str, Any] | None:
    """What waits for a word; nothing where nothing waits."""
    waiting = queries.first_brought_along(person, programs_of(person, staff, at), SHOWN + 1)
    if not waiting:
        return None
    return {"waiting": waiting[:SHOWN], "more": len(waiting) > SHOWN, "may_settle": may_correct(staff, person, at)}


def offer() -> None:
    """Put the box on the page."""
    panels.register("brought", _("Brought along"), "exchange/_brought_along.html", brought_along, order=15)
