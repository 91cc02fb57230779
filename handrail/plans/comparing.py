"""Two versions of a paper held against each other, in words: what is new, what changed, what is no longer there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from handrail.kit.pairs import Pair
from handrail.plans.papers import Entry, Section

WORD = re.compile(r"[^\s.,;:!?…]+[^\S\n]*|[.,;:!?…]+[^\S\n]*|\n|[^\S\n]+")
"""A word or its punctuation with the space behind it, or a line's end."""
MOST_WORDS = 3000
"""Longer texts are told as a whole: the one before, the one now."""


@dataclass(frozen=True)
class Run:
    """Some words that stayed (""), are new ("added") or no longer there ("gone")."""

    kind: str
    text: str


@dataclass(frozen=True)
class Line:
    """A short line under something: stayed, new or gone."""

    kind: str
    text: str


@dataclass(frozen=True)
class Change:
    """One thing that reads otherwise now."""

    was: Entry
    now: Entry

    @property
    def runs(self) -> list[Run]:
        """Its text, word by word."""
        return runs_of(self.was.text, self.now.text)

    @property
    def lines(self) -> list[Line]:
        """The lines under it that are new or gone."""
        before, after = lines_under(self.was), lines_under(self.now)
        gone = [Line("gone", one) for one in before if one not in after]
        return [*gone, *(Line("added", one) for one in after if one not in before)]

    @property
    def moved(self) -> bool:
        """The same lines in another order."""
        return not self.lines and self.was.text == self.now.text


@dataclass(frozen=True)
class Compared:
    """A section: what is new in it, what changed, what is no longer there."""

    title: Pair
    added: Sequence[Entry]
    changed: Sequence[Change]
    gone: Sequence[Entry]
    moved: bool


def compare(before: Sequence[Section], after: Sequence[Section]) -> list[Compared]:
    """The sections that differ, in the order they have now; those that are gone come last."""
    old, new = ({section.id: section for section in sections} for sections in (before, after))
    order = [*new, *(name for name in old if name not in new)]
    found = [_compare(old.get(name), new.get(name)) for name in order]
    return [one for one in found if one.added or one.changed or one.gone or one.moved]


def _compare(old: Section | None, new: Section | None) -> Compared:
    before = {entry.key: entry for entry in old.entries} if old else {}
    after = {entry.key: entry for entry in new.entries} if new else {}
    stayed = [key for key in after if key in before]
    section = new or old
    assert section is not None
    return Compared(
        title=section.title,
        added=[entry for key, entry in after.items() if key not in before],
        changed=[Change(before[key], after[key]) for key in stayed if before[key].said != after[key].said],
        gone=[entry for key, entry in before.items() if key not in after],
        moved=stayed != [key for key in before if key in after],
    )


def runs_of(was: str, now: str) -> list[Run]:
    """Two texts as one, each word once where both have it."""
    before, after = WORD.findall(was), WORD.findall(now)
    if was == now:
        return [Run("", now)]
    if len(before) + len(after) > MOST_WORDS:
        return [Run("gone", was), Run("added", now)]
    return [run for run in _steps(before, after) if run.text]


def _steps(before: list[str], after: list[str]) -> Iterator[Run]:
    was, now = ([word.strip() or word for word in words] for words in (before, after))
    for step, from_was, to_was, from_now, to_now in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if step == "equal":
            yield Run("", "".join(after[from_now:to_now]))
            continue
        yield Run("gone", "".join(before[from_was:to_was]))
        yield Run("added", "".join(after[from_now:to_now]))


def lines_under(entry: Entry) -> list[str]:
    """Everything that stands under it, in the reader's language."""
    return [str(one) for one in (*entry.facts, *entry.items, *([entry.phone] if entry.phone else []))]
