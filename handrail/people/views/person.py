"""A person: finding them, welcoming them, their page, and who opened their record."""

from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.audit.door import NotHere, find, note_opened, note_shown
from handrail.kit.errors import Refused
from handrail.kit.ids import new_id
from handrail.kit.paging import page_of
from handrail.kit.views import allow
from handrail.kit.whether import look_for_any
from handrail.people import actions, queries, rules
from handrail.people.emergencies import emergencies_of
from handrail.people.forms import EnrolForm, SearchForm, SomebodyElseForm, WelcomeForm
from handrail.people.listing import listed
from handrail.people.models import Enrolment, Person
from handrail.people.opened import days_of
from handrail.people.panels import panels_for
from handrail.people.portrait import portrait_of
from handrail.people.standing import standing_of
from handrail.people.walking import companions_of

MOST_FOUND = 50
NOT_TYPED = ("csrfmiddlewaretoken", "somebody_else", "correct")


@require_POST
def person_search(request: HttpRequest) -> HttpResponse:
    """Find a person by part of a name. A POST although it only reads, because names do not belong in addresses."""
    allow(rules.may_list_people(request.staff))
    form = SearchForm(request.POST)
    asked = form.is_valid() and form.asks()
    words = form.cleaned_data.get("words", "")
    found = queries.found(request.staff, words, timezone.now(), MOST_FOUND) if asked else []
    shown = found[:MOST_FOUND]
    note_shown(request, "person.searched", [person for person, _why in shown])
    page = {
        "rows": listed([person for person, _why in shown], request.staff, {person.pk: why for person, why in shown}),
        "more": len(found) > MOST_FOUND,
        "form": form,
        "words": words,
        "asked": asked,
        "alone": False,
        "may_enrol": rules.may_enrol(request.staff),
        "may_open_in_an_emergency": rules.may_open_in_an_emergency(request.staff),
    }
    fragment = "people/_person_search.html" if request.htmx else "people/person_search.html"
    return render(request, fragment, page, status=422 if form.errors else 200)


@require_safe
def person_show(request: HttpRequest, person_id: str) -> HttpResponse:
    """One person."""
    person = find(Person, request, pk=person_id)
    return _show(request, person)


def _show(request: HttpRequest, person: Person, status: int = 200, **more: Any) -> HttpResponse:
    now = timezone.now()
    look_for_any(person)
    enrolments = queries.enrolments_of(person, request.staff, now)
    may_correct = rules.may_correct(request.staff, person, now)
    programs = queries.programs_to_enrol_into(request.staff, besides=enrolments, at=now) if may_correct else []
    portrait = portrait_of(person, enrolments, request.staff, now)
    note_shown(request, "family.shown", [family.other for family in portrait.family])
    records = queries.records_of_one(request.staff, person)
    note_shown(request, "one.shown", [other for _one, other in records])
    page = {
        "person": person,
        "portrait": portrait,
        "companions": companions_of(enrolments, request.staff, now),
        "ways": standing_of(request.staff, person.pk, now).ways,
        "panels": panels_for(person, request.staff, now),
        "enrol_form": EnrolForm(programs=programs) if programs else None,
        "emergencies": emergencies_of(person, request.staff, now),
        "may_correct": may_correct,
        "may_part": rules.may_part(request.staff, person, now),
        "records": records,
        "ended": _may_come_back(request, person, enrolments, now),
        "refusal": "",
    }
    return render(request, "people/person_show.html", page | more, status=status)


def _may_come_back(request: HttpRequest, person: Person, enrolments: list[Enrolment], now: datetime) -> list[Enrolment]:
    """The programs this reader may welcome the person back into; of each the latest ending."""
    back = rules.may_come_back(request.staff, person.pk, now)
    return list({one.program_id: one for one in enrolments if one.pk in back}.values())


