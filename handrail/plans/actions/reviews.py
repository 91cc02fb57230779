"""A paper was looked at again together."""

from datetime import date, datetime
from uuid import UUID

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.kit.sent import under_its_key
from handrail.plans.actions.shared import put_back, take_back
from handrail.plans.models import Review
from handrail.plans.papers import Paper


@action
def note_review(
    *,
    paper: Paper,
    on: date,
    by: Staff,
    at: datetime,
    with_whom: str = "",
    what_changed: str = "",
    key: UUID | None = None,
) -> Review:
    """Note that they looked at it: on which day, who was there, what changed."""
    review = Review(agency_id=by.agency_id, person=paper.person, program=paper.program)
    review.kind, review.about, review.at, review.by = paper.kind.name, paper.about, at, by
    review.on, review.with_whom, review.what_changed = on, with_whom, what_changed
    review.pk = key or review.pk
    under_its_key(review)
    record("review.noted", by=by, at=at, subject=review, person=review.person_id)
    return review


@action
def take_out_review(*, review: Review, by: Staff, at: datetime) -> Review:
    """It was noted by mistake."""
    take_back(Review.objects.filter(pk=review.pk), by, at)
    record("review.taken_out", by=by, at=at, subject=review, person=review.person_id)
    return review


@action
def put_back_review(*, review: Review, by: Staff, at: datetime) -> Review:
    """It was no mistake."""
    put_back(Review.objects.filter(pk=review.pk))
    record("review.put_back", by=by, at=at, subject=review, person=review.person_id)
    return review
