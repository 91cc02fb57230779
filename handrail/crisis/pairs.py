"""Reading the catalogue files of this app."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from handrail.kit.pairs import Pair

HERE = Path(__file__).parent / "catalogue"


def told_in(path: Path) -> dict[str, Any]:
    """What a file says."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def pairs_of(told: Iterable[Mapping[str, str]]) -> tuple[Pair, ...]:
    """Several texts, each in two languages."""
    return tuple(Pair.of(one) for one in told)
