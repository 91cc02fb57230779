"""Sealing with age: for a recovery key whose secret half is kept elsewhere, or with a passphrase.

Any age program opens the file, also in years when there is no Handrail.
"""

import hashlib
import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, BinaryIO, Protocol

from handrail.project.commands.backups.archive import Chunks, damaged
from handrail.project.commands.trouble import Trouble

FIRST_LINE = b"age-encryption.org/v1\n"
SEALED_WITH_PASSPHRASE = FIRST_LINE + b"-> scrypt "
MOST_UNDER_A_PASSPHRASE = 256 * 1024 * 1024
SHORTEST_PASSPHRASE = 15


class Seal(Protocol):
    """A way to seal a stream of bytes."""

    kind: str

    def seal(self, source: Iterator[bytes], target: Any) -> None:
        """Write the sealed stream."""


class ForRecipient:
    """Sealed to a public key: this computer makes such backups and cannot open them. Streams, so the size does not matter."""

    kind = "recovery key"

    def __init__(self, recipient: str) -> None:
        import pyrage

        try:
            self.recipient = pyrage.x25519.Recipient.from_str(recipient.strip())
        except pyrage.RecipientError:
            raise Trouble(
                "That is not a recovery key's public half: it begins with age1; `handrail backup --make-key` makes one."
            ) from None

    def seal(self, source: Iterator[bytes], target: Any) -> None:
        """Piece by piece."""
        import pyrage

        met: list[BaseException] = []
        try:
            pyrage.encrypt_io(Chunks(_noting(source, met)), target, [self.recipient])
        except Exception:
            if met:
                raise met[0] from None  # our own trouble, which age only passes on as words
            raise


class WithPassphrase:
    """Sealed with words only people know. The library takes it in one piece, hence the limit."""

    kind = "passphrase"

    def __init__(self, passphrase: str) -> None:
        if len(passphrase) < SHORTEST_PASSPHRASE:
            raise Trouble(
                f"A passphrase needs at least {SHORTEST_PASSPHRASE} characters: four or five unrelated words are good."
            )
        self.passphrase = passphrase

    def seal(self, source: Iterator[bytes], target: Any) -> None:
        """In memory, and clearly refused above the limit."""
        import pyrage

        plain = bytearray()
        for chunk in source:
            plain += chunk
            if len(plain) > MOST_UNDER_A_PASSPHRASE:
                raise Trouble(
                    f"This backup is larger than {MOST_UNDER_A_PASSPHRASE // 1024**2} MB, too large for a passphrase: "
                    "use a recovery key (`handrail backup --make-key`)."
                )
        target.write(pyrage.passphrase.encrypt(bytes(plain), self.passphrase))
        target.flush()


class Opener(Protocol):
    """A way to open a sealed file."""

    def open(self, sealed: Path, target: BinaryIO) -> None:
        """Write what was sealed."""


class WithIdentity:
    """Opens with the secret half of a recovery key."""

    def __init__(self, words: str) -> None:
        import pyrage

        lines = [line.strip() for line in words.splitlines() if line.strip().upper().startswith("AGE-SECRET-KEY-")]
        try:
            self.identities = [pyrage.x25519.Identity.from_str(line) for line in lines]
        except pyrage.IdentityError:
            self.identities = []
        if not self.identities:
            raise Trouble("There is no recovery key in what you gave: it is one line that begins with AGE-SECRET-KEY-1.")

    def open(self, sealed: Path, target: BinaryIO) -> None:
        """Piece by piece; a changed byte ends it."""
        import pyrage

        try:
            with open(sealed, "rb") as source:
                pyrage.decrypt_io(source, target, self.identities)
        except pyrage.DecryptError as error:
            if "No matching keys" in str(error):
                raise Trouble(
                    "This recovery key does not open this backup: use the key that was current when it was made, "
                    "or another copy in case the file is damaged; nothing was restored."
                ) from None
            raise damaged() from None
        except OSError as error:
            if "Broken pipe" in str(error):
                raise
            raise damaged() from None


class WithWords:
    """Opens with the passphrase."""

    def __init__(self, passphrase: str) -> None:
        self.passphrase = passphrase

    def open(self, sealed: Path, target: BinaryIO) -> None:
        """In memory, as it was sealed."""
        import pyrage

        if sealed.stat().st_size > 2 * MOST_UNDER_A_PASSPHRASE:
            raise damaged()
        try:
            plain = pyrage.passphrase.decrypt(sealed.read_bytes(), self.passphrase)
        except pyrage.DecryptError:
            raise Trouble(
                "This passphrase does not open this backup, or the file is damaged: try again, or use another copy; "
                "nothing was restored."
            ) from None
        target.write(plain)


def new_recovery_key() -> tuple[str, str]:
    """A fresh secret half and public half."""
    import pyrage

    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())


class Shelf:
    """Holds a PostgreSQL dump while it is checked: on the disk, but under a key that lives no longer than this object."""

    def __init__(self, path: Path) -> None:
        import pyrage

        self.path, self.identity = path, pyrage.x25519.Identity.generate()

    def fill(self, source: Any) -> None:
        """Seal a stream onto the disk."""
        import pyrage

        with open(os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            pyrage.encrypt_io(source, file, [self.identity.to_public()])

    def empty(self, target: IO[bytes]) -> None:
        """Open it again into a stream."""
        import pyrage

        with open(self.path, "rb") as file:
            pyrage.decrypt_io(file, target, [self.identity])


class Counting:
    """A file to write to that knows the hash and the size of what went through it."""

    def __init__(self, file: BinaryIO) -> None:
        self.file, self.digest, self.size = file, hashlib.sha256(), 0

    def write(self, chunk: bytes) -> int:
        """Pass on and count."""
        self.digest.update(chunk)
        self.size += len(chunk)
        return self.file.write(chunk)

    def flush(self) -> None:
        """Pass on."""
        self.file.flush()


class CountingReader(io.RawIOBase):
    """A stream to read from that knows the hash and the size of what went through it."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self.source, self.digest, self.size = read, hashlib.sha256(), 0

    def read(self, size: int = -1) -> bytes:
        """Pass on and count."""
        chunk = self.source(size)
        self.digest.update(chunk)
        self.size += len(chunk)
        return chunk


def _noting(source: Iterator[bytes], met: list[BaseException]) -> Iterator[bytes]:
    try:
        yield from source
    except BaseException as error:
        met.append(error)
        raise
