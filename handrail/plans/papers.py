"""What of a person's plans can be frozen, signed, compared and printed. Each app says it for its own in its `apps.py`.

A paper is told in sections of short entries, and in that shape it is kept in a version: so any two versions can be compared, and a
version of ten years ago can still be printed, whatever the pages look like by then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from handrail.accounts.models import Program
from handrail.kit.pairs import Pair
from handrail.people.models import Person


@dataclass(frozen=True)
class Entry:
    """One thing a paper says. `key` stays the same however often its words change; `facts` are short lines under it."""

    key: str
    text: str
    facts: Sequence[str] = ()
    phone: str = ""


@dataclass(frozen=True)
class Section:
    """A part of a paper under its heading, in both languages. `card` when it also stands on the card one carries along."""

    id: str
    title: Pair
    entries: Sequence[Entry]
    card: bool = False
    shape: str = "words"
    """words, list (one short thing a line), people, places, goals"""

    def told(self) -> dict[str, Any]:
        """As a version keeps it."""
        return asdict(self)

    @classmethod
    def of(cls, told: dict[str, Any]) -> Section:
        """As a version kept it."""
        entries = [Entry(**one) for one in told["entries"]]
        return cls(**{**told, "title": Pair.of(told["title"]), "entries": entries})


@dataclass(frozen=True)
class Kind:
    """A kind of paper. `about` is the key of the row it is of, where a person may have several in one program."""

    name: str
    title: Pair
    content: Callable[[Person, Program, UUID | None], list[Section]]
    page: Callable[[Person, Program, UUID | None], str]
    """The address of the page on which it is written."""
    before_it_is_signed: Pair
    """What stands loudly on it as long as nobody has signed it, or since it changed."""


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Let papers of this kind be frozen, signed, compared and printed."""
    _kinds[kind.name] = kind


def kind_of(name: str) -> Kind | None:
    """The kind of this name, if there is one."""
    return _kinds.get(name)
