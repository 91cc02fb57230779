"""A list of people, a person, and who opened their record."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.accounts.models import Program
from handrail.audit.door import NotHere, find, note_opened, note_shown
from handrail.kit.errors import Refused
from handrail.kit.ids import new_id
from handrail.kit.paging import page_of
from handrail.kit.views import allow
from handrail.people import actions, queries, rules
from handrail.people.forms import PersonForm, SearchForm, WelcomeForm
from handrail.people.models import Person
from handrail.people.panels import panels_for
from handrail.people.reach import ways_of

MOST_FOUND = 50


@require_safe
def person_list(request: HttpRequest) -> HttpResponse:
    """Everybody I reach; for supervisors also those with whom nobody walks yet."""
    allow(rules.may_list_people(request.staff))
    now, alone = timezone.now(), "alone" in request.GET
    people = queries.nobody_walks_with_yet(request.staff, now) if alone else queries.my_people(request.staff, now)
    page = page_of(request, people)
    note_shown(request, "person.listed", page.rows)
    shown = {
        "page": page,
        "alone": alone,
        "may_see_alone": rules.may_plan_cover(request.staff),
        "may_enrol": rules.may_enrol(request.staff),
        "may_open_in_an_emergency": rules.may_open_in_an_emergency(request.staff),
        "may_plan_cover": rules.may_plan_cover(request.staff),
        "search": SearchForm(),
    }
    return render(request, "people/person_list.html", shown)


@require_POST
def person_search(request: HttpRequest) -> HttpResponse:
    """Find a person by part of a name. A POST although it only reads, because names do not belong in addresses."""
    allow(rules.may_list_people(request.staff))
    form = SearchForm(request.POST)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    people = queries.found_by_name(queries.my_people(request.staff, timezone.now()), words)[: MOST_FOUND + 1]
    found = list(people)
    note_shown(request, "person.searched", found[:MOST_FOUND])
    page = {"found": found[:MOST_FOUND], "more": len(found) > MOST_FOUND, "search": form, "words": words}
    fragment = "people/_person_search.html" if request.htmx else "people/person_search.html"
    return render(request, fragment, page, status=422 if form.errors else 200)


@require_safe
def person_show(request: HttpRequest, person_id: str) -> HttpResponse:
    """One person."""
    person = find(Person, request, pk=person_id)
    return _show(request, person)


def _show(request: HttpRequest, person: Person, status: int = 200, **more: object) -> HttpResponse:
    now = timezone.now()
    page = {
        "person": person,
        "enrolments": list(queries.enrolments_of(person, request.staff, now)),
        "ways": ways_of(request.staff, person.pk, now),
        "panels": panels_for(request, person),
        "programs": _other_programs(request, person),
        "emergencies": list(queries.emergencies_of(person)[:5]),
        "now": now,
    }
    return render(request, "people/person_show.html", page | more, status=status)


def _other_programs(request: HttpRequest, person: Person) -> list[Program]:
    """Programs this staff member could welcome the person into as well."""
    running = queries.enrolments_of(person, request.staff, timezone.now()).filter(until_at__isnull=True)
    return list(queries.programs_to_enrol_into(request.staff).exclude(pk__in=running.values("program")))


@require_http_methods(["GET", "HEAD", "POST"])
def person_add(request: HttpRequest) -> HttpResponse:
    """Welcome somebody. The page carries the new row's key, so that sending it twice adds one person."""
    allow(rules.may_enrol(request.staff))
    programs, may_walk = queries.programs_to_enrol_into(request.staff), rules.walks(request.staff)
    form = WelcomeForm(request.POST or None, initial={"id": new_id()}, programs=programs, may_walk=may_walk)
    if request.method != "POST" or not form.is_valid():
        return render(request, "people/person_add.html", {"form": form}, status=422 if form.errors else 200)
    person = form.save(commit=False)
    person.pk = form.cleaned_data["id"]
    peer = request.staff if form.cleaned_data.get("i_walk_with_them") else None
    try:
        actions.add_person(
            person=person, program=form.cleaned_data["program"], peer=peer, by=request.staff, at=timezone.now()
        )
    except actions.KeyTaken:
        person = _sent_before(request, form.cleaned_data["id"])
    except Refused as refused:
        return render(request, "people/person_add.html", {"form": form, "refusal": refused.sentence}, status=409)
    return redirect("people:person_show", person.pk)


def _sent_before(request: HttpRequest, key: object) -> Person:
    """The same page sent twice by the same hands; for anybody else nothing is there."""
    person = find(Person, request, pk=key)
    if person.made_by_id != request.staff.pk:
        raise NotHere
    return person


@require_http_methods(["GET", "HEAD", "POST"])
def person_edit(request: HttpRequest, person_id: str) -> HttpResponse:
    """Correct who somebody is."""
    person = find(Person, request, pk=person_id)
    allow(rules.may_correct(request.staff, person, timezone.now()))
    form = PersonForm(request.POST or None, instance=person)
    if request.method != "POST" or not form.is_valid():
        page = {"form": form, "person": person}
        return render(request, "people/person_edit.html", page, status=422 if form.errors else 200)
    actions.correct_person(person=form.save(commit=False), by=request.staff, at=timezone.now())
    messages.success(request, _("Saved."))
    return redirect("people:person_show", person.pk)


@require_POST
def person_enrol(request: HttpRequest, person_id: str) -> HttpResponse:
    """The person becomes part of one more program."""
    person = find(Person, request, pk=person_id)
    program = find(Program.objects.open(), request, pk=request.POST.get("program") or None)
    allow(rules.may_enrol_into(request.staff, program))
    try:
        actions.enrol(person=person, program=program, by=request.staff, at=timezone.now())
    except Refused as refused:
        return _show(request, person, status=409, refusal=refused.sentence)
    return redirect("people:person_show", person.pk)


@require_safe
def person_opened(request: HttpRequest, person_id: str) -> HttpResponse:
    """Who opened this record, in words; made to be looked at together."""
    person = find(Person, request, pk=person_id)
    allow(rules.may_say_who_opened(request.staff, person, timezone.now()))
    page = page_of(request, queries.openings(person))
    names = queries.names_of({entry.by_id for entry in page.rows if entry.by_id}, person.agency_id)
    note_opened(request, person.pk, verb="opened.looked_up")
    shown = {
        "person": person,
        "page": page,
        "lines": [(entry, names.get(entry.by_id, "")) for entry in page.rows],
        "appearances": queries.appearances(person),
    }
    return render(request, "people/person_opened.html", shown)
