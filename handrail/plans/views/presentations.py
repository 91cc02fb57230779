"""To whom a paper was presented: noted, taken out, put back."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from handrail.audit.door import find
from handrail.kit.errors import KeyTaken
from handrail.kit.ids import new_id
from handrail.kit.views import allow, sent
from handrail.plans import actions, queries, rules
from handrail.plans.forms import PresentationForm
from handrail.plans.models import Agreement, Presentation, Way
from handrail.plans.views.goal import sent_before
from handrail.plans.views.papers import paper_of, paper_to_change
from handrail.ui.undo import offer_undo


@require_http_methods(["GET", "HEAD", "POST"])
def presentation_add(
    request: HttpRequest, kind: str, person_id: UUID, program_id: UUID, about_id: UUID | None = None
) -> HttpResponse:
    """Note to whom it was presented, how, and who said yes to it."""
    paper, now = paper_to_change(request, kind, person_id, program_id, about_id)
    supporters = queries.supporters_there(paper.person, paper.program)
    form = PresentationForm(sent(request), supporters=supporters, initial={"id": new_id()})
    if request.method != "POST" or not form.is_valid():
        page = {"paper": paper, "person": paper.person, "form": form}
        return render(request, "plans/presentation_add.html", page, status=422 if form.errors else 200)
    typed = form.cleaned_data
    told = actions.Told(
        way=Way(typed["way"]),
        agreed=Agreement(typed["agreed"]),
        on=typed["on"],
        whom=typed["whom"],
        supporter=typed.get("supporter"),
    )
    try:
        actions.note_presentation(paper=paper, told=told, by=request.staff, at=now, key=typed["id"])
    except KeyTaken:
        sent_before(queries.presentation_sent_by(request.staff, typed["id"]))
    offer_undo(request, _("It is noted."), reverse("plans:presentation_take_out", args=[typed["id"]]))
    return redirect("plans:paper_show", *paper.address)


@require_POST
def presentation_take_out(request: HttpRequest, presentation_id: UUID) -> HttpResponse:
    """It was noted by mistake."""
    row, now = _to_change(request, presentation_id)
    actions.take_out_presentation(presentation=row, by=request.staff, at=now)
    offer_undo(request, _("It is taken out."), reverse("plans:presentation_put_back", args=[row.pk]))
    return redirect("plans:paper_show", *paper_of(row).address)


@require_POST
def presentation_put_back(request: HttpRequest, presentation_id: UUID) -> HttpResponse:
    """It was no mistake."""
    row, now = _to_change(request, presentation_id)
    actions.put_back_presentation(presentation=row, by=request.staff, at=now)
    return redirect("plans:paper_show", *paper_of(row).address)


def _to_change(request: HttpRequest, presentation_id: UUID) -> tuple[Presentation, datetime]:
    row, now = find(queries.presentations(), request, pk=presentation_id), timezone.now()
    allow(rules.may_change(request.staff, row, now))
    return row, now
