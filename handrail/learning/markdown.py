"""Markdown, made safe. What is written is read as headings, paragraphs, lists and emphasis, and as nothing else.

A sign that would mean a link, a picture or HTML elsewhere is shown as it was typed. Whatever the reading would lose, it is not
allowed to: then the text is shown line by line.
"""

from __future__ import annotations

from functools import lru_cache

import nh3
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from markdown_it.token import Token

READ = ("heading", "list", "blockquote", "hr", "newline", "emphasis", "escape", "balance_pairs", "fragments_join")
TAGS = {"h2", "h3", "p", "ul", "ol", "li", "strong", "em", "blockquote", "br", "hr"}
ATTRIBUTES = {"ol": {"start"}}
DEEPEST = 100

_reader = MarkdownIt("zero", {"html": False, "linkify": False, "maxNesting": DEEPEST}).enable(list(READ))


def tokens_of(text: str) -> list[Token]:
    """What a text is made of. The title of a piece stands above it, so that its own headings begin at the second level."""
    text = text.replace("\r\n", "\n")
    read = _reader.parse(text)
    if _letters(text) != sum(_letters(one.content) for one in read if one.type == "inline"):
        read = _line_by_line(text)
    for token in read:
        if token.type in ("heading_open", "heading_close"):
            token.tag = "h2" if token.tag in ("h1", "h2") else "h3"
    return read


def _letters(text: str) -> int:
    return sum(sign.isalpha() for sign in text)


def _line_by_line(text: str) -> list[Token]:
    """Every paragraph as it was typed."""
    read: list[Token] = []
    for paragraph in text.split("\n\n"):
        inside = Token("inline", "", 0, content=paragraph, children=[Token("text", "", 0, content=paragraph)])
        read += [Token("paragraph_open", "p", 1), inside, Token("paragraph_close", "p", -1)]
    return read


@lru_cache(maxsize=256)
def html_of(text: str) -> SafeString:
    """A text as it stands on a page; nothing in it can do harm there."""
    drawn = _reader.renderer.render(tokens_of(text), _reader.options, {})
    return SafeString(nh3.clean(drawn, tags=TAGS, attributes=ATTRIBUTES, link_rel=None))
