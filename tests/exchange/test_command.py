"""`handrail import people FILE`: the same import, said in a window of text."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.exchange.test_taking import LIST
from tests.faults.house import House, new_database
from tests.product import ROOT


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A home with the cast in it."""
    database = new_database() if os.environ.get("HANDRAIL_TEST_ON") == "postgresql" else ""
    return House(tmp_path_factory.mktemp("command") / "home", database)


def say(home, *words, fails=False) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "handrail", "import", "people", *map(str, words)],
        cwd=ROOT,
        env=home.environment,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert (done.returncode != 0) is fails, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def people(home) -> int:
    return len(set(home.script("inspect")["people"]))


def test_a_dry_run_changes_nobody_and_names_nobody(home, tmp_path):
    (tmp_path / "list.csv").write_bytes(LIST + b",,,,,,,,,A-9\n")
    before = people(home)

    said = say(home, tmp_path / "list.csv", "--program", "Community", "--by", "sam")

    assert "3  New" in said
    assert "Line 5: There is no name." in said
    assert "Quispe" not in said
    assert people(home) == before


def test_people_come_and_go_again(home, tmp_path):
    (tmp_path / "list.csv").write_bytes(LIST)
    before = people(home)

    said = say(home, tmp_path / "list.csv", "--program", "Community", "--by", "sam", "--apply")
    assert "3 people are here now" in said
    assert people(home) == before + 3
    again = say(home, tmp_path / "list.csv", "--program", "Community", "--by", "sam", "--apply")
    assert "3  Here already" in again
    assert people(home) == before + 3

    undone = say(home, "--undo", re.search(r"--undo (\S+)", said)[1])
    assert "It is as it was before." in undone
    assert people(home) == before
    told = home.script("inspect")
    assert told["wrong"] == []
    assert told["doors"] == ["command"]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (["--program", "Nowhere"], "Name the program"),
        (["--program", "Community"], "Several supervise this program"),
        (["--program", "Community", "--by", "dana"], "Nobody supervises this program"),
        (["--program", "Bridge"], "Nobody supervises this program"),
        (["--program", "Community", "--by", "sam", "--column", "Nope=born"], "--column takes"),
    ],
)
def test_what_is_missing_is_told(home, tmp_path, words, answer):
    (tmp_path / "list.csv").write_bytes(LIST)

    assert answer in say(home, tmp_path / "list.csv", *words, fails=True)


def test_a_file_that_cannot_be_read_is_told_why(home, tmp_path):
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7")

    assert "This is a PDF" in say(home, tmp_path / "x.pdf", "--program", "Community", "--by", "sam", fails=True)


def test_what_each_column_means_is_told_also_with_apply(home, tmp_path):
    (tmp_path / "list.csv").write_text("Name,Enrolled,DOB\nAda Berg,01/15/2024,05/17/1984\n")
    words = [tmp_path / "list.csv", "--program", "Community", "--by", "sam"]

    said = say(home, *words, "--apply")

    assert "Name → The name they choose" in said
    assert "Enrolled → left out" in said
    assert "DOB → Birth date" in said
    say(home, "--undo", re.search(r"--undo (\S+)", said)[1])


def test_two_columns_of_one_meaning_are_refused(home, tmp_path):
    (tmp_path / "list.csv").write_text("Name,Nick A,Nick B\nAda Berg,Addie,Bee\n")
    words = ["--column", "Nick A=other_names", "--column", "Nick B=other_names"]

    said = say(home, tmp_path / "list.csv", "--program", "Community", "--by", "sam", *words, fails=True)

    assert "“Nick A” and “Nick B” both mean" in said


def test_dates_of_a_column_that_is_named_are_asked(home, tmp_path):
    (tmp_path / "list.csv").write_text("Name,Geb.\nAna Lux,01/02/1990\n")
    words = [tmp_path / "list.csv", "--program", "Community", "--by", "sam", "--column", "Geb.=born"]

    assert "--dates day-first" in say(home, *words, fails=True)
    assert "1  New" in say(home, *words, "--dates", "day-first")


def test_dates_in_two_ways_are_asked(home, tmp_path):
    (tmp_path / "list.csv").write_text("name,dob\nAna Lux,01/02/1990\n")
    words = [tmp_path / "list.csv", "--program", "Community", "--by", "sam"]

    assert "--dates day-first" in say(home, *words, fails=True)
    assert "1  New" in say(home, *words, "--dates", "day-first")


@pytest.mark.real_data
def test_forty_seven_people_come_by_command(home):
    folder = os.environ.get("HANDRAIL_REAL_DATA")
    if not folder:
        pytest.skip("HANDRAIL_REAL_DATA is not set")
    archive = Path(folder) / "fhir" / "synthea-r4-bundles-A.zip"
    before = people(home)

    said = say(home, archive, "--program", "Community", "--by", "sam", "--apply")

    assert "47 people are here now" in said
    assert "Observation 5,028" in said
    assert people(home) == before + 47
