"""What stands on a sheet: answers, ticked lines; and the sheet in the hand and on paper."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.audit.door import NotHere, find, note_opened
from handrail.kit.errors import Refused
from handrail.kit.ids import new_id
from handrail.kit.views import allow, sent
from handrail.paper.answer import pdf_answer
from handrail.plans import actions, queries, rules
from handrail.plans.catalogue.preparing import Prompt
from handrail.plans.forms import WordsForm
from handrail.plans.models import Answer, Preparation, fingerprint
from handrail.plans.on_paper import document_of_sheet
from handrail.plans.preparing import sheet_of, things_to_hold
from handrail.plans.views.pdf import asked_for
from handrail.plans.views.preparation import preparation_page
from handrail.plans.views.words import is_autosave, kept_answer, words_page


@require_http_methods(["GET", "HEAD", "POST"])
def answer_write(request: HttpRequest, preparation_id: str, prompt_id: str) -> HttpResponse:
    """Answer a question of a sheet, the first time or better; as it is typed, too (autosave.js)."""
    preparation, now = find(Preparation, request, pk=preparation_id), timezone.now()
    allow(rules.may_change(request.staff, preparation, now))
    prompt = preparation.sheet_prompt(prompt_id)
    if prompt is None:
        raise NotHere
    own, page = queries.answer_to(preparation, prompt.id), reverse("plans:preparation_show", args=[preparation.pk])
    form = first_form(request, own, prompt)
    if request.method != "POST" or not form.is_valid():
        return words_page(request, form, preparation.person, own, back=page)
    if own and not form.says_something_new(own):
        return kept_answer(request, form, own)
    if not own and not form.cleaned_data["text"]:
        return nothing_written(request, page)
    kept = actions.write_answer(preparation=preparation, prompt=prompt.id, by=request.staff, at=now, **form.cleaned_data)
    return kept_answer(request, form, kept)


def first_form(request: HttpRequest, own: Any, prompt: Prompt) -> WordsForm:
    """The form of a text that has one place, written before or not. On a page of its own it stands under its question."""
    text = own.text if own else ""
    begin = {"text": text, "opened": fingerprint(text), "page": new_id()}
    form = WordsForm(sent(request), initial=begin, may_be_empty=True)
    if not request.htmx:
        form.fields["text"].label, form.fields["text"].help_text = str(prompt.title), str(prompt.ask)
    return form


def nothing_written(request: HttpRequest, page: str) -> HttpResponse:
    """Somebody opened a text that nobody has begun, and left it empty."""
    if is_autosave(request):
        return JsonResponse({"opened": fingerprint(""), "together": ""})
    if request.htmx:
        return render(request, "plans/_answer.html", {"own": None, "write_url": request.path, "may_change": True})
    return redirect(page)


@require_POST
def line_tick(request: HttpRequest, answer_id: str) -> HttpResponse:
    """A line is asked or packed; or it is not, after all."""
    answer, now = find(queries.answers(), request, pk=answer_id), timezone.now()
    allow(rules.may_change(request.staff, answer, now))
    act = actions.untick_line if "untick" in request.POST else actions.tick_line
    try:
        act(answer=answer, line=_mark_sent(request), by=request.staff, at=now)
    except Refused as refused:
        return _lines_now(request, answer, 409, refused.sentence)
    if request.htmx:
        return _lines_now(request, answer)
    return redirect(f"{reverse('plans:preparation_show', args=[answer.preparation_id])}#words-{answer.own_id}")


def _mark_sent(request: HttpRequest) -> str:
    """The mark of the line whose button was pressed."""
    return request.POST.get("untick") or request.POST.get("tick", "")


def _lines_now(request: HttpRequest, answer: Answer, status: int = 200, refusal: Any = "") -> HttpResponse:
    """The lines as they read now: in their place for htmx, else on the page of the sheet."""
    if not request.htmx:
        return preparation_page(request, answer.preparation, status=status, refusal=refusal)
    own = queries.answer_to(answer.preparation, answer.prompt)
    return render(
        request,
        "plans/_answer.html",
        {"own": own, "may_change": True, "refusal": refusal, "just_ticked": _mark_sent(request)},
        status=status,
    )


@require_safe
def preparation_hold(request: HttpRequest, preparation_id: str) -> HttpResponse:
    """Only the words, as large as they go, one thing at a time: to hold in the hand."""
    preparation = find(Preparation, request, pk=preparation_id)
    note_opened(request, preparation.person_id, subject=preparation, verb="preparation.held_up")
    things = things_to_hold(sheet_of(queries.whole_preparation(preparation)))
    return render(request, "plans/preparation_hold.html", {"preparation": preparation, "things": things})


@require_safe
def preparation_print(request: HttpRequest, preparation_id: str) -> HttpResponse:
    """The sheet on one page, or the letter as a letter."""
    preparation = find(Preparation, request, pk=preparation_id)
    note_opened(request, preparation.person_id, subject=preparation, verb="preparation.printed")
    sheet = sheet_of(queries.whole_preparation(preparation))
    name = "letter.pdf" if sheet.is_letter else "sheet.pdf"
    return pdf_answer(document_of_sheet(sheet, **asked_for(request, preparation.person)), name)
