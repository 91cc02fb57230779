"""What of a person's plans can be frozen, signed, compared and printed. Each app says it for its own in its `apps.py`.

A paper is told in sections of short entries, and in that shape it is kept in a version: so any two versions can be compared, and a
version of ten years ago can still be printed, whatever the pages look like by then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from json import dumps
from typing import Any
from uuid import UUID

from django.utils import translation

from handrail.accounts.models import Program
from handrail.kit.pairs import Pair
from handrail.people.models import Person

LANGUAGES = ("en", "es")
"""What a paper can be printed in. It is told the same whoever asks, or it would seem to change with its reader."""


def in_both(words: Callable[[], str]) -> Pair:
    """The same words said in each language, as a day is: `in_both(lambda: date_format(day))`."""
    said = []
    for language in LANGUAGES:
        with translation.override(language):
            said.append(str(words()))
    return Pair(*said)


@dataclass(frozen=True)
class Entry:
    """One thing a paper says. `key` stays the same however often its words change.

    `facts` are short lines under it: ours as a Pair, theirs as they said them. `items` are things of their own, such as the
    steps of a goal.
    """

    key: str
    text: str
    facts: Sequence[str | Pair] = ()
    phone: str = ""
    items: Sequence[str] = ()
    about: Pair | None = None
    """What it is about, where that is asked in our words, as in a list of things to say yes or no to; then `text` is empty."""

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Entry:
        """As a version kept it."""
        facts = tuple(Pair.of(one) if isinstance(one, dict) else one for one in told["facts"])
        about = Pair.of(told["about"]) if told.get("about") else None
        return cls(**{**told, "facts": facts, "items": tuple(told.get("items", ())), "about": about})

    @property
    def title(self) -> str | Pair:
        """What it is about, in our words or in theirs."""
        return self.about or self.text

    @property
    def said(self) -> list[Any]:
        """All that it says, to be held against what it said before."""
        facts = [one.en if isinstance(one, Pair) else one for one in self.facts]
        return [self.key, self.text, facts, self.phone, list(self.items), *([self.about.en] if self.about else [])]


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
        entries = tuple(Entry.of(one) for one in told["entries"])
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
    clock: tuple[str, str] | None = None
    """The rules of the state (`scope`) that say within how many days it is first signed, and after how many looked at again."""


@dataclass(frozen=True)
class Paper:
    """A paper of somebody: of which kind, in which program, and of what where there may be several.

    `content` of a kind with several gives nothing for a row that is not this person's, in this program: then it is not there.
    """

    kind: Kind
    person: Person
    program: Program
    about: UUID | None = None

    def sections(self) -> list[Section]:
        """What it says now. Empty sections are left out."""
        with translation.override(LANGUAGES[0]):
            said = self.kind.content(self.person, self.program, self.about)
        return [section for section in said if section.entries]

    @property
    def place(self) -> dict[str, Any]:
        """By what the rows about it are found."""
        return {"kind": self.kind.name, "person": self.person.pk, "program": self.program.pk, "about": self.about}

    @property
    def address(self) -> list[Any]:
        """What stands in the address of its pages."""
        return [self.kind.name, self.person.pk, self.program.pk, *([self.about] if self.about else [])]


def mark_of(sections: Sequence[Section]) -> str:
    """The same for two papers that say the same, whatever stands above it."""
    said = [[section.id, [entry.said for entry in section.entries]] for section in sections]
    return sha256(dumps(said).encode()).hexdigest()[:32]


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Let papers of this kind be frozen, signed, compared and printed."""
    _kinds[kind.name] = kind


def kind_of(name: str) -> Kind | None:
    """The kind of this name, if there is one."""
    return _kinds.get(name)
