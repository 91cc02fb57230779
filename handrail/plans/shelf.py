"""The library of wellness tools, as somebody chooses from it: by what for, without those they have."""

from collections.abc import Sequence
from dataclasses import dataclass

from handrail.accounts.models import Program
from handrail.people.models import Person
from handrail.plans import queries
from handrail.plans.catalogue.tools import LibraryTool, library
from handrail.plans.models import ForWhat


@dataclass(frozen=True)
class Shelf:
    """What is shown: tools, for what they were asked, and for what else there are some."""

    tools: list[LibraryTool]
    asked: str
    for_what: list[tuple[str, str]]


def shelf_of(person: Person, programs: Sequence[Program], asked: str) -> Shelf:
    """The library for one person. What they took already is left out, as long as it stands in each of these programs."""
    taken = [{tool.library for tool in queries.tools_there([person.pk], [program.pk])} for program in programs]
    everywhere = set.intersection(*taken) if taken else set()
    known = asked if asked in ForWhat.values else ""
    there = [tool for tool in library().values() if tool.id not in everywhere and (not known or known in tool.for_what)]
    return Shelf(there, known, [("", ""), *((one.value, str(one.label)) for one in ForWhat)])
