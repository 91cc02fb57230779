"""One text in the person's own words: put better, how it read before, and two versions put together."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.audit.door import find
from handrail.kit.errors import Refused
from handrail.kit.ids import new_id
from handrail.kit.paging import page_of
from handrail.kit.views import allow, sent
from handrail.people.models import Person
from handrail.plans import actions, queries, rules
from handrail.plans.forms import TogetherForm, WordsForm
from handrail.plans.models import Aside, OwnWords, fingerprint
from handrail.plans.places import page_of as page_of_text
from handrail.plans.places import place_of


@require_http_methods(["GET", "HEAD", "POST"])
def words_edit(request: HttpRequest, own_id: str) -> HttpResponse:
    """Put a text better: in its place on the plan, on a page of its own without scripts, and as it is typed (autosave.js)."""
    own, now = find(queries.own_words(), request, pk=own_id), timezone.now()
    allow(rules.may_change(request.staff, own, now))
    begin = {"text": own.text, "opened": own.as_opened, "page": new_id()}
    form = WordsForm(sent(request), initial=begin, may_be_empty=place_of(own).may_be_empty)
    if request.method != "POST" or not form.is_valid():
        return words_page(request, form, own.person, own)
    kept: actions.Kept = own
    if form.says_something_new(own):
        kept = actions.reword(own=own, by=request.staff, at=now, **form.cleaned_data)
    return kept_answer(request, form, kept)


@require_safe
def words_history(request: HttpRequest, own_id: str) -> HttpResponse:
    """How a text read before: one row a sitting, with who and when."""
    return _history(request, find(queries.own_words(), request, pk=own_id))


@require_POST
def words_put_back(request: HttpRequest, wording_id: str) -> HttpResponse:
    """It read better before."""
    wording, now = find(queries.earlier_wordings(), request, pk=wording_id), timezone.now()
    allow(rules.may_change(request.staff, wording, now))
    try:
        actions.put_back_wording(wording=wording, by=request.staff, at=now)
    except Refused as refused:
        return _history(request, find(queries.own_words(), request, pk=wording.own_id), 409, refusal=refused.sentence)
    messages.success(request, _("It reads as before again. How it read until now is kept below."))
    return redirect("plans:words_history", wording.own_id)


def _history(request: HttpRequest, own: OwnWords, status: int = 200, refusal: object = "") -> HttpResponse:
    page = {
        "own": own,
        "person": own.person,
        "back": page_of_text(own),
        "page": page_of(request, queries.wordings_of(own)),
        "beside": page_of(request, queries.asides_of(own), name="beside"),
        "may_change": rules.may_change(request.staff, own, timezone.now()),
        "refusal": refusal,
    }
    return render(request, "plans/words_history.html", page, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def words_together(request: HttpRequest, own_id: str) -> HttpResponse:
    """Two wrote at once: both texts side by side, to make one of them."""
    own, now = find(queries.own_words(), request, pk=own_id), timezone.now()
    allow(rules.may_change(request.staff, own, now))
    if request.method != "POST":
        return _together(request, own, _together_form(own)) if own.waiting_now else redirect(page_of_text(own))
    form = TogetherForm(request.POST, own=own)
    if not form.is_valid():
        return _together(request, own, form, status=422)
    asides = form.cleaned_data.pop("settles")
    kept = actions.put_together(own=own, asides=asides, by=request.staff, at=now, **form.cleaned_data)
    return kept_answer(request, form, kept)


def _together_form(own: Any) -> TogetherForm:
    both = "\n\n".join([own.text, *(aside.text for aside in own.waiting_now)])
    initial = {"text": both, "opened": own.as_opened, "page": new_id(), "settles": [aside.pk for aside in own.waiting_now]}
    return TogetherForm(initial=initial, own=own)


def _together(request: HttpRequest, own: OwnWords, form: TogetherForm, status: int = 200) -> HttpResponse:
    page = {"own": own, "person": own.person, "form": form, "back": page_of_text(own)}
    return render(request, "plans/words_together.html", page, status=status)


def words_page(request: HttpRequest, form: WordsForm, person: Person, own: OwnWords | None, back: str = "") -> HttpResponse:
    """The text's own form: in the place of the text for htmx, else a page; what was wrong as data for autosave."""
    if wrong := wrong_to_autosave(request, form):
        return wrong
    page = "plans/_words_edit.html" if request.htmx else "plans/words_edit.html"
    shown = {"form": form, "person": person, "own": own, "address": request.path, "in_place": bool(request.htmx)}
    shown["back"] = page_of_text(own) if own else back or reverse("plans:plan_show", args=[person.pk])
    return render(request, page, shown, status=422 if form.errors else 200)


def wrong_to_autosave(request: HttpRequest, form: BaseForm) -> HttpResponse | None:
    """What was wrong with a text, as data, when nobody pressed a button."""
    if not form.errors or not is_autosave(request):
        return None
    return JsonResponse({"wrong": [str(sentence) for them in form.errors.values() for sentence in them]}, status=422)


def kept_answer(
    request: HttpRequest, form: WordsForm, kept: actions.Kept, in_place: Callable[[Any, int], HttpResponse] | None = None
) -> HttpResponse:
    """Where the words are now. Kept beside what somebody else wrote, it is a 409: whoever sent them must know.

    `in_place` shows a text that does not stand alone, with what stands around it.
    """
    beside = isinstance(kept, Aside)
    own = queries.text_of(kept)
    status = 409 if beside else 200
    if is_autosave(request):
        return JsonResponse(_told_to_autosave(own, form, beside), status=status)
    if request.htmx and in_place:
        return in_place(own, status)
    if request.htmx:
        shown = {"own": own, "kind": own.kind, "may_change": True, "just_saved": True}
        return render(request, place_of(own).shown, shown, status=status)
    if beside:
        return _together(request, own, _together_form(own), status)
    return redirect(page_of_text(own))


def is_autosave(request: HttpRequest) -> bool:
    """Whether the page sends what is typed while it is typed."""
    return request.headers.get("Accept") == "application/json"


def _told_to_autosave(own: Any, form: WordsForm, beside: bool) -> dict[str, str]:
    """What the open page goes on from, and where two versions wait. A text kept beside goes on from where it began."""
    opened = form.cleaned_data["opened"] if beside else fingerprint(form.cleaned_data["text"])
    return {"opened": opened, "together": reverse("plans:words_together", args=[own.pk]) if own.waiting_now else ""}
