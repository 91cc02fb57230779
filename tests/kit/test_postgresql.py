"""How PostgreSQL is asked: numbers in long texts, moments in UTC, and a connection that is looked at before it is used again."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, connections
from django.test.utils import CaptureQueriesContext

from handrail.kit.postgresql import base
from handrail.kit.postgresql.numbers import with_numbers

only_postgresql = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="PostgreSQL's driver")


def test_a_text_says_the_number_of_each_parameter():
    assert with_numbers("a = %s AND b LIKE '100%%' AND (c = %s OR d = %s)", [0, 1, 0]) == (
        "a = $1 AND b LIKE '100%' AND (c = $2 OR d = $1)"
    )
    assert with_numbers("a = '%%s' AND b = %s", [0]) == "a = '%s' AND b = $1"


@only_postgresql
def test_a_numbered_text_is_asked_and_stands_in_djangos_log(db):
    with CaptureQueriesContext(connection) as asked, connection.numbered_cursor() as cursor:
        cursor.execute("SELECT $1::int + $2::int + $1::int", [2, 3])
        assert cursor.fetchone() == (7,)
    assert "$1::int" in asked[0]["sql"]


@only_postgresql
def test_a_mistake_in_a_numbered_text_is_told_as_django_tells_it(db):
    with pytest.raises(DatabaseError), connection.numbered_cursor() as cursor:
        cursor.execute("SELECT $1 FROM nowhere", [1])


@only_postgresql
def test_a_moment_comes_back_in_utc(db):
    moment = datetime(2026, 2, 3, 4, 5, 6, 789, tzinfo=UTC)
    for opened in (connection.cursor(), connection.create_cursor("named")):
        with opened as cursor:
            cursor.execute("SELECT %s::timestamptz", [moment])
            [found] = cursor.fetchone()
        assert (found, found.utcoffset(), found.isoformat()) == (moment, moment.utcoffset(), moment.isoformat())


@only_postgresql
@pytest.mark.parametrize("opened", ["cursor", "numbered_cursor"])
def test_a_connection_the_server_has_ended_is_made_anew(db, opened):
    """As at the beginning of a request: nobody sees an error because the database was started again over night."""
    own = connections.create_connection("default")
    try:
        with own.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            [number] = cursor.fetchone()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [number])

        own.health_check_enabled, own.health_check_done = True, False
        with getattr(own, opened)() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            assert cursor.fetchone() != (number,)
    finally:
        own.close()


@only_postgresql
@pytest.mark.parametrize("quiet", [True, False])
def test_a_connection_is_asked_whether_it_lives_only_when_something_waits_on_it(db, monkeypatch, quiet):
    own, asked = connections.create_connection("default"), []
    monkeypatch.setattr(own, "is_usable", lambda: asked.append("asked") or True)
    monkeypatch.setattr(base, "says_nothing", lambda _socket: quiet)
    own.connect()
    try:
        own.health_check_enabled, own.health_check_done = True, False
        for _time in (1, 2):
            own.close_if_health_check_failed()

        assert asked == ([] if quiet else ["asked"])
        assert own.health_check_done
    finally:
        own.close()
