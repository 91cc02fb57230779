"""The jobs straight in the database's driver: no HTTP, no Python of anybody between."""

import random
from typing import Any

from benchmarks import dataset
from benchmarks.floor.databases import Floor
from benchmarks.floor.sql import asked
from benchmarks.load import Job

BODY = "x " * 200


def jobs(floor: Floor, people: int) -> list[Job]:
    """J1 to J4."""
    queries, sql = dataset.queries(people), floor.sql

    def find(line: Any, dice: random.Random) -> None:
        line.execute(sql["find"], asked(floor.kind, dice.choice(queries).text)).fetchall()

    def show(line: Any, dice: random.Random) -> None:
        whom = {"p": dice.randrange(1, people + 1)}
        person = line.execute(sql["person"], whom).fetchone()
        goals = line.execute(sql["goals"], whom).fetchall()
        line.execute(sql["notes"], whom).fetchall()
        assert person and len(goals) == dataset.GOALS_EACH

    def record(line: Any, dice: random.Random) -> None:
        person = dice.randrange(1, people + 1)
        what = {"p": person, "w": dataset.worker_of(person), "d": str(dataset.END), "m": 30, "b": BODY}
        line.execute("BEGIN IMMEDIATE" if floor.kind == "sqlite" else "BEGIN")
        line.execute(sql["record"], what).fetchone()
        line.execute(sql["touch"], {"p": person, "d": str(dataset.END)})
        line.execute("COMMIT")

    def caseload(line: Any, dice: random.Random) -> None:
        rows = line.execute(sql["caseload"], {"w": dice.randrange(1, dataset.WORKERS + 1)}).fetchall()
        assert len(rows) == min(50, people // dataset.WORKERS)

    deeds = {"J1": find, "J2": show, "J3": record, "J4": caseload}
    return [Job(name, floor.open, do) for name, do in deeds.items()]


def found_within(floor: Floor, queries: list[dataset.Query], first: int = 20) -> dict[str, float]:
    """How often the person who was meant is among the first, by kind of query."""
    line, hits = floor.open(), {}
    for kind in dict.fromkeys(query.kind for query in queries):
        of_kind = [query for query in queries if query.kind == kind]
        rows = [line.execute(floor.sql["find"], asked(floor.kind, query.text)).fetchall()[:first] for query in of_kind]
        right = [query.person in {row[0] for row in found} for query, found in zip(of_kind, rows, strict=True)]
        hits[kind] = sum(right) / len(right)
    line.close()
    return hits
