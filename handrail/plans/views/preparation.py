"""A preparation sheet: begun, looked at, moved to another day, done, put away."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.audit.door import find, note_opened
from handrail.kit.errors import KeyTaken, Refused
from handrail.kit.paging import page_of
from handrail.kit.views import allow, sent
from handrail.people.models import Person
from handrail.people.queries import programs_looked_after, programs_of
from handrail.plans import actions, queries, rules
from handrail.plans.forms import HowDoneForm, NewPreparationForm, PreparationDayForm
from handrail.plans.models import HowDone, Preparation
from handrail.plans.preparing import on_my_own, sheet_of
from handrail.plans.views.deeds import begin_with, both_said
from handrail.plans.views.goal import sent_before
from handrail.plans.views.pdf import language_of
from handrail.ui.undo import offer_undo, undo_offered


@require_safe
def prepared_list(request: HttpRequest, person_id: str) -> HttpResponse:
    """Every sheet and every choice of a person, with how much they did on their own."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    note_opened(request, person.pk, verb="prepared.opened")
    programs = programs_of(person, request.staff, now)
    page = {
        "person": person,
        "open": queries.preparations_of(person, programs),
        "done": page_of(request, queries.prepared(person, programs)),
        "on_my_own": on_my_own(queries.done_by_how(person, programs)),
        "choices": queries.open_choices(person, programs),
        "made": page_of(request, queries.made_choices(person, programs), name="made"),
        "named": len(programs) > 1,
        "may_plan": rules.may_plan(request.staff, person, now),
    }
    return render(request, "plans/prepared_list.html", page)


@require_safe
def preparation_show(request: HttpRequest, preparation_id: str) -> HttpResponse:
    """One sheet: its questions, and what is asked when it is over."""
    return preparation_page(request, find(Preparation, request, pk=preparation_id))


def preparation_page(request: HttpRequest, preparation: Preparation, status: int = 200, **more: Any) -> HttpResponse:
    """The page of a sheet; `more` is a form that came back, or what the domain said."""
    sheet = sheet_of(queries.whole_preparation(preparation))
    page = {
        "sheet": sheet,
        "preparation": sheet.preparation,
        "person": sheet.preparation.person,
        "may_change": rules.may_change(request.staff, sheet.preparation, timezone.now()),
        "how_form": HowDoneForm(),
        "paper_language": language_of(sheet.preparation.person),
        "refusal": "",
        "undo": undo_offered(request),
    }
    return render(request, "plans/preparation_show.html", page | more, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def preparation_add(request: HttpRequest, person_id: str) -> HttpResponse:
    """Begin a sheet. The page carries the new row's key, so that sending it twice begins one."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    allow(rules.may_plan(request.staff, person, now))
    programs = programs_looked_after(person, request.staff, now)
    form = NewPreparationForm(sent(request), initial=begin_with(request), programs=programs)
    if request.method != "POST" or not form.is_valid():
        page = {"form": form, "person": person}
        return render(request, "plans/preparation_add.html", page, status=422 if form.errors else 200)
    said = form.cleaned_data
    facts = {name: said[name] for name in ("program", "occasion", "on", "at_hour")}
    preparation = Preparation(pk=said["id"], person=person, **facts)
    try:
        actions.begin_preparation(preparation=preparation, text=said["text"], by=request.staff, at=now)
    except KeyTaken:
        preparation = sent_before(queries.preparation_sent_by(request.staff, said["id"]))
    return redirect("plans:preparation_show", preparation.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def preparation_edit(request: HttpRequest, preparation_id: str) -> HttpResponse:
    """Another day or hour."""
    preparation, now = to_change(request, preparation_id)
    form = PreparationDayForm(sent(request), preparation=preparation)
    if request.method != "POST" or not form.is_valid():
        return _day_form(request, preparation, form, 422 if form.errors else 200)
    preparation.on, preparation.at_hour = form.fact_when()
    try:
        actions.set_preparation_day(preparation=preparation, opened=form.marks or None, by=request.staff, at=now)
    except actions.ChangedMeanwhile as stale:
        now_kept = find(Preparation, request, pk=preparation_id)
        return _day_form(request, now_kept, **both_said(request, PreparationDayForm, stale, preparation=now_kept))
    return redirect("plans:preparation_show", preparation.pk)


def _day_form(request: HttpRequest, preparation: Preparation, form: Any, status: int, **more: Any) -> HttpResponse:
    page = {"form": form, "preparation": preparation, "refusal": "", "otherwise": []}
    return render(request, "plans/preparation_edit.html", page | more, status=status)


@require_POST
def preparation_finish(request: HttpRequest, preparation_id: str) -> HttpResponse:
    """It is over: on my own, with help, or somebody did it for me."""
    preparation, now = to_change(request, preparation_id)
    form = HowDoneForm(request.POST)
    if not form.is_valid():
        return preparation_page(request, preparation, status=422, how_form=form)
    how = HowDone(form.cleaned_data["how"])
    return _deed(
        request,
        preparation,
        lambda: actions.finish_preparation(preparation=preparation, how=how, by=request.staff, at=now),
        _("It is noted: %(how)s.") % {"how": how.label},
        reverse("plans:preparation_reopen", args=[preparation.pk]),
    )


@require_POST
def preparation_reopen(request: HttpRequest, preparation_id: str) -> HttpResponse:
    """It is still to come."""
    preparation, now = to_change(request, preparation_id)
    return _deed(request, preparation, lambda: actions.reopen_preparation(preparation=preparation, by=request.staff, at=now))


@require_POST
def preparation_put_away(request: HttpRequest, preparation_id: str) -> HttpResponse:
    """Nobody needs it any more."""
    preparation, now = to_change(request, preparation_id)
    return _deed(
        request,
        preparation,
        lambda: actions.put_preparation_away(preparation=preparation, by=request.staff, at=now),
        _("The sheet is put away."),
        reverse("plans:preparation_take_out", args=[preparation.pk]),
    )


@require_POST
def preparation_take_out(request: HttpRequest, preparation_id: str) -> HttpResponse:
    """Somebody does."""
    preparation, now = to_change(request, preparation_id)
    return _deed(request, preparation, lambda: actions.take_preparation_out(preparation=preparation, by=request.staff, at=now))


def to_change(request: HttpRequest, preparation_id: Any) -> tuple[Preparation, datetime]:
    """The sheet, found and allowed to change; and now."""
    preparation, now = find(Preparation, request, pk=preparation_id), timezone.now()
    allow(rules.may_change(request.staff, preparation, now))
    return preparation, now


def _deed(
    request: HttpRequest, preparation: Preparation, act: Callable[[], Any], said: str = "", undo: str = ""
) -> HttpResponse:
    """Do it, offer the way back. When the domain says no: the page of the sheet, 409."""
    try:
        act()
    except Refused as refused:
        return preparation_page(request, preparation, status=409, refusal=refused.sentence)
    if undo:
        offer_undo(request, said, undo)
    return redirect("plans:preparation_show", preparation.pk)
