"""A question to the database whose SQL is written once, and asked again with other values.

Django puts a question together anew whenever it is asked: filters, joins, names of columns. For a page of this house that took
five times as long as the database's answer. A function under `written_once` is called only the first time that somebody of a kind
asks; afterwards its text is filled in with the new values and asked directly. What comes back is a list of rows.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection, connections
from django.db.models import Model, QuerySet, prefetch_related_objects
from django.utils.translation import get_language

from handrail.kit.postgresql.numbers import with_numbers
from handrail.kit.standins import NO_BLANKS, Asker, Blanks, Word, each_once, filled, places, stand_ins
from handrail.kit.written import nobody_asks

P = ParamSpec("P")
R = TypeVar("R")
MOST = 2000
"""So many texts are kept; then one begins anew."""
VALUES = (UUID, Word, datetime, date)
"""What stands in a text as a parameter; anything else an argument may be is part of the text."""

SEVERAL = (list, tuple, set, frozenset)

UNWRITTEN: Any = object()
_kept: dict[Hashable, Kept | None] = {}


@dataclass(frozen=True)
class Kept:
    """A question as Django compiled it, and its parameters with places for values; no compiler when nobody can be meant."""

    rows: QuerySet[Any]
    compiler: Any
    sql: str = ""
    parameters: Blanks = NO_BLANKS
    converters: dict[int, Any] | None = None

    def ask(self, values: Sequence[Any]) -> list[Any]:
        """The rows for these values."""
        if self.compiler is None or not (answer := self._answer(filled(self.parameters, values))):
            return []
        asking: Any = self.rows._iterable_class  # type: ignore[attr-defined]
        found = list(asking(_Reading(self, answer)))
        if lookups := self.rows._prefetch_related_lookups:  # type: ignore[attr-defined]
            prefetch_related_objects(found, *lookups)
        return found

    def _answer(self, parameters: tuple[Any, ...]) -> list[Any]:
        with self._cursor() as cursor:
            cursor.execute(self.sql, parameters)
            answer = cursor.fetchall()
        # What was only asked for the order's sake is no column of a row.
        return [row[: self.compiler.col_count] for row in answer] if self.compiler.has_extra_select else answer

    def _cursor(self) -> Any:
        database: Any = connections[self.rows.db]
        return database.numbered_cursor() if database.vendor == "postgresql" else database.cursor()


class _Reading:
    """What Django's reading of rows wants of a queryset and its query: who compiles, and what is known of the columns."""

    def __init__(self, kept: Kept, answer: list[Any]) -> None:
        self._known_related_objects: dict[Any, Any] = {}
        self.kept, self.answer, self.query, self.db = kept, answer, self, kept.rows.db

    def __getattr__(self, name: str) -> Any:
        source = self.kept.rows if name in ("_fields", "_hints", "model") else self.kept.rows.query
        return getattr(source, name)

    def get_compiler(self, *_: Any, **__: Any) -> Any:
        compiler = copy(self.kept.compiler)
        compiler.connection = connections[self.db]
        compiler.execute_sql = lambda *_args, **_named: [self.answer]
        compiler.get_converters = lambda _columns: self.kept.converters
        return compiler


def written_once(question: Callable[P, QuerySet[Any, R]]) -> Callable[P, list[R]]:
    """Keep the SQL of a question.

    Its arguments decide what is kept. Keys, typed words, moments and days have places in the text; so have rows, of which a
    question may go by nothing but the key; several of them in a list have as many places as are needed. Of whoever asks (`Asker`)
    the shape is part of the text, and the keys have places. Anything else is part of the text, and must be hashable.

    The question may go by nothing else that changes, and may not ask the database while it is put together. When its text goes by
    a value in any other way than as a parameter, it is put together each time.
    """

    @wraps(question)
    def asked(*args: P.args, **named: P.kwargs) -> list[R]:
        taken = [_take_apart(one) for one in (*args, *named.values())]
        key = (question, connection.vendor, get_language(), tuple(named), tuple(one.shape for one in taken))
        kept = _kept.get(key, UNWRITTEN)
        if kept is UNWRITTEN:
            if len(_kept) >= MOST:
                _kept.clear()
            kept = _kept[key] = _write(question, taken, tuple(named))
        return list(question(*args, **named)) if kept is None else kept.ask([value for one in taken for value in one.values])

    return asked


