"""`make bench`: Handrail through its real server, beside the floors, on encrypted SQLite and on PostgreSQL where it is found.

BENCH_N=100000 contacts, BENCH_PEOPLE=10000. From BENCH_N=1000000 on only growth is looked at: 10,000 contacts against so many.
BENCH_SECONDS=4 of each run (three runs, the median counts), BENCH_CLIENTS=1,8, BENCH_ON=sqlite,postgresql,
BENCH_FOLDER to keep the filled homes in. What came of it is kept in var/bench/, and told in docs/benchmarks.md.
"""

import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks import dataset, measures, report
from benchmarks.entering import Everybody
from benchmarks.fill import TOLD
from benchmarks.floor import raw, visit
from benchmarks.floor.databases import Floor
from benchmarks.importing import rows_a_second
from benchmarks.jobs import J1, J2, J3, J4, jobs
from benchmarks.load import Job, beside
from benchmarks.plans import PAGE, FullPlan
from benchmarks.servers import Durable, Server, ask_in, environment_of, floor, handrail, memory, memory_of_all, run
from tests.postgres import find_programs

CONTACTS = int(os.environ.get("BENCH_N", "100000"))
PEOPLE = int(os.environ.get("BENCH_PEOPLE", str(dataset.PEOPLE)))
SECONDS = float(os.environ.get("BENCH_SECONDS", "4"))
CLIENTS = [int(one) for one in os.environ.get("BENCH_CLIENTS", "1,8").split(",")]
ON = os.environ.get("BENCH_ON", "sqlite,postgresql").split(",")
GROWTH_FROM, GROWS_FROM = 1_000_000, 10_000
ASKED_OF_GROWTH = 10
"""Workers: the people of so many have 20 of the few contacts each, a page's worth."""
STARTS = 3
KEPT = Path("var/bench")
MAIN_JOBS = (J1, J2, J3, J4)


@dataclass
class Ground:
    """One database to measure on: a folder for homes, and PostgreSQL unless it is SQLite."""

    name: str
    folder: Path
    cluster: Durable | None = None

    def database(self, name: str) -> str:
        """An empty one, or the file's."""
        return self.cluster.new_database(name) if self.cluster else ""

    def floor(self, name: str) -> Floor:
        return Floor(self.database(name) or str(self.folder / f"{name}.db"))

    def settle(self) -> None:
        if self.cluster:
            self.cluster.settle()


@contextmanager
def ground(name: str, folder: Path) -> Iterator[Ground]:
    """The folder, and for PostgreSQL a cluster that lives as long as the run."""
    folder.mkdir(mode=0o711)
    programs = find_programs()
    if name == "sqlite" or programs is None:
        yield Ground(name, folder)
        return
    cluster = Durable(programs, folder)
    cluster.start()
    try:
        yield Ground(name, folder, cluster)
    finally:
        cluster.stop()


def filled_home(here: Ground, name: str, contacts: int, workers: int = dataset.WORKERS) -> tuple[Path, str, dict[str, Any]]:
    """A home with so many contacts of so many workers, its database, and what was told when it was filled."""
    home, database = here.folder / name, here.database(name)
    home.mkdir()
    say(f"{here.name}: filling {PEOPLE:,} people, {contacts:,} contacts")
    sizes = {"BENCH_N": str(contacts), "BENCH_PEOPLE": str(PEOPLE), "BENCH_WORKERS": str(workers)}
    say("  " + run(["benchmarks.fill", str(home)], environment_of(home, database) | sizes).strip())
    here.settle()
    return home, database, json.loads((home / TOLD).read_text())["filled"]


def taken(columns: dict[str, list[Job]], clients: list[int]) -> dict[str, dict[str, Any]]:
    """The figures of these jobs, by column, name and number of clients. What has one name stands side by side, and is taken in turn."""
    told: dict[str, dict[str, Any]] = {column: {} for column in columns}
    by_name = {column: {job.name: job for job in wanted} for column, wanted in columns.items()}
    for name in dict.fromkeys(name for wanted in by_name.values() for name in wanted):
        for many in clients:
            found = beside({column: wanted[name] for column, wanted in by_name.items() if name in wanted}, many, SECONDS)
            for column, figures in found.items():
                say(f"  {column:12} {name:24} {many} client(s): {figures.p50:8.2f} ms, p95 {figures.p95:8.2f} {figures.error}")
                told[column].setdefault(name, {})[str(many)] = figures.told()
    return told


def side_by_side(here: Ground) -> dict[str, Any]:
    """Handrail on one database, beside its floors."""
    home, database, filled = filled_home(here, "handrail", CONTACTS)
    say(f"{here.name}: filling the floor")
    below = here.floor("floor")
    below.fill(CONTACTS, PEOPLE)
    here.settle()
    with ExitStack() as around:
        site = floor(below.environment, here.folder / "floor.log")
        around.callback(site.stop)
        server, start = started(home, database)
        around.callback(server.stop)
        everybody = Everybody.of(home, ask_in("benchmarks.entering", str(home), **environment_of(home, database)))
        both = {
            "handrail": {
                "filled": filled,
                "start": start,
                "bytes": measures.bytes_each(filled),
                **of_handrail(here, server, everybody),
            },
            "floors": of_floors(below),
        }
        tell_in_turn(both, server, everybody, below, site)
        both["handrail"]["memory"], both["floors"]["memory"] = memory(server.process.pid), memory_of_all(site.process.pid)
    both["handrail"] |= after_all(home, database, both["handrail"]["jobs"])
    return both


