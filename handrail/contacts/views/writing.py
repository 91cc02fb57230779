"""Writing a contact: choosing with whom, the form, keeping it as it is typed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.audit.door import NotHere, find, note_opened, note_shown
from handrail.contacts import actions, queries, rules
from handrail.contacts.models import Appointment, Contact, Part
from handrail.contacts.sheet import Sheet, fill_from_last_time, new_sheet, sheet_of
from handrail.kit.errors import Refused
from handrail.kit.ids import new_id
from handrail.kit.paging import page_of
from handrail.kit.views import allow
from handrail.people.models import Enrolment

THERE = ("person", "program")
"""What stands on a page beside an enrolment."""


@require_safe
def contact_pick(request: HttpRequest) -> HttpResponse:
    """With whom?"""
    allow(rules.may_record_at_all(request.staff))
    page = page_of(request, queries.people_to_record(request.staff, timezone.now()))
    note_shown(request, "contact.picked_from", {one.person_id: None for one in page.rows})
    return render(request, "contacts/contact_pick.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def contact_start(request: HttpRequest, enrolment_id: str) -> HttpResponse:
    """A contact with this person, in this program. Nothing is kept until something is typed or saved."""
    enrolment, now = find(Enrolment, request, along=THERE, pk=enrolment_id), timezone.now()
    allow(rules.may_record(request.staff, enrolment, now))
    appointment = _appointment(request, enrolment)
    if request.method == "POST":
        return _save(request, _sent(request, enrolment, appointment), enrolment, appointment)
    sheet = new_sheet(enrolment, request.staff, now, appointment)
    return _page(request, sheet, enrolment=enrolment, begun=queries.draft_with(enrolment, request.staff))


def _appointment(request: HttpRequest, enrolment: Enrolment) -> Appointment | None:
    """The appointment this contact is, when it came from one: `?for=` its key."""
    key = request.POST.get("for") or request.GET.get("for")
    if not key:
        return None
    return find(queries.open_appointments(), request, pk=key, person=enrolment.person_id, program=enrolment.program_id)


def _sent(request: HttpRequest, enrolment: Enrolment, appointment: Appointment | None) -> Sheet:
    """What the page sent: of a new contact, or of one that was kept while it was typed."""
    known = _known(request)
    if known:
        return sheet_of(*known, data=request.POST)
    return new_sheet(enrolment, request.staff, timezone.now(), appointment, request.POST)


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
        return _save(request, sheet_of(contact, parts, request.POST))
    return _page(request, sheet_of(contact, parts))


def _save(
    request: HttpRequest, sheet: Sheet, enrolment: Enrolment | None = None, appointment: Appointment | None = None
) -> HttpResponse:
    if not sheet.is_valid():
        return _page(request, sheet, status=422, enrolment=enrolment, appointment=appointment)
    try:
        contact = _keep(request, sheet, enrolment, appointment)
    except actions.ChangedMeanwhile as stale:
        sheet = _holding_both(request, sheet)
        return _page(request, sheet, status=409, refusal=stale.sentence, otherwise=sheet.kept_otherwise())
    except Refused as refused:
        return _page(request, sheet, status=409, refusal=refused.sentence)
    return _then(request, contact)


def _keep(request: HttpRequest, sheet: Sheet, enrolment: Enrolment | None, appointment: Appointment | None) -> Contact:
    if not sheet.is_new:
        answer = rules.may_write(request.staff, sheet.contact, [part for part, _form in sheet.rows], timezone.now())
        if answer is not rules.LOCKED:
            allow(answer)
    facts, writings = sheet.form.facts(), sheet.writings()
    if request.POST.get("then") == "same":
        fill_from_last_time(sheet, request.staff, facts, writings)
    try:
        return actions.keep_draft(
            key=sheet.key,
            facts=facts,
            writings=writings,
            base=sheet.form.base,
            by=request.staff,
            at=timezone.now(),
            beginning=enrolment,
            kept=appointment,
        )
    except actions.KeyTaken as taken:
        raise NotHere from taken


def _holding_both(request: HttpRequest, sheet: Sheet) -> Sheet:
    """The page again with what was typed on it, over the newest version: saved once more, it is what the writer saw."""
    data: QueryDict = request.POST.copy()
    data["version"], data["page"] = str(sheet.contact.version), str(new_id())
    again = sheet_of(sheet.contact, [part for part, _form in sheet.rows], data)
    again.is_valid()
    return again


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
    """Keep what is typed, while it is typed. Answers with the new version, or that it could not be kept."""
    enrolment = appointment = None
    known = _known(request)
    if known:
        sheet = sheet_of(*known, data=request.POST)
    else:
        enrolment = find(Enrolment, request, along=THERE, pk=request.POST.get("beginning"))
        allow(rules.may_record(request.staff, enrolment, timezone.now()))
        appointment = _appointment(request, enrolment)
        sheet = new_sheet(enrolment, request.staff, timezone.now(), appointment, request.POST)
    if not sheet.is_valid():
        return JsonResponse({"kept": False}, status=422)
    try:
        contact = _keep(request, sheet, enrolment, appointment)
    except Refused:
        return JsonResponse({"kept": False}, status=409)
    return JsonResponse({"version": contact.version, "address": reverse("contacts:contact_edit", args=[contact.pk])})


def _page(request: HttpRequest, sheet: Sheet, status: int = 200, **more: Any) -> HttpResponse:
    for part, _form in sheet.rows:
        note_opened(request, part.person_id, subject=part)
    page = {
        "sheet": sheet,
        "form": sheet.form,
        "refusal": "",
        "enrolment": None,
        "appointment": _appointment(request, more["enrolment"]) if more.get("enrolment") else None,
        "begun": None,
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
