"""Wellness tools: from the library or own, used in one tap, and whether they helped."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.audit.door import find
from handrail.kit.errors import KeyTaken
from handrail.kit.ids import new_id
from handrail.kit.paging import page_of
from handrail.kit.views import allow, sent
from handrail.people.models import Person
from handrail.people.queries import programs_looked_after
from handrail.plans import actions, queries, rules
from handrail.plans.catalogue.tools import library
from handrail.plans.forms import HelpedForm, NewToolForm, TakenForm, ToolChangeForm, UseForm
from handrail.plans.models import Tool, ToolUsed
from handrail.plans.shelf import shelf_of
from handrail.plans.shown import shown_tool
from handrail.plans.views.deeds import begin_with, both_said, do, moment_on, on_the_plan
from handrail.plans.views.goal import sent_before
from handrail.ui.undo import undo_offered


@require_http_methods(["GET", "HEAD", "POST"])
def tool_add(request: HttpRequest, person_id: str) -> HttpResponse:
    """A tool from the library in one tap, or one of their own."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    allow(rules.may_plan(request.staff, person, now))
    programs = programs_looked_after(person, request.staff, now)
    taken = library().get(request.POST.get("library", ""))
    begin = begin_with(request)
    own = NewToolForm(None if taken else sent(request), initial=begin, programs=programs)
    shelf_form = TakenForm(sent(request) if taken else None, initial=begin, programs=programs, auto_id="id_taken_%s")
    form = shelf_form if taken else own
    if request.method != "POST" or not form.is_valid():
        shelf = shelf_of(person, programs, request.GET.get("for", ""))
        page = {"form": own, "taken": shelf_form, "sent": form, "person": person, "shelf": shelf}
        page["in_program"] = request.GET.get("program", "")
        return render(request, "plans/tool_add.html", page, status=422 if form.errors else 200)
    typed = form.cleaned_data
    tool = Tool(pk=typed["id"], person=person, program=typed["program"], for_what=typed.get("for_what", []))
    text, how = typed.get("text", ""), typed.get("how", "")
    if taken:
        tool.library, tool.for_what, text, how = taken.id, list(taken.for_what), str(taken.name), str(taken.how)
    try:
        actions.add_tool(tool=tool, text=text, how=how, by=request.staff, at=now)
    except KeyTaken:
        tool = sent_before(queries.tool_sent_by(request.staff, typed["id"]))
    return redirect(on_the_plan(person.pk, f"tool-{tool.pk}"))


@require_safe
def tool_show(request: HttpRequest, tool_id: str) -> HttpResponse:
    """One tool: how it is done, and how it helped, time by time."""
    return _show(request, find(Tool, request, pk=tool_id))


