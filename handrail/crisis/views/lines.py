"""The crisis lines, and keeping them right."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.audit.door import NotHere
from handrail.crisis import actions, rules
from handrail.crisis.forms import LineForm
from handrail.crisis.lines import LOOKED_AT_AGAIN_AFTER, Line, all_lines, row_of
from handrail.crisis.models import CrisisLine
from handrail.kit.ids import new_id
from handrail.kit.views import allow, sent


@require_safe
def line_list(request: HttpRequest) -> HttpResponse:
    """Whom anybody can call. Those who keep the lines see which of them are to be looked at again."""
    may_keep, today = rules.may_keep_lines(request.staff), timezone.localdate()
    lines = [(line, line.is_due(today)) for line in all_lines(request.staff.agency_id) if may_keep or not line.hidden]
    page = {"lines": lines, "may_keep": may_keep, "due": any(due and not line.hidden for line, due in lines)}
    return render(request, "crisis/line_list.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def line_add(request: HttpRequest) -> HttpResponse:
    """A line of this place: a warmline, a mobile team."""
    allow(rules.may_keep_lines(request.staff))
    form = LineForm(sent(request), initial={"id": new_id()})
    form.fields["id"].required = True
    if request.method != "POST" or not form.is_valid():
        return render(request, "crisis/line_add.html", {"form": form}, status=422 if form.errors else 200)
    row = form.save(commit=False)
    row.line = f"own-{form.cleaned_data['id']}"
    return _keep(request, row, _("The line is there for everybody now."))


@require_http_methods(["GET", "HEAD", "POST"])
def line_edit(request: HttpRequest, line: str) -> HttpResponse:
    """Tell a line in the agency's own way."""
    row = row_of(_to_keep(request, line))
    form = LineForm(sent(request), instance=row)
    if request.method != "POST" or not form.is_valid():
        return render(request, "crisis/line_edit.html", {"form": form, "line": line}, status=422 if form.errors else 200)
    return _keep(request, form.save(commit=False), _("Saved. How it read before is kept."))


@require_POST
def line_hide(request: HttpRequest, line: str) -> HttpResponse:
    """It is of no use here."""
    row = row_of(_to_keep(request, line))
    row.hidden = True
    return _keep(request, row, _("The line is hidden. You can bring it back at any time."), looked_at=False)


@require_POST
def line_bring_back(request: HttpRequest, line: str) -> HttpResponse:
    """It is."""
    row = row_of(_to_keep(request, line))
    row.hidden = False
    return _keep(request, row, _("The line is shown again."), looked_at=False)


@require_POST
def line_check(request: HttpRequest, line: str) -> HttpResponse:
    """Somebody checked it, and it is right."""
    row = row_of(_to_keep(request, line))
    row.review_by = timezone.localdate() + LOOKED_AT_AGAIN_AFTER
    return _keep(request, row, _("Thank you. We ask again in half a year."))


def _to_keep(request: HttpRequest, name: str) -> Line:
    allow(rules.may_keep_lines(request.staff))
    line = next((one for one in all_lines(request.staff.agency_id) if one.id == name), None)
    if line is None:
        raise NotHere
    return line


def _keep(request: HttpRequest, row: CrisisLine, said: Any, looked_at: bool = True) -> HttpResponse:
    now = timezone.now()
    if looked_at:
        row.reviewed_on = timezone.localdate(now)
    actions.keep_line(line=row, by=request.staff, at=now)
    messages.success(request, said)
    return redirect("crisis:line_list")
