"""The sections of Today. Apps offer theirs in `apps.py`; the page does not know them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, overload
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise

from handrail.kit.paging import Counted

MOST_ROWS = 20


@dataclass(frozen=True)
class Deed:
    """What a row offers to do: a link, or a POST with its fields."""

    label: str | Promise
    url: str
    icon: str = ""
    fields: dict[str, str] | None = None


@dataclass(frozen=True)
class Row:
    """One thing that waits: who or what, why in plain words, what to do. `people` are the keys of those it shows, all of them."""

    who: str
    why: str | Promise
    url: str = ""
    deed: Deed | None = None
    people: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Section:
    """A heading with what waits under it. Empty ones are left out, unless `empty` says something kind.

    `rows` are all that wait; Today shows the first `most`, and says how many more there are. They stand at `rest`, if it is
    given; if not, on Today when it is asked for the whole section.
    """

    name: str
    heading: str | Promise
    order: int
    rows: Callable[[HttpRequest], Sequence[Row]]
    empty: str | Promise = ""
    shown_to: Callable[[HttpRequest], bool] = field(default=lambda request: True)
    most: int = MOST_ROWS
    rest: Callable[[], str] | None = None
    rest_words: str | Promise = ""


@dataclass(frozen=True)
class Waiting:
    """A section as a page shows it: these rows, of so many."""

    section: Section
    rows: Sequence[Row]
    many: int

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.many - len(self.rows)

    @property
    def rest(self) -> str:
        """Where they stand; on Today itself when there is no other page of them."""
        return self.section.rest() if self.section.rest else ""


class RowsOf(Sequence[Row]):
    """Rows of what can be very many: the database counts them, and only those that are shown are read."""

    def __init__(self, things: QuerySet[Any] | Counted[Any], row: Callable[[Any], Row]) -> None:
        self.things, self.row = things, row

    def __len__(self) -> int:
        return self.things.count()

    @overload
    def __getitem__(self, which: int) -> Row: ...
    @overload
    def __getitem__(self, which: slice) -> list[Row]: ...
    def __getitem__(self, which: int | slice) -> Row | list[Row]:
        return [self.row(one) for one in self.things[which]] if isinstance(which, slice) else self.row(self.things[which])


_sections: dict[str, Section] = {}


def register(section: Section) -> None:
    """Offer a section. Call it from `apps.py`."""
    _sections[section.name] = section


def sections_for(request: HttpRequest, whole: str = "") -> list[Waiting]:
    """The sections of this reader that have rows, or something kind to say when they have none. `whole` names one not to be cut."""
    offered = sorted(_sections.values(), key=lambda section: section.order)
    waiting = [_waiting(section, request, whole) for section in offered if section.shown_to(request)]
    return [one for one in waiting if one.many or one.section.empty]


def _waiting(section: Section, request: HttpRequest, whole: str) -> Waiting:
    rows = section.rows(request)
    many = len(rows)
    shown = rows[: many if section.name == whole else section.most] if many else []
    return Waiting(section, shown, many)
