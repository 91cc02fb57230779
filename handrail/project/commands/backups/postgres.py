"""Backups of a PostgreSQL database through pg_dump and pg_restore.

Row-level security is FORCEd, so a dump made by the role Handrail runs as would leave rows out. Dumps are made by a second
role that may read everything and change nothing (docs/running.md); without one, the backup is refused. A dump is plain text,
so it is never on the disk except under a key that only this process holds.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from uuid import UUID

from handrail.project.commands.backups.archive import Member
from handrail.project.commands.backups.facts import Facts
from handrail.project.commands.backups.pipes import reading
from handrail.project.commands.backups.sealing import CountingReader, Shelf
from handrail.project.commands.trouble import Trouble

DUMP = "data/handrail.dump"
REPEATABLE_READ = 3
BACKUP_URL = "HANDRAIL_BACKUP_DATABASE_URL"
HOW_TO_ALLOW = (
    "make a role for backups (CREATE ROLE handrail_backup LOGIN BYPASSRLS PASSWORD '...'; "
    f"GRANT pg_read_all_data TO handrail_backup;) and name it in {BACKUP_URL} (docs/running.md)."
)


def environment(url: str) -> dict[str, str]:
    """How PostgreSQL's own programs are told where the database is; a password never stands in a command line."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    told = {
        "PGHOST": unquote(host.rpartition(":")[0] if parts.port else host),
        "PGPORT": str(parts.port or ""),
        "PGUSER": unquote(parts.username or ""),
        "PGPASSWORD": unquote(parts.password or ""),
        "PGDATABASE": unquote(parts.path.lstrip("/")),
    }
    return {name: value for name, value in told.items() if value}


@contextmanager
def connected(url: str) -> Iterator[Any]:
    """A connection past Django, in the role that the address names."""
    import psycopg

    told = environment(url)
    words = {"PGHOST": "host", "PGPORT": "port", "PGUSER": "user", "PGPASSWORD": "password", "PGDATABASE": "dbname"}
    try:
        connection = psycopg.connect(**{words[name]: value for name, value in told.items()})  # type: ignore[arg-type]
    except psycopg.OperationalError:
        raise Trouble(
            f"The PostgreSQL database {told.get('PGDATABASE', '')} does not let {told.get('PGUSER', 'us')} in: "
            "see that the server runs, that the database and the role exist, and that the password is right."
        ) from None
    with connection:
        yield connection


def has_tables(url: str) -> bool:
    """Whether Handrail's tables are there."""
    with connected(url) as connection:
        return bool(connection.execute("SELECT to_regclass('django_migrations') IS NOT NULL").fetchone()[0])


def is_empty(url: str) -> bool:
    """Whether there is nothing at all that a restore could disturb."""
    with connected(url) as connection:
        found = connection.execute(
            "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'"
        )
        return bool(found.fetchone()[0] == 0)


def program(name: str) -> str:
    """Where pg_dump or pg_restore is, or a refusal."""
    found = shutil.which(name)
    if not found:
        raise Trouble(
            f"{name} is not on this computer, and a PostgreSQL database cannot be backed up or restored without it: "
            "install PostgreSQL's client programs (on Debian: apt install postgresql-client)."
        )
    return found


def dump(shelf: Shelf) -> tuple[Facts, Member]:
    """One moment of the database, dumped onto the shelf, read through again, and compared with what was counted then."""
    for name in ("pg_dump", "pg_restore"):
        program(name)
    url = os.environ.get(BACKUP_URL) or os.environ["HANDRAIL_DATABASE_URL"]
    with connected(url) as connection:
        connection.isolation_level, connection.read_only = REPEATABLE_READ, True
        refuse_a_role_that_sees_less(connection)
        snapshot = connection.execute("SELECT pg_export_snapshot()").fetchone()[0]
        facts = _facts(connection)
        sha256, size = _run_pg_dump(url, snapshot, shelf)
    if rows_in(shelf) != facts.rows:
        raise Trouble(
            "The dump does not hold the rows that were counted in the database: nothing was kept; run the backup again."
        )
    return facts, Member(DUMP, size, sha256, lambda: reading(shelf.empty))


def refuse_a_role_that_sees_less(connection: Any) -> None:
    """Without this, the dump would fail half-way or, worse, hold one agency only."""
    row = connection.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user").fetchone()
    if not row[0]:
        raise Trouble(
            f"The role that would make the backup does not see every agency's rows, so nothing was backed up: {HOW_TO_ALLOW}"
        )


