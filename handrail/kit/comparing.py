"""Two texts held against each other, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

WORD = re.compile(r"[^\s.,;:!?…]+[^\S\n]*|[.,;:!?…]+[^\S\n]*|\n|[^\S\n]+")
"""A word or its punctuation with the space behind it, or a line's end."""
MOST_WORDS = 3000
"""Longer texts are told as a whole: the one before, the one now."""


@dataclass(frozen=True)
class Run:
    """Some words that stayed (""), are new ("added") or no longer there ("gone")."""

    kind: str
    text: str


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
