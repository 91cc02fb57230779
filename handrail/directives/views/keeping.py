"""Signed paper: its scans, who holds a copy, and the card for the wallet."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from handrail.audit.door import find
from handrail.directives import actions, queries, rules
from handrail.directives.forms import HolderForm, ScanForm, TellForm
from handrail.directives.models import Custody, HowGiven, Scan, ScanOf
from handrail.directives.printing import card_of
from handrail.directives.views.paper import to_read
from handrail.directives.views.steps import deed, step_page, to_help, unless_sent_before
from handrail.kit.errors import Refused
from handrail.kit.views import allow
from handrail.paper.answer import pdf_answer


@require_POST
def scan_add(request: HttpRequest, directive_id: str) -> HttpResponse:
    """A photo or PDF of the signed paper: looked through, drawn anew, sealed."""
    directive, now = to_help(request, directive_id)
    form = ScanForm(request.POST, request.FILES, left_at_the_door=getattr(request, "scan_too_large", False))
    if not form.is_valid():
        return step_page(request, directive, "keep", 422, form=form, wrong_form=form)
    told = form.cleaned_data

    keep = partial(
        actions.keep_scan,
        directive=directive,
        taken=told["scan"],
        of_what=ScanOf(told["of"]),
        key=told["id"],
        by=request.staff,
        at=now,
    )
    return deed(request, directive, "keep", partial(unless_sent_before, request, Scan, told["id"], keep))


@require_safe
def scan_show(request: HttpRequest, scan_id: str) -> HttpResponse:
    """The scan itself, for whoever said why they need the paper."""
    scan, now = find(queries.scans(), request, pk=scan_id), timezone.now()
    if not to_read(request, scan.directive, now):
        return redirect("directives:directive_retrieve", scan.directive_id)
    answer = HttpResponse(scan.plain, content_type=scan.sort)
    ending = "pdf" if scan.sort == "application/pdf" else "jpg"
    answer["Content-Disposition"] = f'attachment; filename="scan.{ending}"'
    return answer


@require_POST
def scan_take_out(request: HttpRequest, scan_id: str) -> HttpResponse:
    """It was the wrong picture."""
    scan, now = _scan(request, scan_id)
    undo = reverse("directives:scan_put_back", args=[scan.pk])
    return deed(
        request,
        scan.directive,
        "keep",
        lambda: actions.take_out_scan(scan=scan, by=request.staff, at=now),
        _("The scan is taken out."),
        undo,
    )


@require_POST
def scan_put_back(request: HttpRequest, scan_id: str) -> HttpResponse:
    """It was the right one."""
    scan, now = _scan(request, scan_id)
    return deed(request, scan.directive, "keep", lambda: actions.put_back_scan(scan=scan, by=request.staff, at=now))


def _scan(request: HttpRequest, scan_id: str) -> tuple[Scan, Any]:
    scan, now = find(queries.scans(), request, pk=scan_id), timezone.now()
    allow(rules.may_help(request.staff, scan, now))
    return scan, now


@require_POST
def holder_add(request: HttpRequest, directive_id: str) -> HttpResponse:
    """Somebody holds a copy."""
    directive, now = to_help(request, directive_id)
    form = HolderForm(request.POST)
    if not form.is_valid():
        return step_page(request, directive, "who-has-it", 422, form=form, wrong_form=form)
    custody = form.save(commit=False)
    custody.pk, custody.directive = form.cleaned_data["id"], directive
    custody.on = form.cleaned_data["on"] or timezone.localdate(now)

    note = partial(actions.note_holder, custody=custody, by=request.staff, at=now)
    act = partial(unless_sent_before, request, Custody, custody.pk, note)
    return deed(request, directive, "who-has-it", act, form=form)


@require_POST
def holder_take_out(request: HttpRequest, custody_id: str) -> HttpResponse:
    """They do not hold it."""
    custody, now = _holder(request, custody_id)
    undo = reverse("directives:holder_put_back", args=[custody.pk])
    return deed(
        request,
        custody.directive,
        "who-has-it",
        lambda: actions.take_out_holder(custody=custody, by=request.staff, at=now),
        _("It is out of the list."),
        undo,
    )


@require_POST
def holder_put_back(request: HttpRequest, custody_id: str) -> HttpResponse:
    """They do."""
    custody, now = _holder(request, custody_id)
    return deed(
        request,
        custody.directive,
        "who-has-it",
        lambda: actions.put_back_holder(custody=custody, by=request.staff, at=now),
    )


@require_POST
def holder_tell(request: HttpRequest, custody_id: str) -> HttpResponse:
    """They heard that it no longer counts."""
    custody, now = _holder(request, custody_id)
    form = TellForm(request.POST)
    if not form.is_valid():
        return step_page(request, custody.directive, "take-back", 422, wrong_form=form)
    on, how = form.cleaned_data["on"] or timezone.localdate(now), HowGiven(form.cleaned_data["how"])
    return deed(
        request,
        custody.directive,
        "take-back",
        lambda: actions.tell_holder(custody=custody, how=how, on=on, by=request.staff, at=now),
    )


def _holder(request: HttpRequest, custody_id: str) -> tuple[Custody, Any]:
    custody, now = find(queries.holders(), request, pk=custody_id), timezone.now()
    allow(rules.may_help(request.staff, custody, now))
    return custody, now


@require_POST
def card_make(request: HttpRequest, directive_id: str) -> HttpResponse:
    """A card with a new code; without one it is made. The PDF comes at once."""
    directive, now = to_help(request, directive_id)
    try:
        actions.must_count(directive, now)
        if not request.staff.agency.phone and not any(one.phone for one in queries.agents_of(directive)):
            raise actions.NobodyToCall
        card = queries.card_of(directive) or actions.make_card(directive=directive, by=request.staff, at=now)
    except Refused as refused:
        return step_page(request, directive, "keep", 409, wrong=[refused.sentence])
    name, phone = directive.signing.maker if request.POST.get("with_name") else "", request.staff.agency.phone
    return pdf_answer(card_of(directive, card, phone, name, get_language() or "en"), "card.pdf")
