"""Examples to begin from: tapped into a form that keeps what was typed into it. A form that asks for one is not saved."""

from typing import Any

from django.http import QueryDict

from handrail.plans.catalogue.measures import measure_areas, measure_examples
from handrail.plans.catalogue.strengths import skill_areas
from handrail.plans.models import Goal

EXAMPLE = "example"
"""The name of the buttons, and of what an address may carry."""


def measure_for(key: str) -> dict[str, Any] | None:
    """The measure of an example, as the fields of a goal's form have it."""
    example = measure_examples().get(key)
    if example is None:
        return None
    number = example.kind == "number"
    return {
        "measure": example.kind,
        "know": str(example.know),
        "from_value": example.begin if number else None,
        "to_value": example.aim if number else None,
        "unit": str(example.unit) if number and example.unit else "",
        "scale": [str(step) for step in example.steps],
    }


def measures_offered(goal: Goal | None = None) -> list[Any]:
    """The areas with their examples; those that fit the goal's part of life first."""
    area = goal.area if goal else ""
    return sorted(measure_areas(), key=lambda one: bool(area) and area not in one.fits)


def strength_for(key: str, typed: str) -> dict[str, str] | None:
    """A strength of the catalogue, as its form has it. What was typed before stays, unless it was another example."""
    area, _slash, number = key.partition("/")
    of_area = skill_areas().get(area)
    if of_area is None or not number.isdecimal() or int(number) >= len(of_area.examples):
        return None
    text = str(of_area.examples[int(number)])
    every = {str(example) for one in skill_areas().values() for example in one.examples}
    kept = "" if typed.strip() in every | {""} else f"{typed.rstrip()}\n"
    return {"area": area, "text": f"{kept}{text}"}


def ids_of(key: str) -> str:
    """Ids of its own for a form that an example was put into.

    Where what is swapped in has the ids of what was there, htmx carries attributes over, and a radio button comes unchecked.
    """
    return f"id_{key.replace('/', '_')}_%s"


def as_typed(data: QueryDict) -> dict[str, Any]:
    """What a form was sent with, to be shown again as it was, with nothing said to be wrong."""
    several = {"for_what"}
    return {name: data.getlist(name) if name in several else data.get(name) for name in data if name != EXAMPLE}
