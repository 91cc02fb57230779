"""Curricula: those that come with Handrail, and the agency's own beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from handrail.accounts.models import Staff
from handrail.learning.catalogue import phases, shipped_curricula
from handrail.learning.models import Curriculum, CurriculumEntry
from handrail.learning.nouns import Piece, Shelf
from handrail.learning.queries.pieces import every_piece, number_of

FEWEST_HAD = 2
"""One piece stands in many curricula: from the second on somebody is on the way through this one."""


@dataclass(frozen=True)
class Placed:
    """A piece in its place, the first is number 1; `entry` is its row in an agency's own curriculum."""

    piece: Piece
    number: int
    entry: CurriculumEntry | None = None
    is_away: bool = False


@dataclass(frozen=True)
class Course:
    """A curriculum as a page shows it, shipped or own. Of the agency's own nobody says for whom it is."""

    key: str
    title: str
    about: str
    own: bool = False
    put_away: bool = False
    audiences: tuple[str, ...] = ()
    stretches: list[tuple[Shelf, list[Placed]]] = field(default_factory=list)

    @property
    def placed(self) -> list[Placed]:
        """Its pieces that are offered, one after another."""
        return [placed for _phase, some in self.stretches for placed in some if not placed.is_away]

    @property
    def pieces(self) -> int:
        """How many there are."""
        return len(self.placed)

    def around(self, key: str) -> tuple[Placed | None, Placed, Placed | None] | None:
        """The piece before this one, itself, and the next; None when it does not stand here."""
        there = self.placed
        here = next((number for number, placed in enumerate(there) if placed.piece.key == key), None)
        if here is None:
            return None
        return there[here - 1] if here else None, there[here], there[here + 1] if here + 1 < len(there) else None


@dataclass(frozen=True)
class Begun:
    """How far somebody is on the way through a curriculum, and what comes next."""

    course: Course
    had: int
    next: Placed


def courses_of(agency_id: UUID, *, put_away: bool = False) -> list[Course]:
    """The curricula an agency offers with their pieces, ours first; or those it put away."""
    return [one for one in _courses(agency_id) if one.put_away == put_away]


def whole_course(agency_id: UUID, key: str) -> Course | None:
    """A curriculum by its key with its pieces by phase; None for one that is not there."""
    if key not in shipped_curricula() and not number_of(key):
        return None
    return next((one for one in _courses(agency_id) if one.key == key), None)


def begun_of(courses: Iterable[Course], had: Collection[str], *, grown_up: bool = False) -> list[Begun]:
    """Of these curricula, those somebody is on the way through who had these pieces, the furthest first.

    Whoever is grown up is on none that is for young people only.
    """
    found = [_begun(course, set(had)) for course in courses if not (grown_up and course.audiences == ("young",))]
    return sorted((one for one in found if one), key=lambda one: one.had, reverse=True)


def _begun(course: Course, had: set[str]) -> Begun | None:
    # Put into own words meanwhile, it is the same piece.
    still = [placed for placed in course.placed if not {placed.piece.key, placed.piece.after} & had]
    known = course.pieces - len(still)
    return Begun(course, known, still[0]) if still and known >= FEWEST_HAD else None


def _courses(agency_id: UUID) -> list[Course]:
    """All of them, whatever is offered of them."""
    shelf = _Shelf.of(agency_id)
    found = [
        Course(
            key=one.key,
            title=str(one.title),
            about=str(one.about),
            put_away=one.key in shelf.away,
            audiences=one.audiences,
            stretches=shelf.stretches((part.phase, piece, None) for part in one.stretches for piece in part.pieces),
        )
        for one in shipped_curricula().values()
    ]
    entries: dict[UUID, list[CurriculumEntry]] = defaultdict(list)
    for entry in CurriculumEntry.objects.standing().filter(agency=agency_id).order_by("place", "id"):
        entries[entry.curriculum_id].append(entry)
    for row in Curriculum.objects.filter(agency=agency_id).order_by("title", "id"):
        placed = shelf.stretches((entry.phase, entry.key, entry) for entry in entries[row.pk])
        found.append(Course(str(row.pk), row.title, row.about, True, str(row.pk) in shelf.away, stretches=placed))
    return found


@dataclass(frozen=True)
class _Shelf:
    """What the agency has and what it put away; its own wordings by the key of what they are offered instead of."""

    known: dict[str, Piece]
    away: set[str]
    instead: dict[str, Piece]

    @classmethod
    def of(cls, agency_id: UUID) -> _Shelf:
        pieces, away = every_piece(agency_id)
        own = {one.after: one for one in pieces if one.after and one.key not in away}
        return cls({one.key: one for one in pieces}, away, own)

    def stretches(self, entries: Iterable[tuple[str, str, CurriculumEntry | None]]) -> list[tuple[Shelf, list[Placed]]]:
        """By phase. What is put away stands only in the agency's own, where it can be taken out."""
        listed, number = list(entries), 0
        found: list[tuple[Shelf, list[Placed]]] = []
        for phase in phases().values():
            placed: list[Placed] = []
            for its_phase, key, entry in listed:
                is_away = key in self.away and key not in self.instead
                if its_phase != phase.key or key not in self.known or (is_away and not entry):
                    continue
                number += not is_away
                piece = self.instead[key] if key in self.away and not is_away else self.known[key]
                placed.append(Placed(piece, number, entry, is_away))
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
