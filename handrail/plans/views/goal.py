"""A goal: written down, looked at, changed, moved, ended."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.audit.door import NotHere, find
from handrail.kit.errors import KeyTaken, Refused
from handrail.kit.ids import new_id
from handrail.kit.views import allow, sent
from handrail.people.models import Person
from handrail.people.queries import programs_looked_after
from handrail.plans import actions, queries, rules
from handrail.plans.forms import (
    EXAMPLE,
    CheckInForm,
    EndingForm,
    GoalChangeForm,
    NewGoalForm,
    StepForm,
    as_typed,
    ids_of,
    measure_for,
    measures_offered,
)
from handrail.plans.models import Ending, Goal, WhoDoes
from handrail.plans.shown import shown
from handrail.plans.views.deeds import begin_with, both_said, on_the_plan
from handrail.ui.undo import offer_undo, undo_offered


@require_safe
def goal_show(request: HttpRequest, goal_id: str) -> HttpResponse:
    """One goal: its line and its numbers, its steps, and what can be noted."""
    return goal_page(request, find(Goal, request, pk=goal_id))


def goal_page(request: HttpRequest, goal: Goal, status: int = 200, **more: Any) -> HttpResponse:
    """The page of a goal; `more` is a form that came back, or what the domain said."""
    whole = queries.whole_goal(goal)
    page = {
        "shown": shown(whole),
        "person": whole.person,
        "may_change": rules.may_change(request.staff, whole, timezone.now()),
        "check_in_form": CheckInForm(goal=whole, initial={"id": new_id()}, auto_id="id_check_in_%s"),
        "step_form": StepForm(initial={"id": new_id()}, auto_id="id_step_%s"),
        "who_does": WhoDoes.choices,
        "ending_form": EndingForm(auto_id="id_ending_%s"),
        "wrong_form": None,
        "refusal": "",
        "undo": undo_offered(request),
    }
    return render(request, "plans/goal_show.html", page | more, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def goal_add(request: HttpRequest, person_id: str) -> HttpResponse:
    """Write down a goal. The page carries the new row's key, so that sending it twice writes one."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    allow(rules.may_plan(request.staff, person, now))
    programs = programs_looked_after(person, request.staff, now)
    key = request.POST.get(EXAMPLE, "")
    example = measure_for(key)
    if example:
        form = NewGoalForm(initial=as_typed(request.POST) | example, programs=programs, auto_id=ids_of(key))
    else:
        form = NewGoalForm(sent(request), initial=begin_with(request), programs=programs)
    if request.method != "POST" or not form.is_valid():
        page = {"form": form, "person": person, "measures": measures_offered(), "address": request.path, "found": bool(example)}
        return render(request, _page_or_measure(request, "goal_add", example), page, status=422 if form.errors else 200)
    goal, typed = form.save(commit=False), form.cleaned_data
    goal.pk, goal.person, goal.program = typed["id"], person, typed["program"]
    try:
        actions.add_goal(goal=goal, text=typed["text"], steps=typed["steps"], by=request.staff, at=now)
    except KeyTaken:
        goal = sent_before(queries.goal_sent_by(request.staff, typed["id"]))
    return redirect(on_the_plan(person.pk, f"goal-{goal.pk}") if typed["steps"] else goal_address(goal))


def _page_or_measure(request: HttpRequest, page: str, example: object) -> str:
    """An example goes into the form in its place, where there are scripts; nothing else on the page is touched."""
    return "plans/_measure_fields.html" if example and request.htmx else f"plans/{page}.html"


def goal_address(goal: Goal) -> str:
    """Its own page."""
    return reverse("plans:goal_show", args=[goal.pk])


def sent_before(row: Any) -> Any:
    """The same page sent twice by the same hands; for anybody else nothing is there."""
    if row is None:
        raise NotHere
    return row


