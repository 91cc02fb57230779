"""Columns of the list of people. Apps above offer theirs in `apps.py`; the list does not know them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models.expressions import Combinable
from django.utils.functional import Promise

from handrail.people.models import Person


@dataclass(frozen=True)
class Column:
    """One thing told about everybody in the list.

    `value` is asked of each enrolment through which the reader reaches the person, as an expression over `Enrolment` at a moment:
    what it tells has to belong to `OuterRef("person")` and `OuterRef("program")`, and so keeps to the program wall. `of_several`
    chooses where somebody is reached through more than one: `min` or `max`. `words` says the value in a few words.
    With `sort_words` the list can be sorted by it: the smallest comes first, who has none comes last.
    """

    name: str
    heading: str | Promise
    value: Callable[[datetime], Combinable]
    of_several: Callable[[list[Any]], Any]
    words: Callable[[Any], str]
    order: int
    sort_words: str | Promise = ""

    def told(self, person: Person) -> str:
        """What the list says of somebody of whom it asked; empty when there is nothing to tell."""
        value = person.told[self.name]  # type: ignore[attr-defined]
        return "" if value is None else self.words(value)


_columns: dict[str, Column] = {}


def register(column: Column) -> None:
    """Offer a column. Call it from `apps.py`."""
    _columns[column.name] = column


def columns() -> list[Column]:
    """All columns, in their order."""
    return sorted(_columns.values(), key=lambda column: column.order)
