"""Health records (FHIR R4 as JSON): a bundle, one record, many lines of records, or a ZIP file of them. Read a piece at a time.

Only who people are, who stands by them and what they hope for is taken. What is clinical is left where it was, and counted.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any, BinaryIO

import ijson
from ijson.common import ObjectBuilder

from handrail.exchange.readers.kinds import EMPTY_ZIP, ZIP
from handrail.exchange.readers.troubles import Unreadable
from handrail.exchange.readers.zips import BROKEN, documents

WANTED = ("Patient", "RelatedPerson", "Goal", "CarePlan")
BUNDLE = "Bundle"
DEEPEST = 60
LONGEST_TEXT = 4 * 1024 * 1024
MOST_VALUES = 20_000
"""Of one record: a person's has a few hundred."""
LONGEST_RECORD = 1024 * 1024
A_KIND = re.compile(r"[A-Z][A-Za-z]{2,40}")
CHUNK = 64 * 1024


@dataclass
class Found:
    """A record of a document: what it is called there, what kind it is, and itself when it is wanted."""

    document: int
    number: int
    kind: str
    full_url: str = ""
    resource: dict[str, Any] = field(default_factory=dict)
    wrong: str = ""


def records_of(file: BinaryIO) -> Iterator[Found]:
    """Every record of the file, in its order."""
    file.seek(0)
    if file.read(4) in (ZIP, EMPTY_ZIP):
        file.seek(0)
        yield from _of_each(file)
        return
    file.seek(0)
    yield from _of_one(file, 0)


def _of_each(file: BinaryIO) -> Iterator[Found]:
    try:
        for number, document in enumerate(documents(file), start=1):
            yield from _of_one(document, number)
    except BROKEN as broken:
        raise Unreadable("zip_broken") from broken


def _of_one(document: IO[bytes], number: int) -> Iterator[Found]:
    # A document is read twice as little as possible: its first line tells whether each line is a record of its own.
    first = document.readline(LONGEST_RECORD)
    if first.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("json_letters")
    first = first.removeprefix(b"\xef\xbb\xbf")
    second = document.readline(LONGEST_RECORD) if first.endswith(b"\n") else b""
    if _is_a_record(first) and (second.lstrip().startswith(b"{") or not second.strip()):
        yield from _lines(document, number, [first, second])
        return
    yield from _stream(_Guarded(document, first + second), number)


def _is_a_record(line: bytes) -> bool:
    """Whether a line is whole, and no bundle of records."""
    try:
        resource = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(resource, dict) and resource.get("resourceType") != BUNDLE


def _lines(document: IO[bytes], number: int, begun: list[bytes]) -> Iterator[Found]:
    """NDJSON: one record a line. A line that is not whole spoils nothing but itself."""
    at, saw_fhir = 0, False
    while line := (begun.pop(0) if begun else document.readline(LONGEST_RECORD + 1)):
        at += 1
        if len(line) > LONGEST_RECORD:
            while line and not line.endswith(b"\n"):
                line = document.readline(LONGEST_RECORD)
            yield Found(number, at, "", wrong="too_large")
        elif line.strip():
            found = _from_line(line, number, at)
            saw_fhir = saw_fhir or bool(found.kind)
            yield found
    if not saw_fhir:
        raise Unreadable("no_fhir")


def _from_line(line: bytes, number: int, at: int) -> Found:
    try:
        resource = json.loads(line)
    except (ValueError, RecursionError):
        return Found(number, at, "", wrong="not_json")
    if not isinstance(resource, dict) or not _kind(resource):
        return Found(number, at, "", wrong="shape")
    kind = _kind(resource)
    if kind == BUNDLE:
        return Found(number, at, kind, wrong="bundle_within")
    return Found(number, at, kind, resource=resource if kind in WANTED else {})


def _kind(resource: dict[str, Any]) -> str:
    kind = resource.get("resourceType")
    return kind if isinstance(kind, str) and A_KIND.fullmatch(kind) else ""


class _Guarded:
    """A document read in chunks, that notices a text without end before it fills the memory."""

    def __init__(self, document: IO[bytes], begun: bytes) -> None:
        self._document, self._begun, self._since_quote = document, begun, 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        size = CHUNK if size < 0 else size
        chunk, self._begun = (self._begun[:size], self._begun[size:]) if self._begun else (self._document.read(size), b"")
        ends = b'"' in chunk.replace(b"\\\\", b"").replace(b'\\"', b"")
        self._since_quote = 0 if ends else self._since_quote + len(chunk)
        if self._since_quote > LONGEST_TEXT:
            raise Unreadable("json_long")
        return chunk


