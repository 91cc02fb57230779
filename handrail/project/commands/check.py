"""`handrail check`: is everything as it should be, and if not, what to do."""

import shutil
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handrail.project.commands import folder
from handrail.project.commands.folder import home_option, say

if TYPE_CHECKING:
    from handrail.project.place import Place

BACKUP_AT_LEAST_EVERY = timedelta(hours=48)
HEADS_AT_LEAST_EVERY = timedelta(minutes=5)
CLOCK_MAY_DIFFER = timedelta(minutes=2)
NOT_BEFORE = datetime(2026, 11, 1, tzinfo=UTC)

Found = tuple[bool, str, str]
"""Whether it is well, what was looked at, and what to do."""


@click.command(short_help="See whether everything is as it should be, and what to do if not.")
@home_option
def check(home: Path | None) -> None:
    """Look at folder, keys, database, worker, disk, backups, settings and clock, and say what to do.

    Changes nothing. Ends with 1 when something is wrong. To prove the record line by line: handrail audit verify.
    """
    place = folder.open_installation(home)
    well = True
    for looked in (rights, keys, database, tables, role, record, worker, disk, backups, settings, clock):
        for fine, what, to_do in looked(place):
            well = well and fine
            say(f"✓ {what}" if fine else f"✗ {what}: {to_do}")
    say()
    say("All is well." if well else "Something needs you: see the lines with ✗.")
    if not well:
        raise SystemExit(1)


def rights(place: "Place") -> Iterator[Found]:
    """Nobody else on this computer can look into the folder."""
    paths = [place.home, place.keys, place.database.parent, place.database, place.heads, place.backups, place.settings_file]
    open_to_others = [path for path in paths if path.exists() and path.stat().st_mode & folder.OURS_ONLY]
    names = " ".join(str(path) for path in open_to_others)
    yield (
        not open_to_others,
        f"Only you can look into {place.home}",
        f"others on this computer can too; run: chmod go-rwx {names}",
    )


def keys(_place: "Place") -> Iterator[Found]:
    """Opening the installation has already refused keys that do not fit; the audit key is tried on the record."""
    from handrail.project.commands.prepare import refuse_the_wrong_audit_key

    yield _holds("Keys fit the database and the record", refuse_the_wrong_audit_key)


def database(place: "Place") -> Iterator[Found]:
    """It answers, and SQLite finds it whole."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT 1" if folder.on_postgresql() else "PRAGMA quick_check(1)")
        fine = cursor.fetchone()[0] in (1, "ok")
    to_do = "it is damaged; stop Handrail, keep the folder as it is, and restore the last good backup into another folder"
    yield fine, f"The database opens and is whole ({'PostgreSQL' if folder.on_postgresql() else place.database.name})", to_do


def tables(_place: "Place") -> Iterator[Found]:
    """The tables are those of this version."""
    from handrail import __version__
    from handrail.project.commands.prepare import migrations_waiting, refuse_tables_of_a_newer_version

    yield _holds(f"This program ({__version__}) is not older than the database", refuse_tables_of_a_newer_version)
    yield not migrations_waiting(), "The tables are of this version", "start `handrail up` once, which upgrades them"


def role(_place: "Place") -> Iterator[Found]:
    """On PostgreSQL: a role that obeys row-level security."""
    from handrail.project.commands.prepare import refuse_a_role_without_rules

    if folder.on_postgresql():
        yield _holds("The database role obeys row-level security", refuse_a_role_without_rules)


def record(place: "Place") -> Iterator[Found]:
    """The ends of the chains are kept outside the database, and lately."""
    from handrail.audit.keeping import kept_heads, not_kept_lately
    from handrail.audit.models import Head

    if not Head.objects.filter(seq__gt=0).exists():
        return
    yield (
        not not_kept_lately(kept_heads(place.heads)),
        "The ends of the record are kept outside the database",
        "start `handrail up`, whose worker keeps them every minute",
    )


def worker(_place: "Place") -> Iterator[Found]:
    """A worker was seen lately."""
    from django.db import DatabaseError

    from handrail.jobs.queue import worker_seen

    try:
        seen = worker_seen()
    except DatabaseError:
        seen = False
    yield seen, "The background worker works", "none was seen for a minute and a half; start Handrail with `handrail up`"


def disk(place: "Place") -> Iterator[Found]:
    """Room for the day, and for a backup."""
    from handrail.project.health import LEAST_FREE_BYTES

    size = place.database.stat().st_size if place.database.exists() else 0
    needed, free = max(LEAST_FREE_BYTES, 3 * size), shutil.disk_usage(place.home).free
    yield free >= needed, f"The disk has room ({free // 1024**2:,} MB free)", f"make room, at least {needed // 1024**2:,} MB"


def backups(place: "Place") -> Iterator[Found]:
    """A backup was made within two days, and its file is still as it was."""
    from handrail.accounts.queries import is_demo
    from handrail.project.commands.backups import listing
    from handrail.project.commands.backups.making import hash_of

    if is_demo():
        return
    age, newest = listing.age_of_last(place), listing.last(place)
    if age is None or newest is None:
        yield False, "There is a backup", "run `handrail backup --make-key`, after which one is made every day"
        return
    to_do = "run `handrail backup`, and `handrail backup --make-key` if none are made by themselves"
    yield age < BACKUP_AT_LEAST_EVERY, f"The last backup is {_in_words(age)} old", to_do
    file = Path(newest["file"])
    if file.exists():
        yield hash_of(file) == newest["sha256"], f"{file.name} is as it was made", "the file was changed; make another backup"


def settings(_place: "Place") -> Iterator[Found]:
    """What Django itself warns about. Only on this computer there is no TLS to warn about."""
    from django.conf import settings as django_settings
    from django.core.checks import run_checks

    deploy = django_settings.REACH != "here"
    said = [message.id or str(message.msg) for message in run_checks(include_deployment_checks=deploy)]
    reach = {"here": "only this computer", "own": "a certificate of your own", "proxy": "behind a proxy"}[django_settings.REACH]
    yield not said, f"Settings are safe ({reach})", f"Django warns about {', '.join(said)}; see docs/settings.md"
    yield not django_settings.DEBUG, "Debugging is off", "take HANDRAIL_DEBUG out of the environment"


def clock(place: "Place") -> Iterator[Found]:
    """Sign-in codes and the record need the right time."""
    from django.db import connection

    now = datetime.now(UTC)
    latest = max((path.stat().st_mtime for path in place.heads.glob("heads-*.jsonl")), default=0.0)
    fine = now > NOT_BEFORE and time.time() + CLOCK_MAY_DIFFER.total_seconds() > latest
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT now()")
            fine = fine and abs(cursor.fetchone()[0] - now) < CLOCK_MAY_DIFFER
    yield (
        fine,
        f"The clock is right ({now:%Y-%m-%d %H:%M} UTC)",
        "set it; on most computers it sets itself when allowed to (NTP)",
    )


def _holds(what: str, refusing: Callable[[], None]) -> Found:
    try:
        refusing()
    except click.ClickException as refusal:
        return False, what, refusal.message
    return True, what, ""


def _in_words(age: timedelta) -> str:
    hours = int(age.total_seconds() // 3600)
    return f"{hours} hours" if hours < 72 else f"{hours // 24} days"
