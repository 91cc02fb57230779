"""Family who are people of the agency themselves: each with a record of their own, which the tie does not open."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from handrail.audit.door import NotHere, find, note_opened, note_shown
from handrail.kit.errors import Refused
from handrail.kit.views import allow
from handrail.people import actions, queries, rules
from handrail.people.forms import TieForm
from handrail.people.models import FamilyTie, Person
from handrail.people.views.facts import saved


@require_http_methods(["GET", "HEAD", "POST"])
def tie_add(request: HttpRequest, person_id: str) -> HttpResponse:
    """Somebody of the people one looks after is family of this person."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    allow(rules.may_correct(request.staff, person, now))
    others = list(queries.others_to_tie(person, request.staff, now))
    programs = queries.programs_looked_after(person, request.staff, now)
    form = TieForm(request.POST or None, programs=programs, others=others)
    if request.method != "POST" or not form.is_valid():
        note_shown(request, "family.offered", others)
        shown = {"form": form, "person": person, "others": others, "may_enrol": rules.may_enrol(request.staff)}
        return render(request, "people/tie_add.html", shown, status=422 if form.errors else 200)
    family = form.row(person)
    try:
        actions.tie(fact=family, by=request.staff, at=now)
    except actions.KeyTaken:
        if not queries.sent_before(FamilyTie, request.staff, family.pk, person):
            raise NotHere from None
    except Refused as refused:
        return render(request, "ui/refused.html", {"sentence": refused.sentence}, status=409)
    return saved(request, person.pk)


@require_POST
def tie_end(request: HttpRequest, tie_id: str) -> HttpResponse:
    """The tie was wrong, or they no longer want it to be known here."""
    family, now = find(FamilyTie, request, pk=tie_id), timezone.now()
    note_opened(request, family.other_id, subject=family)
    allow(rules.may_change(request.staff, family, now))
    try:
        actions.untie(fact=family, by=request.staff, at=now)
    except Refused as refused:
        return render(request, "ui/refused.html", {"sentence": refused.sentence}, status=409)
    came_from_other = request.POST.get("from") == str(family.other_id)
    return saved(request, family.other_id if came_from_other else family.person_id)
