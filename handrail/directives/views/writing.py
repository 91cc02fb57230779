"""Writing a directive: one part at a time, in the person's own words."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from handrail.audit.door import NotHere, find
from handrail.directives import actions, law, queries, rules
from handrail.directives.forms import AcceptedForm, AgentForm, ChoiceForm
from handrail.directives.models import Agent, Choice, Directive, HowAccepted
from handrail.directives.packs import Section
from handrail.directives.shown import sections_shown, state_of
from handrail.directives.views.steps import agents_told, may_help, to_help, unless_sent_before
from handrail.kit.errors import AlreadySo, Refused
from handrail.kit.ids import new_id
from handrail.kit.views import allow
from handrail.plans.forms import WordsForm
from handrail.plans.models import fingerprint
from handrail.plans.views.deeds import do
from handrail.plans.views.words import is_autosave, kept_answer, wrong_to_autosave
from handrail.ui.undo import undo_offered


@require_http_methods(["GET", "HEAD", "POST"])
def section_write(request: HttpRequest, directive_id: str, section: str) -> HttpResponse:
    """One part: a question and its answer, kept as it is typed."""
    directive, now = find(queries.directives(), request, pk=directive_id), timezone.now()
    asked = _section_of(directive, section)
    if request.method != "POST":
        return _page(request, directive, asked)
    allow(rules.may_help(request.staff, directive, now))
    own = queries.answer_of(directive, asked.id)
    form = WordsForm(request.POST, may_be_empty=True)
    if not form.is_valid():
        return _page(request, directive, asked, 422, words_form=form)
    if own and not form.says_something_new(own):
        return kept_answer(request, form, own)
    try:
        kept = actions.write_answer(directive=directive, section=asked, by=request.staff, at=now, **form.cleaned_data)
    except Refused as refused:
        return _page(request, directive, asked, 409, words_form=form, refusal=refused.sentence)
    return kept_answer(request, form, kept)


@require_POST
def section_own_words(request: HttpRequest, directive_id: str, section: str) -> HttpResponse:
    """These are the person's own words, typed as they say them."""
    directive, now = to_help(request, directive_id)
    asked = _section_of(directive, section)
    if request.POST.get("own_words") != "on":
        return _page(request, directive, asked, 422, refusal=_("Tick it first: this part is theirs alone."))
    try:
        actions.say_own_words(directive=directive, section=asked, by=request.staff, at=now)
    except AlreadySo:
        pass
    except Refused as refused:
        return _page(request, directive, asked, 409, refusal=refused.sentence)
    return redirect("directives:section_write", directive.pk, asked.id)


@require_POST
def choice_make(request: HttpRequest, directive_id: str, section: str) -> HttpResponse:
    """Yes, no or only so, to one thing, and why."""
    directive, now = to_help(request, directive_id)
    asked = _section_of(directive, section)
    item = request.POST.get("item", "")
    if asked.items and not item:
        raise NotHere
    if item and item not in law.offered_items(asked):
        return _page(request, directive, asked, 409, refusal=actions.NotInThisState.sentence)
    form = ChoiceForm(request.POST, section=asked, item=item, auto_id=f"id_{item or 'new'}_%s")
    if not form.is_valid():
        return wrong_to_autosave(request, form) or _page(request, directive, asked, 422, wrong_form=form, wrong_item=item)
    told = form.cleaned_data
    choose = partial(
        actions.choose,
        directive=directive,
        section=asked,
        item=item,
        label=told.get("label", ""),
        answer=told["answer"],
        why=told["why"],
        key=None if item else told["id"],
        by=request.staff,
        at=now,
    )
    try:
        unless_sent_before(request, Choice, told["id"], choose)
    except Refused as refused:
        if is_autosave(request):
            return JsonResponse({"wrong": [str(refused.sentence)]}, status=422)
        return _page(request, directive, asked, 409, refusal=refused.sentence)
    if is_autosave(request):
        return JsonResponse({})
    where = reverse("directives:section_write", args=[directive.pk, asked.id])
    return redirect(f"{where}#choice-{item}" if item else where)


