"""The three keys of an installation, each a file only its owner can read, kept apart from the database.

database.key   opens the database (32 random bytes, as 64 hexadecimal digits)
audit.key      seals the lines of the record
session.key    signs cookies and tokens
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

NAMES = ("database", "audit", "session")
HEX_DIGITS = 64


class KeyTrouble(Exception):
    """A key file is missing, unreadable, or open to others. Says what to do."""


@dataclass(frozen=True)
class Keys:
    """The keys, as hexadecimal digits."""

    database: str
    audit: str
    session: str


def make_keys(folder: Path) -> Keys:
    """Make the keys that are not there yet. Never overwrites one."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in NAMES:
        path = folder / f"{name}.key"
        if not path.exists():
            with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
                file.write(secrets.token_hex(32) + "\n")
    return read_keys(folder)


def read_keys(folder: Path) -> Keys:
    """The keys of an installation. Raises KeyTrouble when one is missing, malformed or readable by others."""
    return Keys(**{name: _read(folder / f"{name}.key") for name in NAMES})


def _read(path: Path) -> str:
    try:
        if path.stat().st_mode & 0o077:
            raise KeyTrouble(f"Other users of this computer can read {path}. Run: chmod 600 {path}")
        digits = path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        raise KeyTrouble(f"The key file {path} is missing. Put it back, or restore a backup into an empty folder.") from None
    except OSError as error:
        raise KeyTrouble(f"The key file {path} cannot be read: {error.strerror}.") from None
    if len(digits) != HEX_DIGITS or any(digit not in "0123456789abcdef" for digit in digits):
        raise KeyTrouble(f"The key file {path} does not hold a key. Put the right file back.")
    return digits
