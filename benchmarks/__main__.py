"""Times the pages of this release through the real server, on encrypted SQLite and on PostgreSQL where it is found.

10,000 people and 200 peers, made by the actions. Prints a table and keeps it in var/bench.md. The budgets of the main job, beside the
floors they are measured against, come with that job.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.fill import PEOPLE
from tests.faults.house import House
from tests.postgres import Cluster, find_programs

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "60"))
REPORT = Path("var/bench.md")


@dataclass
class Job:
    """One thing a peer does, timed."""

    name: str
    method: str
    path: str
    form: dict[str, str] | None = None


def jobs(known: dict[str, str]) -> list[Job]:
    """The pages of this release."""
    return [
        Job("Today", "GET", "/"),
        Job("my people, 50 rows", "GET", "/people/"),
        Job("find a person", "POST", "/people/search/", {"words": known["part"]}),
        Job("open a person", "GET", f"/people/{known['person']}/"),
        Job("who opened it", "GET", f"/people/{known['person']}/opened/"),
        Job("session asked", "GET", "/my/session/"),
    ]


def timed(house: House, job: Job, clients: int) -> list[float]:
    """Milliseconds of every answer, asked by so many at once."""
    took: list[float] = []

    def ask() -> None:
        for _round in range(ROUNDS // clients):
            started = time.perf_counter()
            status = house.ask(job.method, job.path, job.form)
            took.append((time.perf_counter() - started) * 1000)
            assert status == 200, (job.name, status)

    hands = [threading.Thread(target=ask) for _client in range(clients)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    return sorted(took)


def memory(pid: int) -> float:
    """MiB that a process and its children hold (PSS: what is shared is shared out)."""
    children = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False).stdout.split()
    total = 0
    for one in [str(pid), *children]:
        for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total / 1024


def bench(name: str, database: str, folder: Path) -> list[str]:
    """The table's rows for one database."""
    house = House(folder / name, database, script="benchmarks.fill")
    started = time.perf_counter()
    house.start("handrail.project.wsgi:application")
    rows = [f"| {name} | start until the first answer | {(time.perf_counter() - started) * 1000:.0f} | | |"]
    for job in jobs(house.known):
        timed(house, job, 1)
        alone, eight = timed(house, job, 1), timed(house, job, 8)
        p95 = eight[int(len(eight) * 0.95) - 1]
        rows.append(f"| {name} | {job.name} | {statistics.median(alone):.1f} | {statistics.median(eight):.1f} | {p95:.1f} |")
    rows.append(f"| {name} | memory of two web workers, MiB | {memory(house.web.pid):.0f} | | |")
    house.kill()
    return rows


def main() -> None:
    """Measure, print, keep."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o711)
        rows += bench("SQLite", "", Path(folder))
        if programs := find_programs():
            cluster = Cluster(programs, Path(folder))
            cluster.start()
            os.environ["HANDRAIL_TEST_PG"] = cluster.url("postgres")
            from tests.faults.house import new_database

            rows += bench("PostgreSQL", new_database(), Path(folder))
            cluster.stop()
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {PEOPLE:,} people"
    table = "\n".join(["| database | what | 1 client, ms | 8 clients, ms | 8 clients p95 |", "|---|---|---|---|---|", *rows])
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(f"{machine}\n\n{table}\n")
    print(f"\n{machine}\n\n{table}")


if __name__ == "__main__":
    sys.exit(main())
