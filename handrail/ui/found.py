"""What else the words of the search field find, besides people. Apps offer it in `apps.py`; the page does not know them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from django.utils.functional import Promise

MOST = 5
FEWEST_LETTERS = 3
"""Fewer letters begin a word of nearly everything."""


@dataclass(frozen=True)
class Found:
    """One thing: what it is called, and what there is to say of it in a line. It has a page, or all of it is said here (`text`).

    `person` is the key of whose it is, where it is somebody's.
    """

    words: str
    why: str = ""
    url: str = ""
    text: str = ""
    language: str = ""
    person: UUID | None = None


@dataclass(frozen=True)
class Shelf:
    """Where something can be found, under a heading. `look` gives everything that the words mean, the likeliest first."""

    name: str
    heading: str | Promise
    icon: str
    order: int
    look: Callable[[HttpRequest, str], Sequence[Found]]


@dataclass(frozen=True)
class Looked:
    """A shelf as a page shows it: the first few, and whether there are more."""

    shelf: Shelf
    found: Sequence[Found]
    more: bool


_shelves: dict[str, Shelf] = {}


def register(shelf: Shelf) -> None:
    """Offer a shelf. Call it from `apps.py`."""
    _shelves[shelf.name] = shelf


def looked_for(request: HttpRequest, words: str) -> list[Looked]:
    """What these words find, shelf by shelf; shelves on which there is nothing are left out."""
    if sum(letter.isalpha() for letter in words) < FEWEST_LETTERS:
        return []
    every = [(shelf, shelf.look(request, words)) for shelf in sorted(_shelves.values(), key=lambda shelf: shelf.order)]
    return [Looked(shelf, found[:MOST], len(found) > MOST) for shelf, found in every if found]
