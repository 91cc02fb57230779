"""Where the time of a page goes: `python -m benchmarks.profile J2 [FOLDER]`, in this process, on a filled home.

Prints every query with its time and the line of Handrail that asked it, then the functions that took longest, by themselves and with
all they called. J1, J2, J3, J4, "Today", "Today of a supervisor", "plan" (once the benchmark
wrote one); HANDRAIL_HOME when no folder is named.
"""

import argparse
import cProfile
import gc
import io
import os
import pstats
import random
import re
import statistics
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import urlencode

from benchmarks.entering import Everybody, enter_all
from benchmarks.fill import load
from benchmarks.jobs import Deeds
from benchmarks.plans import PAGE, FullPlan
from handrail.project.commands.processes import share_memory

ROUNDS = 30
PASSED_THROUGH = ("kit/sqlcipher", "kit/guards", "kit/tenancy", "audit/journal")
"""Where every query comes by; the line before is the one that asks."""

WHOSE = (
    ("Cursor", "the database"),
    ("psycopg", "the database's driver"),
    ("Connection' objects", "the database"),
    ("django/db", "Django's ORM"),
    ("django/template", "Django's templates"),
    ("django/forms", "Django's forms"),
    ("/django/", "the rest of Django"),
    ("allauth", "the rest of Django"),
    ("handrail/ui", "Handrail's components"),
    ("/handrail/", "Handrail's own code"),
)
"""Which code is whose, by a sign in its file and name; the first that fits."""


class Within:
    """The application in this process, asked as a server asks it."""

    def __init__(self) -> None:
        from handrail.project.wsgi import application

        self.application = application

    def ask(
        self, method: str, path: str, form: dict[str, Any] | None = None, headers: dict[str, str] | None = None, ok: int = 200
    ) -> bytes:
        body = urlencode(form or {}, doseq=True).encode()
        environment = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "HTTP_HOST": "localhost",
            "REMOTE_ADDR": "127.0.0.1",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": io.StringIO(),
            "HTTP_COOKIE": (headers or {}).get("Cookie", ""),
            "CONTENT_LENGTH": str(len(body)) if form is not None else "",
            "CONTENT_TYPE": "application/x-www-form-urlencoded" if form is not None else "",
        }
        status: list[str] = []
        answer = self.application(environment, lambda said, _headers, _wrong=None: status.append(said))
        try:
            data = b"".join(answer)
        finally:
            answer.close()
        if not status[0].startswith(str(ok)):
            raise RuntimeError(f"{method} {path} gave {status[0]}, not {ok}")
        return data


@dataclass
class Listening:
    """What was asked of the database in each round: by place, in order."""

    asked: list[tuple[str, str, float]] = field(default_factory=list)

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            took = 1000 * (time.perf_counter() - began)
            self.asked.append((_place(), _told(sql), took))


