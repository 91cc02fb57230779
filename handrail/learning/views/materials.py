"""Pieces of the agency's own: written down, put better, put in their place."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handrail.audit.door import NotHere, find
from handrail.kit.errors import AlreadySo, KeyTaken
from handrail.kit.paging import page_of
from handrail.kit.sent import key_sent
from handrail.kit.views import allow, sent
from handrail.learning import actions, queries, rules
from handrail.learning.catalogue import shipped
from handrail.learning.forms import MaterialForm, SortForm, TextForm
from handrail.learning.markdown import html_of
from handrail.learning.models import Material
from handrail.learning.nouns import ENGLISH, LANGUAGES, Text

PER_PAGE = 10


@require_http_methods(["GET", "HEAD", "POST"])
def material_add(request: HttpRequest) -> HttpResponseBase:
    """Add a piece: one the agency wrote, or may use, or one of ours in its own words (`?after=`). The page makes its key."""
    allow(rules.may_keep_library(request.staff))
    language = request.GET.get("language") or get_language() or ENGLISH
    form = MaterialForm.beginning(shipped().get(request.GET.get("after", "")), language, sent(request))
    if request.method != "POST" or not form.is_valid():
        page = {"form": form, "key": request.POST.get("id", ""), "after": form["after"].value()}
        return render(request, "learning/material_add.html", page, status=422 if form.errors else 200)
    material = form.put_on(Material(pk=key_sent(request)))
    try:
        actions.add_material(material=material, written=form.written, by=request.staff, at=timezone.now())
    except KeyTaken as taken:
        if queries.material_sent_by(request.staff, material.pk) is None:
            raise NotHere from taken
    told = _("It stands in the library now, instead of ours.") if material.after else _("It stands in the library now.")
    messages.success(request, told)
    return redirect("learning:piece_show", material.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def material_edit(request: HttpRequest, material_id: str) -> HttpResponseBase:
    """Put it better, or write it down in one more language. Every version is kept."""
    material, language = _material(request, material_id), _language(request)
    ours = shipped()[material.after].texts.get(language) if material.after else None
    form = TextForm.showing(queries.standing_text(material, language), language, sent(request), ours)
    if request.method != "POST":
        return _edit_page(request, material, form, language)
    if not form.is_valid():
        return _edit_page(request, material, form, language, status=422)
    try:
        actions.write_text(
            material=material,
            written=form.written,
            opened=form.cleaned_data["opened"],
            by=request.staff,
            at=timezone.now(),
        )
    except AlreadySo:
        pass  # saved without a change, or sent twice
    except actions.ChangedMeanwhile as changed:
        return _both(request, material, language, changed)
    messages.success(request, _("Saved. How it read before is kept."))
    return redirect("learning:piece_show", material.pk)


def _both(request: HttpRequest, material: Material, language: str, changed: actions.ChangedMeanwhile) -> HttpResponse:
    """What stands now, and below it what was typed here; saved once more, that takes its place."""
    theirs = queries.standing_text(material, language)
    form = TextForm.showing(theirs, language, request.POST.copy() | {"opened": str(theirs.pk) if theirs else ""})
    more = {"refusal": changed.sentence, "theirs": theirs}
    return _edit_page(request, material, form, language, status=409, **more)


def _edit_page(
    request: HttpRequest, material: Material, form: TextForm, language: str, status: int = 200, **more: Any
) -> HttpResponse:
    whole = queries.piece_of(request.staff.agency_id, str(material.pk))
    page = {
        "material": material,
        "form": form,
        "language": language,
        "language_name": LANGUAGES[language],
        "written": [text.language for text in whole.languages] if whole else [],
        "languages": LANGUAGES.items(),
        "refusal": "",
        "theirs": None,
    }
    return render(request, "learning/material_edit.html", page | more, status=status)


def _material(request: HttpRequest, material_id: str) -> Material:
    material = find(Material, request, pk=material_id)
    allow(rules.may_keep_library(request.staff))
    return material


def _language(request: HttpRequest) -> str:
    asked = request.POST.get("language") or request.GET.get("language") or ENGLISH
    if asked not in LANGUAGES:
        raise NotHere
    return asked


@require_http_methods(["GET", "HEAD", "POST"])
def material_sort(request: HttpRequest, material_id: str) -> HttpResponseBase:
    """What it is about, when it helps, whom it speaks to."""
    material = _material(request, material_id)
    form = SortForm.showing(material, sent(request))
    if request.method == "POST" and form.is_valid():
        actions.sort_material(material=form.put_on(material), by=request.staff, at=timezone.now())
        messages.success(request, _("Saved."))
        return redirect("learning:piece_show", material.pk)
    page = {"material": material, "form": form}
    return render(request, "learning/material_sort.html", page, status=422 if form.errors else 200)


@require_safe
def material_history(request: HttpRequest, material_id: str) -> HttpResponse:
    """Everything it ever said: who wrote it down, when, and what one of the wordings changed (`?of=`, else the newest)."""
    material = _material(request, material_id)
    versions = queries.versions_of(material)
    asked = queries.number_of(request.GET.get("of", ""))
    chosen = (versions.filter(pk=asked).first() if asked else None) or versions[0]
    now, was = queries.text_of(chosen), queries.before(chosen)
    paged = page_of(request, versions, PER_PAGE)
    page = {
        "material": material,
        "page": paged,
        "versions": [(row, queries.text_of(row), html_of(row.body)) for row in paged.rows],
        "chosen": chosen,
        "text": now,
        "was": was,
        "changes": _changes(now, was),
    }
    return render(request, "learning/material_history.html", page)


def _changes(now: Text, was: Text | None) -> list[tuple[str, str, str]]:
    """What reads otherwise: how it is called, how it was, how it is."""
    if was is None:
        return []
    named = {"title": _("Title"), "summary": _("In short"), "body": _("Text"), "source": _("Source"), "licence": _("Licence")}
    both = [(words, getattr(was, name), getattr(now, name)) for name, words in named.items()]
    return [(words, before, after) for words, before, after in both if before != after]
