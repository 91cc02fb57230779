"""What the columns of a list mean, agreed by somebody; and a list to begin with."""

import csv
import io
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.audit.door import find
from handrail.exchange import actions, queries, rules
from handrail.exchange.columns import BY_NAME, IN_THE_TEMPLATE
from handrail.exchange.forms import ColumnsForm
from handrail.exchange.models import Import
from handrail.exchange.readers import Unreadable
from handrail.exchange.readers.source import opened
from handrail.exchange.readers.troubles import sentence
from handrail.exchange.reading import born_in, look_again, order_in
from handrail.kit.views import allow


@require_http_methods(["GET", "HEAD", "POST"])
def import_columns(request: HttpRequest, import_id: str) -> HttpResponse:
    """Each column with what it seems to mean and a few examples; corrected here, before anything is read."""
    allow(rules.may_import(request.staff))
    imported = find(queries.begun_by(request.staff), request, pk=import_id)
    allow(rules.may_agree(imported))
    looked = imported.columns or imported.looked
    form = ColumnsForm(request.POST or None, looked=looked)
    if request.method == "POST" and form.written_otherwise():
        return _look_again(request, imported, form)
    if request.method != "POST" or not form.is_valid():
        return _show(request, imported, form, status=422 if form.errors else 200)
    agreed = form.agreed()
    if born_in(agreed["columns"]) != born_in(looked["columns"]):
        try:
            with opened(imported.file, imported.size) as file:
                order = order_in(file, looked, agreed["columns"])
        except Unreadable as trouble:
            return _show(request, imported, form, refusal=sentence(trouble.why), status=409)
        if order == "ask" or (order and agreed["order"] not in ("", order)):
            return _ask_the_order(request, imported, agreed | {"order": order})
        agreed["order"] = order
    actions.agree(imported=imported, columns=agreed, by=request.staff, at=timezone.now())
    return redirect("exchange:import_show", imported.pk)


def _ask_the_order(request: HttpRequest, imported: Import, looked: dict[str, Any]) -> HttpResponse:
    """The birth dates stand in another column than it seemed, and are written in another way: which is day, which is month?"""
    imported = actions.look_again(imported=imported, looked=looked, by=request.staff, at=timezone.now())
    why = "ask_dates" if looked["order"] == "ask" else "other_order"
    return _show(request, imported, ColumnsForm(looked=looked), refusal=sentence(why), status=409)


def _look_again(request: HttpRequest, imported: Import, form: ColumnsForm) -> HttpResponse:
    """With other letters, or parted otherwise, the columns are others."""
    try:
        with opened(imported.file, imported.size) as file:
            looked = look_again(file, form.data["encoding"], form.data["separator"])
    except Unreadable as trouble:
        return _show(request, imported, ColumnsForm(looked=form.looked), refusal=sentence(trouble.why), status=409)
    actions.look_again(imported=imported, looked=looked, by=request.staff, at=timezone.now())
    return redirect("exchange:import_columns", imported.pk)


def _show(request: HttpRequest, imported: Import, form: ColumnsForm, refusal: str = "", status: int = 200) -> HttpResponse:
    page = {"imported": imported, "form": form, "refusal": refusal}
    return render(request, "exchange/import_columns.html", page, status=status)


@require_POST
def import_again(request: HttpRequest, import_id: str) -> HttpResponse:
    """Back to the columns: what was read of it is forgotten."""
    allow(rules.may_import(request.staff))
    imported = find(queries.begun_by(request.staff), request, pk=import_id)
    allow(rules.may_begin_again(imported))
    actions.begin_again(imported=imported, by=request.staff, at=timezone.now())
    return redirect("exchange:import_columns", imported.pk)


@require_safe
def import_template(request: HttpRequest) -> HttpResponse:
    """An empty list with the headings that are understood by themselves. Begins with the mark by which Excel knows UTF-8."""
    allow(rules.may_import(request.staff))
    written = io.StringIO()
    csv.writer(written).writerow([str(BY_NAME[name].words) for name in IN_THE_TEMPLATE])
    content = b"\xef\xbb\xbf" + written.getvalue().encode()
    return HttpResponse(
        content, "text/csv; charset=utf-8", headers={"Content-Disposition": 'attachment; filename="people.csv"'}
    )
