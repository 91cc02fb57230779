"""Two pages that lie open on the same thing: each changes what was changed on it, and nothing else.

A page carries a mark of every fact it was opened with. What comes back as its mark says was not changed there. What was changed
both here and elsewhere is not decided by whoever comes last: it is shown with both.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.utils import timezone


@dataclass(frozen=True)
class Merged:
    """What to change, the names of what was changed on both sides, and the marks the page goes on with."""

    take: dict[str, Any] = field(default_factory=dict)
    both: list[str] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)


def merge(typed: Mapping[str, Any], opened: Mapping[str, str], kept: Mapping[str, Any], knows: bool = False) -> Merged:
    """Hold what was typed against what is kept. A page that `knows` has seen all that is kept: whatever differs was typed on it."""
    merged = Merged()
    for name, value in typed.items():
        mine, now = mark_of(value), mark_of(kept[name])
        begun = opened.get(name, "")
        untouched = not knows and mine == begun
        if mine == now or untouched:
            merged.marks[name] = mine
        elif knows or begun == now:
            merged.take[name], merged.marks[name] = value, mine
        else:
            merged.both.append(name)
            merged.marks[name] = begun
    return merged


def mark_of(value: object) -> str:
    """A short mark of a value, the same whenever a page would show the same."""
    return sha256(json.dumps(_plain(value)).encode()).hexdigest()[:12]


def _plain(value: Any) -> Any:
    match value:
        case datetime():
            # A form shows a moment as the clock on the wall does, to the minute.
            return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
        case Decimal():
            return str(value.normalize())
        case dict():
            return sorted((str(key), _plain(one)) for key, one in value.items())
        case set() | frozenset():
            return sorted(str(one) for one in value)
        case tuple() | list():
            return [_plain(one) for one in value]
        case bool() | int() | None:
            return value
    return str(value)


def write_marks(marks: Mapping[str, str]) -> str:
    """As a hidden field of a page carries them."""
    return " ".join(f"{name}:{mark}" for name, mark in marks.items())


def read_marks(said: str) -> dict[str, str]:
    """What a page sent; a page that sent nonsense knows nothing."""
    return dict(pair.split(":", 1) for pair in said.split() if ":" in pair)
