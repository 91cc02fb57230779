"""Letters as they are compared, so that typing is forgiven; and as they are kept."""

import unicodedata


def plain(text: str) -> str:
    """Letters without accents and capitals."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def without_controls(text: str) -> str:
    """The text without control characters, but with its lines and tabs. Its line ends are of one kind."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) != "Cc")
