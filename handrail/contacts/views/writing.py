"""Writing a contact: choosing with whom, the form, keeping it as it is typed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.audit.door import NotHere, find, note_opened, note_shown
from handrail.contacts import actions, queries, rules
from handrail.contacts.forms import TOO_OLD
from handrail.contacts.models import Appointment, Contact, Part
from handrail.contacts.sheet import Sheet, fill_from_last_time, new_sheet, sheet_of, with_what_is_kept
from handrail.contacts.views.words_back import words_come_back
from handrail.kit.errors import Refused
from handrail.kit.merging import write_marks
from handrail.kit.paging import page_of
from handrail.kit.views import allow
from handrail.learning.nouns import ENGLISH
from handrail.learning.queries import piece_of
from handrail.people.models import Enrolment

THERE = ("person", "program")
"""What stands on a page beside an enrolment."""


@require_safe
def contact_pick(request: HttpRequest) -> HttpResponse:
    """With whom?"""
    allow(rules.may_record_at_all(request.staff))
    page = page_of(request, queries.people_to_record(request.staff, timezone.now()))
    note_shown(request, "contact.picked_from", {one.person_id: None for one in page.rows})
    shared = _shared(request)
    return render(request, "contacts/contact_pick.html", {"page": page, "shared": shared, "piece": next(iter(shared), "")})


def _shared(request: HttpRequest) -> dict[str, str]:
    """The piece of the library a contact begins with, when it comes from one: `?piece=` its key; by key with its title."""
    asked = request.GET.get("piece")
    piece = piece_of(request.staff.agency_id, asked) if asked else None
    return {} if piece is None or piece.put_away else {piece.key: piece.text_in(get_language() or ENGLISH).title}


@require_http_methods(["GET", "HEAD", "POST"])
@words_come_back
def contact_start(request: HttpRequest, enrolment_id: str) -> HttpResponse:
    """A contact with this person, in this program. Nothing is kept until something is typed or saved."""
    enrolment, now = find(Enrolment, request, along=THERE, pk=enrolment_id), timezone.now()
    allow(rules.may_record(request.staff, enrolment, now))
    if request.method == "POST":
        return _save(request, *_sent(request, enrolment))
    appointment = _appointment(request, enrolment)
    shared = _shared(request)
    sheet = new_sheet(enrolment, request.staff, now, appointment, shared=shared)
    begun = queries.draft_with(enrolment, request.staff)
    return _page(request, sheet, enrolment=enrolment, appointment=appointment, begun=begun, piece=next(iter(shared), ""))


def _appointment(request: HttpRequest, enrolment: Enrolment) -> Appointment | None:
    """The appointment a new contact is, when it comes from one: `?for=` its key."""
    key = request.POST.get("for") or request.GET.get("for")
    if not key:
        return None
    return find(queries.open_appointments(), request, pk=key, person=enrolment.person_id, program=enrolment.program_id)


def _sent(request: HttpRequest, enrolment: Enrolment) -> tuple[Sheet, Enrolment, Appointment | None]:
    """What a page that was opened on nothing sent. Sent before, and its answer lost, it is the contact that was made then."""
    known = _known(request)
    if known:
        return sheet_of(*known, data=request.POST), enrolment, _still_meant(request, *known)
    appointment = _appointment(request, enrolment)
    return new_sheet(enrolment, request.staff, timezone.now(), appointment, request.POST), enrolment, appointment


def _still_meant(request: HttpRequest, contact: Contact, parts: list[Part]) -> Appointment | None:
    """The appointment a page was opened from, unless something else became of it meanwhile: the note is kept all the same."""
    meant = queries.appointments_for(contact, [part.person_id for part in parts])
    try:
        return find(meant, request, pk=request.POST["for"]) if request.POST.get("for") else None
    except NotHere:
        return None


def _known(request: HttpRequest) -> tuple[Contact, list[Part]] | None:
    """The contact under the key the page sent, if it is there already; as if nothing were found when it is not the asker's."""
    try:
        contact = queries.contact_of(request.staff, UUID(request.POST.get("id", "")))
    except ValueError:
        return None
    if contact is None:
        return None
    parts = queries.parts_of(contact, request.staff, timezone.now())
    if not parts:
        raise NotHere
    return contact, parts


