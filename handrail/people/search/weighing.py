"""Are these two one person? For many at once: what two records would share, and how much speaks for it.

Weighs what a careful reader weighs: names with their slips and short forms, the birth date with a digit astray or day and month
mixed up, a telephone, an address. Only ever a question to somebody who may see both. How well it asks stands in docs/matching.md.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations
from uuid import UUID

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from handrail.accounts.models import Staff
from handrail.people.models import ContactPoint, PointKind
from handrail.people.names import plain
from handrail.people.numbers import digits_of
from handrail.people.search.finding import texts_to_read
from handrail.people.search.keys import sound_of
from handrail.people.search.nicknames import full_names
from handrail.people.search.sources import Kind

WORTH_ASKING = 5.0
NOT_IN_BOTH = 1 / 3
"""How much letters of a name count that only one of the two has: Marcus may be Marcus Webb, and Webb is a name of many."""
HALF_AN_ADDRESS, THE_SAME_TOWN = 0.6, 0.8
"""Many share a town, and some of them a birthday: where the names are quite other ones, only nearly the same address counts."""
MOST_WORDS = 6
A_STREET = 4
"""Shorter words of an address say too little."""


@dataclass(frozen=True)
class Known:
    """What is known of somebody, made ready to be held against others. Each name by its words, plain."""

    names: tuple[tuple[str, ...], ...] = ()
    born_on: date | None = None
    phones: frozenset[str] = frozenset()
    places: tuple[str, ...] = ()


def known_of(names: Collection[str], born_on: date | None, phones: Collection[str], places: Collection[str]) -> Known:
    """Make it ready."""
    words = dict.fromkeys(tuple(plain(name).split()[:MOST_WORDS]) for name in names)
    return Known(
        tuple(one for one in words if one),
        born_on,
        frozenset(digits[-10:] for phone in phones if len(digits := digits_of(phone)) >= 7),
        tuple(dict.fromkeys(plain(place) for place in places if place.strip())),
    )


def known_to(staff: Staff, people: Collection[UUID], at: datetime) -> dict[UUID, Known]:
    """What this staff member may know of these people; asked once for all."""
    texts: defaultdict[UUID, defaultdict[Kind, list[str]]] = defaultdict(lambda: defaultdict(list))
    for text in texts_to_read(staff, people, at):
        texts[text.person_id][text.kind].append(text.text)
    places: defaultdict[UUID, list[str]] = defaultdict(list)
    told = ContactPoint.objects.standing().filter(person__in=people, kind=PointKind.PLACE).visible_to(staff, at)
    for person_id, value in told.values_list("person", "value"):
        places[person_id].append(value)
    return {
        person: known_of(
            of[Kind.NAME],
            date.fromisoformat(of[Kind.BORN][0]) if of[Kind.BORN] else None,
            of[Kind.PHONE],
            places[person],
        )
        for person, of in texts.items()
    }


def clues_of(known: Known) -> set[str]:
    """What it would share with another record of the same person. Whoever shares nothing is never compared."""
    words = {word for name in known.names for word in name}
    clues = {f"phone {phone}" for phone in known.phones}
    for name in known.names:
        for one, other in combinations(sorted({_sound(word) for word in name}), 2):
            clues.add(f"names {one} {other}")
        if len(name) == 1:
            clues.add(f"name {name[0]}")
    clues |= set(_of_birth(words, known.born_on)) if known.born_on else set()
    clues |= {clue for place in known.places for clue in _of_place(words, place.split())}
    return clues


def _of_birth(words: Collection[str], born_on: date) -> Iterator[str]:
    yield f"born {born_on.isoformat()}"
    if born_on.day <= 12:
        yield f"born {born_on.year:04}-{born_on.day:02}-{born_on.month:02}"
    for word in words:
        yield f"year {_sound(word)} {born_on.year}"
        yield f"day {_sound(word)} {born_on.month} {born_on.day}"


def _of_place(words: Collection[str], place: list[str]) -> Iterator[str]:
    numbers = [part for part in place if part.isdigit()]
    streets = [part for part in place if len(part) >= A_STREET and not part.isdigit()]
    for street in streets[:A_STREET]:
        for number in numbers:
            yield f"at {number} {street[:5]}"
    for word in words:
        for street in streets:
            yield f"in {_sound(word)} {street[:6]}"


def _sound(word: str) -> str:
    return sound_of(word) or word


def weigh(one: Known, other: Known) -> float:
    """How much speaks for it that the two are one person, less what speaks against it."""
    names = _names(one, other)
    half = HALF_AN_ADDRESS if names >= 0 else THE_SAME_TOWN
    return names + _born(one.born_on, other.born_on) + _phones(one, other) + _places(one, other, half)


def _names(one: Known, other: Known) -> float:
    likeness = max((_likeness(a, b) for a in one.names for b in other.names), default=None)
    if likeness is None:
        return 0.0
    return 8 * (likeness - 0.55) / 0.45 if likeness > 0.55 else -4 * (0.55 - likeness) / 0.55


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """From 0 to 1: each word of the shorter name against the word it fits best, in whatever order; or the whole as one word."""
    if one == other:
        return 1.0
    shorter, longer = sorted((one, other), key=len)
    left, alike, letters = list(longer), 0.0, 0.0
    for word in sorted(shorter, key=len, reverse=True):
        best = max(left, key=lambda part: _word(word, part))
        alike += _word(word, best) * len(word)
        letters += len(word)
        left.remove(best)
    letters += NOT_IN_BOTH * sum(len(word) for word in left)
    return max(alike / letters, _word("".join(one), "".join(other)))


def _word(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if not full_names(one).isdisjoint(full_names(other)):
        return 0.95
    shorter, longer = sorted((one, other), key=len)
    alike: float = 1 - OSA.distance(one, other) / len(longer)
    return max(alike, 0.75) if len(shorter) > 2 and longer.startswith(shorter) else alike


def _born(one: date | None, other: date | None) -> float:
    if one is None or other is None:
        return 0.0
    if one == other:
        return 6.0
    wrong = OSA.distance(one.isoformat(), other.isoformat())
    turned = (one.year, one.month, one.day) == (other.year, other.day, other.month)
    if wrong == 1 or turned:
        return 3.0
    return 0.5 if wrong == 2 else -5.0


def _phones(one: Known, other: Known) -> float:
    return 5.0 if one.phones & other.phones else 0.0


def _places(one: Known, other: Known, half: float) -> float:
    """`half`: so alike that it speaks neither for it nor against it."""
    alike = max((max(fuzz.token_sort_ratio(a, b), fuzz.ratio(a, b)) for a in one.places for b in other.places), default=None)
    if alike is None:
        return 0.0
    likeness = alike / 100
    return 7 * (likeness - half) / (1 - half) if likeness > half else -3 * (half - likeness) / half
