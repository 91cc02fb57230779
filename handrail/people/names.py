"""Names as they are compared: what a tired thumb types finds what somebody wrote with care."""

import unicodedata

SAME = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "‐": "-", "–": "-"})


def plain(name: str) -> str:
    """`José  O’Neill` is `jose o'neill`: no capitals, no accents, single blanks, one kind of apostrophe and hyphen."""
    letters = unicodedata.normalize("NFKD", name.translate(SAME).casefold())
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def holds_words(words: str, *names: str) -> bool:
    """Whether every word, or the beginning of one, stands somewhere in these names."""
    among = " ".join(plain(name) for name in names)
    return all(word in among for word in plain(words).split())
