"""Who may never open a record, as its page tells it: each request once, and where else it holds.

Of somebody with several records (OnePerson) a request holds in all of them. Only whoever may read the other record hears of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from handrail.accounts.models import Staff
from handrail.people import queries
from handrail.people.models import Block, Person


@dataclass(frozen=True)
class KeptAway:
    """One colleague who is kept away. `asked_in`: the other record where it was asked, if the reader may know of that one."""

    block: Block
    since: datetime
    asked_in: Person | None
    records: int

    @property
    def held(self) -> bool:
        """It was not asked here, so it is not lifted here."""
        return self.block.held_for_id is not None


def requests_of(person: Person, blocks: Iterable[Block], staff: Staff, at: datetime) -> list[KeptAway]:
    """The requests that stand; `records` is how many records of this person the reader knows, this one included."""
    others = {other.pk: other for other in queries.other_records_seen(person, staff, at)}
    asked = queries.asked_in(others.values()) if others else {}
    found = []
    for block in blocks:
        source = others.get(block.held_for_id) if block.held_for_id else None
        since = asked.get((source.pk, block.staff_id)) if source else None
        found.append(KeptAway(block, since or block.at, source if since else None, 1 + len(others)))
    return found
