"""The workshop: what directives there are, beginning one, its steps, and the rules of each state."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.audit.door import NotHere, find, note_opened
from handrail.directives import actions, queries, rules
from handrail.directives.forms import BeginForm
from handrail.directives.models import Directive
from handrail.directives.packs import packs
from handrail.directives.shown import state_of, steps_of
from handrail.directives.views.steps import may_help, to_help
from handrail.kit.errors import KeyTaken, Refused
from handrail.kit.ids import new_id
from handrail.kit.views import allow, sent
from handrail.people import ages
from handrail.people.models import Person
from handrail.people.queries import programs_looked_after, programs_of
from handrail.plans.views.deeds import do
from handrail.ui.undo import undo_offered


@require_safe
def directive_list(request: HttpRequest, person_id: str) -> HttpResponse:
    """Every directive of a person: what counts, what is being written, what is over."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    note_opened(request, person.pk, verb="directive.listed")
    today = timezone.localdate(now)
    page = {
        "person": person,
        "states": [state_of(one, today) for one in queries.directives_of(person, programs_of(person, request.staff, now))],
        "may_begin": rules.may_begin(request.staff, person, now),
        "packs": packs().values(),
        "young": ages.is_under_age(person, today),
        "undo": undo_offered(request),
    }
    return render(request, "directives/directive_list.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def directive_begin(request: HttpRequest, person_id: str) -> HttpResponse:
    """Begin a draft. The page carries its key, so that sending it twice begins one."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    allow(rules.may_begin(request.staff, person, now))
    programs = programs_looked_after(person, request.staff, now)
    today = timezone.localdate(now)
    states = [state_of(one, today) for one in queries.directives_of(person, programs)]
    counts = next((one for one in states if one.name in ("counts", "ran_out")), None)
    state = counts.directive.pack if counts else request.staff.agency.pack.lower()
    form = BeginForm(sent(request), initial={"id": new_id()}, programs=programs, state=state, changes=bool(counts))
    page = {"form": form, "person": person, "counts": counts, "young": ages.is_under_age(person, today), "refusal": ""}
    if request.method != "POST" or not form.is_valid():
        return render(request, "directives/directive_begin.html", page, status=422 if form.errors else 200)
    told = form.cleaned_data
    try:
        begun = actions.begin(
            person=person,
            program=told["program"],
            pack=told["pack"],
            why=told.get("why", ""),
            by=request.staff,
            at=now,
            key=told["id"],
        )
    except KeyTaken:
        begun = queries.directive_sent_by(request.staff, told["id"])
        if begun is None:
            raise NotHere from None
    except Refused as refused:
        return render(request, "directives/directive_begin.html", page | {"refusal": refused.sentence}, status=409)
    return redirect("directives:directive_show", begun.pk)


@require_safe
def directive_show(request: HttpRequest, directive_id: str) -> HttpResponse:
    """One directive: how it stands, and its steps."""
    return _show(request, find(queries.directives(), request, pk=directive_id))


def _show(request: HttpRequest, directive: Directive, status: int = 200, refusal: Any = "") -> HttpResponse:
    now = timezone.now()
    state = state_of(directive, timezone.localdate(now))
    page = {
        "directive": directive,
        "person": directive.person,
        "state": state,
        "pack": directive.rules,
        "steps": steps_of(directive, state),
        "may_help": may_help(request, directive, state, now),
        "may_take_up": state.is_set_aside and rules.may_help(request.staff, directive, now),
        "draft": None if state.is_draft else queries.draft_of(directive),
        "helpers": queries.helpers_of(directive),
        "refusal": refusal,
        "undo": undo_offered(request),
    }
    return render(request, "directives/directive_show.html", page, status=status)


@require_POST
def directive_set_aside(request: HttpRequest, directive_id: str) -> HttpResponse:
    """Nobody goes on with this draft: another can be begun, by another state's rules too."""
    directive, now = to_help(request, directive_id)
    return do(
        request,
        lambda: actions.set_aside(directive=directive, by=request.staff, at=now),
        back=reverse("directives:directive_list", args=[directive.person_id]),
        refused=partial(_show, request, directive),
        said=_("The draft is set aside. It is kept."),
        undo=reverse("directives:directive_take_up", args=[directive.pk]),
    )


@require_POST
def directive_take_up(request: HttpRequest, directive_id: str) -> HttpResponse:
    """They go on with it after all."""
    directive, now = to_help(request, directive_id)
    return do(
        request,
        lambda: actions.take_up(directive=directive, by=request.staff, at=now),
        back=reverse("directives:directive_show", args=[directive.pk]),
        refused=partial(_show, request, directive),
    )


@require_safe
def pack_show(request: HttpRequest, state: str) -> HttpResponse:
    """The rules of one state, each with its source and how sure it is. Not legal advice."""
    if state not in packs():
        raise NotHere
    return render(request, "directives/pack_show.html", {"pack": packs()[state], "packs": packs().values()})
