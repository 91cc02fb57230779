"""Fifty words that stand nowhere else are typed into the product. They lie in none of the files it writes."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from handrail.kit.ids import new_id
from tests.faults.house import House
from tests.product import ROOT

WORDS = [f"kanarie-{number:02d}-{os.urandom(6).hex()}" for number in range(50)]

pytestmark = pytest.mark.skipif(
    "os.environ.get('HANDRAIL_TEST_ON') == 'postgresql'", reason="what PostgreSQL writes is its operator's to encrypt"
)


def found_in(folder: Path) -> set[str]:
    """The words that stand in any file below a folder, as UTF-8 or as UTF-16."""
    found = set()
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            found |= {word for word in WORDS if word.encode() in content or word.encode("utf-16-le") in content}
    return found


def test_the_search_finds_every_word_in_a_plain_database(tmp_path):
    """The control: without it, finding nothing would prove nothing."""
    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute("CREATE TABLE person (chosen_name text)")
    plain.executemany("INSERT INTO person VALUES (?)", [(word,) for word in WORDS])
    plain.commit()
    plain.close()

    assert found_in(tmp_path) == set(WORDS)


def test_no_file_of_the_product_holds_a_word(tmp_path):
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    house = House(tmp_path / "home", "")
    house.environment |= {"TMPDIR": str(temporary), "HANDRAIL_LOG_LEVEL": "DEBUG"}
    house.start("handrail.project.wsgi:application", output=tmp_path / "log")
    for word in WORDS:
        key = str(new_id())
        form = {"id": key, "chosen_name": word, "legal_name": word, "program": house.known["program"], "i_walk_with_them": "on"}
        assert house.ask("POST", "/people/add/", form) == 302
        assert house.ask("GET", f"/people/{key}/") == 200
        assert house.ask("POST", "/people/search/", {"words": word}) == 200
        assert house.ask("POST", "/people/emergency/", {"name": word, "born_on": "1990-01-01", "reason": word * 2}) in (
            403,
            409,
        )
        assert house.ask("GET", f"/people/{word}/") == 404
        assert house.ask("POST", "/people/add/", form | {"id": word}) == 422
    backup(house, tmp_path)

    while_running = found_in(tmp_path)
    house.kill()
    assert list((tmp_path / "backups").glob("*.age"))
    assert while_running | found_in(tmp_path) == set()


def backup(house: House, folder: Path) -> None:
    """Make a sealed backup while the server runs."""
    (folder / "passphrase").write_text("a passphrase for the story\n")
    command = [sys.executable, "-m", "handrail", "backup", "--home", str(folder / "home"), "--to", str(folder / "backups")]
    done = subprocess.run(
        [*command, "--passphrase-file", str(folder / "passphrase")],
        cwd=ROOT,
        env=house.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
