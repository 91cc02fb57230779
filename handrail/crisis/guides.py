"""The three plans as they are asked: which parts there are, and what helps to begin each. Data shipped with the code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handrail.crisis.pairs import HERE, pairs_of
from handrail.kit.pairs import Pair
from handrail.kit.told import told_in


class Shape(StrEnum):
    """What a part is filled with: running words, one short thing a line, people, places."""

    WORDS = "words"
    LIST = "list"
    PEOPLE = "people"
    PLACES = "places"


VOICES: dict[str, str | Promise] = {
    "child": _("The child's own words"),
    "parents": _("What we grown-ups say"),
    "family": _("All of us together"),
}
"""Who speaks in a part of a family's plan."""

NOT_TO_CALL = "people-not-to-call"
COPIES = "copies-to"
FIRST_FEW = 3
"""So many parts that matter most in a crisis are asked first, and whom to call."""


@dataclass(frozen=True)
class Asked:
    """One part of a plan: its heading, what is asked, examples to begin with, and where else it is shown."""

    id: str
    shape: Shape
    title: Pair
    ask: Pair
    examples: tuple[Pair, ...] = ()
    voice: str = ""
    in_crisis: int = 0
    card: bool = False

    @property
    def is_written(self) -> bool:
        """Filled with words, not with people or places."""
        return self.shape in (Shape.WORDS, Shape.LIST)

    @property
    def is_not_to_call(self) -> bool:
        """Those named here are not to be called: no number of theirs may be pressed."""
        return self.id == NOT_TO_CALL


@dataclass(frozen=True)
class Guide:
    """A kind of plan: crisis, family, relapse."""

    id: str
    name: Pair
    what: Pair
    parts: tuple[Asked, ...]

    def part(self, part_id: str) -> Asked | None:
        """The part of this name, if there is one."""
        return next((part for part in self.parts if part.id == part_id), None)

    @property
    def in_a_crisis(self) -> list[Asked]:
        """What is read in a crisis, the most needed first."""
        return sorted((part for part in self.parts if part.in_crisis), key=lambda part: part.in_crisis)

    @property
    def first_parts(self) -> list[Asked]:
        """What is asked when a plan is begun: what helps most, and whom to call."""
        first = self.in_a_crisis[:FIRST_FEW]
        if any(part.shape == Shape.PEOPLE for part in first):
            return first
        return [*first, *[part for part in self.in_a_crisis if part.shape == Shape.PEOPLE][:1]]

    @property
    def on_the_card(self) -> list[Asked]:
        """What stands on the card one carries along."""
        return [part for part in self.parts if part.card]

    @property
    def by_voice(self) -> list[tuple[str | Promise, list[Asked]]]:
        """The parts in their order, together with whoever speaks in them."""
        return [(VOICES.get(voice, ""), list(parts)) for voice, parts in groupby(self.parts, key=lambda part: part.voice)]


ORDER = ("crisis", "family", "relapse")


@cache
def guides() -> dict[str, Guide]:
    """The kinds of plans there are, by name."""
    return {name: _guide(told_in(HERE / "plans" / f"{name}.toml")) for name in ORDER}


def _guide(told: dict[str, Any]) -> Guide:
    parts = tuple(_asked(one) for one in told["section"])
    return Guide(told["id"], Pair.of(told["name"]), Pair.of(told["what"]), parts)


def _asked(told: dict[str, Any]) -> Asked:
    return Asked(
        id=told["id"],
        shape=Shape(told["kind"]),
        title=Pair.of(told["title"]),
        ask=Pair.of(told["ask"]),
        examples=pairs_of(told.get("examples", [])),
        voice=told.get("voice", ""),
        in_crisis=told.get("in_crisis", 0),
        card=told["card"],
    )
