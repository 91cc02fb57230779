"""`handrail backup`: one sealed file, made while people work, and good before it is sealed."""

import hashlib
import json
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from handrail.project.commands.backups import listing
from handrail.project.commands.backups.facts import Facts
from handrail.project.place import Place
from tests.commands.installed import ROOT, Home, environment, wait_until

WRITER = """
import django, os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "handrail.project.settings"
django.setup()
from datetime import UTC, datetime
from django.db import transaction
from handrail.accounts.queries import agency_ids
from handrail.audit.chain import Line, append
agency = agency_ids()[0]
while True:
    with transaction.atomic():
        seq = append([Line(agency, "person.opened", datetime.now(UTC), detail="while a backup is made")])[-1].seq
    print(seq, flush=True)
"""

BY_ITSELF = """
import threading
from handrail.project.jobs import back_up
for _hour in range(2):
    back_up()
    [thread.join() for thread in threading.enumerate() if thread.name == "backup"]
"""


def test_backup_while_somebody_writes_holds_every_line_that_was_answered_before_it(home, recovery_key, tmp_path):
    answers = tmp_path / "answers"
    with open(answers, "wb") as out:
        writer = subprocess.Popen([sys.executable, "-c", WRITER], env=environment(home.path), cwd=ROOT, stdout=out)
    try:
        wait_until(lambda: answers.read_text().count("\n") > 5)
        for number in (1, 2):
            answered = int(answers.read_text().rpartition("\n")[0].split()[-1])
            home.run("backup", "--recipient", recovery_key[1])
            restored = tmp_path / f"restored-{number}"
            home.run("restore", home.backups[-1], "--into", restored, "--identity", recovery_key[0])
            with Home(restored).opened() as connection:
                assert connection.execute("SELECT max(seq) FROM audit_head").fetchone()[0] >= answered
            assert Home(restored).run("audit", "verify").count("✓") == 2
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.wait()


def test_backup_is_listed_with_its_hash_and_leaves_nothing_else_behind(home, recovery_key):
    said = home.run("backup", "--recipient", recovery_key[1])

    (made,) = home.backups
    told = json.loads((home.path / "backups" / "backups.jsonl").read_text())
    assert told["sha256"] == hashlib.sha256(made.read_bytes()).hexdigest()
    assert told["sha256"] in said
    assert [seq for seq, _seal in told["heads"].values()] == [25, 25]
    assert made.stat().st_mode & 0o077 == 0
    assert sorted(path.name for path in (home.path / "backups").iterdir()) == ["backups.jsonl", made.name]
    assert b"Riverside" not in made.read_bytes()


def test_make_key_keeps_the_public_half_only_and_the_worker_backs_up_once_a_day(home, tmp_path):
    home.inside(BY_ITSELF)
    assert home.backups == []

    said = home.run("backup", "--make-key")
    home.inside(BY_ITSELF)

    secret = re.search(r"AGE-SECRET-KEY-1\w+", said)[0]
    assert all(secret.encode() not in path.read_bytes() for path in home.path.rglob("*") if path.is_file())
    (made,) = home.backups
    (tmp_path / "key").write_text(secret)
    assert "The backup is good" in home.run("restore", made, "--check-only", "--identity", tmp_path / "key")
    assert "only with the recovery key you had before" in home.run("backup", "--make-key")


def test_backup_goes_where_it_is_told(home, recovery_key, tmp_path):
    home.run("backup", "--recipient", recovery_key[1], "--to", tmp_path / "stick")
    home.inside(
        BY_ITSELF,
        HANDRAIL_BACKUP_RECIPIENT=recovery_key[1],
        HANDRAIL_BACKUP_TO=str(tmp_path / "share"),
    )

    assert home.backups == []
    assert len(list((tmp_path / "stick").glob("*.age"))) == 1
    assert not (tmp_path / "share").exists()  # one was made today


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ([], "There is no recovery key yet"),
        (["--recipient", "age1nobody"], "not a recovery key's public half"),
        (["--passphrase-file", "short"], "at least 15 characters"),
        (["--passphrase-file", "nowhere"], "cannot be read"),
    ],
)
def test_backup_says_what_it_needs(home, tmp_path, options, sentence):
    (tmp_path / "short").write_text("password\n")

    assert sentence in home.refuses("backup", *options)
    assert home.backups == []


def test_backup_refuses_a_record_that_does_not_prove_true(home, recovery_key):
    with home.opened() as connection:
        connection.execute("DROP TRIGGER audit_entry_never_update")
        connection.execute("UPDATE audit_entry SET verb = 'person.listed' WHERE seq = 7")

    assert "Line 7 is not the line that was written" in home.refuses("backup", "--recipient", recovery_key[1])
    assert home.backups == []


def test_backup_refuses_a_damaged_database(home, recovery_key):
    damaged = bytearray(home.database.read_bytes())
    for page in range(10, len(damaged) // 4096, 10):  # more than one, for one may be a free page that no copy holds
        damaged[page * 4096 + 100] ^= 1
    home.database.write_bytes(damaged)

    home.refuses("backup", "--recipient", recovery_key[1])
    assert home.backups == []
    assert [path.name for path in (home.path / "backups").iterdir()] == []


def test_old_backups_go_but_never_the_newest_three_nor_somebody_elses(tmp_path):
    place, now = Place(tmp_path), datetime(2026, 11, 22, tzinfo=UTC)
    days = [now - timedelta(days=back) for back in (30, 25, 20, 16, 15, 1, 0)]
    for day in days:
        path = tmp_path / f"handrail-{day:%Y%m%d-%H%M%S}.age"
        path.touch()
        listing.add(place, path, day, "", 0, "passphrase", Facts("sqlite"))
    (tmp_path / "handrail-20200101-000000.age").touch()

    gone = listing.forget_old(place, tmp_path, 14, now)

    assert len(gone) == 4
    assert sorted(path.name for path in tmp_path.glob("*.age")) == [
        "handrail-20200101-000000.age",
        "handrail-20261107-000000.age",
        "handrail-20261121-000000.age",
        "handrail-20261122-000000.age",
    ]
