"""A condition whose SQL is written once, and asked again with another moment.

Django works a condition out anew whenever it is asked. For a short one that costs nothing; the one that says who reaches whom
holds a dozen subqueries and stands in nearly every query of a page, where working it out took longer than the database's answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import connection
from django.db.models import BooleanField, DateTimeField, Expression, F, Model, Q, UUIDField

MOST = 2000
"""So many are kept; then one begins anew."""
NAMED = re.compile(r"\b([TUVWXYZ]\d+)\b")
"""How Django names the tables of subqueries."""
SOME_MOMENT = datetime(1987, 6, 5, 4, 3, 2, 1, tzinfo=UTC)

_kept: dict[Hashable, Written | None] = {}


@dataclass(frozen=True)
class Written:
    """The SQL, with `{here}` for the table the condition is about, and the parameters; `Since` and `Given` stand for values."""

    sql: str
    parameters: tuple[Any, ...]

    @cached_property
    def moments(self) -> frozenset[Since]:
        """The moments it asks for: each is worked out once."""
        return frozenset(one for one in self.parameters if isinstance(one, Since))


@dataclass(frozen=True)
class Since:
    """A moment as far from the one asked for: at it, a year before it."""

    away: timedelta


@dataclass(frozen=True)
class Given:
    """A key that whoever asks gives, by its place among those given."""

    number: int


class Asked(Expression):
    """A written condition at one moment: stands in a filter like any other."""

    conditional = True
    output_field = BooleanField()

    def __init__(self, written: Written, at: datetime, given: Sequence[UUID] = ()) -> None:
        super().__init__()
        self.written, self.at, self.given = written, at, given
        self.row: Any = F("pk")

    def get_source_expressions(self) -> list[Any]:
        """The row it is about; so that Django tells by which name that row's table goes in the query around."""
        return [self.row]

    def set_source_expressions(self, exprs: Any) -> None:
        """The same row, as a column of a table."""
        (self.row,) = exprs

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """The text, about the table of the query around."""
        table = compiler.quote_name_unless_alias(self.row.alias)
        values: dict[Any, Any] = {since: in_the_database(self.at + since.away) for since in self.written.moments}
        values |= {Given(number): as_key(key) for number, key in enumerate(self.given)}
        parameters = tuple(values[one] if isinstance(one, Since | Given) else one for one in self.written.parameters)
        return self.written.sql.replace("{here}", table), parameters


def written(
    model: type[Model], key: Hashable, condition: Callable[[datetime], Q], at: datetime, given: Sequence[UUID] = ()
) -> Q | Asked:
    """The condition on `model` at the moment, its SQL taken from last time when there was one with the same key.

    The key must hold whatever the condition depends on besides the moment and the keys `given`, which stand in the text as
    parameters, so that another asker with other keys shares it. While it is written no database may be asked: what changes
    belongs into the SQL. A condition that goes by part of the moment (its day, its year), or by another table without a subquery,
    is not kept; nor one that names a key which is not among those given.
    """
    key = (connection.vendor, model, key, len(given))
    if key not in _kept:
        if len(_kept) >= MOST:
            _kept.clear()
        _kept[key] = _write(model, condition, given)
    kept = _kept[key]
    return Asked(kept, at, given) if kept else condition(at)


def in_the_database(at: datetime) -> Any:
    """The moment as this database takes it."""
    return DateTimeField().get_db_prep_value(at, connection)


def as_key(key: UUID) -> Any:
    """The key as this database takes it."""
    return UUIDField().get_db_prep_value(key, connection)


def _write(model: type[Model], condition: Callable[[datetime], Q], given: Sequence[UUID]) -> Written | None:
    """Written for two moments: they may differ in nothing but the moment, or one as far from it."""
    moments = (SOME_MOMENT, SOME_MOMENT + timedelta(days=400, hours=5))
    with connection.execute_wrapper(_nobody_asks):
        texts = [_text(model, condition(at)) for at in moments]
    if None in texts:
        return None
    (sql, first), (other_sql, second) = texts  # type: ignore[misc]
    if sql != other_sql:
        return None
    same = {as_key(key): Given(number) for number, key in enumerate(given)}
    if len(same) < len(given):
        return None  # one key given twice stands for two things: which of them a parameter means, nobody can tell
    parameters = tuple(
        same.get(one, one) if one == other else _since(one, other, moments) for one, other in zip(first, second, strict=True)
    )
    return None if None in parameters or any(map(_is_a_key, parameters)) else Written(sql, parameters)


def _is_a_key(parameter: Any) -> bool:
    """Whether this is one row's key: a text that names it fits no other asker."""
    if isinstance(parameter, UUID):
        return True
    with suppress(ValueError):
        return isinstance(parameter, str) and len(parameter) == len(UUID(int=0).hex) and bool(UUID(hex=parameter))
    return False


def _since(one: Any, other: Any, moments: tuple[datetime, datetime]) -> Since | None:
    """How far two differing parameters are from the two moments; None when that is not the same, or when they are none."""
    if not all(isinstance(value, type(in_the_database(SOME_MOMENT))) for value in (one, other)):
        return None
    away, also = (_moment(value) - _moment(in_the_database(at)) for value, at in zip((one, other), moments, strict=True))
    return Since(away) if away == also else None


def _moment(value: Any) -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)


def _text(model: type[Model], condition: Q) -> tuple[str, tuple[Any, ...]] | None:
    query = model._default_manager.filter(condition).query
    try:
        sql, parameters = query.get_compiler(connection=connection).compile(query.where)
    except (EmptyResultSet, FullResultSet):
        return None
    if sum(1 for uses in query.alias_refcount.values() if uses) > 1 or "{" in sql or None in parameters:
        return None
    # Names of its own, that no query around it has.
    sql = NAMED.sub(r"written_\1", sql)
    return sql.replace(f"{connection.ops.quote_name(model._meta.db_table)}.", "{here}."), tuple(parameters)


def _nobody_asks(*_: Any) -> None:
    raise RuntimeError("A condition is written without asking the database.")
