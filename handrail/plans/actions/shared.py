"""What every deed of a plan shares: whose a row is, and taking back instead of deleting."""

from datetime import datetime
from typing import Any

from handrail.accounts.models import Staff
from handrail.kit.errors import AlreadySo
from handrail.people.models import OfAPerson
from handrail.plans.models.taking_back import StandingQuerySet


def whose(row: OfAPerson) -> dict[str, Any]:
    """What belongs to this row is of the same person, and stays in the same program."""
    return {"agency_id": row.agency_id, "person_id": row.person_id, "program_id": row.program_id}


def take_back(rows: StandingQuerySet[Any], by: Staff, at: datetime) -> None:
    """Whatever of these rows counts, counts no more. They stay."""
    if not rows.standing().update(taken_back_at=at, taken_back_by=by):
        raise AlreadySo


def put_back(rows: StandingQuerySet[Any]) -> None:
    """They count again."""
    if not rows.filter(taken_back_at__isnull=False).update(taken_back_at=None, taken_back_by=None):
        raise AlreadySo
