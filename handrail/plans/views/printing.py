"""A paper is printed: what to print, and the PDF."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from handrail.audit.door import NotHere, note_opened
from handrail.paper.answer import pdf_answer
from handrail.plans.forms import PrintForm
from handrail.plans.papers import Paper
from handrail.plans.printing import Form, Wanted, document_of, file_name, picks
from handrail.plans.state import State, sections_of, state_of
from handrail.plans.views.papers import found_paper
from handrail.plans.views.pdf import language_of


@require_safe
def paper_print(
    request: HttpRequest, kind: str, person_id: UUID, program_id: UUID, about_id: UUID | None = None
) -> HttpResponse:
    """What to print of it: all, in large print, in two languages, or a page for the fridge with what they pick."""
    paper = found_paper(request, kind, person_id, program_id, about_id)
    note_opened(request, paper.person.pk, verb="paper.opened")
    version = request.GET.get("version", "")
    state = state_of(paper)
    if not state.sections and not state.versions:
        return _print_page(request, paper, state, None)
    begin = {"version": version if version.isdecimal() else None, "language": language_of(paper.person)}
    form = PrintForm(initial=begin, keys=_keys(state))
    return _print_page(request, paper, state, form)


@require_safe
def paper_pdf(request: HttpRequest, kind: str, person_id: UUID, program_id: UUID, about_id: UUID | None = None) -> HttpResponse:
    """The PDF. Its address holds keys, never words."""
    paper = found_paper(request, kind, person_id, program_id, about_id)
    state = state_of(paper)
    form = PrintForm(request.GET, keys=_keys(state))
    if not form.is_valid():
        note_opened(request, paper.person.pk, verb="paper.opened")
        return _print_page(request, paper, state, form, 422)
    wanted = _wanted(state, form.cleaned_data)
    answer = pdf_answer(document_of(state, wanted), file_name(state, wanted))
    note_opened(request, paper.person.pk, verb="paper.printed")
    return answer


def _print_page(request: HttpRequest, paper: Paper, state: State, form: PrintForm | None, status: int = 200) -> HttpResponse:
    sent = form.data.getlist("pick") if form is not None and form.is_bound else None  # type: ignore[union-attr]
    offered = [
        (section, [(entry, entry.key in sent if sent is not None else first) for entry, first in entries])
        for section, entries in picks(list(state.sections))
    ]
    page = {"paper": paper, "state": state, "person": paper.person, "form": form, "picks": offered}
    return render(request, "plans/paper_print.html", page, status=status)


def _keys(state: State) -> list[str]:
    sections = [*state.sections, *(section for version in state.versions for section in sections_of(version))]
    return list(dict.fromkeys(entry.key for section in sections if section.card for entry in section.entries))


def _wanted(state: State, typed: dict[str, Any]) -> Wanted:
    version = next((one for one in state.versions if one.number == typed["version"]), None)
    if typed["version"] and version is None:
        raise NotHere
    return Wanted(
        form=Form(typed["form"] or Form.BOOKLET),
        language=typed["language"] or "en",
        named=typed["named"],
        version=version,
        picked=frozenset(typed["pick"]),
    )
