"""What narrows the library in one tap: when a piece helps, for whom it is. Each keeps what else was chosen."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handrail.learning.catalogue import audiences, phases, topics
from handrail.learning.queries import Wanted


@dataclass(frozen=True)
class Chip:
    """One of a row: its words, where it leads, and whether it is chosen. Tapped again, it is chosen no more."""

    words: str
    address: str
    chosen: bool


def chips_of(wanted: Wanted) -> list[tuple[str | Promise, list[Chip]]]:
    """The rows of chips, each with what it asks; the topic too, once one is chosen."""
    chosen = {key: shelf for key, shelf in topics().items() if key == wanted.topic}
    rows = (
        ("topic", _("About what"), chosen),
        ("phase", _("When it helps"), phases()),
        ("audience", _("For whom"), audiences()),
    )
    every = [(asks, [_chip(wanted, name, key, str(shelf)) for key, shelf in some.items()]) for name, asks, some in rows]
    return [(asks, row) for asks, row in every if row]


def _chip(wanted: Wanted, name: str, key: str, words: str) -> Chip:
    chosen = getattr(wanted, name) == key
    return Chip(words, wanted.address(**{name: "" if chosen else key}), chosen)
