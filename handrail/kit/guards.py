"""A page that is only looked at writes nothing: the database itself refuses it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

WRITES = re.compile(
    r"^\s*(?:WITH\b.*?\)\s*)?"
    r"(?P<verb>INSERT(?:\s+OR\s+\w+)?\s+INTO|UPDATE|DELETE\s+FROM|REPLACE\s+INTO)\s+\"?(?P<table>\w+)",
    re.I | re.S,
)

# What may be written while a page is shown: the record of who looked, and the session's own book-keeping.
WRITTEN_WHILE_LOOKING = frozenset(
    {
        "audit_entry",
        "audit_head",
        "django_session",
        "usersessions_usersession",
        "accounts_attempt",
    }
)


class LookingWrote(RuntimeError):
    """A GET tried to change something. A bug: acts belong on POST."""


def _refuse_writes(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    found = WRITES.match(sql)
    if found and found["table"].lower() not in WRITTEN_WHILE_LOOKING:
        raise LookingWrote(f"{found['verb'].split()[0]} on {found['table']} while only looking")
    return execute(sql, params, many, context)


@contextmanager
def only_looking() -> Iterator[None]:
    """Refuse every write but the named few, for as long as the block runs."""
    with connection.execute_wrapper(_refuse_writes):
        yield
