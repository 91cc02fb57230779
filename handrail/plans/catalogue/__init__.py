"""What comes with Handrail to choose from, in words of its own and in two languages: read once from the files beside this one."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def told_in(name: str) -> dict[str, Any]:
    """What the file of this name tells."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))
