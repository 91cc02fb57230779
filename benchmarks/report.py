"""docs/benchmarks.md, made from what a run has kept: every figure beside its floors and its target, and what was not reached."""

import json
import os
import platform
from pathlib import Path
from typing import Any

from benchmarks import plans
from benchmarks.load import QUIET

DOCUMENT = Path("docs/benchmarks.md")
TRIAL = Path("var/bench/trial.md")
"""Where the figures of a smaller run go: they are nobody's benchmark."""
NAMES = {"sqlite": "Encrypted SQLite", "postgresql": "PostgreSQL"}
TARGETS = {"J1": 3.0, "J2": 2.5, "J3": 3.0, "J4": 2.5}
"""So many times the Django floor of the same run, at most."""
WORDS = {
    "J1": "J1 find a person, among all",
    "J1 own": "J1 by a peer, among their own",
    "J2": "J2 open a person's page",
    "J3": "J3 record a contact",
    "J3 signed": "record it and sign it (two requests)",
    "J4": "J4 my people, with the last contact",
    "Today": "Today of a peer",
    "Today of a supervisor": "Today of a supervisor of 12",
}
PEOPLE, CONTACTS = 10_000, 100_000
TODAY = 150.0
EIGHT = 100.0
START = 1.0
MEMORY = 180.0
FOUND = 0.95
LINE = 400
IMPORT = 500
BYTES = {"sqlite": 1800, "postgresql": 1300}
FULL_PLAN = f"a plan with {plans.GOALS} goals and {plans.CHECK_INS} check-ins"
FIRST_PAGE, LATER_PAGES = 100.0, 15.0
GROWTH = 1.3
SLIPS = ("deleted", "inserted", "replaced", "swapped")


