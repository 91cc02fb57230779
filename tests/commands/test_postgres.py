"""The commands on PostgreSQL: a role that obeys the rules, and a backup that leaves nobody out."""

import os
import uuid

import psycopg
import pytest

from handrail.kit.keys import make_keys
from tests.commands.installed import FILL, Home
from tests.product import free_port

MIGRATE = "from django.core.management import call_command; call_command('migrate', verbosity=0)\n"


def as_user(url, user):
    """The same server and database in another role."""
    return url.replace("postgresql://handrail@", f"postgresql://{user}@", 1)


@pytest.fixture(scope="module")
def server():
    """Makes empty databases, and the role for backups; all are gone afterwards."""
    url = os.environ.get("HANDRAIL_TEST_PG")
    if not url:
        pytest.skip("no PostgreSQL on this computer")
    made = []
    with psycopg.connect(as_user(url, "boss"), autocommit=True) as boss:
        backup = f"backup_{uuid.uuid4().hex[:8]}"
        boss.execute(f"CREATE ROLE {backup} LOGIN BYPASSRLS")
        boss.execute(f"GRANT pg_read_all_data TO {backup}")

        def empty_database():
            made.append(f"commands_{uuid.uuid4().hex[:8]}")
            boss.execute(f"CREATE DATABASE {made[-1]} OWNER handrail")
            return url.rpartition("/")[0] + "/" + made[-1]

        empty_database.backup_role = backup
        yield empty_database
        for name in made:
            boss.execute(f"DROP DATABASE {name} WITH (FORCE)")
        boss.execute(f"DROP OWNED BY {backup}")
        boss.execute(f"DROP ROLE {backup}")


@pytest.fixture(scope="module")
def elsewhere(server, tmp_path_factory):
    """An installation whose database is a PostgreSQL one, with two agencies."""
    url = server()
    home = Home(tmp_path_factory.mktemp("postgres") / "home", HANDRAIL_DATABASE_URL=url)
    home.path.mkdir(mode=0o700)
    make_keys(home.path / "keys")
    home.inside(MIGRATE + FILL)
    return home


def test_up_refuses_a_role_that_passes_by_the_wall_between_agencies(server, tmp_path):
    url = server()
    for role in ("boss", server.backup_role):
        home = Home(tmp_path / role, HANDRAIL_DATABASE_URL=as_user(url, role))

        assert "NOSUPERUSER NOBYPASSRLS" in home.refuses("up", "--port", free_port())
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()[0] == 0


def test_up_never_makes_keys_for_a_database_that_has_others(elsewhere, tmp_path):
    home = Home(tmp_path / "home", **elsewhere.more)

    assert "database.key is missing" in home.refuses("up", "--port", free_port())
    assert not home.path.exists()


def test_backup_in_the_apps_own_role_is_refused_rather_than_short(elsewhere, recovery_key):
    said = elsewhere.refuses("backup", "--recipient", recovery_key[1])

    assert "does not see every agency's rows" in said
    assert "BYPASSRLS" in said
    assert elsewhere.backups == []


def test_backup_without_pg_dump_is_refused(elsewhere, recovery_key):
    said = elsewhere.refuses("backup", "--recipient", recovery_key[1], PATH="/nowhere")

    assert "pg_dump is not on this computer" in said
    assert elsewhere.backups == []


def test_backup_and_restore_through_pg_dump(server, elsewhere, recovery_key, tmp_path):
    url = elsewhere.more["HANDRAIL_DATABASE_URL"]
    said = elsewhere.run(
        "backup", "--recipient", recovery_key[1], HANDRAIL_BACKUP_DATABASE_URL=as_user(url, server.backup_role)
    )
    assert "50 lines of the record proved" in said
    (backup,) = elsewhere.backups
    left = [path.name for path in (elsewhere.path / "backups").iterdir() if not path.name.startswith("backups")]
    assert left == [backup.name]
    key = ("--identity", recovery_key[0])

    assert "its record is proved when" in elsewhere.run("restore", backup, "--check-only", *key)
    into = tmp_path / "restored"
    assert "is not empty" in elsewhere.refuses("restore", backup, "--into", into, *key)
    fresh = server()
    as_boss = {"HANDRAIL_DATABASE_URL": as_user(fresh, "boss")}
    assert "NOSUPERUSER" in Home(into, **as_boss).refuses("restore", backup, "--into", into, *key)
    assert not into.exists()

    restored = Home(into, HANDRAIL_DATABASE_URL=fresh)
    assert "50 lines of the record proved" in restored.run("restore", backup, "--into", into, *key)
    assert restored.run("audit", "verify").count("25 lines, all as they were written") == 2
    with psycopg.connect(fresh) as connection:
        assert connection.execute("SELECT count(*) FROM audit_entry").fetchone()[0] == 0  # the wall stands
        with pytest.raises(psycopg.errors.RestrictViolation):
            connection.execute("TRUNCATE audit_entry")
