"""`make test`: the whole suite on encrypted SQLite, again on PostgreSQL where its programs are found, and in Chromium where it is.

Says at the end what ran where; a leg that could not run is named, never silent. `var/tests.json` holds the same for machines.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.chromium import find_chromium
from tests.postgres import find_programs

REPORT = Path("var/tests.json")
ASK_NO_DATABASE = ["tests/house", "tests/commands"]
"""Stories that would run the same twice: about files, and about whole installations that bring their own database."""


@dataclass
class Leg:
    """One run of pytest and what came of it."""

    name: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    real_data_skipped: int = 0
    seconds: float = 0
    missing: str = ""


def run(name: str, words: list[str], **environment: str) -> Leg:
    """Run pytest and count what it reports."""
    print(f"\n== {name}", flush=True)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        junit = Path(folder) / "junit.xml"
        command = [sys.executable, "-m", "pytest", f"--junit-xml={junit}", *words]
        done = subprocess.run(command, env=os.environ | environment, check=False)
        leg = count(name, junit)
    leg.seconds = round(time.monotonic() - started, 1)
    if done.returncode not in (0, 5) and not leg.failed:
        leg.failed = 1  # pytest itself did not come through
    return leg


def count(name: str, junit: Path) -> Leg:
    """Passed, failed and skipped, from pytest's own report."""
    leg = Leg(name)
    if not junit.exists():
        return leg
    for case in ElementTree.parse(junit).iter("testcase"):
        skipped = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            leg.failed += 1
        elif skipped is not None:
            leg.skipped += 1
            leg.real_data_skipped += "HANDRAIL_REAL_DATA" in (skipped.get("message") or "")
        else:
            leg.passed += 1
    return leg


def legs(only: str) -> list[Leg]:
    """Every leg this computer can run."""
    postgresql, chromium = find_programs(), find_chromium()
    if only == "faults":
        return _on_both("faults", ["-m", "faults"], bool(postgresql))
    hands = str(max(2, os.cpu_count() or 2))
    stories = ["-m", "not browser and not faults", "-n", hands, "--dist", "loadgroup"]
    done = _on_both("stories", stories, bool(postgresql), only_once=ASK_NO_DATABASE)
    done += _on_both("faults", ["-m", "faults"], bool(postgresql))
    if chromium:
        done.append(run("browser", ["-m", "browser", "-n", "2", "--dist", "loadfile"]))
    else:
        done.append(Leg("browser", missing="Chromium is not installed here"))
    return done


def _on_both(name: str, words: list[str], postgresql: bool, only_once: list[str] | None = None) -> list[Leg]:
    sqlite = run(f"{name} on encrypted SQLite", words, HANDRAIL_TEST_ON="sqlite")
    if not postgresql:
        return [sqlite, Leg(f"{name} on PostgreSQL", missing="PostgreSQL's programs are not installed here")]
    words = words + [f"--ignore={folder}" for folder in only_once or []]
    return [sqlite, run(f"{name} on PostgreSQL", words, HANDRAIL_TEST_ON="postgresql")]


def main() -> int:
    """Run, tell, and fail when anything failed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--only", choices=["all", "faults"], default="all")
    done = legs(asked.parse_args().only)
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps([asdict(leg) for leg in done], indent=1))
    print("\n== Together")
    for leg in done:
        told = leg.missing or f"{leg.passed} passed, {leg.failed} failed, {leg.skipped} skipped, {leg.seconds} s"
        print(f"{leg.name:34} {told}")
    return int(any(leg.failed for leg in done))


if __name__ == "__main__":
    sys.exit(main())
