"""What comes with Handrail to choose from, in words of its own and in two languages: read once from the files beside this one."""

from functools import cache
from pathlib import Path
from typing import Any

from handrail.kit import told


@cache
def told_in(name: str) -> dict[str, Any]:
    """What the file of this name tells."""
    return told.told_in(Path(__file__).parent / f"{name}.toml")
