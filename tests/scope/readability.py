"""How many years of school a text asks for: the Flesch-Kincaid grade, with a plain way of counting syllables."""

import re

SPOKEN = ("le", "ted", "ded", "ses", "ces", "ges", "zes", "ches", "shes", "xes", "ee", "ie", "oe", "ye")
"""Endings whose e is heard, as in table, started and places."""


def syllables(word: str) -> int:
    """About how many: groups of vowels, less a silent ending."""
    word = word.lower().removesuffix("'s")
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = word.endswith(("e", "es", "ed")) and (not word.endswith(SPOKEN) or word.endswith(("ile", "ole", "ale")))
    return max(groups - silent, 1)


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of a text."""
    sentences = [part for part in re.split(r"[.!?]+(?:\s|$)", text) if re.search(r"[a-zA-Z]", part)]
    words = re.findall(r"[a-zA-Z][a-zA-Z'’-]*", text)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
