"""Signs that no font of ours has. They are printed as [U+1F9FF] and said: nothing is lost without a word."""

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

COVERED = Path(__file__).parent / "fonts" / "covered.txt"
"""The signs of all our fonts, as ranges of hexadecimal numbers. `python -m handrail.paper.gather` writes it."""

UNSEEN = re.compile(
    "[\u034f\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Signs that have no shape and only steer others: direction marks and the like. On paper each text has its own direction."""
KEPT = "\n\t\u200c\u200d\ufe0e\ufe0f\u00ad"
"""Without a shape too, but they decide how their neighbours look."""
LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
LONG = re.compile(r"\S{40,}")
"""Longer than any line of large print: it would run out of the page, and nobody could read the rest."""
STRETCH = 16
MAY_BREAK = "\u200b"


@cache
def covered() -> frozenset[int]:
    """Every sign that one of the fonts has."""
    signs: set[int] = set()
    for line in COVERED.read_text().split():
        first, _dash, last = line.partition("-")
        signs.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(signs)


class Signs:
    """Goes over the texts of a document, and remembers which signs it could not let through."""

    def __init__(self) -> None:
        self.unknown: dict[str, None] = {}

    def of(self, told: Any) -> Any:
        """The same data, each text in it printable."""
        if isinstance(told, str):
            return self.printable(told)
        if isinstance(told, list):
            return [self.of(one) for one in told]
        return {name: self.of(one) for name, one in told.items()} if isinstance(told, dict) else told

    def printable(self, text: str) -> str:
        """A text that can be printed to its last sign."""
        text = UNSEEN.sub("", LINE_ENDS.sub("\n", text)).expandtabs(4)
        return LONG.sub(_may_break, "".join(sign if _has_shape(sign) else self._named(sign) for sign in text))

    def _named(self, sign: str) -> str:
        name = f"[U+{ord(sign):04X}]"
        self.unknown[name] = None
        return name


def _has_shape(sign: str) -> bool:
    """Whether one of the fonts draws it, or it needs no drawing. Control signs are in fonts too, and draw nothing."""
    return sign in KEPT or (ord(sign) in covered() and unicodedata.category(sign) != "Cc")


def _may_break(long: re.Match[str]) -> str:
    """A stretch without a space may go on in the next line, but not within a letter and its marks."""
    broken, since = [], 0
    for before, sign in zip(" " + long[0], long[0], strict=False):
        if since >= STRETCH and unicodedata.category(sign) in ("Lu", "Ll", "Lo", "Nd", "Po", "Pd", "Pc") and before not in KEPT:
            broken.append(MAY_BREAK)
            since = 0
        broken.append(sign)
        since += 1
    return "".join(broken)
