"""Rows into tables, many at once: the fast way on each database."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import AutoField, Model

from handrail.audit.chain import Line, move_head, seal_all
from handrail.audit.models import Entry, Head
from handrail.kit.ids import new_id
from handrail.kit.tenancy import as_agency

Row = dict[str, Any]

AS_SQLITE_KEEPS_IT: dict[type, Callable[[Any], Any]] = {
    UUID: lambda key: key.bytes,
    datetime: lambda moment: str(moment.replace(tzinfo=None)),  # every moment here is in UTC
    date: str,
    Decimal: lambda number: f"{number:.2f}",
    list: json.dumps,
}


class Putter:
    """Writes rows and lines of one agency. Counts the rows of each table and, on SQLite, the bytes by which the file grew."""

    def __init__(self, agency_id: UUID) -> None:
        self.agency_id = agency_id
        self.rows: Counter[str] = Counter()
        self.grown: Counter[str] = Counter()
        self.lines: list[Line] = []

    @contextmanager
    def one_batch(self) -> Iterator[None]:
        """One transaction; its lines of the record come last, as in every action."""
        with as_agency(self.agency_id), transaction.atomic():
            yield
            if self.lines:
                self._append()

    def record(self, verb: str, at: datetime, by: UUID, person: UUID | None = None, subject: UUID | None = None) -> None:
        """A line, as `record` in an action notes it."""
        self.lines.append(Line(self.agency_id, verb, at, by_id=by, person_id=person, subject_id=subject))

    def _append(self) -> None:
        """As `chain.append`, by the fast way."""
        entries = seal_all(Head.objects.get(pk=self.agency_id), self.lines)
        self.put(Entry, (vars(entry) for entry in entries))
        move_head(entries[-1])
        self.lines = []

    def put(self, model: type[Model], rows: Iterable[Row]) -> None:
        """Rows of a model by the names of its columns; what is not named has the model's own default."""
        key = model._meta.pk.attname
        numbered = isinstance(model._meta.pk, AutoField)  # by the database itself
        fields = [field for field in model._meta.concrete_fields if not (numbered and field.primary_key)]
        plain = {field.attname: None if field.primary_key else _default(field) for field in fields}
        if "agency_id" in plain:
            plain["agency_id"] = self.agency_id
        names = list(plain)
        whole = (plain | row if numbered or key in row else plain | {key: new_id()} | row for row in rows)
        ready = [[row[name] for name in names] for row in whole]
        table = model._meta.db_table
        with self._growing(table):
            (_into_postgresql if connection.vendor == "postgresql" else _into_sqlite)(
                table, [field.column for field in fields], ready
            )
        self.rows[table] += len(ready)

    @contextmanager
    def _growing(self, table: str) -> Iterator[None]:
        before = _bytes()
        yield
        self.grown[table] += _bytes() - before


def _default(field: Any) -> Any:
    value = field.get_default()
    return "" if value is None and not field.null and field.empty_strings_allowed else value


def _bytes() -> int:
    if connection.vendor == "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        pages = int(cursor.fetchone()[0])
        cursor.execute("PRAGMA page_size")
        return pages * int(cursor.fetchone()[0])  # SQLCipher tells it as text


def _into_sqlite(table: str, columns: list[str], rows: list[list[Any]]) -> None:
    keep = AS_SQLITE_KEEPS_IT
    ready = [[keep[type(value)](value) if type(value) in keep else value for value in row] for row in rows]
    names, places = ", ".join(f'"{name}"' for name in columns), ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({places})', ready)


def _into_postgresql(table: str, columns: list[str], rows: list[list[Any]]) -> None:
    """By way of a table of this transaction alone: COPY itself does not ask row-level security, INSERT does."""
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor:
        # Only what is put: a key that the database gives itself is none of its columns.
        cursor.execute(f'CREATE TEMPORARY TABLE "put_{table}" ON COMMIT DROP AS SELECT {names} FROM "{table}" WITH NO DATA')
        with cursor.copy(f'COPY "put_{table}" ({names}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row([json.dumps(value) if isinstance(value, list) else value for value in row])
        cursor.execute(f'INSERT INTO "{table}" ({names}) SELECT {names} FROM "put_{table}"')
        cursor.execute(f'DROP TABLE "put_{table}"')
