"""A condition whose SQL is written once, and asked again with another moment.

Django works a condition out anew whenever it is asked. For a short one that costs nothing; the one that says who reaches whom
holds a dozen subqueries and stands in nearly every query of a page, where working it out took longer than the database's answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import connection
from django.db.models import BooleanField, Expression, F, Model, Q

from handrail.kit.standins import SOME_MOMENT, Blanks, filled, places, stand_ins

MOST = 2000
"""So many are kept; then one begins anew."""
NAMED = re.compile(r"\b([TUVWXYZ]\d+)\b")
"""How Django names the tables of subqueries."""

UNWRITTEN: Any = object()
_kept: dict[Hashable, Written | None] = {}


@dataclass(frozen=True)
class Written:
    """The SQL, with `{here}` for the table the condition is about, and the parameters; a `Place` stands for a value."""

    sql: str
    parameters: Blanks


class Asked(Expression):
    """A written condition at one moment: stands in a filter like any other."""

    conditional = True
    output_field = BooleanField()

    def __init__(self, written: Written, at: datetime, given: Sequence[UUID] = ()) -> None:
        super().__init__()
        self.written, self.values = written, (*given, at)
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
        return self.written.sql.replace("{here}", table), filled(self.written.parameters, self.values)


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
    kept = _kept.get(key, UNWRITTEN)
    if kept is UNWRITTEN:
        if len(_kept) >= MOST:
            _kept.clear()
        kept = _kept[key] = _write(model, condition, given)
    return Asked(kept, at, given) if kept else condition(at)


def _write(model: type[Model], condition: Callable[[datetime], Q], given: Sequence[UUID]) -> Written | None:
    """Written for two moments: they may differ in nothing but the moment, or one as far from it."""
    values = [(*given, *stand_ins([SOME_MOMENT], time)) for time in (0, 1)]
    with connection.execute_wrapper(nobody_asks):
        first, second = (_text(model, condition(at)) for *_given, at in values)
    if first is None or second is None or first[0] != second[0]:
        return None
    parameters = places([first[1], second[1]], values)
    return Written(first[0], parameters) if parameters is not None else None


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


def nobody_asks(*_: Any) -> None:
    """Around the writing: what changes belongs into the SQL, not into an answer from before."""
    raise RuntimeError("A condition is written without asking the database.")
