"""Curricula: those that come with Handrail, and the agency's own beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Count, Q

from handrail.accounts.models import Staff
from handrail.learning.catalogue import phases, shipped_curricula
from handrail.learning.models import Curriculum, CurriculumEntry, PutAway
from handrail.learning.nouns import Piece, Shelf
from handrail.learning.queries.pieces import number_of, pieces_put_away, pieces_that_match


@dataclass(frozen=True)
class Placed:
    """A piece in its place; `entry` is its row in an agency's own curriculum."""

    piece: Piece
    entry: CurriculumEntry | None = None
    is_away: bool = False


@dataclass(frozen=True)
class Course:
    """A curriculum as a page shows it, shipped or own."""

    key: str
    title: str
    about: str
    pieces: int
    own: bool = False
    put_away: bool = False
    stretches: list[tuple[Shelf, list[Placed]]] = field(default_factory=list)


def courses_of(agency_id: UUID, *, put_away: bool = False) -> list[Course]:
    """The curricula an agency offers, ours first; or those it put away."""
    away = set(PutAway.objects.standing().filter(agency=agency_id).values_list("key", flat=True))
    ours = [
        Course(one.key, str(one.title), str(one.about), sum(len(part.pieces) for part in one.stretches))
        for one in shipped_curricula().values()
    ]
    standing = Count("entries", filter=Q(entries__taken_out_at__isnull=True))
    rows = Curriculum.objects.filter(agency=agency_id).annotate(pieces=standing).order_by("title", "id")
    own = [Course(str(row.pk), row.title, row.about, row.pieces, own=True) for row in rows]
    return [one for one in [*ours, *own] if (one.key in away) == put_away]


def whole_course(agency_id: UUID, key: str) -> Course | None:
    """A curriculum by its key with its pieces by phase; None for one that is not there."""
    away = {one.key: one for one in pieces_put_away(agency_id)}
    known = {one.key: one for one in pieces_that_match(agency_id)} | away
    is_away = PutAway.objects.standing().filter(agency=agency_id, key=key).exists()
    if found := shipped_curricula().get(key):
        entries = [(part.phase, piece, None) for part in found.stretches for piece in part.pieces]
        title, about, own = str(found.title), str(found.about), False
    elif row := _own(agency_id, key):
        standing = CurriculumEntry.objects.standing().filter(curriculum=row).order_by("place", "id")
        entries = [(entry.phase, entry.key, entry) for entry in standing]  # type: ignore[misc]
        title, about, own = row.title, row.about, True
    else:
        return None
    stretches = _stretches(entries, known, set(away))
    return Course(key, title, about, sum(len(some) for _phase, some in stretches), own, is_away, stretches)


def _own(agency_id: UUID, key: str) -> Curriculum | None:
    number = number_of(key)
    return Curriculum.objects.filter(agency=agency_id, pk=number).first() if number else None


def _stretches(
    entries: Iterable[tuple[str, str, CurriculumEntry | None]], known: dict[str, Piece], away: set[str]
) -> list[tuple[Shelf, list[Placed]]]:
    """By phase. What is put away stands only in the agency's own, where it can be taken out."""
    listed = list(entries)
    found = []
    for phase in phases().values():
        placed = [
            Placed(known[key], entry, key in away)
            for its_phase, key, entry in listed
            if its_phase == phase.key and key in known and (entry or key not in away)
        ]
        if placed:
            found.append((phase, placed))
    return found


def curriculum_sent_by(staff: Staff, key: UUID) -> Curriculum | None:
    """The curriculum that the same hands sent under this key before."""
    return Curriculum.objects.visible_to(staff).filter(pk=key, made_by=staff).first()


def first_pieces() -> list[str]:
    """What somebody new is given first, by key."""
    first = next(iter(shipped_curricula().values()))
    return [key for part in first.stretches for key in part.pieces]
