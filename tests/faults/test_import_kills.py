"""An import is killed again and again: nobody of it is ever seen by half, it goes on where it was, and it is undone the same way."""

import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest

from tests.exchange.planted import KINDS
from tests.faults.house import House, new_database
from tests.faults.import_script import PEOPLE
from tests.product import ROOT

KILLS = int(os.environ.get("HANDRAIL_KILLS", "20"))
ALL = PEOPLE - len(KINDS)
SCRIPT = "tests.faults.import_script"


@pytest.fixture
def home(tmp_path):
    database = new_database() if os.environ.get("HANDRAIL_TEST_ON") == "postgresql" else ""
    return House(tmp_path / "home", database, script=SCRIPT)


def started(home) -> tuple[subprocess.Popen, dict]:
    """Somebody goes on with it; and how they found it."""
    words = [sys.executable, "-m", SCRIPT, "work", home.known["agency"], home.known["import"]]
    work = subprocess.Popen(words, cwd=ROOT, env=home.environment, stdout=subprocess.PIPE, text=True, start_new_session=True)
    return work, json.loads(work.stdout.readline())


def inspect(home) -> dict:
    words = [sys.executable, "-m", SCRIPT, "inspect", home.known["agency"], home.known["import"]]
    done = subprocess.run(words, cwd=ROOT, env=home.environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def killed_until_over(home, over: str, seen_before: int, seen_after: int) -> int:
    """Start and kill until it is over. Returns how many kills met it at work."""
    kills = 0
    while True:
        work, _found = started(home)
        time.sleep(random.uniform(0.05, 0.4))
        if work.poll() is None:
            kills += 1
        os.killpg(work.pid, signal.SIGKILL) if work.poll() is None else None
        work.wait(20)
        work.stdout.close()
        now = inspect(home)
        assert now["wrong"] == []
        if now["stage"] == over:
            assert now["seen"] == seen_after
            return kills
        assert now["seen"] in (seen_before, 0)


def test_kills_while_people_are_taken_over_and_taken_back(home):
    kills = 0
    while kills < KILLS:
        kills += killed_until_over(home, "complete", 0, ALL)
        assert inspect(home)["there"] == ALL
        kills += killed_until_over(home, "undone", ALL, 0)
        now = inspect(home)
        assert (now["there"], now["left"]) == (0, 0)
        if kills < KILLS:
            home.known = again(home)
    assert kills >= KILLS


def again(home) -> dict:
    """The same list once more, into the same program."""
    words = [sys.executable, "-m", SCRIPT, "again", home.known["agency"], home.known["import"]]
    done = subprocess.run(words, cwd=ROOT, env=home.environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
