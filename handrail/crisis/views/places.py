"""The places of a plan: written down, put in order, taken out."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from handrail.crisis import actions, queries
from handrail.crisis.forms import PlaceForm
from handrail.crisis.guides import Shape
from handrail.crisis.models import CrisisPlace
from handrail.crisis.views.entries import after, deed, edited, new_entry, to_change
from handrail.crisis.views.finding import page_of_part, part_of, plan_to_write
from handrail.kit.errors import KeyTaken
from handrail.kit.ids import new_id
from handrail.kit.views import sent
from handrail.plans.views.goal import sent_before


@require_http_methods(["GET", "HEAD", "POST"])
def place_add(request: HttpRequest, plan_id: str, section: str) -> HttpResponse:
    """Write down a place in one part of a plan."""
    plan, now = plan_to_write(request, plan_id)
    asked = part_of(plan, section, Shape.PLACES)
    place = new_entry(CrisisPlace, plan, asked)
    form = PlaceForm(sent(request), instance=place, asked=asked, initial={"id": new_id()})
    if request.method != "POST" or not form.is_valid():
        page = {"form": form, "plan": plan, "asked": asked, "person": plan.person, "back": page_of_part(plan, section)}
        return render(request, "crisis/place_add.html", page, status=422 if form.errors else 200)
    place = form.save(commit=False)
    place.pk = form.cleaned_data["id"]
    try:
        actions.add_place(place=place, by=request.staff, at=now)
    except KeyTaken:
        place = sent_before(queries.place_sent_by(request.staff, place.pk))
    return after(request, place.plan, place.section)


@require_http_methods(["GET", "HEAD", "POST"])
def place_edit(request: HttpRequest, entry_id: str) -> HttpResponse:
    """Put right what is noted of a place."""
    place, now = to_change(request, CrisisPlace, entry_id)

    def change(typed: Any, form: PlaceForm) -> None:
        actions.change_place(place=typed, opened=form.marks or None, by=request.staff, at=now)

    return edited(request, place, PlaceForm, change, "crisis/place_edit.html")


@require_POST
def place_move(request: HttpRequest, entry_id: str) -> HttpResponse:
    """Tried earlier, or later."""
    place, now = to_change(request, CrisisPlace, entry_id)
    up = request.POST.get("way") == "up"
    return deed(request, place, lambda: actions.move_place(place=place, up=up, by=request.staff, at=now))


@require_POST
def place_take_out(request: HttpRequest, entry_id: str) -> HttpResponse:
    """It does not belong here any more."""
    place, now = to_change(request, CrisisPlace, entry_id)
    undo = reverse("crisis:place_put_back", args=[place.pk])
    said = _("The place is out of this part of the plan.")
    return deed(request, place, lambda: actions.take_out_place(place=place, by=request.staff, at=now), said, undo)


@require_POST
def place_put_back(request: HttpRequest, entry_id: str) -> HttpResponse:
    """It does."""
    place, now = to_change(request, CrisisPlace, entry_id)
    return deed(request, place, lambda: actions.put_back_place(place=place, by=request.staff, at=now))
