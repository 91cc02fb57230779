"""What of the library the search field finds: pieces, by the words of their title, their summary and their topic."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from handrail.kit.looking import finds
from handrail.learning.catalogue import topics
from handrail.learning.nouns import ENGLISH, Piece, Text
from handrail.learning.queries import pieces_that_match
from handrail.ui.found import Found, Shelf, register

TITLE, TELLING = 0, 1
"""How near to what was meant."""


def pieces(request: HttpRequest, words: str) -> list[Found]:
    """Those that are called so first, then those that tell of it; each in the reader's language if the words stand there."""
    found = [_where(piece, words) for piece in pieces_that_match(request.staff.agency_id)]
    return [one for _near, one in sorted((both for both in found if both), key=lambda both: both[0])]


def _where(piece: Piece, words: str) -> tuple[int, Found] | None:
    own = piece.text_in(get_language() or ENGLISH)
    texts = [own, *(text for text in piece.languages if text is not own)]
    for text in texts:
        if finds(words, text.title):
            return TITLE, _found(piece, text)
    topic = topics().get(piece.topic, "")
    for text in texts:
        if finds(words, f"{text.title} {text.summary} {topic}"):
            return TELLING, _found(piece, text)
    return None


def _found(piece: Piece, text: Text) -> Found:
    address = reverse("learning:piece_show", args=[piece.key])
    return Found(text.title, text.summary, address, language=text.language)


def offer() -> None:
    """Let the search field find them."""
    register(Shelf("pieces", _("To read together"), "book", 40, pieces))
