"""What contacts shows on a person's page: what comes next, and what was lately."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.contacts import queries, rules
from handrail.contacts.forms import CallForm
from handrail.people import panels
from handrail.people.models import Person
from handrail.people.queries import arrangements_of, programs_of
from handrail.ui.moments import moment_words

LATEST, EARLIER = 5, 15
"""At a glance so many; so many more on the page; all others on a page of their own."""


def together(person: Person, staff: Staff, now: datetime) -> dict[str, Any] | None:
    """The next appointment, wishes for a call, the latest contacts, and the ways to record one."""
    there = queries.programs_recorded_in(staff, person, now) if rules.may_record_at_all(staff) else []
    programs = programs_of(person, staff, now)
    coming = queries.next_appointments(person, programs, now, LATEST)
    parts = queries.latest_parts(queries.records_read(person, staff, now), staff, now, LATEST + EARLIER + 1)
    following = next((one for one in coming if one.until >= now), None)
    return {
        "glance": [_("Next time: %(when)s") % {"when": moment_words(following.at)}] if following else [],
        "coming": coming,
        "calls": queries.calls_asked(person, programs, now),
        "latest": parts[:LATEST],
        "earlier": parts[LATEST : LATEST + EARLIER],
        "more": len(parts) > LATEST + EARLIER,
        "several_programs": len(programs) > 1,
        "there": [(enrolment, program, CallForm(auto_id=f"call-{enrolment.pk}-%s")) for enrolment, program in there],
        "several": len(there) > 1,
        "arrangements": arrangements_of(person, programs) if coming else [],
        "now": now,
    }


def learned(person: Person, staff: Staff, now: datetime) -> dict[str, Any] | None:
    """What they learned: the latest pieces of the library that were shared with them. No box until there is one."""
    records = queries.records_read(person, staff, now)
    shared = queries.learned_lately(records, LATEST + 1)
    several = len(records[0][1]) > 1
    return {"shared": shared[:LATEST], "more": len(shared) > LATEST, "several_programs": several} if shared else None


def offer() -> None:
    """Put the boxes on every person's page."""
    panels.register("learned", _("What they learned"), "contacts/_learned.html", learned, order=30)
    panels.register("together", _("Together"), "contacts/_together.html", together, order=20)
