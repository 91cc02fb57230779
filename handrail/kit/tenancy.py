"""Which agency, and which login, the database is being asked for.

On PostgreSQL the row-level security policies read two settings, `handrail.agency` and `handrail.login`, that live no longer
than the transaction. On SQLite there is one wall less, and the two names are only remembered.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from django.db import connection, transaction

_agency: ContextVar[UUID | None] = ContextVar("agency", default=None)
_login: ContextVar[UUID | None] = ContextVar("login", default=None)


def agency_now() -> UUID | None:
    """The agency whose rows may be reached now."""
    return _agency.get()


@contextmanager
def as_agency(agency_id: UUID | None, *, to_the_end: bool = False) -> Iterator[None]:
    """Work on the rows of one agency. Jobs, commands and the request's frame all go through here.

    `to_the_end`: of the transaction around, which fails if this does. It spares a page three questions.
    """
    with _told(_agency, "handrail.agency", agency_id, to_the_end):
        yield


@contextmanager
def as_login(login_id: UUID | None) -> Iterator[None]:
    """Work as one login: its own staff rows may be reached, so that sign-in can find the agency."""
    with _told(_login, "handrail.login", login_id):
        yield


@contextmanager
def _told(name: ContextVar[UUID | None], setting: str, value: UUID | None, to_the_end: bool = False) -> Iterator[None]:
    before = name.get()
    token = name.set(value)
    try:
        if connection.vendor != "postgresql":
            yield
            return
        # The setting ends with the transaction. Inside a longer one (a test, a job for many agencies) the former value comes back.
        outlived = bool(connection.savepoint_ids) if to_the_end else connection.in_atomic_block
        with transaction.atomic(savepoint=not to_the_end):
            _tell(setting, value)
            yield
            if outlived:
                _tell(setting, before)
    finally:
        name.reset(token)


def _tell(setting: str, value: UUID | None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [setting, str(value) if value else ""])
