"""Two versions of a paper held against each other, in words: what is new, what changed, what is no longer there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handrail.kit.pairs import Pair
from handrail.plans.papers import Entry, Section


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


def lines_under(entry: Entry) -> list[str]:
    """Everything that stands under it, in the reader's language."""
    return [str(one) for one in (*entry.facts, *entry.items, *([entry.phone] if entry.phone else []))]