def _place() -> str:
    """The nearest line of Handrail that is not one every query comes by."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        within = frame.f_code.co_filename.partition("/handrail/")[2]
        if within and not within.startswith(PASSED_THROUGH):
            return f"{within}:{frame.f_lineno} {frame.f_code.co_name}"
        frame = frame.f_back
    return "Django"


def _told(sql: str) -> str:
    """The kind of statement, and the first table it names."""
    table = re.search(r'(?:FROM|INTO|UPDATE)\s+"?(\w+)', sql)
    return f"{sql.split(None, 1)[0]} {table[1] if table else ''}"


def profiled(do: Any, name: str, rounds: int = ROUNDS, short: bool = False) -> str:
    """The whole report of one job; or the top of it, for a document."""
    line = Within()
    for number in range(3):
        do(line, random.Random(number))
    gc.collect()
    share_memory()  # as every web process begins
    took, worked = [], time.process_time()
    for number in range(rounds):
        began = time.perf_counter()
        do(line, random.Random(number))
        took.append(1000 * (time.perf_counter() - began))
    worked = 1000 * (time.process_time() - worked) / rounds
    took.sort()
    told = [
        f"{name}: {statistics.median(took):.1f} ms in the middle, {took[int(0.95 * len(took))]:.1f} ms at the 95th percentile,",
        f"{worked:.1f} ms of work by this process (grows less than the rest when others are busy); {rounds} rounds, without HTTP.",
        "",
        *_queries(do, line, rounds, short),
        "",
        *_functions(do, line, rounds, short),
    ]
    return "\n".join(told)


def _queries(do: Any, line: Within, rounds: int, short: bool) -> list[str]:
    """A round's queries in order, each with the mean of its time; rounds that asked another number are left out."""
    from django.db import connection

    each = []
    for number in range(rounds):
        listening = Listening()
        with connection.execute_wrapper(listening):
            do(line, random.Random(number))
        each.append(listening.asked)
    numbers = sorted(len(asked) for asked in each)
    usual = statistics.mode(numbers)
    alike = [asked for asked in each if len(asked) == usual]
    mean = [statistics.mean(asked[number][2] for asked in alike) for number in range(usual)]
    told = [f"{usual} queries (from {numbers[0]} to {numbers[-1]}), {sum(mean):.2f} ms together until each gave its first row"]
    if not short:
        told += [f"  {took:6.2f} ms  {what:44} {place}" for (place, what, _one), took in zip(alike[0], mean, strict=True)]
    by_place: defaultdict[str, float] = defaultdict(float)
    for (place, _what, _one), took in zip(alike[0], mean, strict=True):
        by_place[place.partition(" ")[0].partition(":")[0]] += took
    told += ["by file:"] + [
        f"  {took:6.2f} ms  {place}" for place, took in sorted(by_place.items(), key=lambda one: -one[1])[:5]
    ]
    return told


def _functions(do: Any, line: Within, rounds: int, short: bool) -> list[str]:
    watch = cProfile.Profile()
    watch.enable()
    for number in range(rounds):
        do(line, random.Random(number))
    watch.disable()
    told = [_shares(pstats.Stats(watch)), ""]
    wanted = (("tottime", "by themselves", 25), ("cumulative", "with all they called", 60))
    for order, heading, most in (("tottime", "by themselves", 6),) if short else wanted:
        out = io.StringIO()
        stats: Any = pstats.Stats(watch, stream=out)
        stats.sort_stats(order).print_stats(most)
        told += [f"functions, {heading} ({rounds} rounds, slowed by being watched; times of all rounds in seconds)"]
        told += [_short(row) for row in out.getvalue().splitlines() if re.match(r"\s*\d[\d/]*\s+\d", row)]
        told.append("")
    return told


def _shares(stats: Any) -> str:
    """Whose code the time was spent in."""
    spent: defaultdict[str, float] = defaultdict(float)
    for (file, _line, name), (_calls, _all, own, _with_called, _callers) in stats.stats.items():
        spent[next((whose for sign, whose in WHOSE if sign in f"{file} {name}"), "Python's library and built-ins")] += own
    whole = sum(spent.values())
    shares = sorted(spent.items(), key=lambda one: -one[1])
    return "where the work was: " + ", ".join(f"{whose} {took / whole:.0%}" for whose, took in shares)


def _short(row: str) -> str:
    """Without the folders of this computer."""
    return re.sub(r"\s/\S*?/(?=(?:handrail|benchmarks|django|allauth|lib)/)(?:lib/python[\d.]+/(?:site-packages/)?)?", " ", row)


def main() -> None:
    """Profile what was asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("job")
    asked.add_argument("home", nargs="?", default=os.environ.get("HANDRAIL_HOME", "."))
    asked.add_argument("--rounds", type=int, default=ROUNDS)
    asked.add_argument("--short", action="store_true")
    typed = asked.parse_args()
    home = Path(typed.home)
    load(home)
    everybody = Everybody.of(home, enter_all())
    jobs = Deeds(everybody).by_name | {PAGE: FullPlan(everybody).show}
    print(profiled(jobs[typed.job], typed.job, typed.rounds, typed.short))


if __name__ == "__main__":
    main()