class Report:
    """The document, row by row; what misses its target is remembered."""

    def __init__(self, results: dict[str, Any]) -> None:
        self.results = results
        self.rows: list[str] = []
        self.missed: list[tuple[str, str]] = []

    def say(self, *rows: str) -> None:
        self.rows += rows

    def judged(self, name: str, figure: float, target: float, said: str = "", at_least: bool = False) -> str:
        """`reached`, or `not reached`, which is told again below."""
        if figure >= target if at_least else figure <= target:
            return "reached"
        self.missed.append((name, said or f"{figure:.1f} instead of {target:g}"))
        return "**not reached**"

    def whole(self) -> str:
        told = self.results
        shown = next(iter(told["on"].values()))["handrail"]["shown"]
        self.say(
            "# How fast Handrail is", "",
            "Made by `make bench`; nothing here is written by hand. Handrail answers through its real server (`handrail up`, two web workers)",
            "with sign-in, access rules and a recorded read in every figure. Beside it, in the same run and on the same database, the floors:",
            "the same job as raw SQL in the driver, and one file of Django with sessions, sign-in, ORM and HTML, and nothing else, on two workers",
            f"of the same server. {told['people']:,} people, 200 workers, {told['contacts']:,} contacts over two years. Milliseconds for a whole",
            "answer; the median of three runs, Handrail and the floors in turn. SQLite is encrypted and waits for the disk at every commit (`synchronous=FULL`), in the floors too;",
            "so does PostgreSQL.", "",
            f"{machine()} {disturbed(told['on'])}", "",
            "| | |", "|---|---|",
            "| J1 | typed words find a person: half of them parts of a last name, half a whole name with one wrong letter. Asked by a director who reaches all |",
            f"| J2 | a peer opens the page of somebody they walk with: details, plan with goals, the last {shown} contacts (the floors show 20); who opened it is recorded |",
            "| J3 | a peer keeps a contact with its line of the record |",
            "| J4 | a peer's own people, 50 rows with the last contact of each; what was shown is recorded |", "",
            f"Again: `make bench` (this took {told.get('minutes', 30):.0f} minutes; nobody else should use the machine), `BENCH_N=1000000 make bench` for growth, and",
            "`python -m benchmarks.profile J2 FOLDER` for where a page's time goes, on a home that `python -m benchmarks.fill FOLDER` filled.", "",
        )  # fmt: skip
        for name, on in told["on"].items():
            self._database(name, on)
        self._weights()
        self._growth()
        self._missed()
        return "\n".join(self.rows).rstrip() + "\n"

    def _database(self, name: str, on: dict[str, Any]) -> None:
        ours, floors = on["handrail"], on["floors"]
        self.say(f"## {NAMES[name]}", "", "One client:", "")
        self.say("| | raw SQL | Django floor | Handrail | times the floor | target | |", "|---|--:|--:|--:|--:|--:|---|")
        for job, target in TARGETS.items():
            self._against_floor(f"{NAMES[name]}: {WORDS[job]}", job, target, ours, floors)
        for job in [job for job in WORDS if job not in TARGETS]:
            self._alone(name, job, ours)
        self._plans(name, ours, floors)
        self._eight(name, ours, floors)
        self._rest(name, ours, floors)

    def _against_floor(self, name: str, job: str, target: float, ours: dict[str, Any], floors: dict[str, Any]) -> None:
        raw, django, own = (figures[job]["1"] for figures in (floors["raw"], floors["django"], ours["jobs"]))
        if own["error"] or not django["p50"]:
            self.say(f"| {WORDS[job]} | | | {own['error'] or django['error']} | | | |")
            return
        times = own["p50"] / django["p50"]
        verdict = self.judged(name, times, target, f"{times:.1f} times the floor instead of {target:g}")
        self.say(
            f"| {WORDS[job]} | {raw['p50']:.2f} | {django['p50']:.1f} | {own['p50']:.1f} | {times:.1f} | ≤ {target:g} | {verdict} |"
        )

    def _alone(self, name: str, job: str, ours: dict[str, Any]) -> None:
        own = ours["jobs"][job]["1"]
        target, verdict = "", ""
        if job.startswith("Today"):
            said = f"p95 {own['p95']:.0f} ms instead of {TODAY:.0f}"
            target, verdict = f"p95 ≤ {TODAY:.0f} ms", self.judged(f"{NAMES[name]}: {WORDS[job]}", own["p95"], TODAY, said)
        shown = own["error"] or f"{own['p50']:.1f} (p95 {own['p95']:.0f})"
        self.say(f"| {WORDS[job]} | | | {shown} | | {target} | {verdict} |")

    def _plans(self, name: str, ours: dict[str, Any], floors: dict[str, Any]) -> None:
        """A full plan beside the floor of a person's page, and its booklet."""
        if not (told := ours.get("plans")):
            return
        page, booklet, floor = told[plans.PAGE]["1"], told[plans.BOOKLET]["1"], floors["django"][plans.PAGE]["1"]["p50"]
        if floor and not page["error"]:
            times, most = page["p50"] / floor, plans.TIMES_THE_FLOOR
            said = f"{times:.1f} times the floor of J2 instead of {most:g}"
            verdict = self.judged(f"{NAMES[name]}: {FULL_PLAN}", times, most, said)
            self.say(f"| {FULL_PLAN} (floor: J2) | | {floor:.1f} | {page['p50']:.1f} | {times:.1f} | ≤ {most:g} | {verdict} |")
        said = f"{booklet['p50']:.0f} ms instead of {plans.SECOND:.0f}"
        verdict = self.judged(f"{NAMES[name]}: its booklet", booklet["p50"], plans.SECOND, said)
        shown = booklet["error"] or f"{booklet['p50']:.0f} (p95 {booklet['p95']:.0f})"
        self.say(f"| the same as a booklet (PDF) | | | {shown} | | ≤ 1 s | {verdict} |")

    def _eight(self, name: str, ours: dict[str, Any], floors: dict[str, Any]) -> None:
        if any("8" not in figures for figures in ours["jobs"].values()):
            self.say("")
            return
        self.say("", f"Eight clients at once, target: no error and p95 ≤ {EIGHT:.0f} ms:", "")
        self.say("| | floor | floor p95 | Handrail | p95 | a second | |", "|---|--:|--:|--:|--:|--:|---|")
        for job in WORDS:
            figures = ours["jobs"][job]
            own, django = figures["8"], floors["django"].get(job, {}).get("8", {"p50": 0, "p95": 0})
            beside = f"{django['p50']:.1f} | {django['p95']:.0f}" if django["p50"] else " | "
            if own["error"]:
                self.missed.append((f"{NAMES[name]}: {WORDS[job]}, 8 clients", own["error"]))
                self.say(f"| {WORDS[job]} | {beside} | error | | | **not reached** |")
                continue
            said = f"p95 {own['p95']:.0f} ms instead of {EIGHT:.0f}"
            verdict = self.judged(f"{NAMES[name]}: {WORDS[job]}, 8 clients", own["p95"], EIGHT, said) if job in TARGETS else ""
            self.say(f"| {WORDS[job]} | {beside} | {own['p50']:.1f} | {own['p95']:.0f} | {own['a_second']:.0f} | {verdict} |")

    def _rest(self, name: str, ours: dict[str, Any], floors: dict[str, Any]) -> None:
        self.say("", "| | | target | |", "|---|--:|--:|---|")
        self._fact(name, "start to the first answer, without migrations, s", ours["start"], START, digits=2)
        for part, size in ours["memory"].items():
            self._fact(name, f"memory (PSS) of {part}, MiB", size, MEMORY if part == "two web workers" else None, digits=0)
        self._fact(name, "memory of the Django floor, all its processes, MiB", floors["memory"], None, digits=0)
        for what, size in ours["bytes"].items():
            target = {"a contact": BYTES[name], "a line of the record": LINE}.get(what)
            shown = f"bytes of {what}, with its indexes" if target else f"&nbsp;&nbsp;{what.strip()}"
            self._fact(name, shown, size, target, digits=0)
        found, below = ours["found"], floors["found"]
        for kind in SLIPS:
            verdict = self.judged(
                f"{NAMES[name]}: found with a letter {kind}", found[kind], FOUND, f"{found[kind]:.1%}", at_least=True
            )
            told = f"found among the first 20, a letter {kind} (floor {below[kind]:.0%})"
            self.say(f"| {told} | {found[kind]:.1%} | ≥ {FOUND:.0%} | {verdict} |")
        self.say(
            f"| found among the first 20, by a part of the last name (floor {below['part']:.0%}) | {found['part']:.1%} | | |"
        )
        if rows := ours.get("import"):
            verdict = self.judged(f"{NAMES[name]}: import", rows, IMPORT, f"{rows:.0f} rows a second", at_least=True)
            self.say(f"| rows imported a second, after the dry run | {rows:,.0f} | ≥ {IMPORT} | {verdict} |")
        filled = ours["filled"]
        self.say(f"| filled and proved: {filled['lines']:,} lines of the record, s | {filled['seconds']:.0f} | | |", "")

    def _fact(self, name: str, what: str, figure: float, target: float | None, digits: int) -> None:
        verdict = (
            ""
            if target is None
            else self.judged(f"{NAMES[name]}: {what}", figure, target, f"{figure:,.{digits}f} instead of {target:g}")
        )
        limit = "" if target is None else f"≤ {target:,g}"
        self.say(f"| {what} | {figure:,.{digits}f} | {limit} | {verdict} |")

    def _weights(self) -> None:
        weighed = next((on["handrail"]["weights"] for on in self.results["on"].values() if on["handrail"]["weights"]), {})
        self.say("## Weight of pages on a phone", "")
        if not weighed:
            self.say("Not measured: Chromium is not installed here.", "")
            return
        self.say(
            "In a browser that keeps what it fetched. Styles, scripts and the font leave Handrail compressed; pages do not, a proxy such as",
            "Caddy does that (`encode gzip`, docs/running.md). The target is for the compressed page.", "",
            "| | requests | kB compressed | kB as sent without a proxy | target | |", "|---|--:|--:|--:|--:|---|",
        )  # fmt: skip
        for number, (page, told) in enumerate(weighed.items()):
            target = LATER_PAGES if number else FIRST_PAGE
            verdict = self.judged(
                f"weight of {page}", told["compressed"], target, f"{told['compressed']:.0f} kB instead of {target:.0f}"
            )
            figures = f"{told['requests']:.0f} | {told['compressed']:.1f} | {told['as sent']:.1f}"
            self.say(f"| {page} | {figures} | ≤ {target:.0f} | {verdict} |")
        self.say("")

    def _growth(self) -> None:
        grown = self.results.get("growth")
        self.say("## Growth", "")
        if not grown:
            self.say("Not measured in this run: `BENCH_N=1000000 make bench`.", "")
            return
        few, many = sorted(int(size) for size in next(iter(grown.values())))
        self.say(
            f"One client, {few:,} and {many:,} contacts; target ≤ {GROWTH} times. The same ten workers ask in both, and their people have",
            "20 contacts or more in both: the pages show as much, and only what is stored grows.",
            "",
        )
        self.say(f"| | {few:,} | {many:,} | times | |", "|---|--:|--:|--:|---|")
        for name, sizes in grown.items():
            for job, figures in sizes[str(few)]["jobs"].items():
                before, after = figures["1"]["p50"], sizes[str(many)]["jobs"][job]["1"]["p50"]
                times, said = after / before, f"{after / before:.2f} times instead of {GROWTH}"
                verdict = self.judged(f"{NAMES[name]}: growth of {WORDS[job]}", times, GROWTH, said) if job in TARGETS else ""
                self.say(f"| {NAMES[name]}: {WORDS[job]} | {before:.1f} | {after:.1f} | {times:.2f} | {verdict} |")
        self.say("")

    def _missed(self) -> None:
        self.say("## What was not reached", "")
        if not self.missed:
            self.say("Nothing: every target above is reached.")
            return
        self.say(*[f"- {name}: {said}" for name, said in self.missed], "")
        self.say("Where the time goes (the top of `python -m benchmarks.profile JOB FOLDER`, in one process without HTTP):", "")
        for name, on in self.results["on"].items():
            for job, told in on["handrail"]["profiles"].items():
                words = WORDS.get(job, FULL_PLAN)
                if any(missed.startswith(f"{NAMES[name]}: {words}") for missed, _said in self.missed):
                    self.say(f"{NAMES[name]}, {words}:", "", "```", told.strip(), "```", "")


