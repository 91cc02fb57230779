"""Going through the product by its links, each kind of page once."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from tests.browser.conftest import Window

KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
NOT_PAGES = ("/static/", "/sign-in/out/", "/my/keys/codes/file/", "/my/session/", "/plans/scans/")
PAPER = "/paper/"
"""At the end of the address of what is answered as a PDF."""


def kind(path: str) -> str:
    """Pages that differ only by whom or what they are about are one kind."""
    path = KEY.sub("…", urlsplit(path).path)
    path = re.sub(r"/(parts|rules)/[^/]+/", r"/\1/…/", path)
    return re.sub(r"/(scope/items|library/pieces|library/curricula|library/put-away)/[^/]+/", r"/\1/…/", path)


def walk(window: Window, start: list[str]) -> Iterator[str]:
    """Every kind of page that links lead to, each once; a file to keep is no page."""
    page, waiting, been = window.page, list(start), set()
    while waiting:
        path = waiting.pop(0)
        if kind(path) in been or path.startswith(NOT_PAGES) or urlsplit(path).path.endswith(PAPER):
            continue
        been.add(kind(path))
        page.goto(window.home + path)
        yield kind(path)
        waiting += page.eval_on_selector_all(
            "a[href^='/']:not([download])", "links => links.map(link => link.getAttribute('href'))"
        )


def name_of(where: str) -> str:
    """A kind of page as the name of a file."""
    return where.strip("/").replace("/", "-").replace("…", "one") or "today"
