"""A plan: begun, read, written part by part, and put on a card."""

from contextlib import suppress
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.audit.door import NotHere, note_opened
from handrail.crisis import actions, queries, rules
from handrail.crisis.card import card_of
from handrail.crisis.forms import CardForm, CopyForm
from handrail.crisis.guides import COPIES, Asked, Shape
from handrail.crisis.models import GuidedPlan
from handrail.crisis.near import near_to
from handrail.crisis.papers import copy_mark, told
from handrail.crisis.shown import ShownPart, ShownPlan, shown_plan
from handrail.crisis.views.finding import kind_of_plan, page_of_part, page_of_plan, part_of, plan_to_write, step_sent
from handrail.kit.errors import AlreadySo
from handrail.kit.ids import new_id
from handrail.kit.views import allow
from handrail.paper.answer import pdf_answer
from handrail.plans.actions import Kept
from handrail.plans.forms import WordsForm
from handrail.plans.models import OwnWords, fingerprint
from handrail.plans.views.words import is_autosave, kept_answer, wrong_to_autosave
from handrail.ui.undo import undo_offered

WRITTEN = (Shape.WORDS, Shape.LIST)


@require_safe
def plan_show(request: HttpRequest, person_id: str, program_id: str, kind: str) -> HttpResponse:
    """A whole plan, part by part; or what it is, when nobody has begun it."""
    return plan_page(request, person_id, program_id, kind)


def plan_page(request: HttpRequest, person_id: Any, program_id: Any, kind: str, status: int = 200, **more: Any) -> HttpResponse:
    """The page of a plan; `more` is what came back to it."""
    person, program, guide, now = kind_of_plan(request, person_id, program_id, kind)
    note_opened(request, person.pk, verb="guidedplan.opened")
    shown = shown_plan(guide, program, queries.plan_of(person, program, kind))
    page: dict[str, Any] = {
        "person": person,
        "program": program,
        "shown": shown,
        "guide": guide,
        "may_write": rules.may_plan_in(request.staff, person, program, now),
        "uses": queries.uses_of(person, program) if shown.plan else [],
        "card_form": CardForm(initial={"language": (get_language() or "en")[:2]}, auto_id="id_card_%s"),
        "refusal": "",
        "undo": undo_offered(request),
    }
    if shown.plan and guide.part(COPIES):
        page |= _copies(shown)
    return render(request, "crisis/plan_show.html", page | more, status=status)


def _copies(shown: ShownPlan) -> dict[str, Any]:
    assert shown.plan
    now, people = copy_mark(told(shown)), shown.part(COPIES).people
    return {
        "copies": [(copy, copy.mark != now) for copy in queries.copies_of(shown.plan)],
        "copy_form": CopyForm(people=people, initial={"id": new_id()}, auto_id="id_copy_%s") if people else None,
    }


@require_POST
def plan_begin(request: HttpRequest, person_id: str, program_id: str, kind: str) -> HttpResponse:
    """Begin a plan, and go through the few parts that matter most, from whichever was tapped."""
    person, program, guide, now = kind_of_plan(request, person_id, program_id, kind)
    allow(rules.may_plan_in(request.staff, person, program, now))
    with suppress(AlreadySo):
        actions.begin_plan(person=person, program=program, kind=guide.id, by=request.staff, at=now)
    plan = queries.plan_of(person, program, kind)
    assert plan
    return redirect("crisis:plan_first", plan.pk, step_sent(request) or 1)


