"""The crisis lines that come with Handrail: where an agency begins. What it says itself stands over them (`CrisisLine`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from handrail.crisis.pairs import HERE
from handrail.kit.pairs import Pair
from handrail.kit.told import told_in


@dataclass(frozen=True)
class ShippedLine:
    """A line: what it is for, how it is reached, and how far it was checked."""

    id: str
    name: Pair
    what_for: Pair
    call: str
    press: str
    text: str
    text_word: str
    chat: bool
    chat_at: str
    reviewed_on: date
    review_by: date
    source: str
    checked: bool
    """Read at the source of whoever runs the line. What others wrote about it does not count."""


@cache
def shipped_lines() -> dict[str, ShippedLine]:
    """The lines by their name, in the order of the file."""
    return {one["id"]: _line(one) for one in told_in(HERE / "lines.toml")["line"]}


def _line(told: dict[str, Any]) -> ShippedLine:
    return ShippedLine(
        id=told["id"],
        name=Pair.of(told["name"]),
        what_for=Pair.of(told["what_for"]),
        call=told["call"],
        press=told["press"],
        text=told["text"],
        text_word=told["text_word"],
        chat=told["chat"],
        chat_at=told.get("chat_at", ""),
        reviewed_on=told["reviewed_on"],
        review_by=told["review_by"],
        source=told["source"],
        checked=told["status"] == "read" and not told["secondary"],
    )
