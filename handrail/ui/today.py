"""The sections of Today. Apps offer theirs in `apps.py`; the page does not know them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from django.http import HttpRequest
from django.utils.functional import Promise


@dataclass(frozen=True)
class Deed:
    """What a row offers to do: a link, or a POST with its fields."""

    label: str | Promise
    url: str
    icon: str = ""
    fields: dict[str, str] | None = None


@dataclass(frozen=True)
class Row:
    """One thing that waits: who or what, why in plain words, what to do. `person_id` when it shows a person."""

    who: str
    why: str | Promise
    url: str = ""
    deed: Deed | None = None
    person_id: UUID | None = None


@dataclass(frozen=True)
class Section:
    """A heading with what waits under it. Empty ones are left out, unless `empty` says something kind."""

    name: str
    heading: str | Promise
    order: int
    rows: Callable[[HttpRequest], list[Row]]
    empty: str | Promise = ""
    shown_to: Callable[[HttpRequest], bool] = field(default=lambda request: True)


_sections: dict[str, Section] = {}


def register(section: Section) -> None:
    """Offer a section. Call it from `apps.py`."""
    _sections[section.name] = section


def sections_for(request: HttpRequest) -> list[tuple[Section, list[Row]]]:
    """The sections of this reader that have rows, or something kind to say when they have none."""
    offered = sorted(_sections.values(), key=lambda section: section.order)
    filled = [(section, section.rows(request)) for section in offered if section.shown_to(request)]
    return [(section, rows) for section, rows in filled if rows or section.empty]
