"""What the agency offers, and what it does not."""

from datetime import datetime

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.kit.errors import AlreadySo
from handrail.kit.once import once
from handrail.learning.models import PutAway


@action
def put_away(*, key: str, by: Staff, at: datetime) -> PutAway:
    """A piece or a curriculum is not offered any more. It stays what it was, for whoever was given it."""
    with once():
        row = PutAway.objects.create(agency_id=by.agency_id, key=key, by=by, at=at)
    record("piece.put_away", by=by, at=at, subject=row, detail=key)
    return row


@action
def bring_back(*, key: str, by: Staff, at: datetime) -> None:
    """It is offered again. The row stays."""
    row = PutAway.objects.standing().filter(agency_id=by.agency_id, key=key).first()
    if row is None or not PutAway.objects.standing().filter(pk=row.pk).update(back_at=at, back_by=by):
        raise AlreadySo
    record("piece.brought_back", by=by, at=at, subject=row, detail=key)
