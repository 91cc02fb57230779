"""What somebody learned: pieces of the library that were shared with them."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from handrail.accounts.models import Staff
from handrail.audit.door import find, note_opened, note_shown
from handrail.contacts import queries, rules
from handrail.kit.paging import page_of
from handrail.learning.catalogue import phases
from handrail.learning.nouns import ENGLISH, Shelf
from handrail.learning.queries import begun_of, courses_of
from handrail.people.ages import is_grown_up
from handrail.people.models import Person
from handrail.people.queries import enrolments_of, phases_of

MOST = 3
"""So many ways through the library are enough for anybody at a time."""


@require_safe
def learned_list(request: HttpRequest, person_id: str) -> HttpResponse:
    """Every piece that was shared with a person, the latest first, in the programs through which the reader reaches them; above
    them how far they are on the way through a curriculum, and what comes next."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    note_opened(request, person.pk, verb="learned.listed")
    records = queries.records_read(person, request.staff, now)
    note_shown(request, "one.shown", [other for other, _programs in records[1:]])
    had = set(queries.learned_by(records).order_by().values_list("key", flat=True).distinct())
    grown_up = is_grown_up(person, timezone.localdate(now))
    begun = begun_of(courses_of(person.agency_id), had, grown_up=grown_up)[:MOST]
    page = {
        "person": person,
        "phase": _phase_of(person, request.staff, now),
        "share_url": _where_to_share(person, request.staff, now),
        "begun": [(one, one.next.piece.text_in(get_language() or ENGLISH)) for one in begun],
        "page": page_of(request, queries.learned_by(records)),
        "several_programs": len(records[0][1]) > 1,
    }
    return render(request, "contacts/learned_list.html", page)


def _phase_of(person: Person, staff: Staff, now: datetime) -> Shelf | None:
    """Where on the road somebody is now, as the library has it."""
    running = [
        one for one in phases_of(person, enrolments_of(person, staff, now)) if one.until_at is None or one.until_at > now
    ]
    return phases()[running[0].phase] if running else None


def _where_to_share(person: Person, staff: Staff, now: datetime) -> str:
    """The page on which a contact with this person begins; where there are several programs, the one that asks; or nothing."""
    there = queries.programs_recorded_in(staff, person, now) if rules.may_record_at_all(staff) else []
    if len(there) == 1:
        return reverse("contacts:contact_start", args=[there[0][0].pk])
    return reverse("contacts:contact_pick") if there else ""
