"""Names as they are compared: what a tired thumb types finds what somebody wrote with care."""

import re
import unicodedata

# Letters with a stroke and the like are letters of their own to Unicode; on most keyboards they are not.
BARE = str.maketrans({"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ħ": "h", "ı": "i", "þ": "th", "æ": "ae", "œ": "oe"})
WORD = re.compile(r"\w+")
BLANKS = {"Zs", "Cc", "Pd", "Pc"}
"""Blanks and hyphens part the words of a name. Apostrophes, dots and accents do not count."""

VOWELS = re.compile(r"[\u0900-\u109f\u1700-\u17ff\u1900-\u1aad\u1b00-\u1c4f\ua800-\uaaff\uabc0-\uabff\U00011000-\U00011fff]")
"""The scripts of India and South-East Asia: a mark there may be a vowel, and माना is another name than मीना."""
OF_VOWELS = {0, 84, 91, 103, 118, 129, 130, 132}
"""The combining classes of vowels; others (a dot below, a tone, a silenced vowel) are accents there as well."""


def plain(name: str) -> str:
    """`José  O’Neill-Łuk.` is `jose oneill luk`. A name without any letter is compared as it is written: `☆`."""
    return letters_of(name) or as_it_is(name)


def letters_of(name: str) -> str:
    """The words of a name in letters and digits alone."""
    if name.isascii():
        return " ".join(name.lower().translate(_OF_ASCII).split())
    letters = unicodedata.normalize("NFKD", name.casefold()).translate(BARE)
    return " ".join("".join(_as_typed(letter) for letter in letters).split())


def as_it_is(name: str) -> str:
    """The signs of a name that has no letters."""
    kept = (sign if unicodedata.category(sign)[0] in "PS" else " " for sign in name if not _is_joint(sign))
    return " ".join("".join(kept).split())


def _is_joint(sign: str) -> bool:
    return unicodedata.category(sign) in {"Mn", "Cf"}


def _as_typed(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind in BLANKS:
        return " "
    if kind[0] == "M":
        return letter if VOWELS.match(letter) and unicodedata.combining(letter) in OF_VOWELS else ""
    return letter if kind[0] in "LN" and kind != "Lm" else ""


def without_names(text: str, *names: str) -> str:
    """The text with the words of these names left out, for a reader who may know what happened but not to whom."""
    hidden = {plain(word) for name in names for word in WORD.findall(name)}
    return WORD.sub(lambda word: "…" if plain(word[0]) in hidden else word[0], text)


_OF_ASCII = {code: _as_typed(chr(code)) for code in range(128)}
"""The same for the letters most names are written in, worked out once: a list of people is made of them."""
