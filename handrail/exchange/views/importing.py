"""An import, from the file to everybody who came, and back."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from handrail.accounts.sessions import asked_by_itself
from handrail.audit.door import NotHere, find, note_opened, note_shown
from handrail.exchange import actions, queries, rules
from handrail.exchange.forms import BeginForm, DecideForm
from handrail.exchange.models import AlikeAnswer, Import, StageName
from handrail.exchange.shown import report_of
from handrail.kit.errors import KeyTaken
from handrail.kit.sent import key_sent
from handrail.kit.views import allow
from handrail.people.queries import programs_supervised

SHOWN = 20


@require_safe
def import_list(request: HttpRequest) -> HttpResponse:
    """Bring a file, and see how far those one brought have come."""
    allow(rules.may_import(request.staff))
    return _list(request, BeginForm(programs=programs_supervised(request.staff)))


def _list(request: HttpRequest, form: BeginForm, status: int = 200) -> HttpResponse:
    now = timezone.now()
    others = [(one, rules.may_call_off(request.staff, one), rules.may_undo(one, now)) for one in _of_others(request)]
    page = {"form": form, "imports": queries.begun_by(request.staff)[:SHOWN], "others": others}
    return render(request, "exchange/import_list.html", page, status=status)


def _of_others(request: HttpRequest) -> Iterable[Import]:
    return queries.begun_by_others(request.staff)[:SHOWN]


@require_POST
def import_begin(request: HttpRequest) -> HttpResponse:
    """A file comes in: sealed while it comes, and looked at by the worker."""
    allow(rules.may_import(request.staff))
    sent, files = request.POST, request.FILES  # read now: only then it is known why a file was not kept
    not_kept = getattr(request, "file_not_kept", "")
    form = BeginForm(sent, files, programs=programs_supervised(request.staff), not_kept=not_kept)
    if not form.is_valid():
        return _list(request, form, status=422)
    file, now = form.cleaned_data["file"], timezone.now()
    imported = Import(pk=key_sent(request), program=form.cleaned_data["program"], file=file.key, size=file.size)
    try:
        actions.begin(imported=imported, by=request.staff, at=now)
    except KeyTaken:
        find(queries.begun_by(request.staff), request, pk=imported.pk)
    return redirect("exchange:import_show", imported.pk)


@require_safe
def import_show(request: HttpRequest, import_id: str) -> HttpResponse:
    """How far it is: at work, its report, or what came of it."""
    imported = _own(request, import_id)
    if imported.stage_name == StageName.LOOKED:
        return redirect("exchange:import_columns", imported.pk)
    return _show(request, imported, "exchange/import_show.html")


@asked_by_itself
@require_safe
def import_progress(request: HttpRequest, import_id: str) -> HttpResponse:
    """The same without the page around it, which asks every two seconds while the worker is at it."""
    return _show(request, _own(request, import_id), "exchange/import_progress.html")


def _show(request: HttpRequest, imported: Import, template: str) -> HttpResponse:
    report = report_of(imported, request)
    note_shown(request, "import.report", report.people)
    for person, beside in report.held_against:
        note_opened(request, person, subject=beside)
    return render(request, template, {"imported": imported, "report": report})


def _own(request: HttpRequest, import_id: str) -> Import:
    allow(rules.may_import(request.staff))
    return find(queries.begun_by(request.staff), request, pk=import_id)


def _in_ones_program(request: HttpRequest, import_id: str) -> Import:
    """A colleague's as well: while it goes on nobody else can bring anybody into the program."""
    allow(rules.may_import(request.staff))
    return find(queries.with_stages(), request, pk=import_id)


def _back_to(request: HttpRequest, imported: Import) -> HttpResponse:
    """Its report is shown to nobody but whoever began it."""
    if imported.by_id == request.staff.pk:
        return redirect("exchange:import_show", imported.pk)
    return redirect("exchange:import_list")


@require_POST
def import_decide(request: HttpRequest, import_id: str) -> HttpResponse:
    """Is it the same person? Said by somebody who may see both."""
    imported, form = _own(request, import_id), DecideForm(request.POST)
    if not form.is_valid():
        raise NotHere
    alike = find(queries.alike_of(imported), request, pk=form.cleaned_data["alike"])
    answer = AlikeAnswer(form.cleaned_data["answer"])
    actions.decide(alike=[alike], answer=answer, by=request.staff, at=timezone.now())
    page = form.cleaned_data["page"] or 1
    return redirect(f"{reverse('exchange:import_show', args=[imported.pk])}?show=alike&page={page}#people")


@require_POST
def import_take(request: HttpRequest, import_id: str) -> HttpResponse:
    """Take over what the dry run told."""
    imported = _own(request, import_id)
    allow(rules.may_take_over(imported))
    actions.begin_taking_over(imported=imported, by=request.staff, at=timezone.now())
    return redirect("exchange:import_show", imported.pk)


@require_POST
def import_call_off(request: HttpRequest, import_id: str) -> HttpResponse:
    """It is not wanted after all."""
    imported = _in_ones_program(request, import_id)
    allow(rules.may_call_off(request.staff, imported))
    actions.call_off(imported=imported, by=request.staff, at=timezone.now())
    messages.success(request, _("Called off. Nobody was added."))
    return _back_to(request, imported)


@require_POST
def import_undo(request: HttpRequest, import_id: str) -> HttpResponse:
    """As it was before, but for those somebody has worked with."""
    imported = _in_ones_program(request, import_id)
    allow(rules.may_undo(imported, timezone.now()))
    actions.begin_undoing(imported=imported, by=request.staff, at=timezone.now())
    return _back_to(request, imported)
