"""Keys: a name cut into what the database can look up, so that what is typed meets what was written.

Whatever is done here to a name is done in `matching` to the words that are typed; where they share a key, they may be the same.
"""

import re
import unicodedata
from collections.abc import Iterator

from jellyfish import metaphone

from handrail.people.models.finding import LONGEST_KEY, KeyKind
from handrail.people.names import BLANKS, as_it_is, letters_of, plain
from handrail.people.numbers import FEWEST_DIGITS, digits_of
from handrail.people.search.nicknames import full_names

Key = tuple[KeyKind, str]

SHORTEST_INSIDE = 3
"""Fewer letters stand inside of half of all names."""
SHORTEST_MISSPELLED = 4
"""Below four letters one wrong letter makes another name."""
LETTERS_LEFT_OUT = 24
MOST_JOINED = 8
WITHOUT_SPACES = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Thai, Lao, Burmese, Khmer, kana and Chinese letters: their words follow each other without a blank."""
APOSTROPHES = re.compile(r"['’‘ʼʻ`´]")


def words_of(name: str) -> list[tuple[str, str]]:
    """The words of a name as they are compared, each with how it was written: `josé o’neil` is jose, José; oneil, O’Neil."""
    written = "".join(" " if unicodedata.category(letter) in BLANKS else letter for letter in name).split()
    words = [(word, piece) for piece in written for word in letters_of(piece).split()]
    return words or [(sign, sign) for sign in as_it_is(name).split()]


def parts_of(name: str) -> dict[str, str]:
    """Whatever a name may be looked for by the beginning of: its words, words said as one, what follows an apostrophe.

    Each with how it was written, to be shown. `Mary Ann O’Neil`: mary, ann, oneil, maryannoneil, annoneil, neil.
    """
    words = words_of(name)
    parts = {word[:LONGEST_KEY]: written for word, written in words}
    for start in range(max(0, len(words) - MOST_JOINED), len(words) - 1):
        joined = "".join(word for word, _written in words[start:])
        parts.setdefault(joined[:LONGEST_KEY], " ".join(written for _word, written in words[start:]))
    for word, written in words:
        for later in _beginnings_inside(word, written):
            parts.setdefault(later[:LONGEST_KEY], written)
    return parts


def _beginnings_inside(word: str, written: str) -> Iterator[str]:
    for piece in APOSTROPHES.split(written)[1:]:
        if len(letters_of(piece)) > 1:
            yield letters_of(piece)
    if WITHOUT_SPACES.search(word):
        yield from (word[start:] for start in range(1, len(word)))


def keys_of_name(name: str) -> set[Key]:
    """Every key of one name."""
    keys: set[Key] = {(KeyKind.NAME, part) for part in parts_of(name)}
    if keys:
        keys.add((KeyKind.WHOLE, whole_of(name)))
    for word, _written in words_of(name):
        keys |= {(KeyKind.INNER, inner) for inner in inner_parts(word)}
        keys |= {(KeyKind.NEAR, shorter) for shorter in one_left_out(word)}
        keys |= {(KeyKind.NICK, full) for full in full_names(word) - {word}}
        if sound := sound_of(word):
            keys.add((KeyKind.SOUND, sound))
    return keys


def inner_parts(word: str) -> set[str]:
    """The word without its first letters: what begins one of these stands inside the word, as andro in Alejandro."""
    if WITHOUT_SPACES.search(word):
        return set()  # all of these are parts of the name already
    return {word[start:][:LONGEST_KEY] for start in range(1, len(word) - SHORTEST_INSIDE + 1)}


def whole_of(name: str) -> str:
    """The whole name as one key."""
    return plain(name).replace(" ", "")[:LONGEST_KEY]


def one_left_out(word: str) -> set[str]:
    """The word with each letter left out in turn. Two words one mistake apart always share one of these, or are one themselves."""
    if len(word) < SHORTEST_MISSPELLED:
        return set()
    shown = word[:LETTERS_LEFT_OUT]
    return {shown[:at] + shown[at + 1 :] for at in range(len(shown))}


def sound_of(word: str) -> str:
    """How a word of Latin letters sounds in English: Kathryn and Catherine are K0RN. Empty where that says too little."""
    # The one rule that the old algorithm lacks and names need: Christina sounds like Kristina.
    sound = metaphone(word.replace("chr", "kr")) if word.isascii() and word.isalpha() else ""
    return sound[:LONGEST_KEY] if len(sound) > 1 else ""


def keys_of_phone(text: str) -> set[Key]:
    """A number from its beginning, from its last seven digits on, and from its end; with and without its country."""
    whole = digits_of(text)[:LONGEST_KEY]
    if len(whole) < FEWEST_DIGITS:
        return set()
    beginnings = {whole, whole[-10:], whole[-7:]}
    return {(KeyKind.PHONE, digits) for digits in beginnings} | {(KeyKind.PHONE_END, whole[::-1])}


def after(beginning: str) -> str:
    """The first text in order that no longer begins so: what begins so stands between the two."""
    return beginning[:-1] + chr(ord(beginning[-1]) + 1)
