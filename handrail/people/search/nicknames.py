"""Short and pet names, from the list beside this file."""

from collections import defaultdict
from functools import cache
from pathlib import Path

LIST = Path(__file__).with_name("nicknames.txt")


def full_names(name: str) -> frozenset[str]:
    """The full names this one may stand for, itself among them: Bill may be William. Two names that share one can be one name."""
    return _known().get(name, frozenset())


@cache
def _known() -> dict[str, frozenset[str]]:
    """A few hundred lines, the same for everybody: read once."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for line in LIST.read_text(encoding="utf-8").splitlines():
        full, colon, short = line.partition(":")
        if colon and not line.startswith("#"):
            for name in (full, *short.split()):
                names[name].add(full)
    return {name: frozenset(full) for name, full in names.items()}
