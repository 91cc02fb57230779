"""What two people can ask, try and look back on in a crisis. Data shipped with the code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from handrail.crisis.pairs import HERE
from handrail.kit.pairs import Pair
from handrail.kit.told import told_in


@dataclass(frozen=True)
class Option:
    """Something to try together. `on_the_phone`: also when the two are not in one place."""

    id: str
    words: Pair
    on_the_phone: bool


@dataclass(frozen=True)
class Prompts:
    """A heading with questions that may be answered, or not."""

    title: Pair
    prompts: tuple[Pair, ...]
    what: Pair | None = None


@dataclass(frozen=True)
class Options:
    """All of it. `always` is said whatever happens, to whoever is there; `to_the_peer` only to the peer."""

    always: Pair
    to_the_peer: Pair
    now: Prompts
    next: Prompts
    learned: Prompts
    title: Pair
    what: Pair
    to_try: tuple[Option, ...]


@cache
def options() -> Options:
    """As the file tells it."""
    told = told_in(HERE / "options.toml")
    tries = told["try"]
    return Options(
        always=Pair.of(told["always"]["words"]),
        to_the_peer=Pair.of(told["always"]["peer"]),
        now=_prompts(told["now"]),
        next=_prompts(told["next"]),
        learned=_prompts(told["learned"]),
        title=Pair.of(tries["title"]),
        what=Pair.of(tries["what"]),
        to_try=tuple(Option(one["id"], Pair.of(one["words"]), one["on_the_phone"]) for one in tries["option"]),
    )


def _prompts(told: dict[str, Any]) -> Prompts:
    what = Pair.of(told["what"]) if "what" in told else None
    return Prompts(Pair.of(told["title"]), tuple(Pair.of(one["ask"]) for one in told["prompt"]), what)
