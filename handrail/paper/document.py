"""What a document is made of, before anybody decides how it looks.

Everything that is not typed by people comes in the language of the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, ClassVar


@dataclass(frozen=True)
class Heading:
    """A heading. `beside` is the same in a second language."""

    kind: ClassVar[str] = "heading"
    text: str
    level: int = 1
    beside: str = ""


@dataclass(frozen=True)
class Words:
    """Running text, as it was written: line by line, in its own direction. `said` marks the person's own words."""

    kind: ClassVar[str] = "words"
    text: str
    said: bool = False
    quiet: bool = False
    beside: str = ""


@dataclass(frozen=True)
class Items:
    """One short thing a line; `done` says which of them have a mark, `under` what stands smaller under each."""

    kind: ClassVar[str] = "items"
    texts: Sequence[str]
    done: Sequence[bool] = ()
    numbered: bool = False
    under: Sequence[str] = ()


@dataclass(frozen=True)
class Table:
    """Rows under a head. The first cell of each row names it."""

    kind: ClassVar[str] = "table"
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Lines:
    """Empty lines to write on, each with what belongs on it: a name, a signature, a day."""

    kind: ClassVar[str] = "lines"
    labels: Sequence[str]


@dataclass(frozen=True)
class Strokes:
    """A signature made with a finger: its strokes as an SVG path, in a box of 300 by 100."""

    kind: ClassVar[str] = "strokes"
    path: str
    says: str


@dataclass(frozen=True)
class Code:
    """A QR code: the dark squares row by row, and what it says in words."""

    kind: ClassVar[str] = "code"
    squares: Sequence[Sequence[bool]]
    says: str


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a page of its own."""

    kind: ClassVar[str] = "new_page"


@dataclass(frozen=True)
class Run:
    """A stretch of a text: plain, strong, or leaning."""

    text: str
    strong: bool = False
    leaning: bool = False


@dataclass(frozen=True)
class Marked:
    """Running text in which some words stand out."""

    kind: ClassVar[str] = "marked"
    runs: Sequence[Run]
    said: bool = False


@dataclass(frozen=True)
class Points:
    """A list whose points hold whole blocks: text that stands out, a list of their own."""

    kind: ClassVar[str] = "points"
    points: Sequence[Sequence[Block]]
    numbered: bool = False
    start: int = 1


@dataclass(frozen=True)
class Beside:
    """Blocks, and beside them the same in a second language."""

    kind: ClassVar[str] = "beside"
    first: Sequence[Block]
    second: Sequence[Block]
    language: str


Block = Heading | Words | Items | Table | Lines | Strokes | Code | NewPage | Marked | Points | Beside


@dataclass(frozen=True)
class Document:
    """A document. `title` stands in the file too, so it holds no name unless the person wants that.

    `size` is that of the letters in points. `loud` stands on every page, as on a draft that nobody has signed.
    """

    title: str
    language: str
    blocks: Sequence[Block]
    size: float = 11
    loud: str = ""
    foot: str = ""
    unprintable: str = ""
    """What is said, and on which page it stands, when a sign could not be printed. `{signs}` are those signs."""
    design: str = "booklet"
    extra: dict[str, Any] = field(default_factory=dict)

    def told(self) -> dict[str, Any]:
        """All of it as plain data."""
        return {one.name: _told(getattr(self, one.name)) for one in fields(self)}


def _told(value: Any) -> Any:
    """Blocks within blocks too, each with its kind."""
    if is_dataclass(value):
        kind = {"kind": value.kind} if hasattr(value, "kind") else {}
        return kind | {one.name: _told(getattr(value, one.name)) for one in fields(value)}
    return [_told(one) for one in value] if isinstance(value, list | tuple) else value
