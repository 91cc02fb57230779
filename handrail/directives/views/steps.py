"""The steps of the workshop, and the page of a step, which every deed comes back to."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from handrail.audit.door import NotHere, find
from handrail.directives import actions, content, forms, law, queries, rules
from handrail.directives.models import Directive, OfADirective, ScanOf
from handrail.directives.packs import steps
from handrail.directives.shown import State, rules_of_step, sections_shown, state_of, steps_of
from handrail.kit.answers import Answer
from handrail.kit.errors import KeyTaken, Refused
from handrail.kit.ids import new_id
from handrail.kit.views import allow
from handrail.plans.papers import mark_of
from handrail.ui.undo import offer_undo, undo_offered


@require_safe
def step_show(request: HttpRequest, directive_id: str, step: str) -> HttpResponse:
    """One step of the workshop."""
    return step_page(request, find(queries.directives(), request, pk=directive_id), step)


@require_POST
def step_take(request: HttpRequest, directive_id: str, step: str) -> HttpResponse:
    """They understood it, talked it over, checked it; or want to come back to it."""
    directive, now = to_help(request, directive_id)
    if step not in ("understand", "talk", "check"):
        raise NotHere
    if request.POST.get("again"):
        return deed(
            request,
            directive,
            step,
            lambda: actions.untake_step(directive=directive, step=step, by=request.staff, at=now),
        )
    try:
        actions.take_step(directive=directive, step=step, by=request.staff, at=now)
    except Refused as refused:
        return step_page(request, directive, step, 409, wrong=[refused.sentence])
    names = list(steps())
    return redirect("directives:step_show", directive.pk, names[names.index(step) + 1])


def to_help(request: HttpRequest, directive_id: Any) -> tuple[Directive, datetime]:
    """The directive, found and allowed to help with; and now."""
    directive, now = find(queries.directives(), request, pk=directive_id), timezone.now()
    allow(rules.may_help(request.staff, directive, now))
    return directive, now


def may_help(request: HttpRequest, directive: Directive, state: State, now: datetime) -> Answer:
    """Whether this reader can help with it, as its pages offer it."""
    answer = rules.may_help(request.staff, directive, now)
    return rules.IS_SET_ASIDE if answer and state.is_set_aside else answer


def step_page(request: HttpRequest, directive: Directive, name: str, status: int = 200, **more: Any) -> HttpResponse:
    """One step of the workshop; `more` is a form that came back, or what the rules said."""
    now = timezone.now()
    state = state_of(directive, timezone.localdate(now))
    all_steps = steps_of(directive, state)
    here = next((number for number, one in enumerate(all_steps) if one.step.id == name), None)
    if here is None:
        raise NotHere
    page = {
        "directive": directive,
        "person": directive.person,
        "state": state,
        "pack": directive.rules,
        "steps": all_steps,
        "shown": all_steps[here],
        "before": all_steps[here - 1] if here else None,
        "after": all_steps[here + 1] if here + 1 < len(all_steps) else None,
        "inside": f"directives/_step_{name.replace('-', '_')}.html",
        "may_help": may_help(request, directive, state, now),
        "rules": rules_of_step(directive.rules, name),
        "wrong": [],
        "wrong_form": None,
        "refusal": "",
        "undo": undo_offered(request),
    }
    page |= OF_STEP[name](directive, state)
    return render(request, "directives/step_show.html", page | more, status=status)


def deed(
    request: HttpRequest, directive: Directive, step: str, act: Callable[[], Any], said: Any = "", undo: str = "", **shown: Any
) -> HttpResponse:
    """Do it, offer the way back, and show the step again. When the rules say no: their sentences on it, 409."""
    try:
        act()
    except Refused as refused:
        sentences = getattr(refused, "sentences", [refused.sentence])
        return step_page(request, find(queries.directives(), request, pk=directive.pk), step, 409, wrong=sentences, **shown)
    if undo:
        offer_undo(request, said, undo)
    return redirect("directives:step_show", directive.pk, step)


def unless_sent_before(request: HttpRequest, model: type[OfADirective], key: Any, act: Callable[[], Any]) -> None:
    """Do it. The same page sent twice by the same hands did it before; under anybody else's key nothing is there."""
    try:
        act()
    except KeyTaken:
        if not queries.was_sent_by(model, request.staff, key):
            raise NotHere from None


