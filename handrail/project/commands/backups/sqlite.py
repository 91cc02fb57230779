"""Copying the encrypted database while others write to it, and looking whether a copy is sound.

`VACUUM INTO` reads one moment of the database and encrypts the copy with the same key; nothing ever lies on the disk in plain
text. Copying the file itself is not a backup: measured, such copies broke, or opened fine and silently lacked the newest notes.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from handrail.project.commands.backups.facts import Facts
from handrail.project.commands.trouble import Trouble

BUSY_SECONDS = 60


@contextmanager
def opened(path: Path, key: str) -> Iterator[Any]:
    """The database without Django, under its key."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(path), timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("PRAGMA temp_store = MEMORY")
        yield connection
    finally:
        connection.close()


def copy_database(source: Path, key: str, target: Path) -> None:
    """A whole and consistent copy, under the same key. Writers go on meanwhile."""
    with opened(source, key) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
    target.chmod(0o600)
    with open(target, "rb") as file:
        os.fsync(file.fileno())


def look(path: Path, key: str) -> Facts:
    """Open the copy with the key, have SQLite prove it whole, and count what it holds."""
    from sqlcipher3 import dbapi2

    try:
        with opened(path, key) as connection:
            _prove_whole(connection)
            return Facts("sqlite", _rows(connection), _heads(connection), _migrations(connection))
    except dbapi2.DatabaseError as error:
        raise Trouble(
            "The copy of the database cannot be opened or is not whole: run `handrail check`, then try again."
        ) from error


def _prove_whole(connection: Any) -> None:
    damage = [row[0] for row in connection.execute("PRAGMA cipher_integrity_check")]
    said = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    if damage or said != ["ok"]:
        raise Trouble(
            "The database is damaged (its integrity check failed): stop Handrail, keep the folder as it is, "
            "and restore the last good backup into another folder."
        )
    astray = list(connection.execute("PRAGMA foreign_key_check"))
    if astray:
        tables = ", ".join(sorted({str(row[0]) for row in astray}))
        raise Trouble(
            f"The database holds {len(astray)} rows that point to nothing (in {tables}): keep the folder and report this."
        )


def _rows(connection: Any) -> dict[str, int]:
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    names = [name for (name,) in tables.fetchall()]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608 - its own tables


def _heads(connection: Any) -> dict[UUID, tuple[int, bytes]]:
    rows = connection.execute("SELECT agency_id, seq, seal FROM audit_head ORDER BY agency_id")
    return {UUID(bytes=agency): (seq, bytes(seal)) for agency, seq, seal in rows}


def _migrations(connection: Any) -> list[str]:
    rows = connection.execute("SELECT app, name FROM django_migrations ORDER BY app, name")
    return [f"{app}.{name}" for app, name in rows]
