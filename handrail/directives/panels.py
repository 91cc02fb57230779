"""The box on a person's page: whether there is a directive that counts, and the way to it."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.directives import queries, rules
from handrail.directives.shown import state_of
from handrail.people import panels
from handrail.people.models import Person
from handrail.people.queries import programs_of


def directive_box(person: Person, staff: Staff, at: datetime) -> dict[str, Any]:
    """What counts now, what is being written, and what is over, one line each."""
    states = [state_of(one, timezone.localdate(at)) for one in queries.directives_of(person, programs_of(person, staff, at))]
    counts = [one for one in states if one.counts]
    return {
        "glance": [_("Has a signed advance directive")] if counts else [],
        "person": person,
        "counts": counts,
        "drafts": [one for one in states if one.is_draft and not one.is_set_aside],
        "over": next((one for one in states if not one.counts and not one.is_draft), None) if not counts else None,
        "may_begin": rules.may_begin(staff, person, at),
    }


def offer() -> None:
    """Put the box on the page, with the other plans and before what was done together."""
    panels.register("directive", _("If a crisis takes their say"), "directives/_directive_box.html", directive_box, order=14)
