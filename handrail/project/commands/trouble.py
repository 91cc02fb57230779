"""How a command says no: one plain sentence, and what to do."""

import errno
import secrets
import sys
import traceback
from typing import IO, Any

import click


class Trouble(click.ClickException):
    """A refusal the reader can do something about. Nothing was changed unless the sentence says so."""

    def show(self, file: IO[Any] | None = None) -> None:
        """The sentence, without a word before it."""
        click.echo(self.format_message(), file=file or sys.stderr)


OF_THE_DISK = {
    errno.ENOSPC: "The disk is full: make room, then run the command again.",
    errno.EDQUOT: "The disk is full: make room, then run the command again.",
    errno.EROFS: "The disk can only be read, not written: name another folder with --home.",
}


def explained(error: Exception) -> click.ClickException:
    """The sentence for an error that no command foresaw. Its message is never shown: a database quotes the row it failed on."""
    from handrail.kit.keys import KeyTrouble

    if isinstance(error, click.ClickException):
        return error
    if isinstance(error, KeyTrouble):
        return Trouble(str(error))
    if isinstance(error, PermissionError):
        return Trouble(f"{error.filename or 'A file'} may not be read or written by this user: run the command as its owner.")
    if isinstance(error, OSError) and error.errno in OF_THE_DISK:
        return Trouble(OF_THE_DISK[error.errno])
    if (said := _of_the_database(error)) is not None:
        return Trouble(said)
    return Trouble(_told_with_a_code(error))


def _of_the_database(error: Exception) -> str | None:
    """What Django and the drivers raise, when they are loaded at all."""
    if "django" not in sys.modules:
        return None
    from django.core.exceptions import ImproperlyConfigured
    from django.db import OperationalError

    if isinstance(error, ImproperlyConfigured):
        return str(error)  # only settings.py and the key's own refusal raise it: our sentences
    if not isinstance(error, OperationalError):
        return None
    words = str(error)
    if "locked" in words:
        return "The database is busy with something long: try again in a minute."
    if "full" in words:
        return OF_THE_DISK[errno.ENOSPC]
    if any(word in words for word in ("connection", "could not translate", "authentication", "does not exist")):
        return (
            "The database does not let us in: see that it runs, and that HANDRAIL_DATABASE_URL names it, its user and password."
        )
    return None


def _told_with_a_code(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    where = " < ".join(f"{frame.filename.rsplit('/', 2)[-1]}:{frame.lineno}" for frame in reversed(frames))
    return (
        f"Something went wrong that nobody foresaw (code {secrets.token_hex(4)}): "
        f"run `handrail check`, and pass on this line, which holds no personal data: {type(error).__name__} at {where}"
    )
