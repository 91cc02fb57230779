"""`handrail restore`: a backup comes back into an empty folder, whole or not at all."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handrail.project.commands.folder import say
from handrail.project.commands.trouble import Trouble

if TYPE_CHECKING:
    from handrail.project.commands.backups.sealing import Opener

NOT_A_BACKUP = "a copied database file is not a backup, because a copy of a live file breaks or silently lacks the newest notes"


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--into", type=click.Path(path_type=Path), help="An empty or a new folder: the restored installation.")
@click.option(
    "--identity", type=click.Path(path_type=Path, dir_okay=False), help="A file with the recovery key (AGE-SECRET-KEY-1...)."
)
@click.option(
    "--passphrase-file", type=click.Path(path_type=Path, dir_okay=False), help="A file whose first line is the passphrase."
)
@click.option("--check-only", is_flag=True, help="Open and prove the backup, restore nothing.")
def restore(file: Path, into: Path | None, identity: Path | None, passphrase_file: Path | None, check_only: bool) -> None:
    """Bring back a backup into an empty folder.

    Everything is checked before the folder gets its name: the seal, every file's hash, the database, the record. A folder that
    holds anything is refused and not touched.
    """
    recognise(file)
    if into is None and not check_only:
        raise Trouble("Name an empty or a new folder with --into: restore never writes over anything.")
    if into is not None:
        refuse_unless_empty(into)
    opener = _chosen_opener(file, identity, passphrase_file)
    from handrail.project.commands.backups.restoring import restore_backup

    found = restore_backup(file, opener, None if check_only else into)
    rows, lines = sum(found.facts.rows.values()), sum(proof.lines for proof in found.proofs)
    elsewhere = found.facts.kind == "postgresql"
    proved = "its record is proved when it is restored" if elsewhere and check_only else f"{lines:,} lines of the record proved"
    say(f"Made {found.made_at} by Handrail {found.version}: {rows:,} rows counted, {proved}.")
    say(f"SHA-256 {found.sha256}")
    if check_only or into is None:
        say("The backup is good. Nothing was restored.")
        return
    say(f"Everything is back in {into.resolve()}.")
    say(f"Start it with{' the same HANDRAIL_DATABASE_URL' if elsewhere else ''}: handrail up --home {into}")


def refuse_unless_empty(into: Path) -> None:
    """Restore never writes over anything."""
    if into.exists() and not into.is_dir():
        raise Trouble(f"{into} is a file: name an empty or a new folder with --into; nothing was touched.")
    if into.is_dir() and any(into.iterdir()):
        raise Trouble(f"{into} is not empty: name an empty or a new folder with --into; nothing was touched.")


def recognise(file: Path) -> None:
    """A sealed backup passes; what people try instead is named, with what to do."""
    if not file.exists():
        raise Trouble(f"There is no file {file}: name the backup, a file like handrail-20261122-020000.age.")
    if file.is_dir():
        raise Trouble(f"{file} is a folder: name the sealed file, like handrail-20261122-020000.age; {NOT_A_BACKUP}.")
    with open(file, "rb") as opened:
        start = opened.read(64)
    if start.startswith((b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----")):
        return
    if not start:
        raise Trouble(f"{file} is empty: use another copy of the backup.")
    if start.startswith(b"SQLite format 3\0"):
        raise Trouble(
            f"{file} is a plain SQLite database, not sealed by Handrail: name a file like handrail-20261122-020000.age."
        )
    if looks_like_a_database(file):
        raise Trouble(
            f"{file} looks like a copied database file; {NOT_A_BACKUP}: run `handrail backup` where Handrail still runs, or "
            "restore the newest handrail-....age. If this copy is all there is, leave it as it is and see docs/running.md, "
            "'Only a copied file'."
        )
    raise Trouble(f"{file} is not a Handrail backup: name a file like handrail-20261122-020000.age.")


def looks_like_a_database(file: Path) -> bool:
    """An encrypted database bears no mark; its name, its neighbours, or whole pages that cannot be squeezed give it away."""
    import zlib

    name = file.name.lower()
    if name.endswith((".db", ".sqlite", ".sqlite3", "-wal", "-shm")) or ".db" in name:
        return True
    if any(file.with_name(file.name + end).exists() for end in ("-wal", "-shm")):
        return True
    size = file.stat().st_size
    with open(file, "rb") as opened:
        page = opened.read(4096)
    return size >= 4096 and size % 4096 == 0 and len(zlib.compress(page)) >= len(page)


def _chosen_opener(file: Path, identity: Path | None, passphrase_file: Path | None) -> "Opener":
    from handrail.project.commands.backup import first_line
    from handrail.project.commands.backups.sealing import SEALED_WITH_PASSPHRASE, WithIdentity, WithWords

    with open(file, "rb") as opened:
        with_words = opened.read(len(SEALED_WITH_PASSPHRASE)) == SEALED_WITH_PASSPHRASE
    if with_words:
        if passphrase_file:
            return WithWords(first_line(passphrase_file))
        if identity or not sys.stdin.isatty():
            raise Trouble("This backup is sealed with a passphrase: name a file that holds it with --passphrase-file.")
        return WithWords(click.prompt("Passphrase", hide_input=True))
    if identity:
        try:
            return WithIdentity(identity.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            raise Trouble(f"{identity} cannot be read: name a text file that holds the recovery key.") from None
    if passphrase_file or not sys.stdin.isatty():
        raise Trouble("This backup is sealed for a recovery key: name a file that holds it with --identity.")
    return WithIdentity(click.prompt("Recovery key (AGE-SECRET-KEY-1...)", hide_input=True))
