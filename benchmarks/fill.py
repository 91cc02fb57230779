"""Fill a home of Handrail with the rows of the benchmark: `python -m benchmarks.fill FOLDER`.

BENCH_PEOPLE (10,000), BENCH_N contacts (100,000) of BENCH_WORKERS (200); HANDRAIL_DATABASE_URL for PostgreSQL, encrypted SQLite
without it. What was made and how large it became is told in FOLDER/bench.json, for those who measure.
"""

import gc
import json
import os
import sys
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks import dataset
from handrail.kit.keys import make_keys

TOLD = "bench.json"
ALONE = 30
"""People with whom nobody walks yet, beside the others."""
CACHE = "PRAGMA cache_size = -262144"


@dataclass
class Filled:
    """What a filled home holds."""

    people: int
    contacts: int
    seconds: float
    lines: int
    rows: dict[str, int]
    sizes: dict[str, int]


def begin(home: Path) -> None:
    """An empty home with keys, and Django loaded for it."""
    make_keys(home / "keys")
    for folder in ("data", "heads", "backups"):
        (home / folder).mkdir(mode=0o700, exist_ok=True)
    load(home)
    from django.core.management import call_command

    call_command("migrate", verbosity=0, skip_checks=True)


def load(home: Path) -> None:
    """Django for a home that is there."""
    os.environ["HANDRAIL_HOME"] = str(home.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handrail.project.settings")
    import django

    django.setup()


@dataclass
class Made:
    """The rows that were put, and by which keys to find them again."""

    house: Any
    known: list[Any]
    putter: Any

    @property
    def keys(self) -> dict[str, Any]:
        """By number in the data set: workers, and people as person, enrolment, name."""
        people = [[str(one.person), str(one.enrolment), one.human.name] for one in self.known if one.walked]
        workers = [str(worker.pk) for worker in self.house.workers]
        return {"agency": str(self.house.agency.pk), "workers": workers, "people": people}


def put_everything(people: int, contacts: int, alone: int = ALONE, workers: int = dataset.WORKERS) -> Made:
    """All rows, into the empty database that Django was loaded for. Only the first `workers` had contacts."""
    from benchmarks.filling.contacts import Walking
    from benchmarks.filling.people import Welcoming
    from benchmarks.filling.put import Putter
    from benchmarks.filling.staff import hire_everybody
    from benchmarks.filling.waiting import leave_waiting
    from handrail.kit.planning import count_anew

    now = datetime.now(UTC).replace(microsecond=0)
    came = now - timedelta(days=dataset.DAYS + 30)
    house = hire_everybody(came - timedelta(days=1))
    putter = Putter(house.agency.pk)
    known = Welcoming(putter, house, came, now, people).everybody(people, alone)
    yesterday = (now - timedelta(days=1)).date()
    Walking(putter, house, known, _words_of_goals(known, people), now, workers).until(yesterday, contacts)
    leave_waiting(putter, house, known, now)
    count_anew()
    return Made(house, known, putter)


def fill(people: int, contacts: int, workers: int = dataset.WORKERS) -> tuple[Filled, Made]:
    """All rows, counted for the planner, and the record proved."""
    from django.db import connection

    began = time.perf_counter()
    if connection.vendor == "sqlite":
        connection.cursor().execute(CACHE)
    made = put_everything(people, contacts, workers=workers)
    write_to_its_place()
    lines, rows = prove(made.house.agency.pk), dict(made.putter.rows)
    return Filled(people, contacts, time.perf_counter() - began, lines, rows, _sizes(made.putter)), made


def _words_of_goals(known: list[Any], people: int) -> dict[Any, str]:
    words = (text.capitalize() for _number, _person, text, _state in dataset.goals(people))
    return dict(zip((goal for one in known for goal in one.goals), words, strict=True))


def write_to_its_place() -> None:
    """The same for what lies in its logs, so that who measures does not pay for the filling."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM" if connection.vendor == "postgresql" else "PRAGMA wal_checkpoint(TRUNCATE)")


def prove(agency_id: Any) -> int:
    """The record must prove itself, or nothing here is worth measuring. Gives the number of its lines."""
    from handrail.audit import chain
    from handrail.kit.tenancy import as_agency

    with as_agency(agency_id):
        verdict = chain.verify(agency_id)
    if not verdict:
        raise RuntimeError(verdict.wrong[0])
    return verdict.lines


def _sizes(putter: Any) -> dict[str, int]:
    """Bytes of each table with its indexes: on PostgreSQL as it says, on SQLite by how much the file grew for it."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return dict(putter.grown)
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname, pg_total_relation_size(oid) FROM pg_class WHERE relkind = 'r'")
        return {name: size for name, size in cursor.fetchall() if name in putter.rows}


def main() -> None:
    """Fill the folder named, and tell."""
    home = Path(sys.argv[1])
    begin(home)
    gc.disable()  # a short process that only makes things
    sizes = ("BENCH_PEOPLE", dataset.PEOPLE), ("BENCH_N", 100_000), ("BENCH_WORKERS", dataset.WORKERS)
    filled, made = fill(*(int(os.environ.get(name, usual)) for name, usual in sizes))
    (home / TOLD).write_text(json.dumps({"filled": asdict(filled), **made.keys}))
    print(f"{filled.people:,} people, {filled.contacts:,} contacts, {filled.lines:,} lines in {filled.seconds:.0f} s")


if __name__ == "__main__":
    main()
