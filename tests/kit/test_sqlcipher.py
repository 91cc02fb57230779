"""The default database: one encrypted file that only its key opens."""

import hashlib
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Timer

import pytest
from django.db import OperationalError, connection, connections
from sqlcipher3 import dbapi2

from handrail.kit.keys import KeyTrouble, make_keys, read_keys
from handrail.kit.sqlcipher.base import UNDERSTOOD, DatabaseWrapper, Turns, WrongKey

KEY, OTHER_KEY = "ab" * 32, "cd" * 32


def open_database(path: Path, key: str, trouble: str = "", timeout: float = 20) -> DatabaseWrapper:
    """A second Django connection to a file of its own."""
    settings = connections.databases["default"] | {
        "ENGINE": "handrail.kit.sqlcipher",
        "NAME": str(path),
        "OPTIONS": {"cipher_key": key, "key_trouble": trouble, "transaction_mode": "IMMEDIATE", "timeout": timeout},
        "CONN_MAX_AGE": None,
    }
    return DatabaseWrapper(settings, alias="default")


@pytest.fixture
def path(tmp_path, django_db_blocker) -> Iterator[Path]:
    """A database that holds Marcus's name."""
    with django_db_blocker.unblock():
        yield made_in(tmp_path)


def made_in(tmp_path: Path) -> Path:
    path = tmp_path / "house.db"
    made = open_database(path, KEY)
    with made.cursor() as cursor:
        cursor.execute("CREATE TABLE note (words text)")
        cursor.execute("INSERT INTO note VALUES (%s)", ["Marcus wants a bus pass"])
    made.close()
    return path


def one(database: DatabaseWrapper, question: str) -> object:
    with database.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


def test_the_file_and_its_companions_hold_no_words_in_the_clear(path):
    database = open_database(path, KEY)
    with database.cursor() as cursor:
        cursor.execute("INSERT INTO note VALUES ('Marcus again')")

    assert one(database, "SELECT count(*) FROM note") == 2
    files = list(path.parent.glob("house.db*"))
    assert len(files) == 3  # the file, its log, its shared memory
    assert not any(b"Marcus" in file.read_bytes() or b"SQLite format" in file.read_bytes() for file in files)
    database.close()


def test_a_plain_copy_of_the_same_words_would_show_them(tmp_path):
    """The control: the search above finds words where they lie in the clear."""
    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute("CREATE TABLE note (words text)")
    plain.execute("INSERT INTO note VALUES ('Marcus wants a bus pass')")
    plain.commit()
    plain.close()

    assert b"Marcus" in (tmp_path / "plain.db").read_bytes()


def test_every_write_is_on_disk_before_it_is_answered(path):
    database = open_database(path, KEY)

    assert one(database, "PRAGMA journal_mode") == "wal"
    assert one(database, "PRAGMA synchronous") == 2
    assert one(database, "PRAGMA temp_store") == 2
    assert one(database, "PRAGMA foreign_keys") == 1
    database.close()


@pytest.mark.parametrize("key", [OTHER_KEY, ""])
def test_a_wrong_or_missing_key_is_refused_and_nothing_is_touched(path, key):
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    with pytest.raises(WrongKey):
        open_database(path, key, trouble="The key file is missing.").ensure_connection()

    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert [file.name for file in path.parent.iterdir()] == ["house.db"]


def test_writers_of_one_process_take_turns_in_the_order_they_came():
    turns, order = Turns(), []
    turns.take(0)
    with ThreadPoolExecutor(8) as writers:
        for number in range(1, 6):
            writers.submit(lambda n: (turns.take(n), order.append(n), turns.give_back(n)), number)
            time.sleep(0.02)
        turns.give_back(0)

    assert order == [1, 2, 3, 4, 5]


@pytest.fixture
def somebody_else(path):
    """A writer of another process, in the middle of its work; ends it when told."""
    other = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    other.execute(f"PRAGMA key = \"x'{KEY}'\"")
    other.execute("BEGIN IMMEDIATE")
    other.execute("INSERT INTO note VALUES ('theirs')")
    yield other
    other.close()


