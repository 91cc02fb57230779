"""The jobs on the one file of Django, over HTTP, as a browser that is signed in."""

import random
from typing import Any
from urllib.parse import quote

from benchmarks import dataset
from benchmarks.floor.raw import BODY
from benchmarks.load import Job, Line


def jobs(port: int, headers: dict[str, str], people: int) -> list[Job]:
    """J1 to J4."""
    queries = dataset.queries(people)

    def find(line: Any, dice: random.Random) -> None:
        line.ask("GET", f"/j1?q={quote(dice.choice(queries).text)}")

    def show(line: Any, dice: random.Random) -> None:
        assert b"<dt>Born</dt>" in line.ask("GET", f"/j2?p={dice.randrange(1, people + 1)}")

    def record(line: Any, dice: random.Random) -> None:
        person = dice.randrange(1, people + 1)
        sent = {"p": person, "w": dataset.worker_of(person), "d": str(dataset.END), "m": 30, "b": BODY}
        line.ask("POST", "/j3", sent, ok=302)

    def caseload(line: Any, dice: random.Random) -> None:
        page = line.ask("GET", f"/j4?w={dice.randrange(1, dataset.WORKERS + 1)}")
        assert page.count(b"<tr>") == min(50, people // dataset.WORKERS)

    deeds = {"J1": find, "J2": show, "J3": record, "J4": caseload}
    return [Job(name, lambda: Line(port, headers), do) for name, do in deeds.items()]
