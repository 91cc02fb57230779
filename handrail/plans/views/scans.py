"""Scans of papers: brought, looked at, taken out, put back."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.audit.door import NotHere, find
from handrail.kit.errors import KeyTaken
from handrail.kit.ids import new_id
from handrail.kit.sealed import NotOurs
from handrail.kit.views import allow, sent
from handrail.plans import actions, queries, rules
from handrail.plans.forms import ScanForm
from handrail.plans.models import Scan, Sort
from handrail.plans.views.goal import sent_before
from handrail.plans.views.papers import paper_of, paper_to_change
from handrail.ui.undo import offer_undo


@require_http_methods(["GET", "HEAD", "POST"])
def scan_add(request: HttpRequest, kind: str, person_id: UUID, program_id: UUID, about_id: UUID | None = None) -> HttpResponse:
    """Bring a scan of a paper."""
    paper, now = paper_to_change(request, kind, person_id, program_id, about_id)
    typed, files = sent(request), request.FILES or None
    too_large = getattr(request, "scan_too_large", False)
    form = ScanForm(typed, files, left_at_the_door=too_large, initial={"id": new_id()})
    if request.method != "POST" or not form.is_valid():
        page = {"paper": paper, "person": paper.person, "form": form}
        return render(request, "plans/scan_add.html", page, status=422 if form.errors else 200)
    key = form.cleaned_data["id"]
    try:
        actions.keep_scan(paper=paper, taken=form.cleaned_data["scan"], by=request.staff, at=now, key=key)
    except KeyTaken:
        sent_before(queries.scan_sent_by(request.staff, key))
    offer_undo(request, _("The scan is kept."), reverse("plans:scan_take_out", args=[key]))
    return redirect("plans:paper_show", *paper.address)


@require_safe
def scan_show(request: HttpRequest, scan_id: UUID) -> HttpResponse:
    """What was kept of a scan: a picture to look at, a PDF to save. The reading is noted."""
    scan = find(queries.scans_there(), request, pk=scan_id)
    try:
        plain = scan.plain
    except NotOurs as lost:
        raise NotHere from lost
    answer = HttpResponse(plain, content_type=scan.sort)
    way, name = ("attachment", "scan.pdf") if scan.sort == Sort.PDF else ("inline", "scan.jpg")
    answer["Content-Disposition"] = f'{way}; filename="{name}"'
    return answer


@require_POST
def scan_take_out(request: HttpRequest, scan_id: UUID) -> HttpResponse:
    """It is of something else, or cannot be read."""
    scan, now = _to_change(request, scan_id)
    actions.take_out_scan(scan=scan, by=request.staff, at=now)
    offer_undo(request, _("The scan is taken out."), reverse("plans:scan_put_back", args=[scan.pk]))
    return redirect("plans:paper_show", *paper_of(scan).address)


@require_POST
def scan_put_back(request: HttpRequest, scan_id: UUID) -> HttpResponse:
    """It was the right one."""
    scan, now = _to_change(request, scan_id)
    actions.put_back_scan(scan=scan, by=request.staff, at=now)
    return redirect("plans:paper_show", *paper_of(scan).address)


def _to_change(request: HttpRequest, scan_id: UUID) -> tuple[Scan, datetime]:
    scan, now = find(queries.scans(), request, pk=scan_id), timezone.now()
    allow(rules.may_change(request.staff, scan, now))
    return scan, now
