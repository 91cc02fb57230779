"""The way back from what was just done: kept until the next page is shown, there as a bar for ten seconds."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise

KEPT_AS = "undo"


def offer_undo(request: HttpRequest, text: str | Promise, url: str) -> None:
    """`text` says what was done, without anybody's words; `url` takes the POST that puts it back."""
    request.session[KEPT_AS] = {"text": str(text), "url": url}


def undo_offered(request: HttpRequest) -> dict[str, Any] | None:
    """What `ui/page.html` shows as `undo`; offered once."""
    offered: dict[str, Any] | None = request.session.pop(KEPT_AS, None)
    return offered