@require_http_methods(["GET", "HEAD", "POST"])
@words_come_back
def contact_edit(request: HttpRequest, contact_id: str) -> HttpResponse:
    """Go on with a draft."""
    contact, now = find(Contact, request, pk=contact_id), timezone.now()
    parts = queries.parts_of(contact, request.staff, now)
    answer = rules.may_write(request.staff, contact, parts, now)
    if answer is rules.LOCKED and request.method != "POST":
        open_parts = [part for part in parts if not part.is_signed]
        return redirect("contacts:contact_sign", contact.pk) if open_parts else redirect("contacts:part_show", parts[0].pk)
    if answer is not rules.LOCKED:
        allow(answer)
    if request.method == "POST":
        return _save(request, sheet_of(contact, parts, request.POST), came_from=_still_meant(request, contact, parts))
    return _page(request, sheet_of(contact, parts, shared=_shared(request)))


def _save(
    request: HttpRequest, sheet: Sheet, enrolment: Enrolment | None = None, came_from: Appointment | None = None
) -> HttpResponse:
    if not sheet.is_valid():
        return _page(request, sheet, status=422, enrolment=enrolment, appointment=came_from)
    try:
        kept = _keep(request, sheet, enrolment, came_from)
    except actions.ChangedMeanwhile as stale:
        return _both(request, stale)
    except Refused as refused:
        return _page(request, sheet, status=409, refusal=refused.sentence)
    for words in sheet.left_out():
        messages.warning(request, words)
    return _then(request, kept.contact)


def _keep(
    request: HttpRequest, sheet: Sheet, enrolment: Enrolment | None, came_from: Appointment | None, partly: bool = False
) -> actions.Kept:
    if not sheet.is_new:
        answer = rules.may_write(request.staff, sheet.contact, [part for part, _form in sheet.rows], timezone.now())
        if answer is not rules.LOCKED:
            allow(answer)
    said = sheet.said()
    if request.POST.get("then") == "same":
        fill_from_last_time(sheet, request.staff, said)
    try:
        return actions.keep(
            key=sheet.key,
            said=said,
            base=sheet.base(),
            by=request.staff,
            at=timezone.now(),
            beginning=enrolment,
            came_from=came_from,
            partly=partly,
        )
    except actions.KeyTaken as taken:
        raise NotHere from taken


def _both(request: HttpRequest, stale: actions.ChangedMeanwhile) -> HttpResponse:
    """What was typed here and what was kept elsewhere, over the newest version."""
    known = _known(request)
    if known is None:
        raise NotHere
    sheet = with_what_is_kept(*known, request.POST)
    return _page(request, sheet, status=409, refusal=stale.sentence, otherwise=sheet.kept_otherwise(stale.both))


def _then(request: HttpRequest, contact: Contact) -> HttpResponse:
    """Where the writer wanted to go on."""
    then = request.POST.get("then")
    if then in ("sign", "join"):
        return redirect(f"contacts:contact_{then}", contact.pk)
    if then == "same":
        return redirect("contacts:contact_edit", contact.pk)
    messages.success(request, _("Saved. It waits on this page until you sign it."))
    return redirect("home:today")


@require_POST
def contact_draft(request: HttpRequest) -> HttpResponse:
    """Keep what is typed, while it is typed: as much of it as can be kept. The answer says what could not, and why."""
    enrolment, known = None, _known(request)
    if known:
        sheet, came_from = sheet_of(*known, data=request.POST), _still_meant(request, *known)
    else:
        enrolment = find(Enrolment, request, along=THERE, pk=request.POST.get("beginning"))
        answer = rules.may_record(request.staff, enrolment, timezone.now())
        if not answer:
            return JsonResponse({"unkept": [str(answer.reason)]}, status=403)
        sheet, enrolment, came_from = _sent(request, enrolment)
    sheet.is_valid()
    if any(name in sheet.form.errors for name in ("id", "version", "page", "turn")):
        return JsonResponse({"unkept": [str(TOO_OLD)]}, status=422)
    try:
        kept = _keep(request, sheet, enrolment, came_from, partly=True)
    except Refused as refused:
        return JsonResponse({"unkept": [str(refused.sentence)]}, status=409)
    except PermissionDenied as no:
        return JsonResponse({"unkept": [str(no)]}, status=403)
    return _told_to_draft(sheet, kept)


