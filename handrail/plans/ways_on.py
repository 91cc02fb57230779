"""Ways from My plan to other plans of the person in the same program. Apps above offer theirs in their `apps.py`."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from handrail.accounts.models import Program
from handrail.people.models import Person


@dataclass(frozen=True)
class Way:
    """What the link says, and where it leads."""

    words: str | Promise
    address: Callable[[Person, Program], str]


_ways: dict[str, Way] = {}


def register(name: str, way: Way) -> None:
    """Offer a way on."""
    _ways[name] = way


def ways_from(person: Person, program: Program) -> list[tuple[Way, str]]:
    """Every way with its address, in the order of registering."""
    return [(way, way.address(person, program)) for way in _ways.values()]
