"""Reads of the record."""

from collections import Counter
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet, Sum

from handrail.audit.models import Appearance, Entry, Head

COUNTED_AT_ONCE = 5000


def lines_about(person_id: UUID) -> QuerySet[Entry]:
    """Every time this person's record was opened or changed, newest first."""
    return Entry.objects.filter(person_id=person_id).order_by("-seq")


def last_line(agency_id: UUID) -> int:
    """The number of the last line so far: every line up to it is there for whoever reads."""
    return Head.objects.values_list("seq", flat=True).get(pk=agency_id)


def appearances_of(agency_id: UUID, person_id: UUID) -> dict[UUID, int]:
    """How often the person appeared in lists, by staff member: what is counted, and the lists since."""
    counted = (
        Appearance.objects.filter(agency_id=agency_id, person_id=person_id)
        .values("by_id")
        .annotate(sum=Sum("times"))
        .values_list("by_id", "sum")
    )
    times = Counter(dict(counted))
    head = Head.objects.only("counted_to").get(pk=agency_id)
    for entry in _lists_after(agency_id, head.counted_to):
        if entry.by_id and person_id in entry.people_shown:
            times[entry.by_id] += 1
    return dict(times)


def _lists_after(agency_id: UUID, seq: int) -> QuerySet[Entry]:
    return Entry.objects.filter(agency_id=agency_id, seq__gt=seq).exclude(shown=b"").order_by("seq")


@transaction.atomic
def count_appearances(agency_id: UUID) -> int:
    """Count the lists that were shown since the last count. Safe to repeat; returns how many lines were gone through."""
    head = Head.objects.select_for_update().get(pk=agency_id)
    upto = min(head.seq, head.counted_to + COUNTED_AT_ONCE)
    seen: Counter[tuple[UUID, UUID, date]] = Counter()
    for entry in _lists_after(agency_id, head.counted_to).filter(seq__lte=upto):
        if entry.by_id:
            month = entry.at.date().replace(day=1)
            seen.update((person, entry.by_id, month) for person in entry.people_shown)
    for (person, by, month), times in seen.items():
        row, made = Appearance.objects.get_or_create(
            agency_id=agency_id, person_id=person, by_id=by, month=month, defaults={"times": times}
        )
        if not made:
            Appearance.objects.filter(pk=row.pk).update(times=F("times") + times)
    gone_through = upto - head.counted_to
    Head.objects.filter(pk=agency_id).update(counted_to=upto)
    return gone_through
