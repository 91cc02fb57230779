"""Connections to the database, lent to one request at a time: the one that came back last goes out first.

Each thread of a web process would have a connection of its own, and threads take turns. But what was deciphered of an encrypted
file is kept by connection, and forgotten when another one has written, as every page does: with two threads in turn each page was
read from the file anew, and took half as long again. What one connection to PostgreSQL has planned, another has not either.
"""

from typing import Any

from django.core.signals import request_finished, request_started
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

_at_home: list[BaseDatabaseWrapper] = []
"""Those that nobody has, the last returned at the end."""


def lend_connections() -> None:
    """From now on, in this process. After Django's own look at each connection, which comes first at both ends of a request."""
    request_started.connect(_lend, weak=False)
    request_finished.connect(_take_back, weak=False)


def _lend(**_told: Any) -> None:
    if not connections.all(initialized_only=True) and _at_home:
        one = _at_home.pop()
        connections[one.alias] = one


def _take_back(**_told: Any) -> None:
    for one in connections.all(initialized_only=True):
        del connections[one.alias]
        if not one.allow_thread_sharing:
            one.inc_thread_sharing()
        _at_home.append(one)
