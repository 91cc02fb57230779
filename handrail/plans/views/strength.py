"""Strengths: written down, looked at, changed, taken out; and the moments in which they show."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.audit.door import find
from handrail.kit.errors import KeyTaken
from handrail.kit.ids import new_id
from handrail.kit.paging import page_of
from handrail.kit.views import allow, sent
from handrail.people.models import Person
from handrail.people.queries import programs_looked_after
from handrail.plans import actions, queries, rules
from handrail.plans.catalogue.strengths import skill_areas
from handrail.plans.forms import EXAMPLE, MomentForm, NewStrengthForm, StrengthChangeForm, as_typed, ids_of, strength_for
from handrail.plans.models import Strength, StrengthShown
from handrail.plans.shown import shown_strength
from handrail.plans.views.deeds import begin_with, both_said, do, moment_on, on_the_plan
from handrail.plans.views.goal import sent_before
from handrail.ui.undo import undo_offered


@require_http_methods(["GET", "HEAD", "POST"])
def strength_add(request: HttpRequest, person_id: str) -> HttpResponse:
    """Write down a strength; in its place on the plan, or on a page of its own. An example can be tapped into the form."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    allow(rules.may_plan(request.staff, person, now))
    programs = programs_looked_after(person, request.staff, now)
    key = request.POST.get(EXAMPLE, "")
    if example := strength_for(key, request.POST.get("text", "")):
        typed = as_typed(request.POST) | example
        return _new(request, person, NewStrengthForm(initial=typed, programs=programs, auto_id=ids_of(key)))
    form = NewStrengthForm(sent(request), initial=begin_with(request), programs=programs)
    if request.method != "POST" or not form.is_valid():
        return _new(request, person, form)
    strength, typed = form.save(commit=False), form.cleaned_data
    strength.pk, strength.person, strength.program = typed["id"], person, typed["program"]
    try:
        actions.add_strength(strength=strength, text=typed["text"], where=typed["where"], by=request.staff, at=now)
    except KeyTaken:
        strength = sent_before(queries.strength_sent_by(request.staff, typed["id"]))
    return redirect(on_the_plan(person.pk, f"strength-{strength.pk}"))


def _new(request: HttpRequest, person: Person, form: NewStrengthForm) -> HttpResponse:
    page = {"form": form, "person": person, "areas": skill_areas().values(), "in_place": bool(request.htmx)}
    template = "plans/_strength_form.html" if request.htmx else "plans/strength_add.html"
    return render(request, template, page, status=422 if form.errors else 200)


@require_safe
def strength_show(request: HttpRequest, strength_id: str) -> HttpResponse:
    """One strength, with every moment in which it showed."""
    return _show(request, find(Strength, request, pk=strength_id))


