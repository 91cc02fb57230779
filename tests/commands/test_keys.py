"""Keys that are missing or wrong, and databases that are: a clear refusal, and not a byte is touched."""

import shutil

import pytest

from tests.product import free_port

COMMANDS = [["up", "--port", "8999"], ["check"], ["audit", "verify"], ["backup"], ["work"], ["serve"]]


def left_as_by_a_power_cut(home):
    """The database with its newest lines still in the -wal, as after a crash."""
    crashed = home.path.parent / "crashed"
    with home.opened() as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE accounts_agency SET name = name || '!'")
        shutil.copytree(home.path, crashed)
    (crashed / "data" / "handrail.db-shm").unlink()
    assert (crashed / "data" / "handrail.db-wal").stat().st_size
    return type(home)(crashed)


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words))
def test_a_wrong_key_is_refused_and_nothing_is_touched(home, words):
    crashed = left_as_by_a_power_cut(home)
    (crashed.path / "keys" / "database.key").write_text("ab" * 32 + "\n")
    before = crashed.everything()

    assert "does not open" in crashed.refuses(*words)
    assert crashed.everything() == before


@pytest.mark.parametrize("name", ["database", "audit", "session"])
def test_a_missing_key_is_never_made_anew_beside_a_database(home, name):
    (home.path / "keys" / f"{name}.key").unlink()
    before = home.everything()

    for words in (["up", "--port", free_port()], ["check"]):
        assert f"{name}.key is missing" in home.refuses(*words)
    assert home.everything() == before


def test_a_key_that_others_can_read_is_refused(home):
    (home.path / "keys" / "audit.key").chmod(0o644)

    assert "chmod 600" in home.refuses("check")


def test_an_audit_key_of_another_installation_is_refused_before_a_line_is_written_under_it(home):
    (home.path / "keys" / "audit.key").write_text("ab" * 32 + "\n")
    before = home.rows()

    for words in (["up", "--port", free_port()], ["audit", "verify"]):
        assert "is not the one that sealed this record" in home.refuses(*words)
    assert home.rows() == before


def test_a_lost_database_is_not_replaced_by_an_empty_one(home):
    (home.path / "heads" / "heads-2026-11.jsonl").write_text("")
    home.database.unlink()
    before = home.everything()

    assert "is gone" in home.refuses("up", "--port", free_port())
    assert home.everything() == before


def test_a_database_of_a_newer_version_is_refused(home):
    with home.opened() as connection:
        connection.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('audit', '0999_later', '2030-01-01')")

    assert "newer Handrail" in home.refuses("up", "--port", free_port())


SPOILT = """
import django.core.management as management
from django.conf import settings
from django.db import connection
from handrail.project.commands.prepare import _migrate
from handrail.project.commands.trouble import Trouble

def broken(*words, **options):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations")
    raise RuntimeError("half-way")

whole, management.call_command = management.call_command, broken
try:
    _migrate(settings.PLACE, first_time=False)
except Trouble as refusal:
    print(refusal.message)
management.call_command = whole
_migrate(settings.PLACE, first_time=False)
"""


def test_an_upgrade_that_fails_is_undone_and_a_copy_stays_until_the_next_one(home):
    before = home.rows()

    said = home.inside(SPOILT)

    assert "failed and was undone" in said
    assert home.rows() == before
    assert len(list((home.path / "backups").glob("before-*.db"))) == 1