@require_safe
def plan_first(request: HttpRequest, plan_id: str, step: int) -> HttpResponse:
    """One of the first few parts, on a page of its own; after the last, the plan."""
    plan, _now = plan_to_write(request, plan_id)
    parts = plan.guide.first_parts
    if not 1 <= step <= len(parts):
        return redirect(page_of_plan(plan))
    asked = parts[step - 1]
    shown = shown_plan(plan.guide, plan.program, plan).part(asked.id)
    page = {
        "plan": plan,
        "person": plan.person,
        "part": shown,
        "step": step,
        "steps": len(parts),
        "next": step + 1,
        "form": begun(asked, shown.own),
        "near": near_to(plan.person, plan.program, shown.people) if asked.shape == Shape.PEOPLE else [],
    }
    return render(request, "crisis/plan_first.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def answer_write(request: HttpRequest, plan_id: str, section: str) -> HttpResponse:
    """Say something in one part: in its place, on a page of its own without scripts, and as it is typed."""
    plan, now = plan_to_write(request, plan_id)
    asked = part_of(plan, section, *WRITTEN)
    own = queries.answer_of(plan, section)
    if request.method != "POST":
        return _edit_page(request, plan, asked, begun(asked, own, _example(request.GET.get("example"), asked)), own)
    form = _form(asked, request.POST)
    if not form.is_valid():
        return wrong_to_autosave(request, form) or _edit_page(request, plan, asked, form, own, 422)
    if example := _example(request.POST.get("example"), asked):
        form.cleaned_data["text"] = "\n".join(one for one in (form.cleaned_data["text"].rstrip(), example) if one)
    kept: Kept | None = own
    if form.says_something_new(own or OwnWords()):
        kept = actions.write_answer(plan=plan, section=section, by=request.staff, at=now, **form.cleaned_data)
    if example and isinstance(kept, OwnWords):
        if step := step_sent(request):
            return redirect("crisis:plan_first", plan.pk, step)
        return _edit_page(request, plan, asked, begun(asked, kept), kept)
    return _kept(request, plan, asked, form, kept)


def _form(asked: Asked, data: Any = None, **more: Any) -> WordsForm:
    form = WordsForm(data, may_be_empty=True, auto_id=f"id_{asked.id}_%s", **more)
    form.fields["text"].label = str(asked.ask)
    return form


def begun(asked: Asked, own: OwnWords | None, example: str = "") -> WordsForm:
    """The form of a part as its page opens: with what is kept, and the beginning of one more line if somebody tapped one."""
    text = own.text if own else ""
    more = "\n".join(one for one in (text.rstrip(), example) if one) if example else text
    return _form(asked, initial={"text": more, "opened": fingerprint(text), "page": new_id()})


def _example(said: str | None, asked: Asked) -> str:
    if said is None or not said.isdecimal() or int(said) >= len(asked.examples):
        return ""
    return str(asked.examples[int(said)])


def _edit_page(
    request: HttpRequest, plan: GuidedPlan, asked: Asked, form: WordsForm, own: OwnWords | None, status: int = 200
) -> HttpResponse:
    page = {
        "plan": plan,
        "person": plan.person,
        "part": ShownPart(asked, own),
        "form": form,
        "in_place": bool(request.htmx),
        "back": page_of_part(plan, asked.id),
    }
    return render(request, "crisis/_part_edit.html" if request.htmx else "crisis/answer_write.html", page, status=status)


def _kept(request: HttpRequest, plan: GuidedPlan, asked: Asked, form: WordsForm, kept: Kept | None) -> HttpResponse:
    """Where the words are now: in their place, or on the next page of the first way through."""
    if kept is None and is_autosave(request):
        return JsonResponse({"opened": fingerprint(""), "together": ""})
    if step := step_sent(request):
        return redirect("crisis:plan_first", plan.pk, step + 1)
    if kept is None and not request.htmx:
        return redirect(page_of_part(plan, asked.id))

    def in_place(own: OwnWords | None, status: int = 200) -> HttpResponse:
        page = {"plan": plan, "part": ShownPart(asked, own), "may_write": True, "just_saved": True}
        return render(request, "crisis/_part.html", page, status=status)

    return in_place(None) if kept is None else kept_answer(request, form, kept, in_place)


@require_safe
def plan_card(request: HttpRequest, person_id: str, program_id: str, kind: str) -> HttpResponse:
    """The card to fold and carry along, on paper. No name on it unless the person wants it."""
    person, program, guide, _now = kind_of_plan(request, person_id, program_id, kind)
    plan, form = queries.plan_of(person, program, kind), CardForm(request.GET)
    if plan is None:
        raise NotHere
    note_opened(request, person.pk, verb="guidedplan.card_printed")
    wanted = form.cleaned_data if form.is_valid() else {}
    name = person.chosen_name if wanted.get("name") else ""
    card = card_of(shown_plan(guide, program, plan), wanted.get("language") or "en", name)
    return pdf_answer(card, "card.pdf")
