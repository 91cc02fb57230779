"""How long somebody waits who saves a page while people come from a file: `python -m benchmarks.beside_import FOLDER [ROWS]`.

Encrypted SQLite, where one writes at a time. A second process adds a line to the record every few hundredths of a second, as every
page does, from the dry run until all are there; it tells how long each took.
"""

import csv
import io
import json
import statistics
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import UUID

from benchmarks.dataset import people
from benchmarks.fill import begin, load

ROWS = 4000
SEED = 9
BETWEEN = 0.03


def main() -> None:
    """Bring a list in, with somebody beside it; print the waits of both halves in milliseconds."""
    home = Path(sys.argv[1])
    if len(sys.argv) > 3:
        _write_until_told(home, UUID(sys.argv[3]))
        return
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else ROWS
    home.mkdir(parents=True, exist_ok=True)
    begin(home)
    print(json.dumps(_measured(home, rows), indent=1))


def _measured(home: Path, rows: int) -> dict[str, Any]:
    from django.utils import timezone

    from handrail.exchange import actions, queries
    from handrail.exchange.work import turn
    from handrail.kit.tenancy import as_agency
    from tests.cast import assemble
    from tests.exchange.bringing import sent

    def go_on() -> float:
        began = time.monotonic()
        while turn(imported.pk, cast.agency.pk, 600):
            pass
        return time.monotonic() - began

    cast = assemble()
    with as_agency(cast.agency.pk):
        imported = sent(cast, _list(rows))
        go_on()
        imported = queries.import_of(imported.pk)
        actions.agree(imported=imported, columns=imported.looked, by=cast.sam, at=timezone.now())
        told = {"rows": rows}
        with _Beside(home, rows, cast.sam.pk) as waits:
            told["reading"] = {"people a second": round(rows / go_on())}
        told["reading"] |= _waits(waits)
        actions.begin_taking_over(imported=imported, by=cast.sam, at=timezone.now())
        with _Beside(home, rows, cast.sam.pk) as waits:
            told["taking over"] = {"people a second": round(rows / go_on())}
        told["taking over"] |= _waits(waits)
    return told


class _Beside:
    """Somebody who writes, in a process of their own."""

    def __init__(self, home: Path, rows: int, by: UUID) -> None:
        self.words = [sys.executable, "-m", "benchmarks.beside_import", str(home), str(rows), str(by)]
        self.waits: list[float] = []

    def __enter__(self) -> list[float]:
        self.process = subprocess.Popen(self.words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        self.process.stdout.readline()
        return self.waits

    def __exit__(self, *_: object) -> None:
        said, _nothing = self.process.communicate("", timeout=60)
        self.waits += json.loads(said)


def _write_until_told(home: Path, by: UUID) -> None:
    """A line, a breath, a line: until nobody listens any more."""
    load(home)
    import select

    from django.utils import timezone

    from handrail.accounts.models import Staff
    from handrail.audit.journal import one_work, record

    staff, waits = Staff.objects.get(pk=by), []
    print("ready", flush=True)
    while not select.select([sys.stdin], [], [], BETWEEN)[0]:
        began = time.perf_counter()
        with one_work():
            record("person.opened", by=staff, at=timezone.now())
        waits.append(time.perf_counter() - began)
    with suppress(BrokenPipeError):
        print(json.dumps(waits), flush=True)


def _waits(waits: list[float]) -> dict[str, Any]:
    cuts = statistics.quantiles(waits, n=100)
    found = {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98], "most": max(waits)}
    return {"writes": len(waits)} | {f"wait {name} ms": round(1000 * value) for name, value in found.items()}


def _list(rows: int) -> bytes:
    told = io.StringIO()
    write = csv.writer(told)
    write.writerow(["First name", "Last name", "Birth date", "Phone"])
    write.writerows([one.first, one.last, one.born_on, one.phone] for one in people(rows, SEED))
    return told.getvalue().encode()


if __name__ == "__main__":
    main()
