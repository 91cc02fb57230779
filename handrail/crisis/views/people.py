"""The people of a plan: written down, taken over from who is known, put in order, taken out."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from handrail.audit.door import NotHere
from handrail.crisis import actions, queries
from handrail.crisis.forms import PersonForm
from handrail.crisis.guides import Shape
from handrail.crisis.models import CrisisPerson
from handrail.crisis.near import near_to
from handrail.crisis.shown import shown_plan
from handrail.crisis.views.entries import after, deed, edited, new_entry, to_change
from handrail.crisis.views.finding import page_of_part, part_of, plan_to_write, step_sent
from handrail.kit.errors import KeyTaken
from handrail.kit.ids import new_id
from handrail.kit.sent import key_sent
from handrail.kit.views import sent
from handrail.plans.views.goal import sent_before


@require_http_methods(["GET", "HEAD", "POST"])
def person_add(request: HttpRequest, plan_id: str, section: str) -> HttpResponse:
    """Write down somebody in one part of a plan, or choose somebody who is known already."""
    plan, now = plan_to_write(request, plan_id)
    asked = part_of(plan, section, Shape.PEOPLE)
    person = new_entry(CrisisPerson, plan, asked)
    form = PersonForm(sent(request), instance=person, asked=asked, initial={"id": new_id()})
    if request.method != "POST" or not form.is_valid():
        there = shown_plan(plan.guide, plan.program, plan).part(section).people
        page = {
            "form": form,
            "plan": plan,
            "asked": asked,
            "person": plan.person,
            "near": near_to(plan.person, plan.program, there),
            "first": step_sent(request),
            "back": page_of_part(plan, section),
        }
        return render(request, "crisis/person_add.html", page, status=422 if form.errors else 200)
    person = form.save(commit=False)
    person.pk = form.cleaned_data["id"]
    return _keep(request, person, now)


@require_POST
def person_take_over(request: HttpRequest, plan_id: str, section: str) -> HttpResponse:
    """Somebody who is known already: one tap, nothing typed."""
    plan, now = plan_to_write(request, plan_id)
    asked = part_of(plan, section, Shape.PEOPLE)
    known = {one.key: one for one in near_to(plan.person, plan.program)}
    chosen = known.get(request.POST.get("who", ""))
    if chosen is None:
        raise NotHere
    person = new_entry(CrisisPerson, plan, asked, key_sent(request))
    person.name, person.who = chosen.name, chosen.who[:120]
    person.phone = "" if asked.is_not_to_call else chosen.phone[:60]
    return _keep(request, person, now)


def _keep(request: HttpRequest, person: CrisisPerson, now: Any) -> HttpResponse:
    try:
        actions.add_person(person=person, by=request.staff, at=now)
    except KeyTaken:
        person = sent_before(queries.person_sent_by(request.staff, person.pk))
    return after(request, person.plan, person.section)


@require_http_methods(["GET", "HEAD", "POST"])
def person_edit(request: HttpRequest, entry_id: str) -> HttpResponse:
    """Put right what is noted of somebody."""
    person, now = to_change(request, CrisisPerson, entry_id)

    def change(typed: Any, form: PersonForm) -> None:
        actions.change_person(person=typed, opened=form.marks or None, by=request.staff, at=now)

    return edited(request, person, PersonForm, change, "crisis/person_edit.html")


@require_POST
def person_move(request: HttpRequest, entry_id: str) -> HttpResponse:
    """Called earlier, or later."""
    person, now = to_change(request, CrisisPerson, entry_id)
    up = request.POST.get("way") == "up"
    return deed(request, person, lambda: actions.move_person(person=person, up=up, by=request.staff, at=now))


@require_POST
def person_take_out(request: HttpRequest, entry_id: str) -> HttpResponse:
    """They do not belong here any more."""
    person, now = to_change(request, CrisisPerson, entry_id)
    undo = reverse("crisis:person_put_back", args=[person.pk])
    said = _("They are out of this part of the plan.")
    return deed(request, person, lambda: actions.take_out_person(person=person, by=request.staff, at=now), said, undo)


@require_POST
def person_put_back(request: HttpRequest, entry_id: str) -> HttpResponse:
    """They do."""
    person, now = to_change(request, CrisisPerson, entry_id)
    return deed(request, person, lambda: actions.put_back_person(person=person, by=request.staff, at=now))
