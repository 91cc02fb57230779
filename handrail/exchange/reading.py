"""The dry run: a file is looked at, read, and compared with whoever is known. Changes nobody.

Each step is a short transaction that keeps what it found and how far it came, so that a worker that is killed goes on where it
was, and no more is in memory than one batch.
"""

import re
from collections.abc import Iterator
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


def look(imported: Import, file: BinaryIO, at: datetime) -> None:
    """What it is; of a list, how it is written and what its columns seem to mean. Raises Unreadable."""
    imported.kind = kind_of(file)
    if imported.kind == FileKind.LIST:
        imported.looked = _look_at_list(file)
    imported.save(update_fields=["kind", "looked"])
    enter(imported, StageName.LOOKED, imported.by, at)


def _look_at_list(file: BinaryIO) -> dict[str, Any]:
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


def order_of(file: BinaryIO, encoding: str, separator: str, guessed: list[str]) -> str:
    """In which order day and month stand in the column of birth dates, by all its lines: `day`, `month`, `ask`, or nothing."""
    column = guessed.index("born") if "born" in guessed else MOST_PEOPLE
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


def read_some(imported: Import, found: Iterator[tuple[int, Any]], at: datetime) -> int:
    """The next records of the file, kept. Returns how many there were; none at its end."""
    today = timezone.localdate(at)
    batch = list(islice(found, AT_ONCE))
    records: list[Record] = []
    left_out = dict(imported.left_out)
    for number, one in batch:
        kept = _from_line(imported, one, today) if imported.kind == FileKind.LIST else _from_found(one, today, left_out)
        if kept:
            kept.agency_id, kept.of, kept.number = imported.agency_id, imported, number
            records.append(kept)
    keep_many(Record, records)
    imported.read, imported.left_out = imported.read + len(batch), left_out
    people = sum(1 for one in records if one.kind == RecordKind.PERSON)
    imported.to_do += people
    if imported.to_do > MOST_PEOPLE:
        raise Unreadable("too_many")
    every = int(imported.cursor.partition(":")[2] or 0) + len(records)
    if every > MOST_RECORDS:
        raise Unreadable("too_many_records")
    imported.cursor = f":{every}"
    imported.save(update_fields=["read", "left_out", "to_do", "cursor"])
    return len(batch)


def records_in(imported: Import, file: BinaryIO) -> Iterator[tuple[int, Any]]:
    """Whatever the file holds from where the reading came to, each with its number."""
    every: Iterator[Any]
    if imported.kind == FileKind.LIST:
        agreed = imported.columns
        every = lists.cells_of(lists.lines_of(file, agreed["encoding"]), agreed["separator"])
        every = islice(every, 1, None) if agreed["headed"] else every
    else:
        every = health.records_of(file)
    return islice(enumerate(every, start=1), imported.read, None)


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
