"""Facts of a person, one small page each: add it, put it right, stop it, take it up again."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from handrail.audit.door import NotHere, find
from handrail.kit.views import allow
from handrail.people import actions, queries, rules
from handrail.people.forms import ArrangementForm, PointForm, RowForm, StopForm, SupporterForm
from handrail.people.models import Arrangement, ContactPoint, Fact, Person, Supporter

Act = Callable[..., Any]


@require_http_methods(["GET", "HEAD", "POST"])
def point_add(request: HttpRequest, person_id: str) -> HttpResponse:
    """One more way to reach the person."""
    return _add(request, person_id, PointForm, actions.add_point, "people/point_add.html")


@require_http_methods(["GET", "HEAD", "POST"])
def point_edit(request: HttpRequest, point_id: str) -> HttpResponse:
    """The number changed, or what is safe there did."""
    point = find(ContactPoint, request, along=("person",), pk=point_id)
    return _edit(request, point, PointForm, actions.change_point, "people/point_edit.html")


@require_POST
def point_stop(request: HttpRequest, point_id: str) -> HttpResponse:
    """Nobody uses it any more."""
    point = find(ContactPoint, request, along=("person",), pk=point_id)
    return _stop(request, point, PointForm, actions.stop_point, "people/point_edit.html")


@require_POST
def point_resume(request: HttpRequest, point_id: str) -> HttpResponse:
    """It is good again."""
    return _deed(request, find(ContactPoint, request, pk=point_id), actions.resume_point)


@require_http_methods(["GET", "HEAD", "POST"])
def supporter_add(request: HttpRequest, person_id: str) -> HttpResponse:
    """Somebody who stands by the person."""
    return _add(request, person_id, SupporterForm, actions.add_supporter, "people/supporter_add.html")


@require_http_methods(["GET", "HEAD", "POST"])
def supporter_edit(request: HttpRequest, supporter_id: str) -> HttpResponse:
    """What they may be told changed, or how they are reached."""
    supporter = find(Supporter, request, along=("person",), pk=supporter_id)
    return _edit(request, supporter, SupporterForm, actions.change_supporter, "people/supporter_edit.html")


@require_POST
def supporter_stop(request: HttpRequest, supporter_id: str) -> HttpResponse:
    """They no longer stand by the person."""
    supporter = find(Supporter, request, along=("person",), pk=supporter_id)
    return _stop(request, supporter, SupporterForm, actions.stop_supporter, "people/supporter_edit.html")


@require_POST
def supporter_resume(request: HttpRequest, supporter_id: str) -> HttpResponse:
    """They do again."""
    return _deed(request, find(Supporter, request, pk=supporter_id), actions.resume_supporter)


@require_http_methods(["GET", "HEAD", "POST"])
def arrangement_add(request: HttpRequest, person_id: str) -> HttpResponse:
    """Something is arranged for a need."""
    return _add(request, person_id, ArrangementForm, actions.arrange, "people/arrangement_add.html")


@require_http_methods(["GET", "HEAD", "POST"])
def arrangement_edit(request: HttpRequest, arrangement_id: str) -> HttpResponse:
    """It is arranged differently now."""
    arrangement = find(Arrangement, request, along=("person",), pk=arrangement_id)
    return _edit(request, arrangement, ArrangementForm, actions.change_arrangement, "people/arrangement_edit.html")


@require_POST
def arrangement_stop(request: HttpRequest, arrangement_id: str) -> HttpResponse:
    """It is no longer needed."""
    arrangement = find(Arrangement, request, along=("person",), pk=arrangement_id)
    return _stop(request, arrangement, ArrangementForm, actions.stop_arrangement, "people/arrangement_edit.html")


@require_POST
def arrangement_resume(request: HttpRequest, arrangement_id: str) -> HttpResponse:
    """It is needed again."""
    return _deed(request, find(Arrangement, request, pk=arrangement_id), actions.resume_arrangement)


def _add(request: HttpRequest, person_id: str, form_class: type[RowForm], act: Act, page: str) -> HttpResponse:
    """A new row under the key the page carried; sent twice by the same hands it is the same row."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    allow(rules.may_correct(request.staff, person, now))
    form = form_class(request.POST or None, programs=queries.programs_looked_after(person, request.staff, now))
    if request.method != "POST" or not form.is_valid():
        return render(request, page, {"form": form, "person": person}, status=422 if form.errors else 200)
    row = form.row(person)
    try:
        act(fact=row, by=request.staff, at=now)
    except actions.KeyTaken:
        if not queries.sent_before(type(row), request.staff, row.pk, person):
            raise NotHere from None
    return saved(request, person.pk)


def _edit(request: HttpRequest, row: Any, form_class: type[RowForm], act: Act, page: str) -> HttpResponse:
    now = timezone.now()
    allow(rules.may_change(request.staff, row, now))
    form = form_class(request.POST or None, instance=row)
    if request.method != "POST" or not form.is_valid():
        return _row_page(request, row, form, page, 422 if form.errors else 200)
    if meanwhile := form.meanwhile():
        return _row_page(request, row, form.anew(), page, 409, meanwhile=meanwhile)
    if form.kept():
        act(fact=form.save(commit=False), fields=form.kept(), by=request.staff, at=now)
    return saved(request, row.person_id)


def _row_page(request: HttpRequest, row: Any, form: RowForm, page: str, status: int, **more: Any) -> HttpResponse:
    shown = {"form": form, "row": row, "person": row.person, "stop_form": StopForm()}
    return render(request, page, shown | more, status=status)


def _stop(request: HttpRequest, row: Any, form_class: type[RowForm], act: Act, page: str) -> HttpResponse:
    form = StopForm(request.POST)
    if form.is_valid():
        return _deed(request, row, partial(act, why=form.cleaned_data["why"]))
    allow(rules.may_change(request.staff, row, timezone.now()))
    return _row_page(request, row, form_class(instance=row), page, 422, stop_form=form)


def _deed(request: HttpRequest, row: Fact, act: Act) -> HttpResponse:
    now = timezone.now()
    allow(rules.may_change(request.staff, row, now))
    act(fact=row, by=request.staff, at=now)
    return saved(request, row.person_id)


def saved(request: HttpRequest, person_id: Any) -> HttpResponse:
    """Back to the person's page."""
    messages.success(request, _("Saved."))
    return redirect("people:person_show", person_id)
