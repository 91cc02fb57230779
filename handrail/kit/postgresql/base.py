"""Django's own PostgreSQL backend, with three habits changed for many short questions on one long connection."""

import select
from typing import Any

from django.db.backends.postgresql import base as django_postgresql
from django.db.backends.postgresql.operations import DatabaseOperations
from psycopg import RawCursor
from psycopg.types.datetime import TimestamptzLoader

PLANS_KEPT = 300
"""For each connection: the questions of all pages somebody goes through in a day. The driver would keep a hundred understood."""


class Operations(DatabaseOperations):
    """Django's, which must not look for %s in a text with numbers."""

    def last_executed_query(self, cursor: Any, sql: Any, params: Any) -> Any:
        """For Django's log of queries, when it keeps one."""
        return sql if isinstance(cursor, RawCursor) else super().last_executed_query(cursor, sql, params)


class DatabaseWrapper(django_postgresql.DatabaseWrapper):
    """Named by settings.DATABASES. Every connection speaks UTC: Django sees to it, and this goes by it."""

    ops_class = Operations
    health_check_enabled: bool
    health_check_done: bool

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """As Django makes it. Moments are read by the driver, in C; Django would set their zone once more, in Python."""
        made = super().get_new_connection(conn_params)
        made.prepared_max = PLANS_KEPT
        made.adapters.register_loader("timestamptz", TimestamptzLoader)
        return made

    def create_cursor(self, name: str | None = None) -> Any:
        """Without looking whether its zone is another one. A named one is read bit by bit, and may outlive its transaction.

        Django would choose another class where parameters are put in by the driver; ours go to the server (`server_side_binding`).
        """
        if name is None:
            return self.connection.cursor()
        return self.connection.cursor(name, scrollable=False, withhold=self.connection.autocommit)

    def numbered_cursor(self) -> Any:
        """A cursor as Django would give it, for a text with $1 and $2: nothing is looked for in it, and a value is sent once."""
        self.close_if_health_check_failed()
        self.ensure_connection()
        with self.wrap_database_errors:
            return self._prepare_cursor(RawCursor(self.connection))  # type: ignore[attr-defined]  # not in the stubs

    def close_if_health_check_failed(self) -> None:
        """A server that ends a connection says so on it: it is asked whether it lives only when something waits to be read there.

        One that is gone without a word is found out by the kernel, which asks a quiet line (`keepalives_idle`, settings.py).
        """
        if self.health_check_enabled and not self.health_check_done and self.connection is not None:
            self.health_check_done = not self.connection.closed and says_nothing(self.connection.fileno())
        super().close_if_health_check_failed()


def says_nothing(socket: int) -> bool:
    """Whether nothing waits to be read here, not even the end."""
    waiting = select.poll()
    waiting.register(socket, select.POLLIN)
    return not waiting.poll(0)
