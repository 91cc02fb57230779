"""Before anything is served: a database of this version, keys that fit it, and a role that obeys its rules."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from handrail.kit.keys import read_keys
from handrail.project.commands.folder import say
from handrail.project.commands.trouble import Trouble
from handrail.project.place import Place

MIGRATION_LOCK = 0x48616E647261696C
ENDS_TO_TRY = 3


def prepare(place: Place) -> None:
    """Bring the database to this version, or make it. Django is loaded; the folder's lock is held."""
    from django.db import DatabaseError, connection

    refuse_a_role_without_rules()
    if is_of_this_version():
        refuse_the_wrong_audit_key()
        connection.close()
        return
    with _one_migration_at_a_time():
        refuse_tables_of_a_newer_version()
        waiting = migrations_waiting()
        if waiting != "all":
            with suppress(DatabaseError):  # an older version's tables may not be read yet; then it is asked below
                refuse_the_wrong_audit_key()
        if waiting:
            _migrate(place, first_time=waiting == "all")
            refuse_the_wrong_audit_key()
    connection.close()


def is_of_this_version() -> bool:
    """Whether just the migrations that lie in the apps' folders were done. Every usual start; told without loading any of them."""
    from django.apps import apps
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    folders = ((app.label, Path(app.path, "migrations")) for app in apps.get_app_configs())
    ours = {(label, path.stem) for label, folder in folders for path in folder.glob("[!_]*.py")}
    return set(MigrationRecorder(connection).applied_migrations()) == ours


def migrations_waiting() -> str:
    """`all` in an empty database, `some` after an upgrade, or nothing."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return ""
    return "some" if executor.loader.applied_migrations else "all"


def refuse_tables_of_a_newer_version() -> None:
    """An older program would write rows that the newer tables do not expect."""
    from handrail import __version__

    if newer_migrations():
        raise Trouble(
            f"This database was used with a newer Handrail than this one ({__version__}): install that version or a later one; "
            "nothing was changed."
        )


def newer_migrations() -> set[tuple[str, str]]:
    """What was done to the database that this program knows nothing of."""
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection)
    return set(loader.applied_migrations) - set(loader.disk_migrations) - set(loader.replacements)


def refuse_a_role_without_rules() -> None:
    """On PostgreSQL the wall between agencies is row-level security, which a superuser or a BYPASSRLS role walks through."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone()[0]:
            raise Trouble(
                "The database role in HANDRAIL_DATABASE_URL passes by row-level security, the wall between agencies: "
                "use one made with NOSUPERUSER NOBYPASSRLS (docs/running.md)."
            )


def refuse_the_wrong_audit_key() -> None:
    """A swapped audit key would go on writing a record that never proves true. The first and last lines tell whose it was."""
    from handrail.accounts.queries import agency_ids

    for agency_id in agency_ids():
        tried = [_is_ours(agency_id, seq) for seq in _ends(agency_id)]
        if tried and not any(tried):
            raise Trouble(
                "The key audit.key is not the one that sealed this record: put the right key file back; nothing was changed."
            )


def _ends(agency_id: UUID) -> list[int]:
    from handrail.audit.models import Head

    last = Head.objects.values_list("seq", flat=True).get(pk=agency_id)
    return sorted({1, 2, *range(max(1, last - ENDS_TO_TRY + 1), last + 1)} & set(range(1, last + 1)))


def _is_ours(agency_id: UUID, seq: int) -> bool:
    """Whether this line's seal follows from the line before it under our key. One changed line does not make a wrong key."""
    from handrail.audit.chain import agency_key, first_seal, seal
    from handrail.audit.models import Entry
    from handrail.kit.tenancy import as_agency

    with as_agency(agency_id):
        lines = {line.seq: line for line in Entry.objects.filter(agency_id=agency_id, seq__in=[seq - 1, seq])}
    if seq not in lines or (seq > 1 and seq - 1 not in lines):
        return False
    before = bytes(lines[seq - 1].seal) if seq > 1 else first_seal(agency_id)
    return seal(agency_key(agency_id), before, lines[seq]) == bytes(lines[seq].seal)


@contextmanager
def _one_migration_at_a_time() -> Iterator[None]:
    """Two computers with one PostgreSQL database take turns. On SQLite the folder's lock is enough."""
    from django.db import connection

    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATION_LOCK])


def _migrate(place: Place, *, first_time: bool) -> None:
    from django.core.management import call_command
    from django.db import connection

    from handrail import __version__

    say("Making the database ..." if first_time else f"Bringing the database to version {__version__} ...")
    copy = None if first_time or connection.vendor == "postgresql" else _safety_copy(place)
    try:
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    except Exception as error:
        if copy is None:
            raise
        _put_back(place, copy)
        raise Trouble(
            "The upgrade of the database failed and was undone, so that it is as it was before: "
            f"install the version you had, and report this ({type(error).__name__})."
        ) from error
    if copy:
        _forget_older_copies(copy)


def _safety_copy(place: Place) -> Path:
    """The database as it is before an upgrade, under the same key. It stays until the next upgrade has worked."""
    from handrail import __version__
    from handrail.project.commands.backups.sqlite import copy_database

    copy = place.backups / f"before-{__version__}-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.db"
    place.backups.mkdir(mode=0o700, parents=True, exist_ok=True)
    copy_database(place.database, read_keys(place.keys).database, copy)
    return copy


def _put_back(place: Place, copy: Path) -> None:
    """Closing the last connection folds the -wal into the file; then the copy takes the file's place in one step."""
    import shutil

    from django.db import connections

    connections.close_all()
    again = copy.with_suffix(".again")
    shutil.copyfile(copy, again)
    again.chmod(0o600)
    for leftover in ("-wal", "-shm"):
        place.database.with_name(place.database.name + leftover).unlink(missing_ok=True)
    again.replace(place.database)


def _forget_older_copies(newest: Path) -> None:
    for path in newest.parent.glob("before-*.db"):
        if path != newest:
            path.unlink()
