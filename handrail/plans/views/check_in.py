"""How a goal goes: noted, taken out when it was noted by mistake, put back."""

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
from handrail.plans.forms import CheckInForm
from handrail.plans.models import CheckIn
from handrail.plans.views.deeds import moment_on
from handrail.plans.views.goal import deed, goal_page, sent_before, to_change


@require_POST
def check_in_add(request: HttpRequest, goal_id: str) -> HttpResponse:
    """Note how a goal goes."""
    goal, now = to_change(request, goal_id)
    form = CheckInForm(request.POST, goal=goal, auto_id="id_check_in_%s")
    if not form.is_valid():
        return goal_page(request, goal, status=422, check_in_form=form, wrong_form=form)
    sent = form.cleaned_data

    def note() -> Any:
        try:
            return actions.check_in(
                goal=goal,
                value=sent.get("value"),
                words=sent["words"],
                key=sent["id"],
                by=request.staff,
                at=moment_on(sent["on"], now),
            )
        except KeyTaken:
            return sent_before(queries.check_in_sent_by(request.staff, sent["id"]))

    return deed(request, goal, note, _("It is noted."), reverse("plans:check_in_take_out", args=[sent["id"]]))


@require_POST
def check_in_take_out(request: HttpRequest, check_in_id: str) -> HttpResponse:
    """It was noted by mistake."""
    noted, now = _to_change(request, check_in_id)
    return deed(
        request,
        noted.goal,
        lambda: actions.take_out_check_in(check_in=noted, by=request.staff, at=now),
        _("The check-in is taken out."),
        reverse("plans:check_in_put_back", args=[noted.pk]),
    )


@require_POST
def check_in_put_back(request: HttpRequest, check_in_id: str) -> HttpResponse:
    """It was no mistake."""
    noted, now = _to_change(request, check_in_id)
    return deed(request, noted.goal, lambda: actions.put_back_check_in(check_in=noted, by=request.staff, at=now))


def _to_change(request: HttpRequest, check_in_id: str) -> tuple[CheckIn, datetime]:
    noted, now = find(CheckIn, request, pk=check_in_id), timezone.now()
    allow(rules.may_change(request.staff, noted, now))
    return noted, now
