"""Names as they are compared: what a tired thumb types finds what somebody wrote with care."""

import re
import unicodedata

# Letters with a stroke and the like are letters of their own to Unicode; on most keyboards they are not.
BARE = str.maketrans({"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ħ": "h", "ı": "i", "þ": "th", "æ": "ae", "œ": "oe"})
WORD = re.compile(r"\w+")
BLANKS = {"Zs", "Cc", "Pd", "Pc"}
"""Blanks and hyphens part the words of a name. Apostrophes, dots and accents do not count."""


def plain(name: str) -> str:
    """`José  O’Neill-Łuk.` is `jose oneill luk`."""
    letters = unicodedata.normalize("NFKD", name.casefold()).translate(BARE)
    return " ".join("".join(_as_typed(letter) for letter in letters).split())


def _as_typed(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind in BLANKS:
        return " "
    return letter if kind[0] in "LN" and kind != "Lm" else ""


def without_names(text: str, *names: str) -> str:
    """The text with the words of these names left out, for a reader who may know what happened but not to whom."""
    hidden = {plain(word) for name in names for word in WORD.findall(name)}
    return WORD.sub(lambda word: "…" if plain(word[0]) in hidden else word[0], text)
