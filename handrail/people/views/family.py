"""Family who are people of the agency themselves: each with a record of their own, which the tie does not open."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from handrail.accounts.models import Program
from handrail.audit.door import NotHere, find, note_opened, note_shown
from handrail.kit.views import allow
from handrail.people import actions, queries, rules
from handrail.people.forms import SearchForm, TieForm
from handrail.people.models import FamilyTie, Person
from handrail.people.views.facts import saved


@require_http_methods(["GET", "HEAD", "POST"])
def tie_add(request: HttpRequest, person_id: str) -> HttpResponse:
    """Somebody of the people one looks after is family of this person. They are looked for first: a list would name everybody."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    allow(rules.may_correct(request.staff, person, now))
    programs = queries.programs_looked_after(person, request.staff, now)
    if request.method != "POST" or "find" in request.POST:
        return _look_for_family(request, person, programs)
    chosen = queries.chosen_to_tie(person, request.staff, now, request.POST.get("other", ""))
    form = TieForm(request.POST, programs=programs, others=chosen)
    if not form.is_valid():
        return _family_page(request, person, form)
    family = form.row(person)
    try:
        actions.tie(fact=family, by=request.staff, at=now)
    except actions.KeyTaken:
        if not queries.sent_before(FamilyTie, request.staff, family.pk, person):
            raise NotHere from None
    return saved(request, person.pk)


def _look_for_family(request: HttpRequest, person: Person, programs: list[Program]) -> HttpResponse:
    """What was typed or chosen so far stays; only those who were found are shown, and noted as shown."""
    search = SearchForm({"words": request.POST.get("words", ""), "nobody_at_first": "on"})
    asked = search.is_valid() and search.asks()
    words = search.cleaned_data.get("words", "")
    others = queries.found_to_tie(person, request.staff, words, timezone.now()) if asked else []
    typed = {name: request.POST[name] for name in ("id", "program", "kin") if name in request.POST}
    form = TieForm(programs=programs, others=others, initial={**typed, "words": words})
    return _family_page(request, person, form, asked=asked)


def _family_page(request: HttpRequest, person: Person, form: TieForm, asked: bool = False) -> HttpResponse:
    note_shown(request, "family.offered", list(form.others.values()))
    shown = {"form": form, "person": person, "asked": asked, "may_enrol": rules.may_enrol(request.staff)}
    return render(request, "people/tie_add.html", shown, status=422 if form.errors else 200)


@require_POST
def tie_end(request: HttpRequest, tie_id: str) -> HttpResponse:
    """The tie was wrong, or they no longer want it to be known here."""
    family, now = find(FamilyTie, request, pk=tie_id), timezone.now()
    note_opened(request, family.other_id, subject=family)
    allow(rules.may_change(request.staff, family, now))
    actions.untie(fact=family, by=request.staff, at=now)
    came_from_other = request.POST.get("from") == str(family.other_id)
    return saved(request, family.other_id if came_from_other else family.person_id)
