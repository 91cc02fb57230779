"""What pages of people and of places in a plan share."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from handrail.audit.door import find
from handrail.crisis import rules
from handrail.crisis.forms.entries import EntryForm
from handrail.crisis.guides import Asked
from handrail.crisis.models import GuidedPlan, InAPlan
from handrail.crisis.views.finding import page_of_part, step_sent
from handrail.crisis.views.plan import plan_page
from handrail.kit.views import allow, sent
from handrail.plans.actions import ChangedMeanwhile
from handrail.plans.actions.shared import whose
from handrail.plans.views.deeds import do

E = TypeVar("E", bound=InAPlan)


def to_change(request: HttpRequest, model: type[E], entry_id: Any) -> tuple[E, datetime]:
    """An entry, found and allowed to be changed; and now."""
    entry, now = find(model, request, along=("plan", "person"), pk=entry_id), timezone.now()
    allow(rules.may_change(request.staff, entry, now))
    return entry, now


def new_entry(model: type[E], plan: GuidedPlan, asked: Asked, key: Any = None) -> E:
    """An entry of this part that is still to be kept."""
    entry = model(**whose(plan), plan=plan, section=asked.id)
    entry.pk = key or entry.pk
    return entry


def after(request: HttpRequest, plan: GuidedPlan, section: str) -> HttpResponse:
    """Back to the part; on the first way through a plan, to its step."""
    return redirect(_page_after(request, plan, section))


def _page_after(request: HttpRequest, plan: GuidedPlan, section: str) -> str:
    step = step_sent(request)
    return reverse("crisis:plan_first", args=[plan.pk, step]) if step else page_of_part(plan, section)


def edited(
    request: HttpRequest,
    entry: InAPlan,
    make: Callable[..., EntryForm],
    change: Callable[[Any, EntryForm], Any],
    template: str,
) -> HttpResponse:
    """The page on which an entry is put right. What two changed at once is shown with both."""
    asked = entry.plan.guide.part(entry.section)
    form = make(sent(request), instance=entry, asked=asked)
    page: dict[str, Any] = {"asked": asked, "plan": entry.plan, "person": entry.person, "refusal": "", "otherwise": []}
    page["back"] = page_of_part(entry.plan, entry.section)
    if request.method != "POST" or not form.is_valid():
        return render(request, template, page | {"form": form}, status=422 if form.errors else 200)
    try:
        change(form.save(commit=False), form)
    except ChangedMeanwhile as stale:
        kept, data = find(type(entry), request, along=("plan", "person"), pk=entry.pk), request.POST.copy()
        typed = make(request.POST, instance=kept, asked=asked)
        typed.is_valid()
        page["otherwise"] = [(typed.label_of(fact), typed.kept_words(fact)) for fact in stale.both]
        typed.put_what_is_kept(data)
        page["refusal"] = stale.sentence
        return render(request, template, page | {"form": make(data, instance=kept, asked=asked)}, status=409)
    return redirect(page_of_part(entry.plan, entry.section))


def deed(request: HttpRequest, entry: InAPlan, act: Callable[[], Any], said: str = "", undo: str = "") -> HttpResponse:
    """Do it, offer the way back, and go to the part. When the domain says no: the plan's page, 409."""
    plan = entry.plan
    refused = partial(plan_page, request, plan.person_id, plan.program_id, plan.kind)
    return do(request, act, back=_page_after(request, plan, entry.section), refused=refused, said=said, undo=undo)
