"""The list of people: everybody one reaches, in one calm table; sorted and filtered by what stands in the address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from handrail.audit.door import note_shown
from handrail.kit.paging import page_of
from handrail.kit.views import allow
from handrail.people import queries, rules
from handrail.people.caseload import choices_for, headings_of, rows_of
from handrail.people.columns import columns


@require_safe
def person_list(request: HttpRequest) -> HttpResponse:
    """Everybody I reach; for supervisors also those with whom nobody walks yet."""
    allow(rules.may_list_people(request.staff))
    now, alone = timezone.now(), "alone" in request.GET
    if alone:
        allow(rules.may_see_nobody_yet(request.staff))
    choices = choices_for(request.GET, request.staff, now)
    page = page_of(request, queries.PeopleList(request.staff, now, choices.wanted, columns()))
    note_shown(request, "person.listed", page.rows)
    shown = {
        "page": page,
        "rows": rows_of(page.rows, request.staff, columns(), choices),
        "headings": headings_of(columns(), choices),
        "choices": choices,
        "alone": alone,
        "may_see_nobody_yet": rules.may_see_nobody_yet(request.staff),
        "may_enrol": rules.may_enrol(request.staff),
        "may_open_in_an_emergency": rules.may_open_in_an_emergency(request.staff),
        "may_plan_cover": rules.may_plan_cover(request.staff),
    }
    return render(request, "people/person_list.html", shown)
