"""A note: read before it is signed, signed, and what is said to it afterwards."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.audit.door import NotHere, find, note_opened, note_shown
from handrail.contacts import actions, queries, rules
from handrail.contacts.advice import advice_on
from handrail.contacts.forms import AddendumForm, ReturnForm
from handrail.contacts.models import Addendum, Contact, Part, Returned
from handrail.contacts.reading import note_of, notes_of
from handrail.kit.errors import KeyTaken, Refused
from handrail.kit.paging import page_of
from handrail.kit.sent import key_sent
from handrail.kit.views import allow
from handrail.people.models import Person

LONGEST_NUMBER = 10


@require_safe
def contact_list(request: HttpRequest, person_id: str) -> HttpResponse:
    """Every contact with a person, the latest first, in the programs through which the reader reaches them."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    note_opened(request, person.pk, verb="contacts.listed")
    records = queries.records_read(person, request.staff, now)
    note_shown(request, "one.shown", [other for other, _programs in records[1:]])
    page = {
        "person": person,
        "page": page_of(request, queries.parts_with(records, request.staff, now)),
        "several_programs": len(records[0][1]) > 1,
    }
    return render(request, "contacts/contact_list.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def contact_sign(request: HttpRequest, contact_id: str) -> HttpResponse:
    """Read it once more, with advice; then sign. Signed is locked for good."""
    contact, now = find(Contact, request, along=("staff",), pk=contact_id), timezone.now()
    parts = queries.parts_of(contact, request.staff, now)
    answer = rules.may_finish(request.staff, parts, now)
    if answer is rules.LOCKED:
        return redirect("contacts:part_show", parts[0].pk)
    allow(answer)
    held = [part for part in parts if not part.is_signed]
    if request.method != "POST":
        return _before_signing(request, contact, held)
    try:
        actions.sign(contact=contact, parts=held, version=_version(request), by=request.staff, at=now)
    except Refused as refused:
        return _before_signing(request, contact, held, status=409, refusal=refused.sentence)
    messages.success(request, _("Signed."))
    still_theirs = queries.parts_of(contact, request.staff, now)
    return redirect("contacts:part_show", held[0].pk) if held[0] in still_theirs else redirect("home:today")


def _version(request: HttpRequest) -> int:
    """Which version was read; a page that does not say signs nothing."""
    sent = request.POST.get("version", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < LONGEST_NUMBER else -1


def _before_signing(
    request: HttpRequest, contact: Contact, parts: list[Part], status: int = 200, refusal: object = ""
) -> HttpResponse:
    now = timezone.now()
    for part in parts:
        note_opened(request, part.person_id, subject=part)
    page = {
        "contact": contact,
        "notes": notes_of(parts, now),
        "advice": advice_on(contact, parts, now),
        "may_change": rules.may_write(request.staff, contact, parts, now),
        "refusal": refusal,
    }
    return render(request, "contacts/contact_sign.html", page, status=status)


def _find_part(request: HttpRequest, part_id: str) -> Part:
    return find(queries.whole_parts(), request, pk=part_id)


@require_safe
def part_show(request: HttpRequest, part_id: str) -> HttpResponse:
    """One person's part of a contact. What it said of others stands on their own pages."""
    part = _find_part(request, part_id)
    if not part.is_signed:
        return redirect("contacts:contact_edit", part.contact_id)
    return _show(request, part)


def _show(request: HttpRequest, part: Part, status: int = 200, **more: Any) -> HttpResponse:
    now = timezone.now()
    others = queries.others_of(part, request.staff, now)
    for other in others:
        note_opened(request, other.person_id, subject=other)
    page = {
        "note": note_of(part, now),
        "part": part,
        "others": others,
        "more_form": AddendumForm(),
        "return_form": ReturnForm(),
        "may_add": rules.may_add_to_record(request.staff, part, now),
        "may_review": rules.may_review(request.staff, part, now),
        "waits_for_words": queries.waits_for_words(part),
        "refusal": "",
    }
    return render(request, "contacts/part_show.html", page | queries.additions_to(part) | more, status=status)


@require_POST
def addendum_add(request: HttpRequest, part_id: str) -> HttpResponse:
    """Say more beside what was signed."""
    part, now = _find_part(request, part_id), timezone.now()
    allow(rules.may_add_to_record(request.staff, part, now))
    form = AddendumForm(request.POST)
    return _said(
        request,
        part,
        form,
        "more_form",
        Addendum,
        lambda key: actions.add_to(part=part, words=form.cleaned_data["more"], by=request.staff, at=now, key=key),
    )


@require_POST
def part_return(request: HttpRequest, part_id: str) -> HttpResponse:
    """A supervisor asks the writer to say more."""
    part, now = _find_part(request, part_id), timezone.now()
    allow(rules.may_review(request.staff, part, now))
    form = ReturnForm(request.POST)
    return _said(
        request,
        part,
        form,
        "return_form",
        Returned,
        lambda key: actions.return_to_writer(part=part, why=form.cleaned_data["why"], by=request.staff, at=now, key=key),
    )


def _said(request: HttpRequest, part: Part, form: Any, name: str, row: Any, say: Callable[[UUID], Any]) -> HttpResponse:
    if not form.is_valid():
        return _show(request, part, status=422, **{name: form, "form": form})
    key = key_sent(request)
    try:
        say(key)
    except KeyTaken as taken:
        if not queries.was_sent(row, part, key, request.staff):
            raise NotHere from taken
    except Refused as refused:
        return _show(request, part, status=409, refusal=refused.sentence, **{name: form})
    messages.success(request, _("Saved."))
    return redirect("contacts:part_show", part.pk)


@require_POST
def part_cosign(request: HttpRequest, part_id: str) -> HttpResponse:
    """A supervisor stands behind the note too."""
    part, now = _find_part(request, part_id), timezone.now()
    allow(rules.may_review(request.staff, part, now))
    try:
        actions.cosign(part=part, by=request.staff, at=now)
    except Refused as refused:
        return _show(request, part, status=409, refusal=refused.sentence)
    messages.success(request, _("Co-signed."))
    return redirect("contacts:part_show", part.pk)