def _show(request: HttpRequest, strength: Strength, status: int = 200, **more: Any) -> HttpResponse:
    whole = queries.whole_strength(strength)
    page = {
        "shown": shown_strength(whole),
        "person": whole.person,
        "page": page_of(request, queries.moments_of(whole)),
        "may_change": rules.may_change(request.staff, whole, timezone.now()),
        "form": MomentForm(initial={"id": new_id()}),
        "refusal": "",
        "undo": undo_offered(request),
    }
    return render(request, "plans/strength_show.html", page | more, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def strength_edit(request: HttpRequest, strength_id: str) -> HttpResponse:
    """What it is a skill of, and who noticed it."""
    strength, now = _to_change(request, strength_id)
    form = StrengthChangeForm(sent(request), instance=strength)
    if request.method != "POST" or not form.is_valid():
        return _edit(request, strength_id, form, 422 if form.errors else 200)
    try:
        actions.change_strength(strength=form.save(commit=False), opened=form.marks or None, by=request.staff, at=now)
    except actions.ChangedMeanwhile as stale:
        now_kept = find(Strength, request, pk=strength_id)
        return _edit(request, strength_id, **both_said(request, StrengthChangeForm, stale, instance=now_kept))
    return redirect("plans:strength_show", strength.pk)


def _edit(request: HttpRequest, strength_id: str, form: StrengthChangeForm, status: int, **more: Any) -> HttpResponse:
    page = {"form": form, "strength_id": strength_id, "refusal": "", "otherwise": []}
    return render(request, "plans/strength_edit.html", page | more, status=status)


@require_POST
def strength_take_out(request: HttpRequest, strength_id: str) -> HttpResponse:
    """They do not say so of themselves any more."""
    strength, now = _to_change(request, strength_id)
    return do(
        request,
        lambda: actions.take_out_strength(strength=strength, by=request.staff, at=now),
        back=on_the_plan(strength.person_id, f"strengths-{strength.program_id}"),
        refused=lambda **more: _show(request, strength, **more),
        said=_("The strength is out of the plan."),
        undo=reverse("plans:strength_put_back", args=[strength.pk]),
    )


@require_POST
def strength_put_back(request: HttpRequest, strength_id: str) -> HttpResponse:
    """They do after all."""
    strength, now = _to_change(request, strength_id)
    return do(
        request,
        lambda: actions.put_back_strength(strength=strength, by=request.staff, at=now),
        back=on_the_plan(strength.person_id, f"strength-{strength.pk}"),
        refused=lambda **more: _show(request, strength, **more),
    )


@require_POST
def moment_add(request: HttpRequest, strength_id: str) -> HttpResponse:
    """It showed: today in one tap on the plan; with where and when on its own page."""
    strength, now = _to_change(request, strength_id)
    form = MomentForm(request.POST)
    if not form.is_valid():
        return _show(request, strength, status=422, form=form)
    typed = form.cleaned_data
    at = moment_on(typed["on"], now)

    def note() -> Any:
        try:
            return actions.note_strength(strength=strength, where=typed["where"], key=typed["id"], by=request.staff, at=at)
        except KeyTaken:
            return sent_before(queries.moment_sent_by(request.staff, typed["id"]))

    return do(
        request,
        note,
        back=_back(request, strength),
        refused=lambda **more: _show(request, strength, **more),
        said=_("It is noted: this strength showed."),
        undo=reverse("plans:moment_take_out", args=[typed["id"]]),
    )


@require_POST
def moment_take_out(request: HttpRequest, moment_id: str) -> HttpResponse:
    """It was noted by mistake."""
    moment, now = _moment(request, moment_id)
    return do(
        request,
        lambda: actions.take_out_moment(shown=moment, by=request.staff, at=now),
        back=reverse("plans:strength_show", args=[moment.strength_id]),
        refused=lambda **more: _show(request, moment.strength, **more),
        said=_("That moment is taken out."),
        undo=reverse("plans:moment_put_back", args=[moment.pk]),
    )


@require_POST
def moment_put_back(request: HttpRequest, moment_id: str) -> HttpResponse:
    """It was no mistake."""
    moment, now = _moment(request, moment_id)
    return do(
        request,
        lambda: actions.put_back_moment(shown=moment, by=request.staff, at=now),
        back=reverse("plans:strength_show", args=[moment.strength_id]),
        refused=lambda **more: _show(request, moment.strength, **more),
    )


def _to_change(request: HttpRequest, strength_id: str) -> tuple[Strength, datetime]:
    strength, now = find(Strength, request, pk=strength_id), timezone.now()
    allow(rules.may_change(request.staff, strength, now))
    return strength, now


def _moment(request: HttpRequest, moment_id: str) -> tuple[StrengthShown, datetime]:
    moment, now = find(StrengthShown, request, pk=moment_id), timezone.now()
    allow(rules.may_change(request.staff, moment, now))
    return moment, now


def _back(request: HttpRequest, strength: Strength) -> str:
    if request.POST.get("from_plan"):
        return on_the_plan(strength.person_id, f"strength-{strength.pk}")
    return reverse("plans:strength_show", args=[strength.pk])
