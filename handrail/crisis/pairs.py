"""Where the data files of this app lie, and the texts in them that come in two languages."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from handrail.kit.pairs import Pair

HERE = Path(__file__).parent / "catalogue"


def pairs_of(told: Iterable[Mapping[str, str]]) -> tuple[Pair, ...]:
    """Several texts, each in two languages."""
    return tuple(Pair.of(one) for one in told)
