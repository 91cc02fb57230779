"""What preparation sheets ask, read once from preparing.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from handrail.kit.pairs import Pair
from handrail.plans.catalogue import told_in


@dataclass(frozen=True)
class Prompt:
    """A question of a sheet, and short ways to begin an answer. A list has one short thing a line, which can be ticked."""

    id: str
    title: Pair
    ask: Pair
    examples: tuple[Pair, ...] = ()
    is_list: bool = False

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> "Prompt":
        """As the file tells it; what is asked afterwards has no title but its question."""
        ask = Pair.of(told["ask"])
        title = Pair.of(told["title"]) if "title" in told else ask
        examples = tuple(Pair.of(one) for one in told.get("examples", ()))
        return cls(told["id"], title, ask, examples, told.get("kind") == "list")


@dataclass(frozen=True)
class Sheet:
    """A kind of sheet: what it is for, and its prompts in their order."""

    id: str
    name: Pair
    what: Pair
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True)
class Preparing:
    """Every sheet by its id, and what is asked of each when it is over."""

    sheets: Mapping[str, Sheet]
    after: tuple[Prompt, ...]

    def prompt_of(self, occasion: str, id: str) -> Prompt | None:
        """One question of a sheet, before or after it."""
        return next((one for one in (*self.sheets[occasion].prompts, *self.after) if one.id == id), None)


@cache
def preparing() -> Preparing:
    """All of it."""
    told = told_in("preparing")
    sheets = [
        Sheet(one["id"], Pair.of(one["name"]), Pair.of(one["what"]), tuple(Prompt.of(row) for row in one["prompt"]))
        for one in told["sheet"]
    ]
    return Preparing({one.id: one for one in sheets}, tuple(Prompt.of(row) for row in told["after"]))