def refuse_a_role_that_sees_too_much(url: str) -> None:
    """What this role restores it will own: it must be the one Handrail runs as, which obeys row-level security."""
    with connected(url) as connection:
        row = connection.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user").fetchone()
    if row[0]:
        raise Trouble(
            "The role in HANDRAIL_DATABASE_URL passes by row-level security: name the one Handrail is to run as, "
            "made with NOSUPERUSER NOBYPASSRLS; nothing was restored."
        )


def _facts(connection: Any) -> Facts:
    names = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename").fetchall()
    if ("audit_head",) not in names:
        raise Trouble(
            f"There are no Handrail tables in the database that {BACKUP_URL} names: give it the same database's name."
        )
    rows = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names}  # noqa: S608 - its own tables
    heads = connection.execute("SELECT agency_id, seq, seal FROM audit_head ORDER BY agency_id").fetchall()
    done = connection.execute("SELECT app, name FROM django_migrations ORDER BY app, name").fetchall()
    return Facts(
        "postgresql",
        rows,
        {UUID(str(agency)): (seq, bytes(seal)) for agency, seq, seal in heads},
        [f"{app}.{name}" for app, name in done],
    )


def _run_pg_dump(url: str, snapshot: str, shelf: Shelf) -> tuple[str, int]:
    words = [program("pg_dump"), "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", "-w"]
    process = subprocess.Popen(words, env=os.environ | environment(url), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    with process.stdout as out, process.stderr as errors:
        counting = CountingReader(out.read)
        shelf.fill(counting)
        said = errors.read().decode(errors="replace")
    if process.wait():
        raise Trouble(_why_not("pg_dump", said))
    return counting.digest.hexdigest(), counting.size


def _why_not(name: str, said: str) -> str:
    """The sentence for a program that failed. What it wrote may quote rows, so it is looked at and not shown."""
    if "row-level security" in said or "row security" in said:
        return f"The role that makes the backup does not see every agency's rows, so nothing was backed up: {HOW_TO_ALLOW}"
    if "version mismatch" in said or "unsupported version" in said:
        return f"{name} is older than the PostgreSQL server: install the client programs of the server's version."
    if "permission denied" in said:
        return f"{name} was refused by the database: give its role the rights that docs/running.md names."
    return f"{name} failed, and nothing was kept: see that the server runs and that {name} is of its version."


def rows_in(shelf: Shelf) -> dict[str, int]:
    """How many rows a dump holds, by table, found by reading it through with pg_restore."""
    process = subprocess.Popen(
        [program("pg_restore"), "--data-only", "--file=-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    with ThreadPoolExecutor(1) as other:
        counted = other.submit(_count_copied, process.stdout)
        with process.stdin as target:
            shelf.empty(target)
        rows = counted.result()
    process.stdout.close()
    if process.wait():
        raise Trouble("The dump cannot be read through by pg_restore: nothing was kept; run the backup again.")
    return rows


def _count_copied(lines: Iterable[bytes]) -> dict[str, int]:
    """The rows between `COPY public.table (...) FROM stdin;` and `\\.`: one line each, whatever they hold."""
    counted: dict[str, int] = {}
    table = ""
    for line in lines:
        if table:
            if line == b"\\.\n":
                table = ""
            else:
                counted[table] += 1
        elif line.startswith(b"COPY public."):
            table = line.split(b" ", 2)[1].decode().removeprefix("public.").strip('"')
            counted[table] = 0
    return counted


def restore_dump(shelf: Shelf, url: str) -> None:
    """Everything into the empty database, in one transaction: all of it, or nothing."""
    words = [program("pg_restore"), "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", "-w"]
    database = environment(url)["PGDATABASE"]
    process = subprocess.Popen(
        [*words, f"--dbname={database}"],
        env=os.environ | environment(url),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stderr is not None
    try:
        with process.stdin as target:
            shelf.empty(target)
    except OSError:
        pass  # pg_restore gave up early; what it says tells more
    said = process.stderr.read().decode(errors="replace")
    process.stderr.close()
    if process.wait():
        raise Trouble(_why_not("pg_restore", said))


def path_for(folder: Path) -> Path:
    """Where a dump lies under its short-lived key."""
    return folder / "dump.sealed"
