"""Letters as they are compared, so that typing is forgiven."""

import unicodedata


def plain(text: str) -> str:
    """Letters without accents and capitals."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
