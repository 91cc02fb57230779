"""Copies of a plan in the hands of those whom the family chose."""

from datetime import date, datetime
from uuid import UUID

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.crisis.models import CopyGiven, CrisisPerson
from handrail.crisis.papers import copy_mark, paper_of
from handrail.kit.sent import under_its_key
from handrail.plans.actions.shared import put_back, take_back, whose
from handrail.plans.papers import mark_of
from handrail.plans.queries import latest_version


@action
def give_copy(*, to: CrisisPerson, given_on: date, by: Staff, at: datetime, key: UUID | None = None) -> CopyGiven:
    """Somebody was given a copy of the plan, as it reads now. Where that is what was signed last, it is noted which version."""
    paper = paper_of(to.plan)
    sections, last = paper.sections(), latest_version(paper)
    copy = CopyGiven(**whose(to), plan_id=to.plan_id, to=to, given_on=given_on, at=at, by=by)
    copy.mark, copy.version = copy_mark(sections), last if last and last.mark == mark_of(sections) else None
    copy.pk = key or copy.pk
    under_its_key(copy)
    record("copygiven.given", by=by, at=at, subject=copy, person=copy.person_id)
    return copy


@action
def take_back_copy(*, copy: CopyGiven, by: Staff, at: datetime) -> CopyGiven:
    """They do not have it, or gave it back."""
    take_back(CopyGiven.objects.filter(pk=copy.pk), by, at)
    record("copygiven.taken_back", by=by, at=at, subject=copy, person=copy.person_id)
    return copy


@action
def put_back_copy(*, copy: CopyGiven, by: Staff, at: datetime) -> CopyGiven:
    """They have it."""
    put_back(CopyGiven.objects.filter(pk=copy.pk))
    record("copygiven.put_back", by=by, at=at, subject=copy, person=copy.person_id)
    return copy
