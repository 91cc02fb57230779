"""Columns of the list of people. Apps above offer theirs in `apps.py`; the list does not know them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise

from handrail.accounts.models import Staff
from handrail.people.models import Person


@dataclass(frozen=True)
class Column:
    """One thing told about everybody in the list.

    `annotate` gives expressions over Person by the names under which `words` then finds their values; they must keep to the
    program wall themselves (`visible_to(staff, at)`). `words` says it in a few words; empty when there is nothing to tell.
    `sort_by` is one of the annotations: the smallest comes first, who has none comes last; `sort_words` names that order.
    """

    name: str
    heading: str | Promise
    annotate: Callable[[Staff, datetime], dict[str, Any]]
    words: Callable[[Person], str]
    order: int
    sort_by: str = ""
    sort_words: str | Promise = ""


_columns: dict[str, Column] = {}


def register(column: Column) -> None:
    """Offer a column. Call it from `apps.py`."""
    _columns[column.name] = column


def columns() -> list[Column]:
    """All columns, in their order."""
    return sorted(_columns.values(), key=lambda column: column.order)
