"""A piece on paper: in one language, or in two side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from django.utils.translation import gettext, override
from markdown_it.token import Token

from handrail.learning.markdown import tokens_of
from handrail.learning.nouns import Piece, Text
from handrail.paper.document import Beside, Block, Document, Heading, Marked, Points, Run, Words

LEVELS = {"h2": 2, "h3": 3}
NORMAL, LARGE = 11, 18
SIZES = (NORMAL, LARGE)
"""In points. The second is what people with low vision ask for."""


def handout_of(piece: Piece, languages: list[str], size: int, agency: str = "") -> Document:
    """A piece in these languages, one or two, with where it is from at its end. `agency`: whose own it is."""
    texts = [piece.text_in(language) for language in languages]
    first = texts[0]
    with override(first.language):
        foot = agency if piece.own else gettext("From the library of Handrail")
        unprintable = gettext("Signs that could not be printed: {signs}")
    blocks = _one(first) if len(texts) == 1 else list(_two(*texts))
    return Document(title=first.title, language=first.language, blocks=blocks, size=size, foot=foot, unprintable=unprintable)


def _one(text: Text) -> list[Block]:
    return [*_opening(text), *blocks_of(text.body), *_source(text)]


def _two(first: Text, second: Text) -> Iterator[Block]:
    """Section beside section, so that the eye finds the same words across the page."""
    yield Beside(_opening(first), _opening(second), second.language)
    sections = zip_longest(_sections(first), _sections(second), fillvalue=())
    for own, other in sections:
        yield Beside(list(own), list(other), second.language)
    yield Beside(_source(first), _source(second), second.language)


def _opening(text: Text) -> list[Block]:
    return [Heading(text.title), Words(text.summary, said=True)]


def _source(text: Text) -> list[Block]:
    return [Words(" · ".join(told for told in (text.source, text.licence) if told), quiet=True)]


def _sections(text: Text) -> list[list[Block]]:
    sections: list[list[Block]] = [[]]
    for block in blocks_of(text.body):
        if isinstance(block, Heading) and block.level == LEVELS["h2"] and sections[-1]:
            sections.append([])
        sections[-1].append(block)
    return sections


def blocks_of(text: str) -> list[Block]:
    """A text in Markdown as blocks of a document."""
    tokens = iter(tokens_of(text))
    return _blocks_until(tokens, "")


def _blocks_until(tokens: Iterator[Token], end: str) -> list[Block]:
    blocks: list[Block] = []
    level, quoted = 0, end == "blockquote_close"
    for token in tokens:
        if token.type == end:
            break
        if token.type == "heading_open":
            level = LEVELS[token.tag]
        elif token.type == "heading_close":
            level = 0
        elif token.type == "inline" and token.content:
            runs = _runs(token.children or [])
            blocks.append(Heading("".join(run.text for run in runs), level) if level else Marked(runs, said=quoted))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            start = int(token.attrGet("start") or 1)
            blocks.append(_points(tokens, token.type.replace("_open", "_close"), start))
        elif token.type == "blockquote_open":
            blocks += _blocks_until(tokens, "blockquote_close")
    return blocks


def _points(tokens: Iterator[Token], end: str, start: int) -> Points:
    points: list[list[Block]] = []
    for token in tokens:
        if token.type == end:
            break
        if token.type == "list_item_open":
            points.append(_blocks_until(tokens, "list_item_close"))
    return Points(points, numbered=end == "ordered_list_close", start=start)


def _runs(children: list[Token]) -> list[Run]:
    """Words between the marks of emphasis; lines flow, as on the screen."""
    runs: list[Run] = []
    strong = leaning = 0
    for child in children:
        strong += child.nesting if child.type.startswith("strong") else 0
        leaning += child.nesting if child.type.startswith("em") else 0
        said = {"softbreak": " ", "hardbreak": "\n"}.get(child.type, child.content)
        if said:
            runs.append(Run(said, strong=strong > 0, leaning=leaning > 0))
    return runs
