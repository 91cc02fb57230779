"""Curricula: pieces in an order, by phase of recovery."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.audit.door import NotHere, find
from handrail.kit.errors import KeyTaken, Refused
from handrail.kit.sent import key_sent
from handrail.kit.views import allow, sent
from handrail.learning import actions, queries, rules
from handrail.learning.forms import BeginCurriculumForm, CurriculumForm, EntryForm
from handrail.learning.models import Curriculum, CurriculumEntry
from handrail.learning.nouns import ENGLISH
from handrail.ui.undo import offer_undo, undo_offered


@require_safe
def curriculum_show(request: HttpRequest, key: str) -> HttpResponse:
    """A curriculum, phase by phase."""
    return _page(request, key)


def _page(request: HttpRequest, key: str, status: int = 200, **more: Any) -> HttpResponse:
    agency_id, language = request.staff.agency_id, get_language() or ENGLISH
    course = queries.whole_course(agency_id, key)
    if course is None:
        raise NotHere
    may_keep = rules.may_keep_library(request.staff)
    stretches = [
        (phase, [(placed, placed.piece.text_in(language)) for placed in some if may_keep or not placed.is_away])
        for phase, some in course.stretches
    ]
    changing = may_keep and course.own
    pieces = queries.pieces_that_match(agency_id) if changing else []
    page = {
        "course": course,
        "stretches": stretches,
        "may_keep": may_keep,
        "entry_form": EntryForm(pieces, language) if changing else None,
        "refusal": "",
        "undo": undo_offered(request),
    }
    return render(request, "learning/curriculum_show.html", page | more, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def curriculum_add(request: HttpRequest) -> HttpResponseBase:
    """Make one of the agency's own: from nothing, or like another."""
    allow(rules.may_keep_library(request.staff))
    agency_id = request.staff.agency_id
    form = BeginCurriculumForm(queries.courses_of(agency_id), sent(request), initial={"like": request.GET.get("like", "")})
    if request.method != "POST" or not form.is_valid():
        page = {"form": form, "key": request.POST.get("id", "")}
        return render(request, "learning/curriculum_add.html", page, status=422 if form.errors else 200)
    typed = form.cleaned_data
    like = queries.whole_course(agency_id, typed["like"]) if typed["like"] else None
    pieces = [(phase.key, placed.piece.key) for phase, some in like.stretches for placed in some] if like else []
    curriculum = Curriculum(pk=key_sent(request), title=typed["title"], about=typed["about"])
    try:
        actions.add_curriculum(curriculum=curriculum, pieces=pieces, by=request.staff, at=timezone.now())
    except KeyTaken as taken:
        if queries.curriculum_sent_by(request.staff, curriculum.pk) is None:
            raise NotHere from taken
    return redirect("learning:curriculum_show", curriculum.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def curriculum_edit(request: HttpRequest, curriculum_id: str) -> HttpResponseBase:
    """What it is called, and what it is for."""
    curriculum = _curriculum(request, curriculum_id)
    form = CurriculumForm(sent(request), initial={"title": curriculum.title, "about": curriculum.about})
    if request.method == "POST" and form.is_valid():
        curriculum.title, curriculum.about = form.cleaned_data["title"], form.cleaned_data["about"]
        actions.change_curriculum(curriculum=curriculum, by=request.staff, at=timezone.now())
        messages.success(request, _("Saved."))
        return redirect("learning:curriculum_show", curriculum.pk)
    page = {"curriculum": curriculum, "form": form}
    return render(request, "learning/curriculum_edit.html", page, status=422 if form.errors else 200)


def _curriculum(request: HttpRequest, curriculum_id: str) -> Curriculum:
    curriculum = find(Curriculum, request, pk=curriculum_id)
    allow(rules.may_keep_library(request.staff))
    return curriculum


@require_POST
def entry_add(request: HttpRequest, curriculum_id: str) -> HttpResponseBase:
    """One more piece for a phase."""
    curriculum = _curriculum(request, curriculum_id)
    pieces = queries.pieces_that_match(request.staff.agency_id)
    form = EntryForm(pieces, get_language() or ENGLISH, request.POST)
    if not form.is_valid():
        return _page(request, str(curriculum.pk), status=422, entry_form=form)
    typed = form.cleaned_data
    try:
        actions.add_entry(curriculum=curriculum, phase=typed["phase"], key=typed["piece"], by=request.staff, at=timezone.now())
    except Refused as no:
        return _page(request, str(curriculum.pk), status=409, entry_form=form, refusal=no.sentence)
    return redirect("learning:curriculum_show", curriculum.pk)


def _entry(request: HttpRequest, entry_id: str) -> CurriculumEntry:
    entry = find(CurriculumEntry, request, pk=entry_id)
    allow(rules.may_keep_library(request.staff))
    return entry


@require_POST
def entry_move(request: HttpRequest, entry_id: str) -> HttpResponseBase:
    """Up or down by one."""
    entry = _entry(request, entry_id)
    way = "up" if request.POST.get("way") == "up" else "down"
    actions.move_entry(entry=entry, way=way, by=request.staff, at=timezone.now())
    # On a phone, a list that jumps to its beginning has to be searched through again after every tap.
    return redirect(f"{reverse('learning:curriculum_show', args=[entry.curriculum_id])}#entry-{entry.pk}")


@require_POST
def entry_take_out(request: HttpRequest, entry_id: str) -> HttpResponseBase:
    """It does not belong there any more."""
    entry = _entry(request, entry_id)
    actions.take_entry_out(entry=entry, by=request.staff, at=timezone.now())
    offer_undo(request, _("Taken out."), reverse("learning:entry_put_back", args=[entry.pk]))
    return redirect("learning:curriculum_show", entry.curriculum_id)


@require_POST
def entry_put_back(request: HttpRequest, entry_id: str) -> HttpResponseBase:
    """Undo."""
    entry = _entry(request, entry_id)
    actions.put_entry_back(entry=entry, by=request.staff, at=timezone.now())
    return redirect("learning:curriculum_show", entry.curriculum_id)
