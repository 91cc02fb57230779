"""Whoever came with another import between the dry run and now: they are here, and do not come twice.

Only one import writes into a program at a time: from the moment it begins to take people over, nobody comes by another.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from handrail.exchange.known import Before, came_before
from handrail.exchange.models import Alike, AlikeAnswer, Import, Record, Verdict
from handrail.exchange.one import groups_of
from handrail.kit.many import change_many


def came_meanwhile(held: Import, records: Collection[Record], at: datetime) -> dict[UUID, Before]:
    """Those of these records that are somebody who is here by now. That is noted, and nothing of them is changed."""
    came = {key: before for key, before in came_before(held, records, at).items() if before.fits}
    known = [one for one in records if one.pk in came]
    for one in known:
        before = came[one.pk]
        one.verdict, one.person_id, one.reasons = Verdict.KNOWN, before.person_id, before.reasons
    change_many(Record, ["verdict", "person", "reasons"], known)
    return came


def settle_the_answered(held: Import, at: datetime) -> None:
    """Of those who are one with somebody: who is one with a line that came meanwhile is one with whoever came with it."""
    answered = {one for group in groups_of(held) for one in group.records}
    is_somebody = Alike.objects.filter(of=held, answer=AlikeAnswer.SAME, person__isnull=False).values("record")
    records = list(Record.objects.filter(pk__in=answered).exclude(pk__in=is_somebody).order_by("number"))
    for key, before in came_meanwhile(held, records, at).items():
        others = Alike.objects.filter(of=held, other=key)
        own = Alike.objects.filter(of=held, record=key)
        if before.is_theirs:
            others.update(other=None, person=before.person_id)
            for alike in own.filter(other__isnull=False).order_by("id"):
                alike.record_id, alike.other_id, alike.person_id = alike.other_id, None, before.person_id  # type: ignore[assignment]
                alike.save(update_fields=["record", "other", "person"])
        others.delete()
        own.delete()
