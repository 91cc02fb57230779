"""Reading the data files that are shipped with the code."""

import tomllib
from pathlib import Path
from typing import Any


def told_in(path: Path) -> dict[str, Any]:
    """What a file tells."""
    return tomllib.loads(path.read_text(encoding="utf-8"))
