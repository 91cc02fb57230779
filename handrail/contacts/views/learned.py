"""What somebody learned: pieces of the library that were shared with them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from handrail.audit.door import find, note_opened, note_shown
from handrail.contacts import queries
from handrail.kit.paging import page_of
from handrail.learning.nouns import ENGLISH
from handrail.learning.queries import courses_begun
from handrail.people.models import Person

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
    begun = courses_begun(person.agency_id, had)[:MOST]
    page = {
        "person": person,
        "begun": [(one, one.next.piece.text_in(get_language() or ENGLISH)) for one in begun],
        "page": page_of(request, queries.learned_by(records)),
        "several_programs": len(records[0][1]) > 1,
    }
    return render(request, "contacts/learned_list.html", page)