def _stream(document: _Guarded, number: int) -> Iterator[Found]:
    walk = _Walk(number)
    try:
        for event, value in ijson.basic_parse(document, use_float=True, buf_size=CHUNK, multiple_values=True):
            if (found := walk.step(event, value)) is not None:
                yield found
    except UnicodeDecodeError as letters:
        raise Unreadable("json_letters") from letters
    except (ijson.JSONError, ValueError, OverflowError) as broken:
        raise Unreadable("json_letters" if "UTF8" in str(broken) else "json_broken") from broken
    if not walk.saw_fhir:
        raise Unreadable("no_fhir")


class _Walk:
    """Goes through the events of a document. Holds one record at a time, and of that no more than is wanted."""

    def __init__(self, document: int) -> None:
        self.document, self.number, self.saw_fhir = document, 0, False
        self.depth, self.key, self.in_entries = 0, "", False
        self.unit: _Unit | None = None
        self.outer: _Unit | None = None

    def step(self, event: str, value: Any) -> Found | None:
        """One event. The record that ended with it, if one did."""
        opens, closes = event in ("start_map", "start_array"), event in ("end_map", "end_array")
        self.depth += opens
        if self.depth > DEEPEST:
            raise Unreadable("json_deep")
        found = self._within(event, value)
        self.depth -= closes
        return found

    def _within(self, event: str, value: Any) -> Found | None:
        if self.depth == 1 and event == "map_key":
            self.key = value
        if self.unit is None and event == "start_map" and self.depth == 1:
            self.unit = _Unit(1)
        if event == "start_array" and self.depth == 1:
            self.in_entries = True  # a bare list of records
        if self.key == "entry" and event == "start_array" and self.depth == 2 and not self.in_entries:
            self.in_entries, self.outer = True, self.unit
            return None
        if self.in_entries:
            return self._entry(event, value)
        if self.unit:
            self.unit.add(event, value, self.depth)
            if event == "end_map" and self.depth == 1:
                return self._end(self.unit)
        return None

    def _entry(self, event: str, value: Any) -> Found | None:
        level = 3 if self.key == "entry" else 2
        if event == "end_array" and self.depth == level - 1:
            self.in_entries, self.unit, self.outer = False, self.outer, None
            if self.unit:
                self.unit.add("null", None, 1)  # in place of its entries, which were told one by one
            self.key = ""
            return None
        if event == "start_map" and self.depth == level:
            self.unit = _Unit(level)
        if self.unit and self.depth >= level:
            self.unit.add(event, value, self.depth)
            if event == "end_map" and self.depth == level:
                ended, self.unit = self.unit, None
                return self._end(ended)
        return None

    def _end(self, unit: "_Unit") -> Found | None:
        self.unit, whole = None, unit.value()
        kind = unit.kind
        if kind == BUNDLE and unit.level == 1:
            self.saw_fhir = True
            return None
        inner: Any = whole.get("resource") if isinstance(whole.get("resource"), dict) else whole if unit.level != 3 else {}
        self.number += 1
        if kind:
            self.saw_fhir = True
        if kind == BUNDLE:
            return Found(self.document, self.number, kind, wrong="bundle_within")
        if unit.too_large:
            return Found(self.document, self.number, kind, wrong="too_large" if kind in WANTED or not kind else "")
        if not kind:
            return Found(self.document, self.number, "", wrong="shape") if unit.level > 1 else None
        full_url = whole.get("fullUrl")
        url = full_url if isinstance(full_url, str) else ""
        return Found(self.document, self.number, kind, url, inner if kind in WANTED else {})


class _Unit:
    """One record while it is read. What is not wanted, or too large, is gone through and not kept."""

    def __init__(self, level: int) -> None:
        self.level, self.kind, self.too_large = level, "", False
        self._builder: ObjectBuilder | None = ObjectBuilder()
        self._values, self._length, self._key, self._inside = 0, 0, "", ""

    def add(self, event: str, value: Any, depth: int) -> None:
        """One event of it."""
        if event == "map_key":
            self._key = value
            if depth == self.level:
                self._inside = value
        elif event == "string" and self._key == "resourceType" and not self.kind:
            at_the_top = depth == self.level or (depth == self.level + 1 and self._inside == "resource")
            if at_the_top:
                self.kind = value if A_KIND.fullmatch(value) else ""
                if self.kind not in (*WANTED, BUNDLE, ""):
                    self._builder = None
        self._values += 1
        self._length += len(value) if isinstance(value, str) else 0
        if self._values > MOST_VALUES or self._length > LONGEST_RECORD:
            self.too_large, self._builder = True, None
        if self._builder:
            self._builder.event(event, value)

    def value(self) -> dict[str, Any]:
        """The record, or as much as is needed to say what it was."""
        built = getattr(self._builder, "value", None)
        return built if isinstance(built, dict) else {}