def forget() -> None:
    """Forget every text: something they go by has changed, such as the ways into a record."""
    _kept.clear()


def hang(rows: Iterable[Any], name: str, theirs: Iterable[Any], by: str) -> None:
    """Put onto each row, under this name, the list of those that point to it by this field; each of them knows its row."""
    of_each: dict[Any, list[Any]] = {}
    for one in theirs:
        of_each.setdefault(getattr(one, f"{by}_id"), []).append(one)
    for row in rows:
        setattr(row, name, of_each.get(row.pk, []))
        for one in of_each.get(row.pk, []):
            setattr(one, by, row)


@dataclass(frozen=True)
class _Argument:
    """One argument: what the text goes by, the values that have places in it, and how it reads with others in their places."""

    shape: Hashable
    values: Sequence[Any] = ()
    others: Callable[[Sequence[Any]], Any] | None = None
    fixed: bool = False


def _take_apart(one: Any) -> _Argument:
    kind: Any = type(one)
    if kind in VALUES:
        return _Argument(kind, [one], lambda values: values[0])
    if isinstance(one, Model):
        if hasattr(one, "shape"):
            shape, keys = cast(Asker, one).shape()
            return _Argument(shape, keys, lambda _values: one, fixed=True)
        return _Argument(kind, [one.pk], lambda values: _known_by_key(kind, values[0]))
    if kind in SEVERAL and one:
        return _several(list(one))
    if kind in SEVERAL:
        return _Argument("none", (), lambda _values: [])
    if isinstance(one, QuerySet):
        raise TypeError("A question that is kept takes rows or keys, not another question.")
    return _Argument(one, (), lambda _values: one)


def _several(many: list[Any]) -> _Argument:
    """As many as the next power of two, the last one again and again: so a handful of texts serves any number."""
    kind: Any = type(many[0])
    keys = [one.pk for one in many] if isinstance(many[0], Model) else many
    keys += [keys[-1]] * ((1 << (len(keys) - 1).bit_length()) - len(keys))
    shape = ("several", kind, len(keys))
    if isinstance(many[0], Model):
        return _Argument(shape, keys, lambda values: [_known_by_key(kind, value) for value in values])
    return _Argument(shape, keys, list) if kind in VALUES else _Argument((shape, *many), (), lambda _values: many)


def _known_by_key(kind: type[Model], key: UUID) -> Model:
    """A row of which nothing is known but its key; to ask it for more would ask the database."""
    return kind.from_db(connection.alias, [kind._meta.pk.attname], [key])


def _write(question: Callable[..., QuerySet[Any, Any]], taken: list[_Argument], names: tuple[str, ...]) -> Kept | None:
    """Put together twice, each time with other values: the texts have to be the same."""
    texts, stood = [], []
    for time in (0, 1):
        values = iter(stand_ins([value for one in taken if not one.fixed for value in one.values], time))
        given = [one.values if one.fixed else [next(values) for _value in one.values] for one in taken]
        stood.append([value for row in given for value in row])
        others = [one.others(row) if one.others else None for one, row in zip(taken, given, strict=True)]
        plain = len(others) - len(names)
        with connection.execute_wrapper(nobody_asks):
            rows = question(*others[:plain], **dict(zip(names, others[plain:], strict=True)))
            compiler: Any = rows.query.get_compiler(connection=connection)
            try:
                texts.append((rows, compiler, *compiler.as_sql()))
            except EmptyResultSet:
                return Kept(rows, None)
    return _kept_as(texts, stood)


def _kept_as(texts: list[tuple[Any, Any, str, tuple[Any, ...]]], stood: list[list[Any]]) -> Kept | None:
    (rows, compiler, sql, first), (_rows, _compiler, other_sql, second) = texts
    if any(getattr(one, "queryset", None) is not None for one in rows._prefetch_related_lookups) or rows._known_related_objects:
        raise TypeError(
            "What a kept question brings along by a question of its own would stay that of the first time: hang() it."
        )
    parameters = places([first, second], stood) if sql == other_sql and len(first) == len(second) else None
    if parameters is None:
        return None
    converters = compiler.get_converters([column for column, *_rest in compiler.select])
    if connection.vendor == "postgresql":  # takes numbers: nothing is looked for in a long text, and each key is sent once
        parameters, numbers = each_once(parameters, stood[0])
        sql = with_numbers(sql, numbers)
    return Kept(rows, compiler, sql, parameters, converters)
