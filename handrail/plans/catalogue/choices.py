"""What the choice aid asks, read once from choices.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from handrail.kit.pairs import Pair
from handrail.plans.catalogue import told_in
from handrail.plans.catalogue.preparing import Prompt

ALONGSIDE = ("want-to-know", "look-again")
"""Prompts whose answers stand beside the options: what one still wants to know, and when one looks again."""


@dataclass(frozen=True)
class Aid:
    """The choice aid: what it is for, and its prompts by id."""

    name: Pair
    what: Pair
    prompts: Mapping[str, Prompt]


@cache
def aid() -> Aid:
    """All of it."""
    told = told_in("choices")
    return Aid(Pair.of(told["name"]), Pair.of(told["what"]), {row["id"]: Prompt.of(row) for row in told["prompt"]})
