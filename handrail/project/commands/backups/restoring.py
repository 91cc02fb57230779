"""Bringing a backup back: unpacked beside its place, proved there, and only then given its name."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import handrail
from handrail.kit.keys import read_keys
from handrail.project.commands.backups import postgres, record, sqlite
from handrail.project.commands.backups.archive import damaged, unpack
from handrail.project.commands.backups.facts import FORMAT, Facts, with_these
from handrail.project.commands.backups.making import hash_of, sweep
from handrail.project.commands.backups.pipes import reading
from handrail.project.commands.backups.sealing import Opener, Shelf
from handrail.project.commands.folder import load_django, see_that_keys_fit
from handrail.project.commands.prepare import newer_migrations, prepare
from handrail.project.commands.trouble import Trouble
from handrail.project.place import Place


@dataclass(frozen=True)
class Found:
    """What was in a backup, and proved."""

    made_at: str
    version: str
    sha256: str
    facts: Facts
    proofs: list[record.Proof]


def restore_backup(file: Path, opener: Opener, into: Path | None) -> Found:
    """Unpack, prove, and rename into place. Without `into` it is only proved, and nothing stays."""
    with _beside(into) as work:
        place = Place(work / "home")
        shelf = Shelf(work / "dump.sealed")
        manifest = _unpack(file, opener, place, shelf)
        facts = Facts.read(manifest)
        proofs = _prove(place, facts, shelf, for_good=into is not None)
        if into is not None:
            _give_its_name(place.home, into.resolve())
    return Found(str(manifest["made_at"]), str(manifest["version"]), hash_of(file), facts, proofs)


@contextmanager
def _beside(into: Path | None) -> Iterator[Path]:
    """A folder on the same disk as the place to be, for our eyes only, gone afterwards."""
    os.umask(0o077)
    parent = None if into is None else into.resolve().parent
    if parent is not None:
        parent.mkdir(parents=True, exist_ok=True)
        sweep(parent, ".handrail-restoring-*")
    work = Path(tempfile.mkdtemp(prefix=".handrail-restoring-", dir=parent))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _give_its_name(home: Path, into: Path) -> None:
    """One step: the folder is there whole, or not at all."""
    try:
        os.rename(home, into)
    except OSError as error:
        if error.errno not in (errno.EBUSY, errno.EXDEV):
            raise
        raise Trouble(f"{into} is a disk of its own and cannot take a folder's place: name a new folder inside it.") from None


def _unpack(file: Path, opener: Opener, place: Place, shelf: Shelf) -> dict[str, Any]:
    for folder in (place.home, place.database.parent, place.files, place.keys, place.heads, place.backups):
        folder.mkdir(mode=0o700, parents=True)

    def accept(manifest: dict[str, Any]) -> None:
        _refuse_from_a_newer_version(manifest)
        needed = sum(int(line["size"]) for line in manifest["members"]) + 64 * 1024 * 1024
        if shutil.disk_usage(place.home).free < needed:
            raise Trouble(f"The backup needs {needed // 1024**2} MB of free disk: make room, or name a folder on another disk.")

    def keep(name: str) -> AbstractContextManager[BinaryIO]:
        if name == postgres.DUMP:
            return _filling(shelf)
        path = place.home / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600), "wb")

    with reading(lambda target: opener.open(file, target)) as stream:
        return unpack(stream, accept, keep)


def _refuse_from_a_newer_version(manifest: dict[str, Any]) -> None:
    if int(manifest["format"]) > FORMAT or _numbers(str(manifest["version"])) > _numbers(handrail.__version__):
        raise Trouble(
            f"This backup was made by Handrail {manifest['version']}, which is newer than this one ({handrail.__version__}): "
            "install that version or a later one, then restore; nothing was restored."
        )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def _prove(place: Place, facts: Facts, shelf: Shelf, *, for_good: bool) -> list[record.Proof]:
    """The database opens, is whole, holds what was counted, and its record proves true."""
    os.environ["HANDRAIL_HOME"] = str(place.home)
    if facts.kind == "postgresql":
        return _prove_postgresql(place, facts, shelf, for_good=for_good)
    os.environ.pop("HANDRAIL_DATABASE_URL", None)
    see_that_keys_fit(place)
    found = sqlite.look(place.database, read_keys(place.keys).database)
    if (found.rows, found.heads, found.migrations) != (facts.rows, facts.heads, facts.migrations):
        raise damaged()
    return _prove_record(place, facts)


def _prove_postgresql(place: Place, facts: Facts, shelf: Shelf, *, for_good: bool) -> list[record.Proof]:
    """The rows of the dump are counted; then, for good, it goes into the empty database that HANDRAIL_DATABASE_URL names."""
    if postgres.rows_in(shelf) != facts.rows:
        raise damaged()
    if not for_good:
        return []
    url = os.environ.get("HANDRAIL_DATABASE_URL")
    if not url:
        raise Trouble(
            "This is the backup of a PostgreSQL database: name an empty database in HANDRAIL_DATABASE_URL, then restore."
        )
    if not postgres.is_empty(url):
        raise Trouble("The database that HANDRAIL_DATABASE_URL names is not empty: name an empty one; nothing was touched.")
    postgres.refuse_a_role_that_sees_too_much(url)
    postgres.restore_dump(shelf, url)
    return _prove_record(place, facts)


def _prove_record(place: Place, facts: Facts) -> list[record.Proof]:
    load_django()
    from django.db import connections

    from handrail.audit.keeping import kept_heads

    if newer_migrations():
        raise Trouble(
            "This backup was made by a newer Handrail than this one: install that version or a later one; nothing was restored."
        )
    prepare(place)  # a backup of an older version is brought to this one here, before it is called good
    for copy in place.backups.glob("before-*.db"):
        copy.unlink()
    proofs = record.prove(with_these(kept_heads(place.heads), facts.heads))
    connections.close_all()
    record.refuse_a_broken_record(proofs, "this backup")
    return proofs


@contextmanager
def _filling(shelf: Shelf) -> Iterator[BinaryIO]:
    """A file to write to whose bytes go onto the shelf."""
    for_reading, for_writing = os.pipe()
    with ThreadPoolExecutor(1) as other, os.fdopen(for_reading, "rb") as source:
        done = other.submit(shelf.fill, source)
        with os.fdopen(for_writing, "wb") as target:
            yield target
        done.result()
