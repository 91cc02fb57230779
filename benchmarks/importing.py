"""How fast people come from a file: `handrail import people` on a filled home, timed from the end of the dry run until all are there."""

import csv
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.dataset import people
from benchmarks.servers import environment_of
from tests.product import ROOT, clean_environment

ROWS = 5000
SEED = 9
"""Other people than those who are there."""
THERE = "people are here now"


def rows_a_second(home: Path, database: str, rows: int = ROWS) -> float:
    """Takes over so many people by the command; 0 when it said no."""
    file = home.with_suffix(".csv")
    with file.open("w", encoding="utf-8", newline="") as told:
        write = csv.writer(told)
        write.writerow(["First name", "Last name", "Birth date", "Phone"])
        write.writerows([one.first, one.last, one.born_on, one.phone] for one in people(rows, SEED))
    words = ["import", "people", str(file), "--home", str(home), "--program", "Program 1", "--by", "supervisor01", "--apply"]
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "handrail", *words],
        cwd=ROOT,
        env=clean_environment(**environment_of(home, database)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        return _rate(process, rows)


def _rate(process: subprocess.Popen[str], rows: int) -> float:
    """The dry run ends with its report, and the taking over with one line; between them are lines of how far it is."""
    began = time.perf_counter()
    assert process.stdout is not None
    for line in process.stdout:
        if THERE in line:
            return rows / (time.perf_counter() - began)
        if not line.rstrip().endswith("…"):
            began = time.perf_counter()
    return 0.0
