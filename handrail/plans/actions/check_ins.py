"""How a goal goes."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.kit.once import once
from handrail.kit.sent import under_its_key
from handrail.plans.actions.goals import must_be_open
from handrail.plans.actions.shared import put_back, take_back, whose
from handrail.plans.models import CheckIn, Goal


@action
def check_in(
    *,
    goal: Goal,
    by: Staff,
    at: datetime,
    value: Decimal | int | None = None,
    words: str = "",
    said_in: UUID | None = None,
    key: UUID | None = None,
) -> CheckIn:
    """Note how a goal goes. Said again in the same contact (`said_in`), it corrects what was noted there."""
    must_be_open(goal.pk)
    said = CheckIn.objects.standing().filter(goal=goal, said_in=said_in).first() if said_in else None
    noted = said or CheckIn(**whose(goal), goal=goal, said_in=said_in)
    noted.value, noted.words, noted.at, noted.by = None if value is None else Decimal(value), words, at, by
    if said:
        noted.save(update_fields=["value", "words", "at", "by"])
    elif said_in:
        with once():
            noted.save(force_insert=True)
    else:
        noted.pk = key or noted.pk
        under_its_key(noted)
    record("checkin.noted", by=by, at=at, subject=noted, person=goal.person_id)
    return noted


@action
def take_out_check_in(*, check_in: CheckIn, by: Staff, at: datetime) -> CheckIn:
    """It was noted by mistake."""
    take_back(CheckIn.objects.filter(pk=check_in.pk), by, at)
    record("checkin.taken_out", by=by, at=at, subject=check_in, person=check_in.person_id)
    return check_in


@action
def put_back_check_in(*, check_in: CheckIn, by: Staff, at: datetime) -> CheckIn:
    """It was no mistake."""
    put_back(CheckIn.objects.filter(pk=check_in.pk))
    record("checkin.put_back", by=by, at=at, subject=check_in, person=check_in.person_id)
    return check_in
