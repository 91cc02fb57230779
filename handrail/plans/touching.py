"""What of a plan a contact can touch in one tap: a tool that was used, a strength that showed, a sheet, a plan for a hard time.

Each app says it for its own nouns in its `apps.py`.

While a note is written it holds keys only, and reads the words as they are now. When it is signed the words are taken over for
good, and whatever was touched hears of it, so that nobody types it again. Goals and steps have rows of their own
(`contacts.GoalTouched`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise

from handrail.accounts.models import Staff


@dataclass(frozen=True)
class Touchable:
    """One thing that can be touched: its key, its words as they read now, and whose it is. Nobody's is everybody's."""

    key: str
    words: str
    person_id: UUID | None = None
    program_id: UUID | None = None

    def is_for(self, person: UUID, program: UUID) -> bool:
        """Whether it is offered to this person in this program."""
        return self.person_id is None or (self.person_id, self.program_id) == (person, program)


@dataclass(frozen=True)
class Said:
    """That something was touched, as a note tells it that is being signed. `part` is the key of the part (`said_in`)."""

    key: str
    person_id: UUID
    program_id: UUID
    part: UUID


@dataclass(frozen=True)
class Kind:
    """A kind of thing that can be touched."""

    name: str
    """How rows name it: the noun's model name is a good choice."""
    asks: str | Promise
    """What stands over the choices while a note is written: `Used a tool together`."""
    tells: str | Promise
    """What stands over those that were chosen, in the note: `Tools used`."""
    there: Callable[[list[UUID], list[UUID]], Iterable[Touchable]]
    """What there is to touch, of these people in these programs; asked once for all."""
    words: Callable[[list[str]], dict[str, str]]
    """The words of these keys as they read now, also of what is no longer there."""
    happened: Callable[[Said, Staff, datetime], object]
    """A note that touched it is signed: write it down where it belongs. It may refuse; the note tells it all the same."""
    folded: bool = False
    """Shown only when asked for, because there is a lot to choose from."""


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Let contacts touch things of this kind."""
    _kinds[kind.name] = kind


def kinds() -> list[Kind]:
    """Every kind, in the order of registering."""
    return list(_kinds.values())


def kind_of(name: str) -> Kind | None:
    """The kind of this name, if there still is one."""
    return _kinds.get(name)