@require_POST
def choice_take_out(request: HttpRequest, choice_id: str) -> HttpResponse:
    """There is no such wish any more."""
    choice, now = _choice(request, choice_id)
    undo = reverse("directives:choice_put_back", args=[choice.pk])
    return _choice_deed(
        request,
        choice,
        lambda: actions.take_out_choice(choice=choice, by=request.staff, at=now),
        undo,
    )


@require_POST
def choice_put_back(request: HttpRequest, choice_id: str) -> HttpResponse:
    """There is, after all."""
    choice, now = _choice(request, choice_id)
    return _choice_deed(request, choice, lambda: actions.put_back_choice(choice=choice, by=request.staff, at=now))


def _choice(request: HttpRequest, choice_id: str) -> tuple[Choice, Any]:
    choice, now = find(queries.choices(), request, pk=choice_id), timezone.now()
    allow(rules.may_help(request.staff, choice, now))
    return choice, now


def _choice_deed(request: HttpRequest, choice: Choice, act: Any, undo: str = "") -> HttpResponse:
    return _deed(request, choice, choice.section, act, said=_("It is out of the directive."), undo=undo)


@require_POST
def agent_add(request: HttpRequest, directive_id: str) -> HttpResponse:
    """Name somebody who speaks for the person."""
    directive, now = to_help(request, directive_id)
    asked = _section_of(directive, "agent")
    form = AgentForm(request.POST, auto_id="id_agent_%s")
    if not form.is_valid():
        return _page(request, directive, asked, 422, agent_form=form, wrong_form=form)
    told = form.cleaned_data
    name = partial(
        actions.name_agent,
        directive=directive,
        name=told["name"],
        relation=told["relation"],
        phone=told["phone"],
        key=told["id"],
        by=request.staff,
        at=now,
    )
    try:
        unless_sent_before(request, Agent, told["id"], name)
    except Refused as refused:
        return _page(request, directive, asked, 409, agent_form=form, refusal=refused.sentence)
    return redirect("directives:section_write", directive.pk, "agent")


@require_POST
def agent_take_out(request: HttpRequest, agent_id: str) -> HttpResponse:
    """They shall not speak for the person."""
    agent, now = _agent(request, agent_id)
    undo = reverse("directives:agent_put_back", args=[agent.pk])
    return _agent_deed(request, agent, lambda: actions.take_out_agent(agent=agent, by=request.staff, at=now), undo)


@require_POST
def agent_put_back(request: HttpRequest, agent_id: str) -> HttpResponse:
    """They shall, after all."""
    agent, now = _agent(request, agent_id)
    return _agent_deed(request, agent, lambda: actions.put_back_agent(agent=agent, by=request.staff, at=now))


@require_POST
def agent_accept(request: HttpRequest, agent_id: str) -> HttpResponse:
    """They were asked, and said yes."""
    agent, now = _agent(request, agent_id)
    form = AcceptedForm(request.POST)
    if not form.is_valid():
        whole = find(queries.directives(), request, pk=agent.directive_id)
        return _page(request, whole, _section_of(whole, "agent"), 422, wrong_form=form)
    on = form.cleaned_data["on"] or timezone.localdate(now)
    how = HowAccepted(form.cleaned_data["how"])
    return _agent_deed(request, agent, lambda: actions.note_accepted(agent=agent, how=how, on=on, by=request.staff, at=now))


def _agent(request: HttpRequest, agent_id: str) -> tuple[Agent, Any]:
    agent, now = find(queries.agents(), request, pk=agent_id), timezone.now()
    allow(rules.may_help(request.staff, agent, now))
    return agent, now


def _agent_deed(request: HttpRequest, agent: Agent, act: Any, undo: str = "") -> HttpResponse:
    return _deed(request, agent, "agent", act, said=_("This person is out of the directive."), undo=undo)


