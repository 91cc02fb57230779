"""The process that sets a document: JSON in, a line of JSON and a PDF out. See `printing.py`."""

import json
import os
import resource
import sys
from pathlib import Path
from typing import Any

import typst

from handrail.paper.signs import Signs

HERE = Path(__file__).parent
FAMILIES = "fonts/families.txt"
"""The order in which fonts are asked for a sign."""
MEMORY, SECONDS, THREADS = 4 * 1024 * 1024 * 1024, 20, "2"
"""Address room for the fonts and for what each thread sets aside; a document takes a small part of it."""


def set_document(told: dict[str, Any]) -> tuple[bytes, list[str]]:
    """The PDF, and the signs that no font has."""
    signs = Signs()
    said: str = told.pop("unprintable")
    clean = signs.of(told)
    unknown = list(signs.unknown)
    clean["note"] = said.replace("{signs}", ", ".join(unknown)) if unknown else ""
    families = (HERE / FAMILIES).read_text().splitlines()
    compiler = typst.Compiler(
        input=HERE / "designs" / f"{told['design']}.typ",
        root=HERE,
        font_paths=[HERE / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"told": json.dumps(clean), "families": json.dumps(families)},
    )
    pdf: Any = compiler.compile(format="pdf", pdf_standards=["ua-1"])
    return pdf, unknown


def main() -> None:
    """Once, for one document."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    os.environ["RAYON_NUM_THREADS"] = THREADS
    pdf, unknown = set_document(json.load(sys.stdin))
    sys.stdout.buffer.write(json.dumps({"unknown": unknown}).encode() + b"\n" + pdf)


if __name__ == "__main__":
    main()
