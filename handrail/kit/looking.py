"""Whether words that somebody typed stand in a text, so that half a word and a slip of the thumb are enough."""

import re

from handrail.kit.letters import plain

WORD = re.compile(r"\w+")
SHORTEST_MISSPELLED = 5
"""Below five letters one wrong letter makes another word."""


def finds(typed: str, text: str) -> bool:
    """Whether each word that was typed begins a word of the text, or is one of them but for a slip of the thumb."""
    there, wanted = WORD.findall(plain(text)), WORD.findall(plain(typed))
    return bool(wanted) and all(any(_means(word, one) for one in there) for word in wanted)


def _means(typed: str, word: str) -> bool:
    if word.startswith(typed):
        return True
    return len(typed) >= SHORTEST_MISSPELLED and abs(len(typed) - len(word)) <= 1 and _one_slip(typed, word)


def _one_slip(typed: str, word: str) -> bool:
    """One letter too many, left out or wrong, or two that changed places."""
    same = next((at for at, (one, other) in enumerate(zip(typed, word, strict=False)) if one != other), len(word))
    mine, theirs = typed[same:], word[same:]
    swapped = mine[:2] == theirs[1::-1] and mine[2:] == theirs[2:]
    return swapped or mine[1:] == theirs[1:] or mine[1:] == theirs or mine == theirs[1:]
