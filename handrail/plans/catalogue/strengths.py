"""Skill areas a strength may be of, with examples to begin from."""

from dataclasses import dataclass
from functools import cache

from handrail.kit.pairs import Pair
from handrail.plans.catalogue import told_in


@dataclass(frozen=True)
class SkillArea:
    """A skill area in plain words; a question that helps to find a strength of it; and some that others found."""

    id: str
    name: Pair
    what: Pair
    ask: Pair
    examples: tuple[Pair, ...]


@cache
def skill_areas() -> dict[str, SkillArea]:
    """Every area by its id, in the order of the file."""
    areas = [
        SkillArea(
            id=one["id"],
            name=Pair.of(one["name"]),
            what=Pair.of(one["what"]),
            ask=Pair.of(one["ask"]),
            examples=tuple(Pair.of(example) for example in one["examples"]),
        )
        for one in told_in("strengths")["area"]
    ]
    return {one.id: one for one in areas}


@cache
def more_questions() -> dict[str, Pair]:
    """Questions that help a strength to be seen, by id."""
    return {one["id"]: Pair.of(one["ask"]) for one in told_in("strengths")["more"]}
