"""The dry run: a file is looked at, read, and compared with whoever is known. Changes nobody.

The file is read a batch at a time while nobody has to wait; only then a short transaction keeps what the batch tells, and how far
the reading came. A worker that is killed goes on where it was, and no more is in memory than one batch.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any, BinaryIO

from django.utils import timezone

from handrail.exchange import columns, resources
from handrail.exchange.actions import enter, give_up
from handrail.exchange.dates import two_ways
from handrail.exchange.models import FileKind, Import, Record, RecordKind, StageName, Verdict
from handrail.exchange.readers import Unreadable, health, lists
from handrail.exchange.readers.health import Found
from handrail.exchange.readers.kinds import kind_of
from handrail.exchange.telling import Told, from_cells, same_by
from handrail.kit.many import keep_many
from handrail.kit.sealed import mark_of

AT_ONCE = 500
MOST_PEOPLE = 100_000
MOST_RECORDS = 500_000
"""With everybody who stands by these people, and all they hope for."""
MOST_LOOKED_AT = 200
EXAMPLES = 3
A_KIND = re.compile(r"[A-Z][A-Za-z]{2,40}")
MOST_KINDS = 200


def look(file: BinaryIO) -> tuple[FileKind, dict[str, Any]]:
    """What it is; of a list, how it is written and what its columns seem to mean. Raises Unreadable."""
    kind = kind_of(file)
    return kind, look_at_list(file) if kind == FileKind.LIST else {}


def keep_look(imported: Import, kind: FileKind, looked: dict[str, Any], at: datetime) -> None:
    """This is what it is. Health records need nobody to say what stands where."""
    imported.kind, imported.looked = kind, looked
    imported.save(update_fields=["kind", "looked"])
    enter(imported, StageName.LOOKED, imported.by, at)
    if kind != FileKind.LIST:
        enter(imported, StageName.AGREED, imported.by, timezone.now())


def look_at_list(file: BinaryIO) -> dict[str, Any]:
    """The same of a list whose letters and separator nobody has named."""
    encoding = lists.encoding_of(file)
    separator = lists.separator_of(file, encoding)
    return look_again(file, encoding, separator)


def look_again(file: BinaryIO, encoding: str, separator: str) -> dict[str, Any]:
    """The columns of a list that is written so: headings, what they seem to mean, and in which order its dates stand."""
    lines = lists.cells_of(lists.lines_of(file, encoding), separator)
    first = next((line for line in lines if not line.wrong), None)
    if first is None or not any(cell.strip() for cell in first.cells):
        raise Unreadable("no_columns")
    rest = list(islice((line for line in lines if not line.wrong), MOST_LOOKED_AT))
    headed = columns.has_headings(first.cells)
    values = [[cell for line in rest if (cell := _cell(line.cells, number))] for number in range(len(first.cells))]
    guessed = columns.guess(first.cells if headed else [""] * len(first.cells), values)
    return {
        "encoding": encoding,
        "separator": separator,
        "headed": headed,
        "headings": [cell.strip()[:80] for cell in first.cells] if headed else [],
        "columns": guessed,
        "examples": [some[:EXAMPLES] for some in values],
        "width": len(first.cells),
        "order": order_of(file, encoding, separator, guessed),
    }


def refuse_without_names(agreed: dict[str, Any]) -> None:
    """Nobody is welcomed without a name. Raises Unreadable."""
    if not set(agreed["columns"]) & set(columns.NAMES):
        raise Unreadable("no_name_column")


def _cell(cells: list[str], number: int) -> str:
    return cells[number].strip()[:80] if number < len(cells) else ""


def order_in(file: BinaryIO, looked: dict[str, Any], meanings: list[str]) -> str:
    """The same where somebody has said what the columns mean: of the column that holds birth dates now. Raises Unreadable."""
    if born_in(meanings) == born_in(looked["columns"]):
        return str(looked["order"])
    return order_of(file, looked["encoding"], looked["separator"], meanings)


def born_in(meanings: list[str]) -> int:
    """Which column holds birth dates; one that no line has, if none does."""
    return meanings.index("born") if "born" in meanings else MOST_PEOPLE


def order_of(file: BinaryIO, encoding: str, separator: str, guessed: list[str]) -> str:
    """In which order day and month stand in the column of birth dates, by all its lines: `day`, `month`, `ask`, or nothing."""
    column = born_in(guessed)
    dates, day, month = 0, 0, 0
    for number, line in enumerate(lists.cells_of(lists.lines_of(file, encoding), separator)):
        if number > MOST_PEOPLE:
            raise Unreadable("too_many")
        if found := two_ways(_cell(line.cells, column)):
            dates += 1
            day += found[0] > 12
            month += found[1] > 12
    if not dates:
        return ""
    # A few that stand the other way round are slips; they are told one by one.
    if day > 10 * month:
        return "day"
    return "month" if month > 10 * day else "ask"


class Reader:
    """A file on its way, open from one batch to the next: nobody goes through it from its beginning again and again."""

    def __init__(self, imported: Import, file: BinaryIO) -> None:
        self.agreed, self.read = imported.stage.pk, 0
        self._file, self._records = file, records_in(imported, file)

    def close(self) -> None:
        """Nobody reads on."""
        self._file.close()

    def reads(self, imported: Import) -> bool:
        """Whether it can go on where this import is: in the same columns, and not further yet."""
        return self.agreed == imported.stage.pk and self.read <= imported.read

    def some(self, imported: Import) -> list[tuple[int, Any]]:
        """The next records, each with its number; none at the end. What is kept already is passed over."""
        for _kept_already in islice(self._records, imported.read - self.read):
            pass
        batch = list(islice(self._records, AT_ONCE))
        self.read = imported.read + len(batch)
        return batch


@dataclass
class Batch:
    """What the next records tell, ready to be kept beside those before them."""

    records: list[Record]
    read: int
    every: int
    to_do: int
    left_out: dict[str, int]


def batch_of(imported: Import, some: list[tuple[int, Any]], at: datetime) -> Batch:
    """Made of the next records of the file. Asks the database nothing. Raises Unreadable."""
    today = timezone.localdate(at)
    every = int(imported.cursor.partition(":")[2] or 0)
    batch = Batch([], imported.read + len(some), every, imported.to_do, dict(imported.left_out))
    for number, one in some:
        kept = _from_line(imported, one, today) if imported.kind == FileKind.LIST else _from_found(one, today, batch.left_out)
        if kept:
            kept.agency_id, kept.of, kept.number = imported.agency_id, imported, number
            batch.records.append(kept)
            batch.every += 1
            batch.to_do += kept.kind == RecordKind.PERSON
    if batch.to_do > MOST_PEOPLE:
        raise Unreadable("too_many")
    if batch.every > MOST_RECORDS:
        raise Unreadable("too_many_records")
    if not some and not batch.to_do:
        raise Unreadable("nobody" if batch.left_out or batch.read else "empty")
    return batch


def keep_batch(imported: Import, batch: Batch) -> None:
    """The reading came so far."""
    keep_many(Record, batch.records)
    imported.read, imported.to_do, imported.left_out = batch.read, batch.to_do, batch.left_out
    imported.cursor = f":{batch.every}"
    imported.save(update_fields=["read", "left_out", "to_do", "cursor"])


def records_in(imported: Import, file: BinaryIO) -> Iterator[tuple[int, Any]]:
    """Whatever the file holds, each with its number."""
    every: Iterator[Any]
    if imported.kind == FileKind.LIST:
        agreed = imported.columns
        every = lists.cells_of(lists.lines_of(file, agreed["encoding"]), agreed["separator"])
        every = islice(every, 1, None) if agreed["headed"] else every
    else:
        every = health.records_of(file)
    return enumerate(every, start=1)


def _from_line(imported: Import, line: lists.Line, today: date) -> Record | None:
    agreed = imported.columns
    if not line.wrong and not any(cell.strip() for cell in line.cells):
        return None
    told = Told()
    if line.wrong:
        told.wrong(line.wrong)
    elif len(line.cells) < agreed["width"] - _empty_at_the_end(agreed):
        told.wrong("too_few")
    elif len(line.cells) > agreed["width"] and any(cell.strip() for cell in line.cells[agreed["width"] :]):
        told.wrong("too_many")
    else:
        day_first = {"day": True, "month": False}.get(agreed.get("order", ""))
        told = from_cells(columns.of_columns(agreed["columns"], line.cells), day_first, today)
    return _kept(told, RecordKind.PERSON, line.number)


def _empty_at_the_end(agreed: dict[str, Any]) -> int:
    """Columns at the end that mean nothing may be missing: many programs leave the last commas out."""
    meant = [number for number, meaning in enumerate(agreed["columns"]) if meaning]
    return int(agreed["width"]) - 1 - max(meant, default=0)


def _from_found(found: Found, today: date, left_out: dict[str, int]) -> Record | None:
    if found.wrong:
        return _kept(Told(reasons=[[found.wrong, ""]]), resources.KINDS.get(found.kind, RecordKind.PERSON), found.number, found)
    if found.kind not in resources.KINDS:
        _count(left_out, found.kind)
        return None
    told = resources.told_by(found, today)
    if found.kind in ("Goal", "CarePlan") and not told.reasons and (resources.is_over(found.resource) or not told.facts):
        _count(left_out, f"{found.kind} over")
        return None
    return _kept(told, resources.KINDS[found.kind], found.number, found)


def _count(left_out: dict[str, int], kind: str) -> None:
    kind = kind if kind in left_out or len(left_out) < MOST_KINDS else "Other"
    left_out[kind] = left_out.get(kind, 0) + 1


def _kept(told: Told, kind: RecordKind, line: int, found: Found | None = None) -> Record:
    record = Record(kind=kind, line=line, document=found.document if found else 0, reasons=told.reasons)
    if told.reasons:
        record.verdict, told.facts = Verdict.NOT_TAKEN, {}
    elif kind == RecordKind.PERSON:
        number = str(told.facts.get("number") or "").strip()
        record.mark = mark_of(f"number {number}" if number else f"all {same_by(told.facts)}", "exchange.origin")
    record.told = told.facts
    if found and found.resource:
        record.ref, record.ref_too = (mark_of(name, "exchange.ref") if name else "" for name in resources.names_of(found))
    return record


def cannot_be_read(imported: Import, why: str, at: datetime) -> None:
    """The end of it, with the sentence that tells why."""
    give_up(imported=imported, why=why, by=imported.by, at=at)
