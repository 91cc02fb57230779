"""Lists (CSV): which letters, which separator, which lines; and each line as its cells."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from handrail.exchange.readers.troubles import Unreadable

CHUNK = 64 * 1024
LONGEST_LINE = 100_000
MOST_COLUMNS = 200
MOST_LINES_QUOTED, LONGEST_QUOTED = 20, 20_000
MOST_NEVER_CLOSED = 1_000
SEPARATORS = (",", ";", "\t", "|")
ENCODINGS = {
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "cp1252": "Windows-1252",
    "latin-1": "ISO 8859-1",
    "cp1250": "Windows-1250",
    "mac_roman": "Mac Roman",
    "cp850": "DOS 850",
}
ENDS = re.compile(r"\r\n|\n|\r")
NOT_IN_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
LONE = re.compile("[\ud800-\udfff]")


@dataclass
class Line:
    """A line of a list: where it begins, and its cells; or what is wrong with it."""

    number: int
    cells: list[str] = field(default_factory=list)
    wrong: str = ""


def encoding_of(file: BinaryIO) -> str:
    """Which letters it is written in. UTF-8 unless most of what is not plain is something else."""
    file.seek(0)
    first = file.read(CHUNK)
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if first.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    nulls = first.count(0)
    if nulls > len(first) // 4:
        return "utf-16-le" if first[1::2].count(0) > first[::2].count(0) else "utf-16-be"
    if nulls:
        raise Unreadable("no_text")
    return _by_its_bytes(file)


def _by_its_bytes(file: BinaryIO) -> str:
    """Letters of UTF-8 are told from others by their bytes; a few wrong lines do not make another encoding of it."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    sound, astray, in_1252 = 0, 0, True
    file.seek(0)
    while chunk := file.read(CHUNK):
        if chunk.isascii():
            decoder.decode(chunk)
            continue
        text = decoder.decode(chunk)
        wrong = len(LONE.findall(text))
        astray += wrong
        sound += sum(1 for letter in text if letter > "\x7f") - wrong
        in_1252 = in_1252 and not NOT_IN_1252.search(chunk)
    if sound >= astray:
        return "utf-8-sig"
    return "cp1252" if in_1252 else "latin-1"


def _text_of(file: BinaryIO, encoding: str) -> Iterator[str]:
    """The whole of it, a stretch at a time."""
    decoder = codecs.getincrementaldecoder(encoding)("surrogateescape" if encoding == "utf-8-sig" else "replace")
    file.seek(0)
    try:
        while chunk := file.read(CHUNK):
            yield decoder.decode(chunk)
        yield decoder.decode(b"", True)
    except UnicodeError as wrong:  # UTF-16 without the mark that says which of its two ways it is written
        raise Unreadable("letters") from wrong


def lines_of(file: BinaryIO, encoding: str) -> Iterator[str]:
    """The lines as they are written, without their ends. Raises Unreadable for a line without end, or for other letters."""
    open_end = ""
    for text in _text_of(file, encoding):
        open_end += text
        # A carriage return at the very end may be half of an end.
        keep = "\r" if open_end.endswith("\r") else ""
        *whole, open_end = ENDS.split(open_end[:-1] if keep else open_end)
        open_end += keep
        yield from whole
        if len(open_end) > LONGEST_LINE or any(len(line) > LONGEST_LINE for line in whole):
            raise Unreadable("long_line")
    *whole, last = ENDS.split(open_end)
    yield from whole
    if last:
        yield last


def separator_of(file: BinaryIO, encoding: str) -> str:
    """What parts the cells: what parts most lines into the same number of them."""
    some = []
    for line in lines_of(file, encoding):
        if line.strip():
            some.append(line)
        if len(some) == 50:
            break

    def parted(separator: str) -> tuple[float, int]:
        widths = Counter(len(line.cells) for line in cells_of(iter(some), separator) if not line.wrong)
        width, times = widths.most_common(1)[0] if widths else (1, 0)
        return (0.0, 0) if width < 2 else (times / len(some), width)

    best = max(SEPARATORS, key=parted)
    return best if parted(best)[0] else ","


def cells_of(lines: Iterator[str], separator: str) -> Iterator[Line]:
    """Each line's cells. A cell in quotation marks may go over a few lines; one that never closes spoils its own line only."""
    ahead, never_closed = _Ahead(lines), 0
    while (first := ahead.next()) is not None:
        number, text = first
        if not text.strip():
            continue
        taken: list[tuple[int, str]] = []
        line = _read(number, text, separator)
        while line is None and len(taken) < MOST_LINES_QUOTED and len(text) < LONGEST_QUOTED:
            if (more := ahead.next()) is None:
                break
            taken.append(more)
            text = f"{text}\n{more[1]}"
            line = _read(number, text, separator)
        if line is None or line.wrong:
            ahead.put_back(taken)
            never_closed += 1
            if never_closed > MOST_NEVER_CLOSED:
                raise Unreadable("quotes")
        yield line or Line(number, wrong="quotes")


class _Ahead:
    """Lines with their numbers; those looked at in vain are put back."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = enumerate(lines, start=1)
        self._waiting: list[tuple[int, str]] = []

    def next(self) -> tuple[int, str] | None:
        return self._waiting.pop(0) if self._waiting else next(self._lines, None)

    def put_back(self, taken: list[tuple[int, str]]) -> None:
        self._waiting[:0] = taken


def _read(number: int, text: str, separator: str) -> Line | None:
    """The cells, or None while a quotation mark is open."""
    if '"' not in text:
        cells = text.split(separator)
    else:
        try:
            cells = next(csv.reader([text], delimiter=separator, strict=True), [])
        except csv.Error as wrong:
            return None if "unexpected end" in str(wrong) else Line(number, wrong="quotes")
    if len(cells) > MOST_COLUMNS:
        raise Unreadable("too_many_columns")
    return Line(number, cells)
