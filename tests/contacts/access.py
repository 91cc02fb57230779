"""What the matrix and the canaries need to know of contacts."""

from typing import Any


def prepare(things: Any) -> None:
    """The rows the pages of contacts are about, all of Marcus; kept on `things`."""


def addresses(things: Any) -> dict[str, list[Any]]:
    """What stands in the address of each page: the arguments by page name."""
    return {}


def forms(things: Any) -> dict[str, dict[str, Any]]:
    """What each page's form sends: enough to be taken."""
    return {}


def mark(cast: Any, person: Any, word: str) -> None:
    """Put the person's own word into every text of every row of contacts about them, in each program they are part of."""


def own_pages(person: Any) -> list[str]:
    """Addresses of contacts that show something of this person, for the walk of the canaries."""
    return []
