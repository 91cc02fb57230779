"""Text that both databases compare letter by letter."""

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper


class BytewiseField(models.CharField):
    """A short text in the order of its letters' codes, so that "everything that begins with mar" is one stretch of an index.

    SQLite compares so by itself; PostgreSQL compares by the rules of the database's language unless it is told.
    """

    def db_parameters(self, connection: BaseDatabaseWrapper) -> dict[str, Any]:
        """The same column, with PostgreSQL told."""
        told: dict[str, Any] = dict(super().db_parameters(connection))
        if connection.vendor == "postgresql":
            told["collation"] = "C"
        return told