def started(home: Path, database: str) -> tuple[Server, float]:
    """The product, and the seconds it took to start, in the middle."""
    handrail(home, database).stop()  # the first start gathers styles and scripts
    starts = []
    for _start in range(STARTS):
        server = handrail(home, database)
        starts.append(server.started_within)
        server.stop()
    return handrail(home, database), statistics.median(starts)


def tell_in_turn(both: dict[str, Any], server: Server, everybody: Everybody, below: Floor, site: Server) -> None:
    """The times of the jobs, of a full plan (beside the floor of a person's page) and of its booklet."""
    visits = visit.jobs(site.port, ask_in("benchmarks.floor.site", **below.environment), PEOPLE)
    columns = {"Handrail": jobs(server.port, everybody), "Django floor": visits, "raw SQL": raw.jobs(below, PEOPLE)}
    times = taken(columns, CLIENTS)
    opened = next(job for job in visits if job.name == J2)
    plans = taken({"Handrail": FullPlan(everybody).jobs(server.port), "Django floor": [replace(opened, name=PAGE)]}, [1])
    both["handrail"] |= {"jobs": times["Handrail"], "plans": plans["Handrail"]}
    both["floors"] |= {"raw": times["raw SQL"], "django": times["Django floor"] | plans["Django floor"]}


def of_handrail(here: Ground, server: Server, everybody: Everybody) -> dict[str, Any]:
    """What is told of Handrail besides times."""
    return {
        "shown": measures.contacts_on_a_page(server.port, everybody),
        "found": measures.found_within(server.port, everybody),
        "weights": measures.weights(server.port, everybody) if here.name == "sqlite" else {},
    }


def of_floors(below: Floor) -> dict[str, Any]:
    """Whom raw SQL finds."""
    return {"found": raw.found_within(below, dataset.queries(PEOPLE, measures.queries_for(PEOPLE)))}


def after_all(home: Path, database: str, told: dict[str, Any]) -> dict[str, Any]:
    """Where the time goes, the import beside nothing else, and whether the record is whole."""
    profiles = {name: profile_of(home, database, name) for name in [*told, PAGE]}
    rows = rows_a_second(home, database)
    say(f"  {rows:,.0f} people imported a second")
    run(["handrail", "audit", "verify", "--home", str(home)], environment_of(home, database))
    return {"profiles": profiles, "import": rows}


def profile_of(home: Path, database: str, job: str) -> str:
    """The beginning of a job's profile."""
    return run(["benchmarks.profile", job, str(home), "--short"], environment_of(home, database))


def growth(here: Ground) -> dict[str, Any]:
    """The four jobs with few contacts and with very many, one client.

    Always of the same workers, with whose people all the few contacts are: so the pages show as much, and only what is stored grows.
    """
    told = {}
    for contacts, workers in ((GROWS_FROM, ASKED_OF_GROWTH), (CONTACTS, dataset.WORKERS)):
        home, database, filled = filled_home(here, f"handrail{contacts}", contacts, workers)
        server = handrail(home, database)
        try:
            everybody = Everybody.of(home, ask_in("benchmarks.entering", str(home), **environment_of(home, database)))
            everybody.workers = everybody.workers[:ASKED_OF_GROWTH]
            wanted = [job for job in jobs(server.port, everybody) if job.name in MAIN_JOBS or job.name.startswith("Today")]
            [times] = taken({f"{contacts:,}": wanted}, [1]).values()
            told[str(contacts)] = {"jobs": times, "filled": filled}
        finally:
            server.stop()
    return told


def say(words: str) -> None:
    """At once, also into a file."""
    print(words, flush=True)


def main() -> None:
    """Measure, keep, tell; after each database, so that a run that is broken off was not for nothing."""
    grows, began = CONTACTS >= GROWTH_FROM, time.monotonic()
    results: dict[str, Any] = {"people": PEOPLE, "contacts": CONTACTS, "seconds": SECONDS, "on": {}}
    whole = PEOPLE >= dataset.PEOPLE and CONTACTS >= report.CONTACTS and set(ON) >= set(report.NAMES)
    name_kept = "growth" if grows else "figures" if whole else "trial"
    if grows and (KEPT / "growth.json").exists():
        before = json.loads((KEPT / "growth.json").read_text())
        if before["contacts"] == CONTACTS:  # asked of one database alone, the other's stays
            results["on"] = before["on"]
    kept = os.environ.get("BENCH_FOLDER")
    folder = Path(kept) if kept else Path(tempfile.mkdtemp(prefix="handrail-bench-"))
    folder.mkdir(exist_ok=True)
    folder.chmod(0o711)
    try:
        for name in ON:
            if name == "postgresql" and not find_programs():
                say("PostgreSQL's programs are not installed here.")
                continue
            with ground(name, folder / name) as here:
                results["on"][name] = growth(here) if grows else side_by_side(here)
            results["minutes"] = (time.monotonic() - began) / 60
            KEPT.mkdir(parents=True, exist_ok=True)
            (KEPT / f"{name_kept}.json").write_text(json.dumps(results, indent=1))
            say(report.write(KEPT, "trial" if name_kept == "trial" else "figures"))
    finally:
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
