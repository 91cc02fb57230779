"""Making a curriculum of the agency's own, piece by piece."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.kit.errors import AlreadySo, Refused
from handrail.kit.once import once
from handrail.kit.sent import under_its_key
from handrail.learning.models import Curriculum, CurriculumEntry


class NotTheirs(Refused):
    """What the agency does not have, or put away."""

    sentence = _("This piece is not in your library any more.")


class InItAlready(Refused):
    """One piece, one place in a phase."""

    sentence = _("This piece stands in that phase already. Nothing was changed.")


@action
def add_curriculum(*, curriculum: Curriculum, pieces: Iterable[tuple[str, str]] = (), by: Staff, at: datetime) -> Curriculum:
    """A new curriculum; `pieces`, each with its phase, to begin with. Under a key that is there already: KeyTaken."""
    curriculum.agency_id, curriculum.made_by, curriculum.made_at = by.agency_id, by, at
    under_its_key(curriculum)
    CurriculumEntry.objects.bulk_create(
        CurriculumEntry(
            agency_id=by.agency_id, curriculum=curriculum, phase=phase, key=key, place=place, added_at=at, added_by=by
        )
        for place, (phase, key) in enumerate(pieces, start=1)
    )
    record("curriculum.added", by=by, at=at, subject=curriculum)
    return curriculum


@action
def change_curriculum(*, curriculum: Curriculum, by: Staff, at: datetime) -> Curriculum:
    """What it is called, and what it is for."""
    curriculum.save(update_fields=["title", "about"])
    record("curriculum.changed", by=by, at=at, subject=curriculum)
    return curriculum


@action
def add_entry(*, curriculum: Curriculum, phase: str, key: str, by: Staff, at: datetime) -> CurriculumEntry:
    """One more piece, at the end of its phase."""
    Curriculum.objects.select_for_update().get(pk=curriculum.pk)
    last = CurriculumEntry.objects.filter(curriculum=curriculum).aggregate(last=Max("place"))["last"] or 0
    entry = CurriculumEntry(
        agency_id=by.agency_id, curriculum=curriculum, phase=phase, key=key, place=last + 1, added_at=at, added_by=by
    )
    with once(InItAlready):
        entry.save(force_insert=True)
    record("curriculum.entry_added", by=by, at=at, subject=curriculum, detail=key)
    return entry


@action
def move_entry(*, entry: CurriculumEntry, way: Literal["up", "down"], by: Staff, at: datetime) -> None:
    """Change places with the neighbour of the same phase."""
    Curriculum.objects.select_for_update().get(pk=entry.curriculum_id)
    phase = CurriculumEntry.objects.standing().filter(curriculum=entry.curriculum_id, phase=entry.phase)
    rows = list(phase.order_by("place", "id"))
    here = next((number for number, row in enumerate(rows) if row.pk == entry.pk), -1)
    there = here - 1 if way == "up" else here + 1
    if here < 0 or not 0 <= there < len(rows):
        raise AlreadySo
    rows[here], rows[there] = rows[there], rows[here]
    places = sorted(row.place for row in rows)
    for row, place in zip(rows, places, strict=True):
        row.place = place
    CurriculumEntry.objects.bulk_update(rows, ["place"])
    record("curriculum.entry_moved", by=by, at=at, subject=entry.curriculum_id, detail=entry.key)


@action
def take_entry_out(*, entry: CurriculumEntry, by: Staff, at: datetime) -> None:
    """It does not belong there any more. The row stays, so that it can be put back."""
    if not CurriculumEntry.objects.standing().filter(pk=entry.pk).update(taken_out_at=at, taken_out_by=by):
        raise AlreadySo
    record("curriculum.entry_taken_out", by=by, at=at, subject=entry.curriculum_id, detail=entry.key)


@action
def put_entry_back(*, entry: CurriculumEntry, by: Staff, at: datetime) -> None:
    """Where it stood before."""
    out = CurriculumEntry.objects.filter(pk=entry.pk, taken_out_at__isnull=False)
    with once(InItAlready):
        done = out.update(taken_out_at=None, taken_out_by=None)
    if not done:
        raise AlreadySo
    record("curriculum.entry_put_back", by=by, at=at, subject=entry.curriculum_id, detail=entry.key)
