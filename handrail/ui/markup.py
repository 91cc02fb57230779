"""Markup written in Python, by the short way: what is drawn fifty times on a page."""

from collections.abc import Iterable
from html import escape
from typing import Any

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString


def markup(text: str, *parts: Any) -> SafeString:
    """What Django's `format_html` writes: markup of ours, with everything that is put in made harmless unless it is markup."""
    return SafeString(text.format(*[harmless(part) for part in parts]))


def in_a_row(parts: Iterable[Any]) -> SafeString:
    """The parts one after the other, made harmless in the same way."""
    return SafeString("".join([harmless(part) for part in parts]))


def harmless(part: Any) -> str:
    """Markup as it is; anything else so that it says no more than its words."""
    kind = type(part)
    if kind is SafeString:
        return part  # type: ignore[no-any-return]
    return escape(part) if kind is str else conditional_escape(part)