def machine() -> str:
    """In general words: nothing tells whose computer it is."""
    with open("/proc/meminfo", encoding="ascii") as file:
        memory = int(file.readline().split()[1]) / 2**20
    return f"The machine: {os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GiB of memory, {platform.system()}, Python {platform.python_version()}."


def disturbed(on: dict[str, Any]) -> str:
    """Whether others were busy when runs began, and which: what those say is worth little, and the document says so."""
    used = {
        f"{NAMES[database]}, {column}, {job}, {clients} client(s)": figures["others"]
        for database, one in on.items()
        for column, table in (
            ("Handrail", one["handrail"]["jobs"]),
            ("raw SQL", one["floors"]["raw"]),
            ("floor", one["floors"]["django"]),
        )
        for job, by_clients in table.items()
        for clients, figures in by_clients.items()
    }
    busy = {run: others for run, others in used.items() if others > QUIET}
    if not busy:
        return "Nobody else used it."
    return (
        f"**When {len(busy)} of {len(used)} runs began, others used up to {max(busy.values()):.1f} cores, "
        f"so theirs say little: {'; '.join(busy)}.**"
    )


def write(kept: Path, name: str = "figures") -> str:
    """Write the document from what the runs have kept; says where it is. A trial leaves the figures of a whole run alone."""
    figures, grown = kept / f"{name}.json", kept / "growth.json"
    if not figures.exists():
        return "Growth is kept; docs/benchmarks.md is written with the next whole run."
    results = json.loads(figures.read_text())
    if grown.exists():
        results["growth"] = json.loads(grown.read_text())["on"]
    whole = results["people"] >= PEOPLE and results["contacts"] >= CONTACTS and set(results["on"]) == set(NAMES)
    place = DOCUMENT if whole else TRIAL
    place.write_text(Report(results).whole())
    return f"Written: {place}"
