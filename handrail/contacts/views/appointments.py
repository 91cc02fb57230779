"""Appointments, and wishes for a call."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from handrail.audit.door import NotHere, find
from handrail.contacts import actions, queries, rules
from handrail.contacts.forms import AppointmentForm, CallForm, EndForm, MoveForm
from handrail.contacts.known import known_of
from handrail.contacts.models import Appointment, AskedBy, CallAsked, Ending
from handrail.kit.errors import KeyTaken, Refused
from handrail.kit.sent import key_sent
from handrail.kit.views import allow, sent
from handrail.people.models import Enrolment

THERE = ("person", "program")
WHOLE = (*THERE, "staff", "kept_in__contact", "ended__by")
"""What stands on a page beside an enrolment, or an appointment."""


@require_http_methods(["GET", "HEAD", "POST"])
def appointment_add(request: HttpRequest, enrolment_id: str) -> HttpResponse:
    """Agree on the next time."""
    enrolment, now = find(Enrolment, request, along=THERE, pk=enrolment_id), timezone.now()
    allow(rules.may_record(request.staff, enrolment, now))
    form = AppointmentForm(sent(request))
    if request.method != "POST" or not form.is_valid():
        page = {"form": form, "enrolment": enrolment, "known": known_of([enrolment])}
        return render(request, "contacts/appointment_add.html", page, status=422 if form.errors else 200)
    typed = form.cleaned_data
    actions.make_appointment(
        enrolment=enrolment,
        starts_at=form.moment,
        minutes=typed["minutes"],
        how=typed["how"],
        place=typed["place"],
        by=request.staff,
        at=now,
    )
    messages.success(request, _("Saved."))
    return redirect("people:person_show", enrolment.person_id)


@require_http_methods(["GET", "HEAD", "POST"])
def appointment_show(request: HttpRequest, appointment_id: str) -> HttpResponse:
    """One appointment: begin it, move it, or say what became of it."""
    appointment, now = find(Appointment, request, along=WHOLE, pk=appointment_id), timezone.now()
    if request.method != "POST":
        return _show(request, appointment)
    allow(rules.may_add_to_record(request.staff, appointment, now))
    moving = request.POST.get("then") != "end"
    form: Any = MoveForm(request.POST) if moving else EndForm(request.POST)
    forms = {"move_form" if moving else "end_form": form}
    if not form.is_valid():
        return _show(request, appointment, status=422, form=form, **forms)
    try:
        _move(request, appointment, form) if moving else _end(request, appointment, form)
    except Refused as refused:
        return _show(request, appointment, status=409, refusal=refused.sentence)
    messages.success(request, _("Saved."))
    return redirect("people:person_show", appointment.person_id)


def _move(request: HttpRequest, appointment: Appointment, form: MoveForm) -> None:
    typed = form.cleaned_data
    actions.move_appointment(
        appointment=appointment,
        to_at=form.moment,
        place=typed["place"],
        asked_by=AskedBy(typed["asked_by"]),
        why=typed["why_moved"],
        by=request.staff,
        at=timezone.now(),
    )


def _end(request: HttpRequest, appointment: Appointment, form: EndForm) -> None:
    typed = form.cleaned_data
    actions.end_appointment(
        appointment=appointment, how=Ending(typed["ending"]), why=typed["why_ended"], by=request.staff, at=timezone.now()
    )


def _show(request: HttpRequest, appointment: Appointment, status: int = 200, **more: Any) -> HttpResponse:
    now, local = timezone.now(), timezone.localtime(appointment.at)
    may_change = appointment.is_open and rules.may_add_to_record(request.staff, appointment, now)
    there = queries.enrolment_of(appointment.person_id, appointment.program_id, request.staff, now) if may_change else None
    page = {
        "appointment": appointment,
        "moves": queries.moves_of(appointment),
        "there": there,
        "known": known_of([appointment]),
        "move_form": MoveForm(initial={"on": local.date(), "hour": local.time(), "place": appointment.place}),
        "end_form": EndForm(),
        "refusal": "",
    }
    return render(request, "contacts/appointment_show.html", page | more, status=status)


@require_POST
def call_ask(request: HttpRequest, enrolment_id: str) -> HttpResponse:
    """The person would like a call."""
    enrolment, now = find(Enrolment, request, along=THERE, pk=enrolment_id), timezone.now()
    allow(rules.may_record(request.staff, enrolment, now))
    form = CallForm(request.POST)
    if not form.is_valid():
        return render(request, "contacts/call_ask.html", {"form": form, "enrolment": enrolment}, status=422)
    key, about = key_sent(request), form.cleaned_data["about"]
    try:
        actions.ask_for_call(enrolment=enrolment, about=about, by=request.staff, at=now, key=key)
    except KeyTaken as taken:
        if not queries.call_was_sent(enrolment, key, request.staff):
            raise NotHere from taken
    messages.success(request, _("Saved. It is on Today until somebody spoke with them."))
    return redirect("people:person_show", enrolment.person_id)


@require_POST
def call_settle(request: HttpRequest, asked_id: str) -> HttpResponse:
    """The call is no longer needed."""
    asked, now = find(CallAsked, request, pk=asked_id), timezone.now()
    allow(rules.may_add_to_record(request.staff, asked, now))
    actions.settle_call(asked=asked, by=request.staff, at=now)
    messages.success(request, _("Saved."))
    return redirect("people:person_show", asked.person_id)