def test_a_writer_begins_when_another_process_is_done(path, somebody_else):
    database, done = open_database(path, KEY), []
    database.ensure_connection()

    def end() -> None:
        done.append("theirs")
        somebody_else.execute("COMMIT")

    Timer(0.1, end).start()
    database._start_transaction_under_autocommit()
    done.append("ours")
    with database.cursor() as cursor:
        cursor.execute("INSERT INTO note VALUES ('ours')")
    database._commit()

    assert done == ["theirs", "ours"]
    assert one(database, "SELECT count(*) FROM note") == 3
    assert one(database, "PRAGMA busy_timeout") == 20_000  # whatever else has to wait is SQLite's to say
    database.close()


def test_a_writer_does_not_wait_for_ever_and_the_next_has_its_turn(path, somebody_else):
    database = open_database(path, KEY, timeout=0.05)
    database.ensure_connection()
    with pytest.raises(OperationalError, match="locked"):
        database._start_transaction_under_autocommit()

    somebody_else.execute("ROLLBACK")
    database._start_transaction_under_autocommit()
    database._rollback()
    database.close()


def test_many_writers_lose_nothing(path):
    def write(number: int) -> None:
        database = open_database(path, KEY)
        for turn in range(10):
            with database.cursor() as cursor:
                cursor.execute("INSERT INTO note VALUES (%s)", [f"{number}-{turn}"])
        database.close()

    with ThreadPoolExecutor(8) as writers:
        list(writers.map(write, range(8)))

    database = open_database(path, KEY)
    assert one(database, "SELECT count(*) FROM note") == 81
    assert one(database, "PRAGMA integrity_check") == "ok"
    database.close()


def test_a_connection_that_understood_all_it_can_begins_anew_but_not_in_the_middle_of_work(path):
    database = open_database(path, KEY)
    for number in range(UNDERSTOOD + 1):
        assert one(database, f"SELECT {number}") == number
    full = database.connection

    database.in_atomic_block = True
    database.close_if_unusable_or_obsolete()
    assert database.connection is full

    database.in_atomic_block = False
    database.close_if_unusable_or_obsolete()
    assert one(database, "SELECT 1") == 1
    assert database.connection is not full
    database.close()


def test_work_within_work_is_no_new_text_each_time(path):
    database = open_database(path, KEY)
    database.set_autocommit(False)
    database.in_atomic_block = True
    texts = []
    for _time in range(3):
        outer = database.savepoint()
        database.savepoint_ids.append(outer)
        inner = database.savepoint()
        assert outer != inner
        database.savepoint_commit(inner)
        database.savepoint_ids.pop()
        database.savepoint_rollback(outer)
        texts.append(len(database.connection.texts))
    assert len(set(texts)) == 1
    database.in_atomic_block = False
    database.rollback()
    database.close()


def test_keys_are_made_once_and_only_their_owner_reads_them(tmp_path):
    keys = make_keys(tmp_path / "keys")

    assert make_keys(tmp_path / "keys") == keys
    assert {file.stat().st_mode & 0o777 for file in (tmp_path / "keys").iterdir()} == {0o600}
    (tmp_path / "keys" / "audit.key").chmod(0o644)
    with pytest.raises(KeyTrouble, match="chmod 600"):
        read_keys(tmp_path / "keys")


def test_a_missing_or_garbled_key_file_says_what_to_do(tmp_path):
    make_keys(tmp_path)
    (tmp_path / "database.key").write_text("not a key")
    with pytest.raises(KeyTrouble, match="does not hold a key"):
        read_keys(tmp_path)
    (tmp_path / "database.key").unlink()
    with pytest.raises(KeyTrouble, match="is missing"):
        read_keys(tmp_path)


@pytest.mark.django_db
def test_the_stories_themselves_run_on_the_encrypted_file_or_on_postgresql():
    if connection.vendor == "sqlite":
        assert one(connection, "PRAGMA cipher_version")
    else:
        assert one(connection, "SELECT current_setting('server_version_num')::int >= 150000")
