"""Walking together in one program: what is agreed, how they want to be found, where on the road they are, and how it ends."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from handrail.audit.door import NotHere, find
from handrail.kit.views import allow
from handrail.people import actions, endings, queries, rules
from handrail.people.forms import AgreementForm, EndForm, FindingForm, PhaseForm
from handrail.people.models import Ending, Enrolment, Finding, PhaseName, SupportAgreement
from handrail.people.standing import standing_of
from handrail.people.views.facts import saved


def _running(request: HttpRequest, enrolment_id: str) -> Enrolment:
    """A program the person is part of now."""
    return find(queries.enrolments_running(timezone.now()), request, along=("person", "program"), pk=enrolment_id)


def _shown(request: HttpRequest, page: str, form: Any, enrolment: Enrolment, **more: Any) -> HttpResponse:
    shown = {"form": form, "enrolment": enrolment, "person": enrolment.person, **more}
    return render(request, page, shown, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def agreement_make(request: HttpRequest, enrolment_id: str) -> HttpResponse:
    """What is agreed about walking together, from now on."""
    enrolment, now = _running(request, enrolment_id), timezone.now()
    allow(rules.may_note_phase(request.staff, enrolment, now))
    before = next(iter(queries.agreements([enrolment.person], [enrolment.program], now)), None)
    form = AgreementForm(request.POST or None, instance=before, programs=[enrolment.program])
    if request.method != "POST" or not form.is_valid():
        return _shown(request, "people/agreement_make.html", form, enrolment, renewed=before is not None)
    agreement = form.row(enrolment.person)
    try:
        actions.agree(agreement=agreement, by=request.staff, at=now)
    except actions.KeyTaken:
        if not queries.sent_before(SupportAgreement, request.staff, agreement.pk, enrolment.person):
            raise NotHere from None
    return saved(request, enrolment.person_id)


@require_http_methods(["GET", "HEAD", "POST"])
def finding_note(request: HttpRequest, enrolment_id: str) -> HttpResponse:
    """How they want to be found, and what makes being met feel safe."""
    enrolment, now = _running(request, enrolment_id), timezone.now()
    allow(rules.may_note_phase(request.staff, enrolment, now))
    before = next(iter(queries.findings_of(enrolment.person, [enrolment.program_id])), None)
    form = FindingForm(request.POST or None, instance=before, programs=[enrolment.program])
    if request.method != "POST" or not form.is_valid():
        return _shown(request, "people/finding_note.html", form, enrolment)
    finding = form.row(enrolment.person)
    try:
        actions.note_finding(fact=finding, by=request.staff, at=now)
    except actions.KeyTaken:
        if not queries.sent_before(Finding, request.staff, finding.pk, enrolment.person):
            raise NotHere from None
    return saved(request, enrolment.person_id)


@require_http_methods(["GET", "HEAD", "POST"])
def phase_enter(request: HttpRequest, enrolment_id: str) -> HttpResponse:
    """Where on the road they are now, as they see it."""
    enrolment, now = _running(request, enrolment_id), timezone.now()
    allow(rules.may_note_phase(request.staff, enrolment, now))
    form = PhaseForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _shown(request, "people/phase_enter.html", form, enrolment)
    phase, words = PhaseName(form.cleaned_data["phase"]), form.cleaned_data["words"]
    actions.enter_phase(enrolment=enrolment, phase=phase, words=words, by=request.staff, at=now)
    return saved(request, enrolment.person_id)


@require_http_methods(["GET", "HEAD", "POST"])
def enrolment_end(request: HttpRequest, enrolment_id: str) -> HttpResponse:
    """They are no longer part of this program. Asked on a page of its own: it closes the record here."""
    enrolment, now = _running(request, enrolment_id), timezone.now()
    allow(rules.may_end(request.staff, enrolment, now))
    form = EndForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        matters = endings.matters_of(enrolment, request.staff, now)
        return _shown(request, "people/enrolment_end.html", form, enrolment, matters=matters)
    ending, why = Ending(form.cleaned_data["ending"]), form.cleaned_data["why"]
    actions.end_enrolment(enrolment=enrolment, ending=ending, why=why, by=request.staff, at=now)
    if standing_of(request.staff, enrolment.person_id, timezone.now()).ways:
        return saved(request, enrolment.person_id)
    messages.success(request, _("Saved. This record is no longer yours to open."))
    return redirect("people:person_list")


@require_POST
def enrolment_reopen(request: HttpRequest, enrolment_id: str) -> HttpResponse:
    """They came back, or their time here was ended by mistake: the same person, the same record."""
    enrolment, now = (
        find(queries.enrolments_ended(timezone.now()), request, along=("program",), pk=enrolment_id),
        timezone.now(),
    )
    allow(rules.may_welcome_back(request.staff, enrolment, now))
    actions.welcome_back(enrolment=enrolment, by=request.staff, at=now)
    return saved(request, enrolment.person_id)