@require_http_methods(["GET", "HEAD", "POST"])
def person_add(request: HttpRequest) -> HttpResponse:
    """Welcome somebody. The page carries the new row's key, so that sending it twice adds one person."""
    allow(rules.may_enrol(request.staff))
    programs, walks_in = queries.programs_to_enrol_into(request.staff), rules.programs_to_walk_in(request.staff)
    form = WelcomeForm(request.POST or None, initial={"id": new_id()}, programs=programs, walks_in=walks_in)
    if request.method != "POST" or not form.is_valid():
        return render(request, "people/person_add.html", {"form": form, "refusal": ""}, status=422 if form.errors else 200)
    now = timezone.now()
    alike = queries.alike(request.staff, form.newcomer(), now)
    apart = [person for person, _why in alike if person.pk in _somebody_else_than(request)]
    if "correct" in request.POST:
        return render(request, "people/person_add.html", {"form": form, "refusal": ""})
    if len(apart) < len(alike):
        return _is_it_the_same(request, alike)
    try:
        person = _welcome(request, form, apart, now)
    except actions.KeyTaken:
        person = _sent_before(request, form.cleaned_data["id"])
    except Refused as refused:
        return render(request, "people/person_add.html", {"form": form, "refusal": refused.sentence}, status=409)
    return _after_welcome(request, person)


def _welcome(request: HttpRequest, form: WelcomeForm, apart: list[Person], at: datetime) -> Person:
    person, told = form.save(commit=False), form.cleaned_data
    person.pk = told["id"]
    return actions.add_person(
        person=person,
        program=told["program"],
        peer=request.staff if told.get("i_walk_with_them") else None,
        chosen_by_person=bool(told.get("they_chose_me")),
        phone=told["phone"],
        apart_from=apart,
        by=request.staff,
        at=at,
    )


def _somebody_else_than(request: HttpRequest) -> set[UUID]:
    """About whom the page was sent on with "somebody else"."""
    form = SomebodyElseForm(request.POST)
    return form.cleaned_data["somebody_else"] if form.is_valid() else set()


def _is_it_the_same(request: HttpRequest, alike: list[queries.WithReasons]) -> HttpResponse:
    """Ask, before anything is saved. Whatever was typed goes along unseen, so that going on or back loses nothing."""
    people = [person for person, _why in alike]
    note_shown(request, "person.held_against", people)
    page = {
        "rows": listed(people, request.staff, {person.pk: why for person, why in alike}),
        "somebody_else": " ".join(str(person.pk) for person in people),
        "sent": [(name, value) for name, values in request.POST.lists() if name not in NOT_TYPED for value in values],
        "new_name": request.POST.get("chosen_name", ""),
    }
    return render(request, "people/person_add.html", page, status=409)


def _sent_before(request: HttpRequest, key: object) -> Person:
    """The same page sent twice by the same hands; for anybody else nothing is there."""
    person = queries.sent_by(request.staff, key)
    if person is None:
        raise NotHere
    return person


def _after_welcome(request: HttpRequest, person: Person) -> HttpResponse:
    """To the person; or to the list, when somebody else will walk with them and the record is theirs from now on."""
    if standing_of(request.staff, person.pk, timezone.now()).ways:
        messages.success(request, _("Saved."))
        return redirect("people:person_show", person.pk)
    messages.success(request, _("Saved. A supervisor will find somebody to walk with them."))
    return redirect("people:person_list")


@require_POST
def person_enrol(request: HttpRequest, person_id: str) -> HttpResponse:
    """The person becomes part of one more program. If they already were, the answer is the same: that may be a secret."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    allow(rules.may_enrol_again(request.staff, person, now))
    form = EnrolForm(request.POST, programs=queries.programs_to_enrol_into(request.staff))
    if not form.is_valid():
        return _show(request, person, status=422, enrol_form=form)
    program = form.cleaned_data["program"]
    with suppress(actions.AlreadySo):
        actions.enrol(person=person, program=program, by=request.staff, at=now)
    messages.success(
        request, _("Saved. Until somebody walks with them in %(program)s, a supervisor there sees them.") % {"program": program}
    )
    return redirect("people:person_show", person.pk)


@require_safe
def person_opened(request: HttpRequest, person_id: str) -> HttpResponse:
    """Who opened this record, in words; made to be looked at together."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    page = page_of(request, queries.openings(person, request.staff, now))
    names = queries.names_of({entry.by_id for entry in page.rows if entry.by_id}, person.agency_id)
    note_opened(request, person.pk, verb="opened.looked_up")
    shown = {
        "person": person,
        "page": page,
        "days": days_of(page.rows, names),
        "appearances": queries.appearances(person, request.staff, now),
    }
    return render(request, "people/person_opened.html", shown)
