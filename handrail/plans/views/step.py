"""Steps towards a goal: written down, taken, taken out of the plan; and each of them back again."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handrail.audit.door import find
from handrail.kit.errors import KeyTaken
from handrail.kit.views import allow
from handrail.plans import actions, queries, rules
from handrail.plans.forms import StepForm, WhoForm
from handrail.plans.models import Step, WhoDoes
from handrail.plans.views.goal import deed, goal_page, sent_before, to_change


@require_POST
def step_add(request: HttpRequest, goal_id: str) -> HttpResponse:
    """Write down one more step."""
    goal, now = to_change(request, goal_id)
    form = StepForm(request.POST, auto_id="id_step_%s")
    if not form.is_valid():
        return goal_page(request, goal, status=422, step_form=form, wrong_form=form)
    sent = form.cleaned_data

    def write() -> Any:
        try:
            who = WhoDoes(sent["who"])
            return actions.add_step(goal=goal, text=sent["text"], who=who, key=sent["id"], by=request.staff, at=now)
        except KeyTaken:
            return sent_before(queries.step_sent_by(request.staff, sent["id"]))

    return deed(request, goal, write)


@require_POST
def step_edit(request: HttpRequest, step_id: str) -> HttpResponse:
    """Who does it, in one tap."""
    step, now = _to_change(request, step_id)
    form = WhoForm(request.POST)
    if not form.is_valid():
        return goal_page(request, step.goal, status=422, wrong_form=form)
    who = WhoDoes(form.cleaned_data["who"])
    return deed(request, step.goal, lambda: actions.say_who_does(step=step, who=who, by=request.staff, at=now))


@require_POST
def step_finish(request: HttpRequest, step_id: str) -> HttpResponse:
    """A step was taken."""
    step, now = _to_change(request, step_id)
    undo = reverse("plans:step_unfinish", args=[step.pk])
    return deed(
        request, step.goal, lambda: actions.finish_step(step=step, by=request.staff, at=now), _("The step is done."), undo
    )


@require_POST
def step_unfinish(request: HttpRequest, step_id: str) -> HttpResponse:
    """It is still to be taken."""
    step, now = _to_change(request, step_id)
    return deed(request, step.goal, lambda: actions.unfinish_step(step=step, by=request.staff, at=now))


@require_POST
def step_remove(request: HttpRequest, step_id: str) -> HttpResponse:
    """Nobody wants to take it any more."""
    step, now = _to_change(request, step_id)
    undo = reverse("plans:step_put_back", args=[step.pk])
    return deed(
        request,
        step.goal,
        lambda: actions.remove_step(step=step, by=request.staff, at=now),
        _("The step is out of the plan."),
        undo,
    )


@require_POST
def step_put_back(request: HttpRequest, step_id: str) -> HttpResponse:
    """Somebody does."""
    step, now = _to_change(request, step_id)
    return deed(request, step.goal, lambda: actions.put_back_step(step=step, by=request.staff, at=now))


def _to_change(request: HttpRequest, step_id: str) -> tuple[Step, datetime]:
    step, now = find(Step, request, pk=step_id), timezone.now()
    allow(rules.may_change(request.staff, step, now))
    return step, now
