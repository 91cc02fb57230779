"""Who somebody is: names and birth on one page, languages, culture and needs each on one of their own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from handrail.audit.door import NotHere, find
from handrail.kit.views import allow
from handrail.people import actions, rules
from handrail.people.forms import PARTS, NamesForm
from handrail.people.models import Person
from handrail.people.views.facts import saved


@require_http_methods(["GET", "HEAD", "POST"])
def person_edit(request: HttpRequest, person_id: str) -> HttpResponse:
    """Correct who somebody is."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    allow(rules.may_correct(request.staff, person, now))
    form = NamesForm(request.POST or None, instance=person)
    if request.method != "POST" or not form.is_valid():
        page = {"form": form, "person": person}
        return render(request, "people/person_edit.html", page, status=422 if form.errors else 200)
    if meanwhile := form.meanwhile():
        page = {"form": form.anew(), "person": person, "meanwhile": meanwhile}
        return render(request, "people/person_edit.html", page, status=409)
    if form.kept():
        actions.correct_person(person=form.save(commit=False), by=request.staff, at=now, fields=form.kept())
    return saved(request, person.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def person_part(request: HttpRequest, person_id: str, part: str) -> HttpResponse:
    """Languages, culture and faith, or what they need: a few fields at a time."""
    if part not in PARTS:
        raise NotHere
    person, now = find(Person, request, pk=person_id), timezone.now()
    allow(rules.may_correct(request.staff, person, now))
    heading, form_class = PARTS[part]
    form = form_class(request.POST or None, instance=person)
    if request.method != "POST" or not form.is_valid():
        page = {"form": form, "person": person, "part": part, "heading": heading}
        return render(request, "people/person_part.html", page, status=422 if form.errors else 200)
    if form.kept():
        actions.correct_person(person=form.save(commit=False), by=request.staff, at=now, fields=form.kept(), part=part)
    return saved(request, person.pk)
