"""A choice: begun, looked at, made, put away; and on paper."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.audit.door import NotHere, find, note_opened
from handrail.kit.errors import KeyTaken, Refused
from handrail.kit.ids import new_id
from handrail.kit.views import allow, sent
from handrail.paper.answer import pdf_answer
from handrail.people.models import Person
from handrail.people.queries import programs_looked_after
from handrail.plans import actions, queries, rules
from handrail.plans.catalogue.choices import ALONGSIDE, aid
from handrail.plans.forms import ChooseForm, MatterForm, NewChoiceForm, OptionForm
from handrail.plans.forms.choices import NOT_YET
from handrail.plans.models import Choice
from handrail.plans.on_paper import document_of_choice
from handrail.plans.views.answer import first_form, nothing_written
from handrail.plans.views.deeds import begin_with
from handrail.plans.views.goal import sent_before
from handrail.plans.views.pdf import asked_for, language_of
from handrail.plans.views.words import kept_answer, words_page
from handrail.plans.weighing import choice_of
from handrail.ui.undo import offer_undo, undo_offered


@require_safe
def choice_show(request: HttpRequest, choice_id: str) -> HttpResponse:
    """One choice: what matters, the options side by side, and what was chosen."""
    return choice_page(request, find(Choice, request, pk=choice_id))


def choice_page(request: HttpRequest, choice: Choice, status: int = 200, **more: Any) -> HttpResponse:
    """The page of a choice; `more` is a form that came back, or what the domain said."""
    shown = choice_of(queries.whole_choice(choice))
    page = {
        "shown": shown,
        "choice": shown.choice,
        "person": shown.choice.person,
        "aid": aid(),
        "prompts": aid().prompts,
        "may_change": rules.may_change(request.staff, shown.choice, timezone.now()),
        "matter_form": MatterForm(initial={"id": new_id()}, auto_id="id_matter_%s"),
        "option_form": OptionForm(initial={"id": new_id()}, auto_id="id_option_%s"),
        "choose_form": ChooseForm(options=[one.option for one in shown.options], initial=_begin_with(shown.latest)),
        "paper_language": language_of(shown.choice.person),
        "wrong_form": None,
        "refusal": "",
        "undo": undo_offered(request),
    }
    return render(request, "plans/choice_show.html", page | more, status=status)


def _begin_with(latest: Any) -> dict[str, Any]:
    """What was chosen last; whoever changes their mind begins with it."""
    if latest is None:
        return {}
    return {"option": str(latest.option_id) if latest.option_id else NOT_YET, "words": latest.words, "saw": latest.pk}


@require_http_methods(["GET", "HEAD", "POST"])
def choice_add(request: HttpRequest, person_id: str) -> HttpResponse:
    """Begin a choice. The page carries the new row's key, so that sending it twice begins one."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    allow(rules.may_plan(request.staff, person, now))
    programs = programs_looked_after(person, request.staff, now)
    form = NewChoiceForm(sent(request), initial=begin_with(request), programs=programs)
    if request.method != "POST" or not form.is_valid():
        page = {"form": form, "person": person, "aid": aid()}
        return render(request, "plans/choice_add.html", page, status=422 if form.errors else 200)
    said = form.cleaned_data
    choice = Choice(pk=said["id"], person=person, program=said["program"])
    try:
        actions.begin_choice(choice=choice, text=said["text"], by=request.staff, at=now)
    except KeyTaken:
        choice = sent_before(queries.choice_sent_by(request.staff, said["id"]))
    return redirect("plans:choice_show", choice.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def thought_write(request: HttpRequest, choice_id: str, prompt_id: str) -> HttpResponse:
    """What one still wants to know, and when one looks again; as it is typed, too (autosave.js)."""
    choice, now = choice_to_change(request, choice_id)
    if prompt_id not in ALONGSIDE:
        raise NotHere
    prompt, page = aid().prompts[prompt_id], reverse("plans:choice_show", args=[choice.pk])
    own = queries.thought_on(choice, prompt.id)
    form = first_form(request, own, prompt)
    if request.method != "POST" or not form.is_valid():
        return words_page(request, form, choice.person, own, back=page)
    if own and not form.says_something_new(own):
        return kept_answer(request, form, own)
    if not own and not form.cleaned_data["text"]:
        return nothing_written(request, page)
    kept = actions.write_thought(choice=choice, prompt=prompt.id, by=request.staff, at=now, **form.cleaned_data)
    return kept_answer(request, form, kept)


@require_POST
def choice_choose(request: HttpRequest, choice_id: str) -> HttpResponse:
    """What the person chooses, for now, and why. It can be changed, and what was chosen before stays."""
    choice, now = choice_to_change(request, choice_id)
    form = ChooseForm(request.POST, options=queries.whole_choice(choice).options_now)  # type: ignore[attr-defined]
    if not form.is_valid():
        return choice_page(request, choice, status=422, choose_form=form, wrong_form=form)
    said = {"option": form.chosen, "words": form.cleaned_data["words"], "saw": form.cleaned_data["saw"]}
    try:
        actions.choose(choice=choice, by=request.staff, at=now, **said)
    except actions.SaidMeanwhile as meanwhile:
        return _chosen_meanwhile(request, choice, meanwhile)
    except Refused as refused:
        return choice_page(request, choice, status=409, refusal=refused.sentence, choose_form=form)
    return redirect(reverse("plans:choice_show", args=[choice.pk]) + "#chosen")


def _chosen_meanwhile(request: HttpRequest, choice: Choice, meanwhile: actions.SaidMeanwhile) -> HttpResponse:
    """What was typed here, under what somebody else noted since; sent again, it stands."""
    whole, data = queries.whole_choice(choice), request.POST.copy()
    latest = choice_of(whole).latest
    data["saw"] = str(latest.pk) if latest else ""
    form = ChooseForm(data, options=whole.options_now)  # type: ignore[attr-defined]
    return choice_page(request, choice, status=409, refusal=meanwhile.sentence, choose_form=form)


@require_safe
def choice_print(request: HttpRequest, choice_id: str) -> HttpResponse:
    """The choice on one page."""
    choice = find(Choice, request, pk=choice_id)
    note_opened(request, choice.person_id, subject=choice, verb="choice.printed")
    shown, wished = choice_of(queries.whole_choice(choice)), asked_for(request, choice.person)
    return pdf_answer(document_of_choice(shown, **wished), "choice.pdf")


@require_POST
def choice_put_away(request: HttpRequest, choice_id: str) -> HttpResponse:
    """It is no question any more."""
    choice, now = choice_to_change(request, choice_id)
    undo = reverse("plans:choice_take_out", args=[choice.pk])
    return deed_of_choice(
        request,
        choice,
        lambda: actions.put_choice_away(choice=choice, by=request.staff, at=now),
        _("The choice is put away."),
        undo,
    )


@require_POST
def choice_take_out(request: HttpRequest, choice_id: str) -> HttpResponse:
    """It is."""
    choice, now = choice_to_change(request, choice_id)
    return deed_of_choice(request, choice, lambda: actions.take_choice_out(choice=choice, by=request.staff, at=now))


def choice_to_change(request: HttpRequest, choice_id: Any) -> tuple[Choice, datetime]:
    """The choice, found and allowed to change; and now."""
    choice, now = find(Choice, request, pk=choice_id), timezone.now()
    allow(rules.may_change(request.staff, choice, now))
    return choice, now


def deed_of_choice(
    request: HttpRequest, choice: Choice, act: Callable[[], Any], said: str = "", undo: str = "", at: str = ""
) -> HttpResponse:
    """Do it, offer the way back, and go to the choice. When the domain says no: its page, 409."""
    try:
        act()
    except Refused as refused:
        return choice_page(request, choice, status=409, refusal=refused.sentence)
    if undo:
        offer_undo(request, said, undo)
    return redirect(reverse("plans:choice_show", args=[choice.pk]) + at)
