"""`handrail backup`: one sealed file that brings everything back."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handrail.project.commands import folder
from handrail.project.commands.folder import home_option, say
from handrail.project.commands.trouble import Trouble

if TYPE_CHECKING:
    from handrail.project.commands.backups.sealing import Seal
    from handrail.project.place import Place

RECIPIENT = "HANDRAIL_BACKUP_RECIPIENT"
TO = "HANDRAIL_BACKUP_TO"


@click.command()
@home_option
@click.option(
    "--to", type=click.Path(path_type=Path, file_okay=False), help="Where the backup goes.  [default: backups/ in the folder]"
)
@click.option("--recipient", metavar="age1...", help="Seal it for this recovery key's public half.")
@click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Seal it with the passphrase in this file's first line.",
)
@click.option(
    "--keep-days", type=click.IntRange(min=1), default=14, show_default=True, help="Remove older ones, never the newest 3."
)
@click.option("--make-key", is_flag=True, help="Make a recovery key for backups, also the daily ones, and end.")
def backup(
    home: Path | None, to: Path | None, recipient: str | None, passphrase_file: Path | None, keep_days: int, make_key: bool
) -> None:
    """Make a backup: one sealed file that brings everything back.

    It may run while people work. The copy is opened and checked before it is sealed. After `handrail backup --make-key` a
    backup is made every day while Handrail runs; take the files to another place, too.
    """
    place = folder.find_installation(home)
    if make_key:
        _make_key(place)
        return
    if recipient and passphrase_file:
        raise Trouble("A backup is sealed either for a recovery key or with a passphrase: name one of the two.")
    seal = _chosen_seal(place, recipient, passphrase_file)
    folder.load_django()
    from handrail.project.commands.backups.making import make_backup

    made = make_backup(place, seal, to or folder_for_backups(place), keep_days)
    say(f"Backed up to {made.path}")
    rows = sum(made.facts.rows.values())
    say(f"{made.size:,} bytes, {rows:,} rows, {made.lines:,} lines of the record proved, opens with: {seal.kind}")
    say(f"SHA-256 {made.sha256}")


def folder_for_backups(place: "Place") -> Path:
    """The named folder, or the one beside the data."""
    named = os.environ.get(TO) or setting_now(place, TO)
    return Path(named) if named else place.backups


def setting_now(place: "Place", name: str) -> str:
    """What the settings file says at this moment: it may have changed since this process began."""
    lines = place.settings_file.read_text(encoding="utf-8").splitlines() if place.settings_file.exists() else []
    said = [
        value.strip() for given, equals, value in (line.partition("=") for line in lines) if equals and given.strip() == name
    ]
    return said[-1] if said else ""


def recipient_now(place: "Place") -> str:
    """The recovery key's public half that backups are sealed for, or nothing."""
    return setting_now(place, RECIPIENT) or os.environ.get(RECIPIENT, "")


def _chosen_seal(place: "Place", recipient: str | None, passphrase_file: Path | None) -> "Seal":
    from handrail.project.commands.backups.sealing import ForRecipient, WithPassphrase

    if passphrase_file:
        return WithPassphrase(first_line(passphrase_file))
    if recipient := recipient or recipient_now(place):
        return ForRecipient(recipient)
    if not sys.stdin.isatty():
        raise Trouble(
            "There is no recovery key yet: run `handrail backup --make-key` once, or name --recipient or --passphrase-file."
        )
    say("There is no recovery key yet, so this backup is sealed with a passphrase. Without it nobody can open the backup.")
    return WithPassphrase(click.prompt("Passphrase", hide_input=True, confirmation_prompt="The same again"))


def first_line(path: Path) -> str:
    """A passphrase from a file, without the end of the line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Trouble(f"{path} cannot be read: name a text file whose first line is the passphrase.") from None
    return lines[0] if lines else ""


def _make_key(place: "Place") -> None:
    from handrail.project.commands.backups.sealing import new_recovery_key

    before = recipient_now(place)
    secret, public = new_recovery_key()
    folder.change_settings(place, {RECIPIENT: public})
    say("This is your recovery key. It is shown once and kept nowhere on this computer:")
    say()
    say(f"    {secret}")
    say()
    say("Write it down or print it, twice, and keep it in two places away from this computer, such as a safe and a trusted")
    say("board member. Whoever has it and a backup can read everything. Without it nobody can open the backups, we neither.")
    say()
    say(f"Its public half, {public},")
    say(f"is now in {place.settings_file}: every backup from now on is sealed for it, and one is made every day.")
    if before:
        say()
        say("Backups made until now still open only with the recovery key you had before. Keep it as long as you keep them.")
