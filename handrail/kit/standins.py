"""Values that stand in while SQL is written once, and are told again among its parameters.

Whatever is kept is written twice, each time with other values in the places of those that will change. A parameter that stayed
is part of the text; one that changed has to be one of the values, or a moment as far from it. If it is neither, nothing is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Protocol
from uuid import UUID, uuid4

from django.db import connection
from django.db.models import DateField, DateTimeField, Field

SOME_MOMENT = datetime(1987, 6, 5, 4, 3, 2, 1, tzinfo=UTC)
SOME_DAY = date(1931, 2, 3)
LATER = timedelta(days=400, hours=5, minutes=13, seconds=37, microseconds=7919)
"""Between the first stand-ins and the second: odd in every part, so that no part of a moment is taken for a distance."""
NO_TIME = timedelta(0)
FIELDS: dict[type, Field[Any, Any]] = {datetime: DateTimeField(), date: DateField()}


class Word(str):
    """What somebody typed, or a key made of it: a value. Any other text is a word of ours, and part of the question."""

    __slots__ = ()


class Asker(Protocol):
    """Who asks: what a text goes by besides keys, and the keys, which stand in the text as parameters."""

    def shape(self) -> tuple[Hashable, tuple[UUID, ...]]:
        """Two askers of one shape share one text."""
        ...


@dataclass(frozen=True)
class Place:
    """Among the parameters: the value of this number; a moment or a day as far from it as `away` says."""

    number: int
    away: timedelta = NO_TIME


@dataclass(frozen=True)
class Blanks:
    """The parameters of a text: those that stay, the places whose values change, and where each of these stands."""

    stay: tuple[Any, ...] = ()
    places: tuple[Place, ...] = ()
    stand: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, found: Sequence[Any]) -> Blanks:
        """From parameters among which `Place`s stand. A place that stands in many, as the moment does, is worked out once."""
        numbers: dict[Place, int] = {}
        stand = [(at, numbers.setdefault(one, len(numbers))) for at, one in enumerate(found) if type(one) is Place]
        return cls(tuple(found), tuple(numbers), tuple(stand))


NO_BLANKS = Blanks()


def places(texts: Sequence[Sequence[Any]], values: Sequence[Sequence[Any]]) -> Blanks | None:
    """The parameters of two texts, which were written with these values: those that stayed, and places for those that did not.

    None when a parameter changed and is none of the values, or when it is a row's key or a moment that is none of them.
    """
    first, second = ([in_the_database(value) for value in row] for row in values)
    found = [_place(one, other, first, second, values) for one, other in zip(*texts, strict=True)]
    return None if any(place is None for place in found) else Blanks.of(found)


def _place(one: Any, other: Any, first: list[Any], second: list[Any], values: Sequence[Sequence[Any]]) -> Any:
    same = [number for number, pair in enumerate(zip(first, second, strict=True)) if pair == (one, other)]
    if len(same) == 1:
        return Place(same[0])
    if same or one is None:
        return None  # one value given twice stands for two things: which of them a parameter means, nobody can tell
    if one == other:
        return None if _is_of_somebody(one) or _is_a_moment(one) else one
    return _away(one, other, values)


def _away(one: Any, other: Any, values: Sequence[Sequence[Any]]) -> Place | None:
    """The moment, or the day, that both parameters are equally far from."""
    for number, (before, after) in enumerate(zip(*values, strict=True)):
        with suppress(TypeError, ValueError):
            away = _as(type(before), one) - before
            if away == _as(type(after), other) - after and before != after:
                return Place(number, away)
    return None


def _as(kind: Any, parameter: Any) -> Any:
    """A parameter as a moment or a day again; only one that the database would take like this."""
    if kind not in (datetime, date):
        raise TypeError
    read = parameter if type(parameter) is kind else kind.fromisoformat(parameter)
    if kind is datetime and read.tzinfo is None:
        read = read.replace(tzinfo=UTC)
    if in_the_database(read) != parameter:
        raise ValueError
    return read


def in_the_database(value: Any) -> Any:
    """The value as this database takes it. Both of ours take keys as they are."""
    field = FIELDS.get(type(value))
    if field is not None:
        return field.get_db_prep_value(value, connection)
    return str(value) if isinstance(value, Word) else value


def each_once(blanks: Blanks, values: Sequence[Any]) -> tuple[Blanks, list[int]]:
    """The same with every key, moment and day in it once; and for each parameter there was, the number of the one that says it now.

    Words stay as many as they were: what kind of text each is taken for, the database finds out from where it stands.
    """
    left: list[Any] = []
    numbers: list[int] = []
    told: dict[Place, int] = {}
    for one in blanks.stay:
        if type(one) is Place and not isinstance(values[one.number], str):
            if one not in told:
                told[one] = len(left)
                left.append(one)
            numbers.append(told[one])
        else:
            numbers.append(len(left))
            left.append(one)
    return Blanks.of(left), numbers


def filled(blanks: Blanks, values: Sequence[Any]) -> tuple[Any, ...]:
    """The parameters with these values in their places."""
    ready = [
        in_the_database(values[place.number] + place.away if place.away else values[place.number]) for place in blanks.places
    ]
    parameters = list(blanks.stay)
    for at, number in blanks.stand:
        parameters[at] = ready[number]
    return tuple(parameters)


def stand_ins(values: Sequence[Any], time: int) -> list[Any]:
    """Something else of its kind for each value: keys, moments, days and words that nobody has; `time` is 0, then 1."""
    return [_stand_in(value, number, time) for number, value in enumerate(values)]


def _stand_in(value: Any, number: int, time: int) -> Any:
    # Each moves by a distance of its own, so that a moment is never taken for another one.
    moved = time * (LATER + timedelta(days=number))
    kinds: dict[type, Callable[[], Any]] = {
        UUID: uuid4,
        Word: lambda: Word(f" Stands %_ in {uuid4()} {'x' * 200}X "),
        datetime: lambda: SOME_MOMENT + timedelta(hours=number) + moved,
        date: lambda: SOME_DAY + timedelta(days=3 * number) + moved,
    }
    return kinds[type(value)]()


def _is_of_somebody(parameter: Any) -> bool:
    """Whether this is one row's key: a text that names it fits no other asker."""
    if isinstance(parameter, UUID):
        return True
    with suppress(ValueError):
        return isinstance(parameter, str) and len(parameter) == len(UUID(int=0).hex) and bool(UUID(hex=parameter))
    return False


def _is_a_moment(parameter: Any) -> bool:
    """Whether this is a moment or a day that is none of those given: it came from a clock, and would stand still."""
    if isinstance(parameter, date):
        return True
    for kind in (datetime, date):
        with suppress(TypeError, ValueError):
            return bool(_as(kind, parameter))
    return False