def agents_told(directive: Directive) -> list[Any]:
    """Who speaks for the person, each with the form in which their yes is noted."""
    agents = queries.agents_of(directive)
    for agent in agents:
        agent.accepted_form = forms.AcceptedForm(auto_id=f"id_yes_{agent.number}_%s")
    return agents


def _to_mark(directive: Directive, state: Any) -> dict[str, Any]:
    return {"taken": queries.steps_taken(directive)}


def _to_write(directive: Directive, state: Any) -> dict[str, Any]:
    return {"sections": sections_shown(directive)}


def _to_check(directive: Directive, state: Any) -> dict[str, Any]:
    written = queries.written_of(directive)
    pack = directive.rules
    return {
        "taken": queries.steps_taken(directive),
        "missing": law.missing_before_signing(pack, written) if state.is_draft else [],
        "content": content.sections_of(directive) if state.is_draft else [],
        "limits": law.may_not_decide(pack),
        "need": law.witnesses_needed(pack),
        "notary_instead": law.notary_instead(pack),
        "not_witness": [law.BARRED[one] for one in law.may_not_witness(pack)],
        "agents_sign": law.agents_sign(pack) and bool(written.agents),
        "clause": written.clause,
        "helpers": queries.helpers_of(directive),
    }


def _to_sign(directive: Directive, state: Any) -> dict[str, Any]:
    written, agents = queries.written_of(directive), queries.agents_of(directive)
    form = forms.SignForm(directive=directive, agents=agents, clause=written.clause)
    sections = content.sections_of(directive)
    return {
        "form": form if state.is_draft else None,
        "content": sections if state.is_draft else [],
        "mark": mark_of(sections),
        "screen_is_known": law.screen_is_known(directive.rules),
        "missing": law.missing_before_signing(directive.rules, written) if state.is_draft else [],
        "witnesses": queries.witnesses_of(directive),
        "agents": agents,
        "helpers": queries.helpers_of(directive),
    }


def _to_keep(directive: Directive, state: Any) -> dict[str, Any]:
    scans = queries.scans_of(directive)
    return {
        "form": forms.ScanForm(initial={"id": new_id()}),
        "scans": scans,
        "card": queries.card_of(directive),
        "got_out": queries.retrieved_of(directive),
        "lacks_statement": hasattr(directive, "override") and not any(one.of == ScanOf.ATTESTATION for one in scans),
    }


def _to_give(directive: Directive, state: Any) -> dict[str, Any]:
    before = queries.holders_of(directive.replaces) if directive.replaces and not state.is_draft else []
    return {
        "form": forms.HolderForm(initial={"id": new_id()}),
        "holders": queries.holders_of(directive),
        "hold_the_old": [one for one in before if not one.heard],
    }


def _to_read_again(directive: Directive, state: Any) -> dict[str, Any]:
    again = queries.reaffirmed_of(directive)
    last = again[0].on if again else getattr(getattr(directive, "signing", None), "on", None)
    return {
        "form": forms.ReaffirmForm(initial={"id": new_id()}),
        "again": again,
        "look_again_on": law.look_again_on(directive.rules, last) if last else None,
        "draft": queries.draft_of(directive),
    }


def _to_take_back(directive: Directive, state: Any) -> dict[str, Any]:
    holders = queries.holders_of(directive)
    for number, holder in enumerate(holders):
        holder.tell_form = forms.TellForm(auto_id=f"id_tell_{number}_%s")
    return {
        "form": forms.RevokeForm(pack=directive.rules),
        "form_is_known": bool(law.forms_of_revoking(directive.rules)),
        "when_told": law.counts_when_told(directive.rules),
        "holders": holders,
    }


OF_STEP: dict[str, Callable[[Directive, Any], dict[str, Any]]] = {
    "understand": _to_mark,
    "talk": _to_mark,
    "write": _to_write,
    "check": _to_check,
    "sign": _to_sign,
    "keep": _to_keep,
    "who-has-it": _to_give,
    "each-year": _to_read_again,
    "take-back": _to_take_back,
}
