"""Reads a file as the dry run does, without a database."""

from collections import Counter
from datetime import date
from pathlib import Path

from handrail.exchange import reading
from handrail.exchange.models import FileKind, Import
from handrail.exchange.readers import Unreadable
from handrail.exchange.readers.kinds import kind_of

TODAY = date(2026, 11, 22)


def dry_run(path: Path) -> str:
    """What came of it, in the words of the report; raises Unreadable."""
    with path.open("rb") as file:
        return str(dict(read_all(file)))


def read_all(file) -> Counter:
    """How many records were read, refused and left out."""
    imported = Import(kind=kind_of(file))
    if imported.kind == FileKind.LIST:
        imported.columns = reading.look_at_list(file)
        reading.refuse_without_names(imported.columns)
    counted: Counter = Counter()
    left_out: dict[str, int] = {}
    for _number, one in reading.records_in(imported, file):
        is_list = imported.kind == FileKind.LIST
        kept = reading._from_line(imported, one, TODAY) if is_list else reading._from_found(one, TODAY, left_out)
        if kept:
            counted[f"{kept.kind} {kept.verdict or 'read'}"] += 1
        if counted["person read"] + counted["person not_taken"] > reading.MOST_PEOPLE:
            raise Unreadable("too_many")
    if not counted["person read"] + counted["person not_taken"]:
        raise Unreadable("nobody")
    return counted
