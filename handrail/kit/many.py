"""Many rows at once, without a model made of each: for what comes by the ten thousand."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.db import connection, connections, models
from django.db.models import Model

AT_ONCE = 20_000
AS_THEY_ARE = ("UUIDField", "CharField", "TextField", "BooleanField", "IntegerField", "BigIntegerField", "BinaryField")
"""What goes to both databases as it is."""


def insert_many(model: type[Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Add rows, each with a value for each named field, in the caller's transaction. Returns how many.

    The database's own rules hold, row-level security among them; what only Django checks is the caller's to know.
    """
    fields: list[Any] = [model._meta.get_field(name) for name in names]
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    table = connection.ops.quote_name(model._meta.db_table)
    translated = [(place, as_kept) for place, field in enumerate(fields) if (as_kept := _as_kept(field)) is not None]
    added = 0
    every = iter(rows)
    while some := [list(row) for row in islice(every, AT_ONCE)]:
        for place, as_kept in translated:
            for row in some:
                row[place] = as_kept(row[place])
        added += _insert(table, columns, fields, some)
    return added


def keep_many(model: type[Model], rows: Iterable[Model]) -> int:
    """Add rows that were made already, each under its own key: `bulk_create` without its detours. Returns how many."""
    fields = model._meta.concrete_fields
    values = attrgetter(*(field.attname for field in fields))
    return insert_many(model, [field.name for field in fields], map(values, rows))


def _as_kept(field: Any) -> Callable[[Any], Any] | None:
    """How a value of this field goes to the database; None for as it is. Django's own way, but for keys and texts, the most."""
    kept_as = getattr(field, "target_field", None) or field
    kind = kept_as.get_internal_type()
    # A field with a way of its own, such as one that seals, is Django's to ask, whatever kind of column it has.
    if kind in AS_THEY_ARE and type(kept_as).get_prep_value is getattr(models, kind).get_prep_value:
        return None
    here = connections[connection.alias]
    if kind == "DateTimeField":
        # Of many rows that are made together, most were made at one moment.
        return lru_cache(maxsize=64)(lambda value: field.get_db_prep_save(value, here))
    return lambda value: field.get_db_prep_save(value, here)


def key_as_kept(key: UUID) -> bytes | str:
    """A key as the database takes it: worked out once, where many rows name it."""
    return key.bytes if connection.vendor == "sqlite" else key.hex


def _as_it_is(value: Any) -> Any:
    return value


def as_read(model: type[Model], name: str) -> Callable[[Any], Any]:
    """How a value of this field comes back from a cursor: as a row of the model would have it."""
    column: Any = model._meta.get_field(name)
    column = column.get_col(model._meta.db_table)
    converters = [*connection.ops.get_db_converters(column), *column.get_db_converters(connection)]

    def read(value: Any) -> Any:
        for convert in converters:
            value = convert(value, column, connection)
        return value

    return read


def _insert(table: str, columns: str, fields: Sequence[Any], rows: Sequence[Sequence[Any]]) -> int:
    if not rows:
        return 0
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # One statement, whatever the number of rows: COPY does not go together with row-level security.
            kinds = [field.cast_db_type(connection) for field in fields]
            arrays = ", ".join(f"%s::{kind.partition('(')[0]}[]" for kind in kinds)
            values = [list(column) for column in zip(*rows, strict=True)]
            cursor.execute(f"INSERT INTO {table} ({columns}) SELECT * FROM unnest({arrays})", values)  # noqa: S608 - names of ours
        else:
            marks = ", ".join(["%s"] * len(fields))
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)  # noqa: S608 - names of ours
    return len(rows)


def change_many(model: type[Model], names: Sequence[str], rows: Iterable[Model]) -> None:
    """Keep these fields of rows that are there: `bulk_update` without working out an expression for every value of every row."""
    fields: list[Any] = [model._meta.get_field(name) for name in names]
    pk: Any = model._meta.pk
    every = (*fields, pk)
    kept = [(field, _as_kept(field) or _as_it_is) for field in every]
    values = [tuple([as_kept(getattr(row, field.attname)) for field, as_kept in kept]) for row in rows]
    if not values:
        return
    table, key = connection.ops.quote_name(model._meta.db_table), connection.ops.quote_name(pk.column)
    columns = [connection.ops.quote_name(field.column) for field in fields]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            kinds = [field.cast_db_type(connection).partition("(")[0] for field in every]
            arrays = ", ".join(f"%s::{kind}[]" for kind in kinds)
            new = ", ".join(f"{column} = given.{column}" for column in columns)
            named = ", ".join([*columns, key])
            cursor.execute(
                f"UPDATE {table} SET {new} FROM unnest({arrays}) AS given({named}) WHERE {table}.{key} = given.{key}",  # noqa: S608 - names of ours
                [list(column) for column in zip(*values, strict=True)],
            )
        else:
            new = ", ".join(f"{column} = %s" for column in columns)
            cursor.executemany(f"UPDATE {table} SET {new} WHERE {key} = %s", values)  # noqa: S608 - names of ours
