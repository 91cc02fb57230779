"""Help to find how one will know: examples by the parts of a life in recovery."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from handrail.kit.pairs import Pair
from handrail.plans.catalogue import told_in


@dataclass(frozen=True)
class MeasureExample:
    """How somebody could know: in words, and as a measure of a goal."""

    id: str
    goal: Pair
    know: Pair
    kind: str
    begin: int
    aim: int
    unit: Pair | None
    steps: tuple[Pair, ...]


@dataclass(frozen=True)
class MeasureArea:
    """A part of life, a question that helps to find a measure, and examples. `fits` names the life areas of goals it goes with."""

    id: str
    name: Pair
    what: Pair
    ask: Pair
    fits: tuple[str, ...]
    examples: tuple[MeasureExample, ...]


@cache
def measure_areas() -> tuple[MeasureArea, ...]:
    """Every area, in the order of the file."""
    return tuple(
        MeasureArea(
            id=one["id"],
            name=Pair.of(one["name"]),
            what=Pair.of(one["what"]),
            ask=Pair.of(one["ask"]),
            fits=tuple(one["fits"]),
            examples=tuple(_example(example) for example in one["example"]),
        )
        for one in told_in("measures")["area"]
    )


@cache
def measure_examples() -> dict[str, MeasureExample]:
    """Every example by its id."""
    return {example.id: example for area in measure_areas() for example in area.examples}


def _example(told: dict[str, Any]) -> MeasureExample:
    return MeasureExample(
        id=told["id"],
        goal=Pair.of(told["goal"]),
        know=Pair.of(told["know"]),
        kind=told["kind"],
        begin=told["from"],
        aim=told["to"],
        unit=Pair.of(told["unit"]) if "unit" in told else None,
        steps=tuple(Pair.of(step) for step in told.get("steps", [])),
    )
