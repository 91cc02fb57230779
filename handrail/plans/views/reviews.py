"""A paper was looked at again: noted, taken out, put back."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handrail.audit.door import find
from handrail.kit.errors import KeyTaken
from handrail.kit.views import allow
from handrail.plans import actions, queries, rules
from handrail.plans.forms import ReviewForm
from handrail.plans.models import Review
from handrail.plans.views.goal import sent_before
from handrail.plans.views.papers import paper_of, paper_page, paper_to_change
from handrail.ui.undo import offer_undo


@require_POST
def review_add(
    request: HttpRequest, kind: str, person_id: UUID, program_id: UUID, about_id: UUID | None = None
) -> HttpResponse:
    """Note that they looked at it together."""
    paper, now = paper_to_change(request, kind, person_id, program_id, about_id)
    form = ReviewForm(request.POST, auto_id="id_review_%s")
    if not form.is_valid():
        return paper_page(request, paper, status=422, review_form=form, wrong_form=form)
    typed = dict(form.cleaned_data)
    key = typed.pop("id")
    try:
        actions.note_review(paper=paper, by=request.staff, at=now, key=key, **typed)
    except KeyTaken:
        sent_before(queries.review_sent_by(request.staff, key))
    offer_undo(request, _("It is noted."), reverse("plans:review_take_out", args=[key]))
    return redirect("plans:paper_show", *paper.address)


@require_POST
def review_take_out(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """It was noted by mistake."""
    review, now = _to_change(request, review_id)
    actions.take_out_review(review=review, by=request.staff, at=now)
    offer_undo(request, _("It is taken out."), reverse("plans:review_put_back", args=[review.pk]))
    return redirect("plans:paper_show", *paper_of(review).address)


@require_POST
def review_put_back(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """It was no mistake."""
    review, now = _to_change(request, review_id)
    actions.put_back_review(review=review, by=request.staff, at=now)
    return redirect("plans:paper_show", *paper_of(review).address)


def _to_change(request: HttpRequest, review_id: UUID) -> tuple[Review, datetime]:
    review, now = find(queries.reviews(), request, pk=review_id), timezone.now()
    allow(rules.may_change(request.staff, review, now))
    return review, now
