"""What people are found by: their names and birth date, and what other files and apps tell of them (numbers, other names).

A source is asked for several people at once. What it tells in one program is found, and shown, only by those who reach the
person through that program.
"""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from django.db.models import QuerySet
from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _

from handrail.kit.questions import written_once
from handrail.people.models import ContactPoint, Person
from handrail.people.saying import safe_words

words_of_safety = lazy(safe_words, str)
"""Put into words only for who is shown: keys are made of many at once."""
PARTING = re.compile(r"[,;/\n]")
"""What parts the other names somebody goes by."""


class Kind(Enum):
    """What a text is."""

    NAME = "name"
    PHONE = "phone"
    BORN = "born"


@dataclass(frozen=True)
class Text:
    """Something a person is found by.

    `said` is the sentence that tells a reader where it was found, with `%(text)s`; empty for what a list shows anyway. Of a
    number it says what is safe there.
    """

    person_id: UUID
    text: str
    kind: Kind = Kind.NAME
    program_id: UUID | None = None
    said: str | Promise = ""


TextsOf = Callable[[Collection[UUID]], Iterable[Text]]
"""The texts of these people, asked in one go."""

_sources: dict[str, TextsOf] = {}


def register_source(name: str, texts_of: TextsOf) -> None:
    """Offer more to find people by. Call it from `apps.py`; call `index` in every action that changes such a text."""
    _sources[name] = texts_of


def texts_of(people: Collection[UUID]) -> list[Text]:
    """Everything these people are found by; one query for each source, however many they are."""
    return [text for source in _sources.values() for text in source(people)]


def names_of(people: Collection[UUID]) -> Iterable[Text]:
    """The names a person has, and their birth date."""
    for pk, chosen, legal, others, born_on in _names_of(list(people)):
        yield Text(pk, chosen)
        for other in PARTING.split(others):
            if other.strip():
                yield Text(pk, other.strip(), said=_("Also called %(text)s"))
        if legal:
            yield Text(pk, legal, said=_("On paper: %(text)s"))
        if born_on:
            yield Text(pk, born_on.isoformat(), Kind.BORN)


def numbers_of(people: Collection[UUID]) -> Iterable[Text]:
    """The phone numbers that still hold, each in the program it was told in, with what is safe there."""
    for point in _points_of(list(people)):
        if point.digits:
            yield Text(point.person_id, point.digits, Kind.PHONE, point.program_id, said=words_of_safety(point))


@written_once
def _names_of(people: list[UUID]) -> QuerySet[Person, tuple[UUID, str, str, str, date | None]]:
    return Person.objects.filter(pk__in=people).values_list("pk", "chosen_name", "legal_name", "other_names", "born_on")


@written_once
def _points_of(people: list[UUID]) -> QuerySet[ContactPoint]:
    return ContactPoint.objects.standing().filter(person__in=people).order_by("id")


register_source("names", names_of)
register_source("numbers", numbers_of)
