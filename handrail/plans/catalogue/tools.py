"""A library of wellness tools to try."""

from dataclasses import dataclass
from functools import cache

from handrail.kit.pairs import Pair
from handrail.plans.catalogue import told_in


@dataclass(frozen=True)
class LibraryTool:
    """A tool of the library: what it is called, how it is done, what for, and about how long it takes."""

    id: str
    name: Pair
    how: Pair
    for_what: tuple[str, ...]
    minutes: int


@cache
def library() -> dict[str, LibraryTool]:
    """Every tool by its id, in the order of the file."""
    tools = [
        LibraryTool(
            id=one["id"],
            name=Pair.of(one["name"]),
            how=Pair.of(one["how"]),
            for_what=tuple(one["for"]),
            minutes=one["minutes"],
        )
        for one in told_in("tools")["tool"]
    ]
    return {one.id: one for one in tools}
