"""Reads the starter library once: its shelves, its pieces, its curricula. What does not fit together is a bug, told by its name."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from handrail.kit.pairs import Pair
from handrail.kit.told import told_in
from handrail.learning.nouns import ENGLISH, SPANISH, Piece, Shelf, ShippedCurriculum, Stretch, Text

FOLDER = Path(__file__).parent / "library"
WRAPPED = re.compile(r"(?<!\n)\n(?!\n|- |> |#|\d+\. )\s*")
"""A line's end that is only there for whoever reads the file."""


class DoesNotFit(ValueError):
    """A file of the library names something that is not there, or misses something."""


@cache
def _shelves(kind: str) -> dict[str, Shelf]:
    rows = told_in(FOLDER / "catalogue.toml")[kind]
    return {row["key"]: Shelf(row["key"], Pair.of(row["name"]), row.get("icon", "")) for row in rows}


def topics() -> dict[str, Shelf]:
    """What pieces are about, in the order of the library."""
    return _shelves("topic")


def phases() -> dict[str, Shelf]:
    """The four phases of recovery."""
    return _shelves("phase")


def audiences() -> dict[str, Shelf]:
    """Whom a piece speaks to."""
    return _shelves("audience")


@cache
def shipped() -> dict[str, Piece]:
    """Every piece that comes with Handrail, by its key, in the order of topics."""
    found: dict[str, Piece] = {}
    for row in told_in(FOLDER / "pieces.toml")["piece"]:
        if row["slug"] in found:
            raise DoesNotFit(f"{row['slug']} stands there twice")
        found[row["slug"]] = _piece_of(row)
    places = list(topics())
    if [piece.key for piece in sorted(found.values(), key=lambda one: places.index(one.topic))] != list(found):
        raise DoesNotFit("the pieces do not stand in the order of their topics")
    return found


def _piece_of(row: dict[str, Any]) -> Piece:
    _known(row["slug"], [row["topic"]], topics())
    _known(row["slug"], row["phases"], phases())
    _known(row["slug"], row["audiences"], audiences())
    _known(row["slug"], [row["source"]], _shelves("source"))
    source = _shelves("source")[row["source"]].name
    texts = {language: _text_of(row["slug"], language, source) for language in (ENGLISH, SPANISH)}
    return Piece(row["slug"], row["topic"], tuple(row["phases"]), tuple(row["audiences"]), texts)


def _text_of(slug: str, language: str, source: Pair) -> Text:
    """Its first line is the title, its first paragraph the summary."""
    written = (FOLDER / language / f"{slug}.md").read_text(encoding="utf-8")
    title, summary, body = written.strip().split("\n\n", 2)
    if not title.startswith("# "):
        raise DoesNotFit(f"{language}/{slug} has no title")
    flowing = WRAPPED.sub(" ", body)
    return Text(language, title.removeprefix("# "), " ".join(summary.split()), flowing, source.told_in(language))


@cache
def shipped_curricula() -> dict[str, ShippedCurriculum]:
    """Every curriculum that comes with Handrail, by its key."""
    found = {row["slug"]: _curriculum_of(row) for row in told_in(FOLDER / "curricula.toml")["curriculum"]}
    if set(found) & set(shipped()):
        raise DoesNotFit("a curriculum has the key of a piece")
    return found


def _curriculum_of(row: dict[str, Any]) -> ShippedCurriculum:
    stretches = tuple(Stretch(part["phase"], tuple(part["pieces"])) for part in row["part"])
    _known(row["slug"], row["audiences"], audiences())
    for stretch in stretches:
        _known(row["slug"], [stretch.phase], phases())
        _known(row["slug"], stretch.pieces, shipped())
    return ShippedCurriculum(row["slug"], Pair.of(row["title"]), Pair.of(row["about"]), tuple(row["audiences"]), stretches)


def _known(name: str, named: Iterable[str], there: Iterable[str]) -> None:
    unknown = set(named) - set(there)
    if unknown or not named:
        raise DoesNotFit(f"{name} names {', '.join(sorted(unknown)) or 'nothing'}")
