"""How hard a piece is to read, by what stands on the page: its paragraphs and points. Headings are no sentences, and do not help.

English by the Flesch-Kincaid grade, Spanish by the scale of Szigriszt-Pazos (the higher, the easier; 65 and more is "rather easy").
"""

import re
import unicodedata

from handrail.learning.markdown import tokens_of
from handrail.learning.nouns import Text
from tests.scope.readability import syllables

FEWEST = 4
"""Fewer words are no sentence of their own: they would make the hard ones beside them look short."""
LETTERS = re.compile(r"[^\W\d_][^\W\d_'’-]*")
ENDS = re.compile(r"(?<!\.\.)(?<!…)(?<=[.!?])[\"”’)*]*\s+(?=\W*[A-ZÁÉÍÓÚÑ¿¡])|\n")
"""A point ends a sentence when a new one begins behind it: neither three points nor `Dr. Lee` with a small letter do."""


def sections_of(text: Text) -> list[list[str]]:
    """What is read between two headings, paragraph by paragraph and point by point. The summary is the first."""
    found: list[list[str]] = [[text.summary]]
    in_heading = False
    for token in tokens_of(text.body):
        in_heading = token.type == "heading_open" or (in_heading and token.type != "heading_close")
        if token.type == "heading_open":
            found.append([])
        elif token.type == "inline" and not in_heading:
            found[-1].append("".join(child.content or " " for child in token.children or []))
    return [some for some in found if some]


def words_of(text: str) -> list[str]:
    """Its words."""
    return LETTERS.findall(text)


def sentences_of(blocks: list[str]) -> list[str]:
    """The sentences of some paragraphs; what is too short to be one goes with the one before it, or with the next."""
    found: list[str] = []
    for block in blocks:
        for sentence in filter(words_of, ENDS.split(block)):
            if found and min(len(words_of(sentence)), len(words_of(found[-1]))) < FEWEST:
                found[-1] += f" {sentence}"
            else:
                found.append(sentence)
    return found


def grade_of(blocks: list[str]) -> float:
    """How many years of school English asks for."""
    words = [word for block in blocks for word in words_of(block)]
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences_of(blocks)) + 11.8 * spoken / len(words) - 15.59


def ease_of(blocks: list[str]) -> float:
    """How easy Spanish is."""
    words = [word for block in blocks for word in words_of(block)]
    return 206.835 - 62.3 * sum(map(silabas, words)) / len(words) - len(words) / len(sentences_of(blocks))


def silabas(word: str) -> int:
    """Syllables of a Spanish word: two strong vowels part, and so does a weak one with an accent."""
    word = unicodedata.normalize("NFC", word.lower())
    word = re.sub(r"qu(?=[eéií])|gu(?=[eéií])", "k", word)
    word = re.sub(r"y(?![aeiouáéíóú])", "i", word)
    return max(len(re.findall(r"[iuü]?[aeoáéó][iuüy]?|[íú]|[iuü]+", word)), 1)