@require_http_methods(["GET", "HEAD", "POST"])
def goal_edit(request: HttpRequest, goal_id: str) -> HttpResponse:
    """The part of life, how I will know, and until when."""
    goal, now = to_change(request, goal_id)
    key = request.POST.get(EXAMPLE) or request.GET.get(EXAMPLE, "")
    if example := measure_for(key):
        form = GoalChangeForm(initial=as_typed(request.POST) | example, instance=goal, auto_id=ids_of(key))
        form.initial["opened"] = request.POST.get("opened") or form.initial["opened"]
        return _goal_form(request, goal_id, form, 200, found=True)
    form = GoalChangeForm(sent(request), instance=goal)
    if request.method != "POST" or not form.is_valid():
        return _goal_form(request, goal_id, form, 422 if form.errors else 200)
    try:
        actions.change_goal(goal=form.save(commit=False), opened=form.marks or None, by=request.staff, at=now)
    except actions.ChangedMeanwhile as stale:
        now_kept = find(Goal, request, pk=goal_id)
        return _goal_form(request, goal_id, **both_said(request, GoalChangeForm, stale, instance=now_kept))
    except Refused as refused:
        return _goal_form(request, goal_id, form, 409, refusal=refused.sentence)
    return redirect("plans:goal_show", goal.pk)


def _goal_form(request: HttpRequest, goal_id: str, form: GoalChangeForm, status: int, **more: Any) -> HttpResponse:
    page = {"form": form, "goal_id": goal_id, "refusal": "", "otherwise": [], "address": request.path, "found": False}
    page["measures"] = measures_offered(form.instance)
    return render(request, _page_or_measure(request, "goal_edit", more.get("found")), page | more, status=status)


@require_POST
def goal_move(request: HttpRequest, goal_id: str) -> HttpResponse:
    """One place further up in the plan, or down."""
    goal, now = to_change(request, goal_id)
    up = request.POST.get("way") == "up"
    return deed(request, goal, lambda: actions.move_goal(goal=goal, up=up, by=request.staff, at=now))


@require_POST
def goal_end(request: HttpRequest, goal_id: str) -> HttpResponse:
    """A goal is reached, let go, or changed."""
    goal, now = to_change(request, goal_id)
    form = EndingForm(request.POST, auto_id="id_ending_%s")
    if not form.is_valid():
        return goal_page(request, goal, status=422, ending_form=form, wrong_form=form)
    how, why = Ending(form.cleaned_data["how"]), form.cleaned_data["why"]
    return deed(
        request,
        goal,
        lambda: actions.end_goal(goal=goal, how=how, why=why, by=request.staff, at=now),
        _("The goal has ended: %(how)s.") % {"how": how.label},
        reverse("plans:goal_reopen", args=[goal.pk]),
    )


@require_POST
def goal_reopen(request: HttpRequest, goal_id: str) -> HttpResponse:
    """It has not ended after all."""
    goal, now = to_change(request, goal_id)
    return deed(request, goal, lambda: actions.reopen_goal(goal=goal, by=request.staff, at=now))


def to_change(request: HttpRequest, goal_id: Any) -> tuple[Goal, datetime]:
    """The goal, found and allowed to change; and now."""
    goal, now = find(Goal, request, pk=goal_id), timezone.now()
    allow(rules.may_change(request.staff, goal, now))
    return goal, now


def deed(request: HttpRequest, goal: Goal, act: Callable[[], Any], said: str = "", undo: str = "") -> HttpResponse:
    """Do it, offer the way back, and go to where it was asked for. When the domain says no: the goal's page, 409."""
    try:
        act()
    except Refused as refused:
        return goal_page(request, goal, status=409, refusal=refused.sentence)
    if undo:
        offer_undo(request, said, undo)
    if request.POST.get("from_plan"):
        return redirect(on_the_plan(goal.person_id, f"goal-{goal.pk}"))
    return redirect("plans:goal_show", goal.pk)