def _show(request: HttpRequest, tool: Tool, status: int = 200, **more: Any) -> HttpResponse:
    whole = queries.whole_tool(tool)
    now = timezone.now()
    page = {
        "shown": shown_tool(whole, now),
        "person": whole.person,
        "page": page_of(request, queries.uses_of(whole)),
        "may_change": rules.may_change(request.staff, whole, now),
        "form": UseForm(initial={"id": new_id()}),
        "refusal": "",
        "undo": undo_offered(request),
    }
    return render(request, "plans/tool_show.html", page | more, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def tool_edit(request: HttpRequest, tool_id: str) -> HttpResponse:
    """What it is for."""
    tool, now = _to_change(request, tool_id)
    form = ToolChangeForm(sent(request), instance=tool)
    if request.method != "POST" or not form.is_valid():
        return _edit(request, tool_id, form, 422 if form.errors else 200)
    try:
        actions.change_tool(tool=form.save(commit=False), opened=form.marks or None, by=request.staff, at=now)
    except actions.ChangedMeanwhile as stale:
        now_kept = find(Tool, request, pk=tool_id)
        return _edit(request, tool_id, **both_said(request, ToolChangeForm, stale, instance=now_kept))
    return redirect("plans:tool_show", tool.pk)


def _edit(request: HttpRequest, tool_id: str, form: ToolChangeForm, status: int, **more: Any) -> HttpResponse:
    page = {"form": form, "tool_id": tool_id, "refusal": "", "otherwise": []}
    return render(request, "plans/tool_edit.html", page | more, status=status)


@require_POST
def tool_take_out(request: HttpRequest, tool_id: str) -> HttpResponse:
    """It is no tool of theirs any more."""
    tool, now = _to_change(request, tool_id)
    return do(
        request,
        lambda: actions.take_out_tool(tool=tool, by=request.staff, at=now),
        back=on_the_plan(tool.person_id, f"tools-{tool.program_id}"),
        refused=lambda **more: _show(request, tool, **more),
        said=_("The tool is out of the plan."),
        undo=reverse("plans:tool_put_back", args=[tool.pk]),
    )


@require_POST
def tool_put_back(request: HttpRequest, tool_id: str) -> HttpResponse:
    """It is one again."""
    tool, now = _to_change(request, tool_id)
    return do(
        request,
        lambda: actions.put_back_tool(tool=tool, by=request.staff, at=now),
        back=on_the_plan(tool.person_id, f"tool-{tool.pk}"),
        refused=lambda **more: _show(request, tool, **more),
    )


@require_POST
def use_add(request: HttpRequest, tool_id: str) -> HttpResponse:
    """Used: today in one tap; with how it helped, words and another day on its own page."""
    tool, now = _to_change(request, tool_id)
    form = UseForm(request.POST)
    if not form.is_valid():
        return _show(request, tool, status=422, form=form)
    typed = form.cleaned_data
    at = moment_on(typed["on"], now)

    def note() -> Any:
        try:
            said = {"helped": typed["helped"], "words": typed["words"]}
            return actions.use_tool(tool=tool, key=typed["id"], by=request.staff, at=at, **said)
        except KeyTaken:
            return sent_before(queries.use_sent_by(request.staff, typed["id"]))

    return do(
        request,
        note,
        back=_back(request, tool),
        refused=lambda **more: _show(request, tool, **more),
        said=_("It is noted: this tool was used."),
        undo=reverse("plans:use_take_out", args=[typed["id"]]),
    )


@require_POST
def use_tell(request: HttpRequest, use_id: str) -> HttpResponse:
    """Whether it helped, in one more tap."""
    used, now = _use(request, use_id)
    form = HelpedForm(request.POST)
    if not form.is_valid():
        return _show(request, used.tool, status=422)
    return do(
        request,
        lambda: actions.say_if_it_helped(used=used, helped=form.cleaned_data["helped"], by=request.staff, at=now),
        back=_back(request, used.tool),
        refused=lambda **more: _show(request, used.tool, **more),
    )


@require_POST
def use_take_out(request: HttpRequest, use_id: str) -> HttpResponse:
    """It was noted by mistake."""
    used, now = _use(request, use_id)
    return do(
        request,
        lambda: actions.take_out_use(used=used, by=request.staff, at=now),
        back=reverse("plans:tool_show", args=[used.tool_id]),
        refused=lambda **more: _show(request, used.tool, **more),
        said=_("That use is taken out."),
        undo=reverse("plans:use_put_back", args=[used.pk]),
    )


@require_POST
def use_put_back(request: HttpRequest, use_id: str) -> HttpResponse:
    """It was no mistake."""
    used, now = _use(request, use_id)
    return do(
        request,
        lambda: actions.put_back_use(used=used, by=request.staff, at=now),
        back=reverse("plans:tool_show", args=[used.tool_id]),
        refused=lambda **more: _show(request, used.tool, **more),
    )


def _to_change(request: HttpRequest, tool_id: str) -> tuple[Tool, datetime]:
    tool, now = find(Tool, request, pk=tool_id), timezone.now()
    allow(rules.may_change(request.staff, tool, now))
    return tool, now


def _use(request: HttpRequest, use_id: str) -> tuple[ToolUsed, datetime]:
    used, now = find(ToolUsed, request, pk=use_id), timezone.now()
    allow(rules.may_change(request.staff, used, now))
    return used, now


def _back(request: HttpRequest, tool: Tool) -> str:
    if request.POST.get("from_plan"):
        return on_the_plan(tool.person_id, f"tool-{tool.pk}")
    return reverse("plans:tool_show", args=[tool.pk])
