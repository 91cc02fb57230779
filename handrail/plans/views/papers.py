"""A paper of somebody: how it stands, a version of it, and two of them held against each other. For every kind (`plans.papers`)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from handrail.audit.door import NotHere, find, note_opened
from handrail.kit.ids import new_id
from handrail.kit.views import allow
from handrail.people import ages
from handrail.people.models import Person
from handrail.people.queries import programs_of
from handrail.plans import clock, queries, rules
from handrail.plans.comparing import compare
from handrail.plans.forms import ReviewForm
from handrail.plans.models import OfAPaper, Version
from handrail.plans.papers import Paper, Section, kind_of
from handrail.plans.state import sections_of, standing_of, state_of
from handrail.ui.undo import undo_offered


@require_safe
def paper_show(
    request: HttpRequest, kind: str, person_id: UUID, program_id: UUID, about_id: UUID | None = None
) -> HttpResponse:
    """Which version is signed and by whom, whether it changed since, when it was looked at, and who has heard of it."""
    return paper_page(request, found_paper(request, kind, person_id, program_id, about_id))


def paper_page(request: HttpRequest, paper: Paper, status: int = 200, **more: Any) -> HttpResponse:
    """The page of a paper; `more` is a form that came back, or what the domain said."""
    now, state = timezone.now(), state_of(paper)
    note_opened(request, paper.person.pk, verb="paper.opened")
    page = {
        "paper": paper,
        "state": state,
        "guardian_missing": state.lacks_guardian and ages.is_under_age(paper.person, timezone.localdate(now)),
        "person": paper.person,
        "back": paper.kind.page(paper.person, paper.program, paper.about),
        "may_change": rules.may_plan_in(request.staff, paper.person, paper.program, now),
        "due": clock.dues(paper.kind, paper.person, [paper.program], request.staff.agency, now).get(paper.program.pk),
        "scans": queries.scans_of(paper),
        "reviews": queries.reviews_of(paper),
        "presentations": queries.presentations_of(paper),
        "review_form": ReviewForm(initial={"id": new_id()}, auto_id="id_review_%s"),
        "wrong_form": None,
        "refusal": "",
        "undo": undo_offered(request),
    }
    return render(request, "plans/paper_show.html", page | more, status=status)


@require_safe
def version_show(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """What a version said, and who signed it."""
    version = find(queries.versions(), request, pk=version_id)
    paper = paper_of(version)
    page = {
        "version": version,
        "paper": paper,
        "person": version.person,
        "sections": sections_of(version),
        "signed": bool(standing_of(version)),
        "latest": queries.latest_number(paper),
        "may_change": rules.may_change(request.staff, version, timezone.now()),
    }
    return render(request, "plans/version_show.html", page)


@require_safe
def paper_compare(
    request: HttpRequest, kind: str, person_id: UUID, program_id: UUID, about_id: UUID | None = None
) -> HttpResponse:
    """What differs between two versions; as it reads now is one of them."""
    paper = found_paper(request, kind, person_id, program_id, about_id)
    note_opened(request, paper.person.pk, verb="paper.opened")
    state = state_of(paper)
    if not state.versions:
        raise NotHere
    chosen = {str(one.number): one for one in state.versions}
    before = _chosen(request.GET.get("from"), chosen, str(state.versions[0].number))
    after = _chosen(request.GET.get("to"), chosen, "now")
    page = {
        "paper": paper,
        "person": paper.person,
        "versions": state.versions,
        "before": before,
        "after": after,
        "now": after == "now",
        "differing": compare(_sections(before, chosen, state.sections), _sections(after, chosen, state.sections)),
    }
    return render(request, "plans/paper_compare.html", page)


def _chosen(asked: str | None, versions: dict[str, Version], otherwise: str) -> str:
    return asked if asked in versions or asked == "now" else otherwise


def _sections(which: str, versions: dict[str, Version], now: Any) -> list[Section]:
    return list(now) if which == "now" else sections_of(versions[which])


def found_paper(request: HttpRequest, kind: str, person_id: UUID, program_id: UUID, about_id: UUID | None) -> Paper:
    """The paper, for whoever reaches the person through its program."""
    person = find(Person, request, pk=person_id)
    there = programs_of(person, request.staff, timezone.now())
    program = next((one for one in there if one.pk == program_id), None)
    known = kind_of(kind)
    if program is None or known is None:
        raise NotHere
    paper = Paper(known, person, program, about_id)
    if about_id and not paper.sections():
        raise NotHere
    return paper


def paper_of(row: OfAPaper) -> Paper:
    """The paper that a row is about."""
    known = kind_of(row.kind)
    if known is None:
        raise NotHere
    return Paper(known, row.person, row.program, row.about)


def paper_to_change(
    request: HttpRequest, kind: str, person_id: UUID, program_id: UUID, about_id: UUID | None
) -> tuple[Paper, datetime]:
    """The paper, found and allowed to change; and now."""
    paper, now = found_paper(request, kind, person_id, program_id, about_id), timezone.now()
    allow(rules.may_plan_in(request.staff, paper.person, paper.program, now))
    return paper, now
