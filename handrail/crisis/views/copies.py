"""Copies of a plan in other hands."""

from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any
from uuid import uuid5

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handrail.audit.door import NotHere, find
from handrail.crisis import actions, rules
from handrail.crisis.forms import CopyForm
from handrail.crisis.guides import COPIES
from handrail.crisis.models import CopyGiven
from handrail.crisis.shown import shown_plan
from handrail.crisis.views.finding import page_of_plan, plan_to_write
from handrail.crisis.views.plan import plan_page
from handrail.kit.errors import KeyTaken
from handrail.kit.views import allow
from handrail.plans.views.deeds import do


@require_POST
def copy_give(request: HttpRequest, plan_id: str) -> HttpResponse:
    """Those who were chosen got a copy. The page's key makes one row for each of them, sent twice or not."""
    plan, now = plan_to_write(request, plan_id)
    if plan.guide.part(COPIES) is None:
        raise NotHere
    people = shown_plan(plan.guide, plan.program, plan).part(COPIES).people
    form = CopyForm(request.POST, people=people, auto_id="id_copy_%s")
    if not form.is_valid():
        return plan_page(request, plan.person_id, plan.program_id, plan.kind, 422, copy_form=form, wrong_form=form)
    told = form.cleaned_data
    for to in told["to"]:
        with suppress(KeyTaken):
            key = uuid5(told["id"], str(to.pk))
            actions.give_copy(to=to, given_on=told["given_on"], key=key, by=request.staff, at=now)
    messages.success(request, _("Noted who has a copy."))
    return redirect(f"{page_of_plan(plan)}#copies")


@require_POST
def copy_take_back(request: HttpRequest, copy_id: str) -> HttpResponse:
    """They do not have it."""
    copy, now = _to_change(request, copy_id)
    undo = reverse("crisis:copy_put_back", args=[copy.pk])
    said = _("Noted that they have no copy.")
    return _deed(request, copy, lambda: actions.take_back_copy(copy=copy, by=request.staff, at=now), said, undo)


@require_POST
def copy_put_back(request: HttpRequest, copy_id: str) -> HttpResponse:
    """They do."""
    copy, now = _to_change(request, copy_id)
    return _deed(request, copy, lambda: actions.put_back_copy(copy=copy, by=request.staff, at=now))


def _to_change(request: HttpRequest, copy_id: Any) -> tuple[CopyGiven, datetime]:
    copy, now = find(CopyGiven, request, along=("plan",), pk=copy_id), timezone.now()
    allow(rules.may_change(request.staff, copy, now))
    return copy, now


def _deed(request: HttpRequest, copy: CopyGiven, act: Any, said: str = "", undo: str = "") -> HttpResponse:
    plan = copy.plan
    refused = partial(plan_page, request, plan.person_id, plan.program_id, plan.kind)
    return do(request, act, back=f"{page_of_plan(plan)}#copies", refused=refused, said=said, undo=undo)
