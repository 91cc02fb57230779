"""A time that was hard, looked back on together; and what of it goes into the plan."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_POST, require_safe

from handrail.audit.door import find
from handrail.crisis import actions, queries, rules
from handrail.crisis.forms import LearnedForm
from handrail.crisis.models import InCrisis, Said
from handrail.crisis.options import options
from handrail.crisis.shown import shown_plans
from handrail.crisis.views.in_crisis import note_form
from handrail.kit.errors import Refused
from handrail.kit.views import allow
from handrail.plans.views.deeds import do
from handrail.ui.undo import undo_offered

THEN = {Said.NOW: lazy("What was happening"), Said.NEXT: lazy("What we said comes next")}
"""What was said while it lasted, as one looks back on it."""


@require_safe
def use_show(request: HttpRequest, use_id: str) -> HttpResponse:
    """What was tried, what was said, and what was learned."""
    return _page(request, find(queries.uses(), request, pk=use_id))


def _page(request: HttpRequest, use: InCrisis, status: int = 200, **more: Any) -> HttpResponse:
    now, notes = timezone.now(), queries.notes_of(use)
    learned = notes.get(Said.LEARNED)
    may_note = rules.may_note(request.staff, use, now)
    page = {
        "use": use,
        "person": use.person,
        "tried": [str(one.words) for one in options().to_try if one.id in use.tried],
        "told": [(words, notes[about]) for about, words in THEN.items() if about in notes and notes[about].text],
        "learned": learned,
        "learned_form": note_form(Said.LEARNED, learned),
        "prompts": options().learned,
        "add_form": _add_form(request, use, learned) if learned and may_note else None,
        "may_note": may_note,
        "may_write": rules.may_change(request.staff, use, now),
        "refusal": "",
        "undo": undo_offered(request),
    }
    return render(request, "crisis/use_show.html", page | more, status=status)


def _add_form(request: HttpRequest, use: InCrisis, learned: Any, data: Any = None) -> LearnedForm | None:
    """What was learned, line by line, to be put into a plan; None while there is nothing, or no plan to put it into."""
    plans = shown_plans(use.person, [use.program])
    there = {line for plan in plans for part in plan.parts for line in part.lines}
    lines = [line.strip() for line in learned.text.splitlines() if line.strip() not in {"", *there}] if learned else []
    return LearnedForm(data, lines=lines, plans=plans) if lines and plans else None


@require_POST
def learned_add(request: HttpRequest, use_id: str) -> HttpResponse:
    """The lines that were chosen become part of the plan. How it read before is kept."""
    use, now = find(queries.uses(), request, pk=use_id), timezone.now()
    allow(rules.may_change(request.staff, use, now))
    form = _add_form(request, use, queries.note_of(use, Said.LEARNED), request.POST)
    if form is None:
        return _page(request, use, status=409, refusal=actions.NothingToAdd.sentence)
    if not form.is_valid():
        return _page(request, use, status=422, add_form=form)
    shown, section = form.cleaned_data["into"]
    lines = form.cleaned_data["lines"]
    try:
        actions.add_what_was_learned(use=use, plan=shown.plan, section=section, lines=lines, by=request.staff, at=now)
    except Refused as refused:
        return _page(request, use, status=409, add_form=form, refusal=refused.sentence)
    where = shown.part(section).asked.title
    messages.success(request, _("It stands in the plan now, under “%(where)s”.") % {"where": where})
    return redirect("crisis:use_show", use.pk)


@require_POST
def use_go_on(request: HttpRequest, use_id: str) -> HttpResponse:
    """It is not over after all."""
    use, now = _to_note(request, use_id)
    there = reverse("crisis:in_crisis_show", args=[use.person_id])
    return _deed(request, use, lambda: actions.go_on(use=use, by=request.staff, at=now), there)


@require_POST
def use_take_out(request: HttpRequest, use_id: str) -> HttpResponse:
    """It was begun by mistake."""
    use, now = _to_note(request, use_id)
    there = reverse("crisis:in_crisis_show", args=[use.person_id])
    undo = reverse("crisis:use_put_back", args=[use.pk])
    return _deed(
        request, use, lambda: actions.take_out_use(use=use, by=request.staff, at=now), there, _("It is taken out."), undo
    )


@require_POST
def use_put_back(request: HttpRequest, use_id: str) -> HttpResponse:
    """It was no mistake."""
    use, now = _to_note(request, use_id)
    there = reverse("crisis:use_show", args=[use.pk])
    return _deed(request, use, lambda: actions.put_back_use(use=use, by=request.staff, at=now), there)


def _to_note(request: HttpRequest, use_id: Any) -> tuple[InCrisis, datetime]:
    use, now = find(queries.uses(), request, pk=use_id), timezone.now()
    allow(rules.may_note(request.staff, use, now))
    return use, now


def _deed(
    request: HttpRequest, use: InCrisis, act: Callable[[], Any], there: str, said: str = "", undo: str = ""
) -> HttpResponse:
    return do(request, act, back=there, refused=partial(_page, request, use), said=said, undo=undo)