def _deed(request: HttpRequest, one: Choice | Agent, section: str, act: Any, **way_back: Any) -> HttpResponse:
    """Do it to a line of a part, and show the part again."""

    def refused(**more: Any) -> HttpResponse:
        whole = find(queries.directives(), request, pk=one.directive_id)
        return _page(request, whole, _section_of(whole, section), **more)

    back = reverse("directives:section_write", args=[one.directive_id, section])
    return do(request, act, back=back, refused=refused, **way_back)


def _section_of(directive: Directive, name: str) -> Section:
    """The part, where the state has it; the two lists of people are one page."""
    asked = directive.rules.section("agent" if name == "alternates" else name)
    if asked is None:
        raise NotHere
    return asked


def _page(request: HttpRequest, directive: Directive, asked: Section, status: int = 200, **more: Any) -> HttpResponse:
    """The page of one part; `more` is a form that came back, or what the rules said."""
    now = timezone.now()
    state = state_of(directive, timezone.localdate(now))
    parts = [one for one in sections_shown(directive) if one.section.id != "alternates"]
    here = next(number for number, one in enumerate(parts) if one.section.id == asked.id)
    own = queries.answer_of(directive, asked.id)
    text = own.text if own else ""
    begin = {"text": text, "opened": fingerprint(text), "page": new_id()}
    said = queries.said_by(directive, asked.id, request.staff) if asked.peer_may_not else None
    helps = may_help(request, directive, state, now)
    page = {
        "directive": directive,
        "person": directive.person,
        "state": state,
        "pack": directive.rules,
        "shown": parts[here],
        "section": asked,
        "before": parts[here - 1].section if here else None,
        "after": parts[here + 1].section if here + 1 < len(parts) else None,
        "number": here + 1,
        "many": len(parts),
        "own": own,
        "words_form": WordsForm(initial=begin, may_be_empty=True),
        "address": reverse("directives:section_write", args=[directive.pk, asked.id]),
        "may_help": helps,
        "may_write": bool(helps) and state.is_draft and bool(said or not asked.peer_may_not),
        "must_say": bool(helps) and state.is_draft and asked.peer_may_not and said is None,
        "said": queries.said_of(directive, asked.id) if asked.peer_may_not else [],
        "agents": agents_told(directive) if asked.names_agents else [],
        "agent_form": AgentForm(initial={"id": new_id()}, auto_id="id_agent_%s"),
        "wrong_form": None,
        "wrong_item": None,
        "refusal": "",
        "undo": undo_offered(request),
    }
    page |= more
    page["choice_forms"] = _choice_forms(asked, parts[here].choices, page) if asked.is_choice else []
    page["new_choice"] = _new_choice(asked, page) if asked.is_choice and not asked.items else None
    return render(request, "directives/section_write.html", page, status=status)


def _choice_forms(asked: Section, chosen: list[Choice], page: dict[str, Any]) -> list[tuple[Any, ChoiceForm, Choice | None]]:
    """A form for each thing of the section, with what was said to it."""
    found = []
    for item in asked.items:
        now = next((one for one in chosen if one.item == item.id), None)
        if page["wrong_form"] is not None and page["wrong_item"] == item.id:
            form = page["wrong_form"]
        else:
            begin = {"id": new_id(), "item": item.id, "answer": now.answer if now else "", "why": now.why if now else ""}
            form = ChoiceForm(initial=begin, section=asked, item=item.id, auto_id=f"id_{item.id}_%s")
        found.append((item, form, now))
    return found


def _new_choice(asked: Section, page: dict[str, Any]) -> ChoiceForm:
    wrong = page["wrong_form"]
    if isinstance(wrong, ChoiceForm):
        return wrong
    return ChoiceForm(initial={"id": new_id()}, section=asked, auto_id="id_new_%s")
