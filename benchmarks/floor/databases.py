"""The floors' own databases: opened and filled. PostgreSQL on the run's server; SQLite encrypted, with the pragmas of Handrail.

The page cache is larger than Handrail's own: the floor is never made slower than it could be.
"""

import os
import re
from pathlib import Path
from typing import Any

from benchmarks import dataset
from benchmarks.floor.sql import INDEXES, JOBS, NEARNESS, TABLES, last_contacts, statements

CACHE = "PRAGMA cache_size = -65536"
PRAGMAS = (
    "PRAGMA cipher_log_level = NONE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    CACHE,
)
KEY = "5ca1ab1e" * 8
"""No secret: nothing in the floor's database is anybody's."""


class Floor:
    """One floor database: where it is, how it is opened, its SQL. `where` is a URL of PostgreSQL or a file's path."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.kind = "postgresql" if where.startswith("postgresql:") else "sqlite"
        jobs = JOBS[self.kind]
        self.sql = (
            jobs if self.kind == "postgresql" else {name: re.sub(r"%\((\w)\)s", r":\1", one) for name, one in jobs.items()}
        )

    @property
    def environment(self) -> dict[str, str]:
        """For the process that serves it."""
        return {"FLOOR": self.where}

    @classmethod
    def named(cls) -> "Floor":
        """The one this process was started for."""
        return cls(os.environ["FLOOR"])

    def open(self) -> Any:
        """A connection of the raw driver, each statement a transaction of its own."""
        if self.kind == "postgresql":
            import psycopg

            line = psycopg.connect(self.where, autocommit=True, prepare_threshold=1)
            line.execute(f"SET pg_trgm.similarity_threshold={NEARNESS}")
            return line
        from sqlcipher3 import dbapi2

        line = dbapi2.connect(self.where, timeout=60, isolation_level=None)
        line.execute(f"PRAGMA key = \"x'{KEY}'\"")
        for pragma in PRAGMAS:
            line.execute(pragma)
        return line

    def fill(self, notes: int, people: int) -> None:
        """Tables, rows, indexes, and what the planner needs to know."""
        if self.kind == "sqlite":
            Path(self.where).unlink(missing_ok=True)
        line = self.open() if self.kind == "sqlite" else self._open_to_make()
        for statement in statements(TABLES[self.kind]):
            line.execute(statement)
        line.execute("BEGIN")
        last = last_contacts(notes, people)
        workers = ((worker, f"Worker {worker:03}") for worker in range(1, dataset.WORKERS + 1))
        humans = (
            (one.number, one.first, one.last, str(one.born_on), one.phone, one.worker, last.get(one.number, str(dataset.END)))
            for one in dataset.people(people)
        )
        written = (
            (one.number, one.person, one.worker, str(one.day), one.minutes, one.text) for one in dataset.notes(notes, people)
        )
        self._put(line, "worker (id, name)", workers)
        self._put(line, "person (id, first, last, dob, phone, worker_id, last_contact)", humans)
        self._put(line, "goal (id, person_id, txt, state)", dataset.goals(people))
        self._put(line, "note (id, person_id, worker_id, day, minutes, body)", written)
        line.execute("COMMIT")
        for statement in statements(INDEXES[self.kind]):
            line.execute(statement)
        if self.kind == "sqlite":
            line.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        line.close()

    def _open_to_make(self) -> Any:
        import psycopg

        return psycopg.connect(self.where, autocommit=True)

    def _put(self, line: Any, table: str, rows: Any) -> None:
        if self.kind == "postgresql":
            with line.cursor().copy(f"COPY {table} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            line.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * (table.count(',') + 1))})", rows)
