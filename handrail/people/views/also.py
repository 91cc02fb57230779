"""What else the words of the search field find: tools, pieces to read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from handrail.audit.door import note_shown
from handrail.kit.views import allow
from handrail.people import rules
from handrail.people.forms import SearchForm
from handrail.ui.found import looked_for


@require_POST
def also_search(request: HttpRequest) -> HttpResponse:
    """Beside the people who are found. A POST like the search for people: the words may be a name."""
    allow(rules.may_list_people(request.staff))
    form = SearchForm(request.POST)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    shelves = looked_for(request, words)
    note_shown(request, "also.searched", dict.fromkeys(one.person for looked in shelves for one in looked.found if one.person))
    page = {"shelves": shelves, "words": words, "form": form}
    template = "people/_also_search.html" if request.htmx else "people/also_search.html"
    return render(request, template, page, status=422 if form.errors else 200)
