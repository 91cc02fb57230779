"""What a file changes about somebody who is here: each thing as it was, and as it becomes. Nothing is written."""

from copy import copy
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.functional import Promise

from handrail.exchange.columns import BY_NAME
from handrail.exchange.known import BORN, Before, came_before
from handrail.exchange.making import change_of, new_hopes, standing_of
from handrail.exchange.models import BroughtKind, Import, Origin, Record
from handrail.people.actions.many import Change
from handrail.people.models import Person


@dataclass(frozen=True)
class Difference:
    """One thing that changes. `was` is empty where nothing was known."""

    words: str | Promise
    was: str
    becomes: str


@dataclass(frozen=True)
class News:
    """All that changes about somebody, and where they came from."""

    person_id: UUID
    origin: Origin
    differences: list[Difference]


def differences_of(imported: Import, records: list[Record], at: datetime) -> dict[UUID, News]:
    """Of each of these records what it changes, as far as the one who brought the file looks after the person now."""
    known = came_before(imported, records, at)
    theirs = {key: before for key, before in known.items() if before.fits and before.is_theirs}
    people = Person.objects.in_bulk({before.person_id for before in theirs.values()})
    standing = standing_of(people, imported)
    found = {}
    for one in records:
        if before := theirs.get(one.pk):
            person, told = people[before.person_id], one.told
            change, _undoing = change_of(copy(person), told, before.told, standing[person.pk])
            found[one.pk] = News(person.pk, before.origin, _told(person, change, told, before))
    return found


def _told(person: Person, change: Change, told: dict[str, Any], before: Before) -> list[Difference]:
    was, becomes = vars(person), vars(change.person)
    own = [
        Difference(BY_NAME[name].words, was[name], becomes[name])
        for name in BY_NAME
        if name in change.fields and name not in BORN
    ]
    if set(BORN) & set(change.fields):
        own.append(Difference(BY_NAME["born"].words, born_words(was), born_words(becomes)))
    own += [Difference(BY_NAME[point.kind].words, "", point.value) for point in change.points]
    own += [Difference(BY_NAME["supporter"].words, "", one.name) for one in change.supporters]
    return own + [Difference(BroughtKind(kind).label, "", text) for kind, text in new_hopes(told, before.told)]


def born_words(facts: dict[str, Any]) -> str:
    """The birth date as far as it is known."""
    born_on, year, month = facts.get("born_on"), facts.get("born_year"), facts.get("born_month")
    if born_on:
        return str(date_format(date.fromisoformat(born_on) if isinstance(born_on, str) else born_on, "DATE_FORMAT"))
    if year and month:
        return str(date_format(date(year, month, 1), "YEAR_MONTH_FORMAT"))
    return str(year or "")
