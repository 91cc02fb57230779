"""Making a backup: copy, open and check the copy, and only then seal it."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import handrail
from handrail.kit.keys import NAMES, read_keys
from handrail.project.commands.backups import listing, postgres, record, sqlite
from handrail.project.commands.backups.archive import Member, member_of_file, pack
from handrail.project.commands.backups.facts import FORMAT, Facts, Kept, with_these
from handrail.project.commands.backups.sealing import Counting, Seal, Shelf
from handrail.project.commands.folder import on_postgresql
from handrail.project.commands.prepare import migrations_waiting, newer_migrations
from handrail.project.commands.trouble import Trouble
from handrail.project.place import Place

NOT_ELSEWHERE = ("HANDRAIL_DATABASE_URL", "HANDRAIL_BACKUP_DATABASE_URL")
"""A restored installation must not reach for the former one's database."""


@dataclass(frozen=True)
class Made:
    """A backup that was made."""

    path: Path
    sha256: str
    size: int
    facts: Facts
    lines: int


def make_backup(place: Place, seal: Seal, to: Path, keep_days: int) -> Made:
    """One sealed file in the folder `to`. Nothing appears there unless everything held."""
    from handrail.audit.keeping import keep_heads, kept_heads

    if migrations_waiting() or newer_migrations():
        raise Trouble("The database is not of this version: start `handrail up` once, which upgrades it, then make the backup.")
    keep_heads(place.heads)
    kept = kept_heads(place.heads)  # read before the copy is made, so that every one of them must be in it
    to = to.resolve()
    with _working_folder(place) as work:
        facts, database, lines = _copy(place, work, kept)
        members = [*_members(place, work), database]
        made_at = datetime.now(UTC)
        manifest: dict[str, Any] = {
            "format": FORMAT,
            "version": handrail.__version__,
            "made_at": made_at.isoformat(timespec="seconds"),
        } | facts.told()
        path, sha256, size = _write_sealed(seal, pack(manifest, members), to, made_at)
    listing.add(place, path, made_at, sha256, size, seal.kind, facts)
    listing.forget_old(place, to, keep_days, made_at)
    return Made(path, sha256, size, facts, lines)


def _copy(place: Place, work: Path, kept: Kept) -> tuple[Facts, Member, int]:
    """A copy that was opened and found whole, with a record that proves true."""
    if on_postgresql():
        facts, member = postgres.dump(Shelf(postgres.path_for(work)))
        proofs = record.prove(with_these(kept, facts.heads))
    else:
        copy = work / "handrail.db"
        _refuse_without_room(place, work)
        key = read_keys(place.keys).database
        sqlite.copy_database(place.database, key, copy)
        facts = sqlite.look(copy, key)
        proofs = record.on_copy(copy, lambda: record.prove(with_these(kept, facts.heads)))
        member = member_of_file("data/handrail.db", copy)
    record.refuse_a_broken_record(proofs, "this database")
    return facts, member, sum(proof.lines for proof in proofs)


def _members(place: Place, work: Path) -> list[Member]:
    """Everything besides the database. Files come after the copy, so that none is missing that the copy speaks of."""
    keys = [member_of_file(f"keys/{name}.key", place.keys / f"{name}.key") for name in NAMES]
    heads = [member_of_file(f"heads/{path.name}", path) for path in sorted(place.heads.glob("heads-????-??.jsonl"))]
    files = [
        member_of_file(f"data/files/{path.relative_to(place.files).as_posix()}", path)
        for path in sorted(place.files.rglob("*"))
        if path.is_file() and not path.is_symlink()
    ]
    return [*keys, *heads, *_settings(place, work), *files]


def _settings(place: Place, work: Path) -> list[Member]:
    if not place.settings_file.exists():
        return []
    lines = place.settings_file.read_text(encoding="utf-8").splitlines()
    copy = work / "handrail.env"
    kept = [line for line in lines if line.partition("=")[0].strip() not in NOT_ELSEWHERE]
    copy.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return [member_of_file("handrail.env", copy)]


@contextmanager
def _working_folder(place: Place) -> Iterator[Path]:
    """A folder for the copy, on the same disk, gone afterwards."""
    place.backups.mkdir(mode=0o700, parents=True, exist_ok=True)
    sweep(place.backups, ".making-*")
    work = Path(tempfile.mkdtemp(prefix=".making-", dir=place.backups))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def sweep(folder: Path, pattern: str) -> None:
    """Take away what a killed command left behind a day ago or longer."""
    yesterday = (datetime.now(UTC) - timedelta(days=1)).timestamp()
    for leftover in folder.glob(pattern):
        if leftover.stat().st_mtime < yesterday:
            shutil.rmtree(leftover, ignore_errors=True)


def _refuse_without_room(place: Place, work: Path) -> None:
    needed = 2 * place.database.stat().st_size + 64 * 1024 * 1024
    if shutil.disk_usage(work).free < needed:
        raise Trouble(f"A backup needs {needed // 1024**2} MB of free disk here for a moment: make room, then run it again.")


def _write_sealed(seal: Seal, stream: Iterator[bytes], to: Path, made_at: datetime) -> tuple[Path, str, int]:
    """Under another name until it is whole and on the disk; then read back and compared."""
    to.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = _free_name(to, made_at)
    part = path.with_suffix(".part")
    try:
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            counting = Counting(file)
            seal.seal(stream, counting)
            file.flush()
            os.fsync(file.fileno())
        if hash_of(part) != counting.digest.hexdigest():
            raise Trouble(f"The disk of {to} did not keep what was written to it: use another disk.")
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)
    _sync_folder(to)
    return path, counting.digest.hexdigest(), counting.size


def _free_name(to: Path, made_at: datetime) -> Path:
    """Two backups in one second do not meet."""
    moment = made_at
    while (path := to / f"handrail-{moment:%Y%m%d-%H%M%S}.age").exists():
        moment += timedelta(seconds=1)
    return path


def hash_of(path: Path) -> str:
    """SHA-256 of a file."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