def _told_to_draft(sheet: Sheet, kept: actions.Kept) -> JsonResponse:
    """What the open page goes on from, and what of it is not kept yet."""
    unkept = [*sheet.sentences(), *sheet.left_out(), *sheet.changed_elsewhere(kept.both)]
    marks = {whose: form.marks | kept.merged[whose].marks for whose, form in sheet.sent.items() if whose in kept.merged}
    told = {
        # Only who has seen all of a version may go on from it.
        "version": kept.contact.version if kept.knew else sheet.base().version,
        "address": reverse("contacts:contact_edit", args=[kept.contact.pk]),
        "opened": {sheet.sent[whose].add_prefix("opened"): write_marks(these) for whose, these in marks.items()},
        "unkept": unkept,
    }
    return JsonResponse(told, status=409 if kept.both else 422 if unkept else 200)


def _page(request: HttpRequest, sheet: Sheet, status: int = 200, **more: Any) -> HttpResponse:
    for part, _form in sheet.rows:
        note_opened(request, part.person_id, subject=part)
    page = {
        "sheet": sheet,
        "form": sheet.form,
        "refusal": "",
        "enrolment": None,
        "appointment": None,
        "begun": None,
        "piece": "",
        "otherwise": [],
    }
    return render(request, "contacts/contact_edit.html", page | more, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def contact_join(request: HttpRequest, contact_id: str) -> HttpResponse:
    """Somebody else was there too: each person gets a part of their own."""
    contact, now = find(Contact, request, pk=contact_id), timezone.now()
    allow(rules.may_write(request.staff, contact, queries.parts_of(contact, request.staff, now), now))
    if request.method == "POST":
        enrolment = find(Enrolment, request, along=THERE, pk=request.POST.get("with"))
        allow(rules.may_record(request.staff, enrolment, now))
        actions.join(contact=contact, enrolment=enrolment, by=request.staff, at=now)
        return redirect("contacts:contact_edit", contact.pk)
    page = page_of(request, queries.also_with(request.staff, contact, now))
    note_shown(request, "contact.picked_from", {one.person_id: None for one in page.rows})
    return render(request, "contacts/contact_join.html", {"contact": contact, "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def part_leave(request: HttpRequest, part_id: str) -> HttpResponse:
    """One of several people was not there after all: asked once more, for everything typed about them goes."""
    part, now = find(Part, request, along=("contact", "person"), pk=part_id), timezone.now()
    allow(rules.may_finish(request.staff, [part], now))
    refusal: object = ""
    if request.method == "POST":
        try:
            actions.leave(part=part, by=request.staff, at=now)
        except Refused as refused:
            refusal = refused.sentence
        else:
            return redirect("contacts:contact_edit", part.contact_id)
    page = {"part": part, "contact": part.contact, "refusal": refusal}
    return render(request, "contacts/part_leave.html", page, status=409 if refusal else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def contact_discard(request: HttpRequest, contact_id: str) -> HttpResponse:
    """Throw a draft away that was begun by mistake: what of it the asker holds."""
    contact, now = find(Contact, request, pk=contact_id), timezone.now()
    parts = queries.parts_of(contact, request.staff, now)
    allow(rules.may_finish(request.staff, parts, now))
    held = [part for part in parts if not part.is_signed]
    if request.method == "POST":
        actions.discard(contact=contact, parts=held, by=request.staff, at=now)
        messages.success(request, _("The draft is gone."))
        return redirect("home:today")
    for part in held:
        note_opened(request, part.person_id, subject=part)
    return render(request, "contacts/contact_discard.html", {"contact": contact, "parts": held})
