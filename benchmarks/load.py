"""The load: so many clients, each a process of its own that waits for an answer before it asks again; the median of three runs.

A job does one whole deed of a user (it may need several requests) and raises on a wrong answer.
"""

import http.client
import multiprocessing
import os
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode

RUNS = 3
WARMING = 0.5
"""Seconds: a server that has been waiting for its turn has lost what the processor keeps at hand."""
QUIET = 0.35
"""So much of one core others may use when a run begins."""


@dataclass(frozen=True)
class Job:
    """What is measured: `open` gives each client what it works with, `do` is the deed."""

    name: str
    open: Callable[[], Any]
    do: Callable[[Any, random.Random], Any]


@dataclass
class Figures:
    """What came of a job: milliseconds at the middle and at the 95th percentile, deeds a second, and how far to trust them."""

    p50: float = 0
    p95: float = 0
    a_second: float = 0
    deeds: int = 0
    spread: float = 1
    others: float = 0
    error: str = ""

    def told(self) -> dict[str, Any]:
        return {name: round(value, 3) if isinstance(value, float) else value for name, value in asdict(self).items()}


class Line:
    """A connection that is kept alive, as a browser keeps it."""

    def __init__(self, port: int, headers: dict[str, str] | None = None) -> None:
        self.port, self.headers = port, headers or {}
        self.line = http.client.HTTPConnection("localhost", port, timeout=120)

    def ask(
        self, method: str, path: str, form: dict[str, Any] | None = None, headers: dict[str, str] | None = None, ok: int = 200
    ) -> bytes:
        """The answer's body. A line that the server closed meanwhile is opened once more, as browsers do."""
        body = urlencode(form, doseq=True) if form is not None else None
        sent = self.headers | (headers or {})
        if form is not None:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        for again in (True, False):
            try:
                self.line.request(method, path, body, sent)
                answer = self.line.getresponse()
                data = answer.read()
                break
            except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
                self.line.close()
                if not again:
                    raise
        if answer.status != ok:
            raise RuntimeError(f"{method} {path} gave {answer.status}, not {ok}: {data[:200]!r}")
        return data


def measure(job: Job, clients: int, seconds: float, runs: int = RUNS) -> Figures:
    """One job by itself."""
    return beside({job.name: job}, clients, seconds, runs)[job.name]


def beside(jobs: dict[str, Job], clients: int, seconds: float, runs: int = RUNS) -> dict[str, Figures]:
    """Several that are compared, in turn: a computer is now quicker and now slower, and so it is for all of them.

    Of each the median of its runs. What goes wrong in one of them is the answer.
    """
    each: dict[str, list[Figures]] = {which: [] for which in jobs}
    for run in range(runs):
        for which, job in jobs.items():
            if not _wrong(each[which]):
                others = wait_until_quiet()
                figures = once(job, clients, seconds, seed=1000 * run + clients)
                figures.others = others
                each[which].append(figures)
    return {which: _wrong(found) or _in_the_middle(found) for which, found in each.items()}


def _wrong(runs: list[Figures]) -> Figures | None:
    return next((figures for figures in runs if figures.error), None)


def _in_the_middle(runs: list[Figures]) -> Figures:
    middle = [figures.p50 for figures in runs]
    return Figures(
        p50=statistics.median(middle),
        p95=statistics.median(figures.p95 for figures in runs),
        a_second=statistics.median(figures.a_second for figures in runs),
        deeds=sum(figures.deeds for figures in runs),
        spread=max(middle) / min(middle),
        others=max(figures.others for figures in runs),
    )


def once(job: Job, clients: int, seconds: float, seed: int = 0) -> Figures:
    """One run: all clients begin together, after each has done the deed unmeasured for a while."""
    fork = multiprocessing.get_context("fork")
    together, told = fork.Barrier(clients), fork.Queue()
    hands = [fork.Process(target=_client, args=(job, seconds, seed + 10 * number, together, told)) for number in range(clients)]
    for hand in hands:
        hand.start()
    answers = [told.get() for _hand in hands]
    for hand in hands:
        hand.join()
    if errors := [error for _took, _lasted, error in answers if error]:
        return Figures(error=next((error for error in errors if "Broken" not in error), errors[0]))
    took = sorted(one for times, _lasted, _error in answers for one in times)
    lasted = max(lasted for _times, lasted, _error in answers)
    return Figures(
        p50=1000 * statistics.median(took),
        p95=1000 * took[int(len(took) * 0.95)],
        a_second=len(took) / lasted,
        deeds=len(took),
    )


def _client(job: Job, seconds: float, seed: int, together: Any, told: Any) -> None:
    dice, took, lasted, error = random.Random(seed), [], 0.0, ""
    try:
        line = job.open()
        warm = time.perf_counter() + WARMING
        while time.perf_counter() < warm:
            job.do(line, dice)
        together.wait(120)
        began = time.perf_counter()
        while lasted < seconds or not took:
            start = time.perf_counter()
            job.do(line, dice)
            took.append(time.perf_counter() - start)
            lasted = time.perf_counter() - began
    except Exception as wrong:
        together.abort()
        error = f"{type(wrong).__name__}: {wrong}"[:500]
    told.put((took, lasted, error))


def wait_until_quiet(tries: int = 4) -> float:
    """Wait a little for others to be done; gives how many cores they use. The load average lags, so the cores are looked at."""
    used = 0.0
    for _look in range(tries):
        before = _busy()
        time.sleep(0.5)
        after = _busy()
        used = (after[0] - before[0]) / max(1, after[1] - before[1]) * (os.cpu_count() or 1)
        if used < QUIET:
            break
        time.sleep(1)
    return round(used, 2)


def _busy() -> tuple[int, int]:
    with open("/proc/stat", encoding="ascii") as file:
        ticks = [int(one) for one in file.readline().split()[1:9]]
    return sum(ticks) - ticks[3] - ticks[4], sum(ticks)
