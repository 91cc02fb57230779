"""What somebody learned: pieces of the library that were shared with them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from handrail.audit.door import find, note_opened, note_shown
from handrail.contacts import queries
from handrail.kit.paging import page_of
from handrail.people.models import Person


@require_safe
def learned_list(request: HttpRequest, person_id: str) -> HttpResponse:
    """Every piece that was shared with a person, the latest first, in the programs through which the reader reaches them."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    note_opened(request, person.pk, verb="learned.listed")
    records = queries.records_read(person, request.staff, now)
    note_shown(request, "one.shown", [other for other, _programs in records[1:]])
    page = {
        "person": person,
        "page": page_of(request, queries.learned_by(records)),
        "several_programs": len(records[0][1]) > 1,
    }
    return render(request, "contacts/learned_list.html", page)
