"""The inside of a backup: a tar stream, the manifest first. Packed and unpacked without ever lying on the disk as such."""

import hashlib
import json
import re
import tarfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from handrail.project.commands.trouble import Trouble

MANIFEST = "manifest.json"
LARGEST_MANIFEST = 64 * 1024 * 1024
CHUNK = 256 * 1024
BLOCK = tarfile.BLOCKSIZE

ALLOWED = re.compile(
    r"data/handrail\.(db|dump)|keys/(database|audit|session)\.key|heads/heads-\d{4}-\d\d\.jsonl|handrail\.env"
    r"|data/files(?!.*/\.{0,2}(/|$))/[^\\\0\n]+"
)


class Damaged(Trouble):
    """What was sealed is not what came out."""


def damaged() -> Damaged:
    """The one sentence for every way in which a backup can be broken."""
    return Damaged("This backup is damaged or cut short, and nothing was restored: use another copy of it, or an older backup.")


@dataclass(frozen=True)
class Member:
    """A file in a backup: what it is called, and how to get at its bytes."""

    name: str
    size: int
    sha256: str
    open: Callable[[], Any]

    def told(self) -> dict[str, Any]:
        """Its line in the manifest."""
        return {"name": self.name, "size": self.size, "sha256": self.sha256}


def member_of_file(name: str, path: Path) -> Member:
    """A file as long as it is now; what is added to it while the backup runs stays out."""
    size = path.stat().st_size
    with open(path, "rb") as file:
        digest = hashlib.sha256()
        for chunk in chunks(file, size):
            digest.update(chunk)
    return Member(name, size, digest.hexdigest(), lambda: open(path, "rb"))


def chunks(file: BinaryIO, size: int) -> Iterator[bytes]:
    """Exactly so many bytes of a stream. A shorter one is damage."""
    left = size
    while left:
        chunk = file.read(min(CHUNK, left))
        if not chunk:
            raise damaged()
        left -= len(chunk)
        yield chunk


def pack(manifest: dict[str, Any], members: list[Member]) -> Iterator[bytes]:
    """The tar stream, piece by piece. Raises when a member is no longer what its line says."""
    told = json.dumps(manifest | {"members": [member.told() for member in members]}, indent=1).encode()
    yield _header(MANIFEST, len(told)) + told + _padding(len(told))
    for member in members:
        yield _header(member.name, member.size)
        digest = hashlib.sha256()
        with member.open() as file:
            for chunk in chunks(file, member.size):
                digest.update(chunk)
                yield chunk
        if digest.hexdigest() != member.sha256:
            raise Trouble(f"{member.name} changed while the backup was made: run the backup again.")
        yield _padding(member.size)
    yield bytes(2 * BLOCK)


def _header(name: str, size: int) -> bytes:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    return entry.tobuf(tarfile.PAX_FORMAT)


def _padding(size: int) -> bytes:
    return bytes(-size % BLOCK)


class Chunks:
    """An iterator of bytes in the shape of a file to read."""

    def __init__(self, source: Iterator[bytes]) -> None:
        self.source, self.left = source, b""

    def read(self, size: int = -1) -> bytes:
        """Up to so many bytes; empty at the end."""
        while not self.left:
            try:
                self.left = next(self.source)
            except StopIteration:
                return b""
        given, self.left = (self.left, b"") if size < 0 else (self.left[:size], self.left[size:])
        return given


Keep = Callable[[str], AbstractContextManager[BinaryIO]]


def unpack(stream: BinaryIO, accept: Callable[[dict[str, Any]], None], keep: Keep) -> dict[str, Any]:
    """Read the manifest, have it accepted, then hand every member to the file that `keep` gives for its name.

    Only names a backup of ours can have; each member exactly as its line says; all of them, and nothing else.
    """
    try:
        with tarfile.open(fileobj=stream, mode="r|", bufsize=BLOCK * 64) as tar:
            entries = iter(tar)
            manifest, waiting = _manifest(tar, next(entries, None))
            accept(manifest)
            for entry in entries:
                line = waiting.pop(entry.name, None)
                if line is None or not entry.isreg() or entry.size != line["size"] or not ALLOWED.fullmatch(entry.name):
                    raise damaged()
                _unpack_one(tar.extractfile(entry), line, keep(entry.name))
    except (tarfile.TarError, UnicodeDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged() from error
    if waiting:
        raise damaged()
    while stream.read(CHUNK):
        pass  # to the end of the seal: only there does age say that nothing was cut off
    return manifest


def _manifest(tar: tarfile.TarFile, entry: tarfile.TarInfo | None) -> tuple[dict[str, Any], dict[str, Any]]:
    if entry is None or entry.name != MANIFEST or not entry.isreg() or entry.size > LARGEST_MANIFEST:
        raise damaged()
    file = tar.extractfile(entry)
    manifest = json.loads(file.read()) if file else {}
    return manifest, {str(line["name"]): line for line in manifest["members"]}


def _unpack_one(source: Any, line: dict[str, Any], place: AbstractContextManager[BinaryIO]) -> None:
    digest = hashlib.sha256()
    with place as target:
        for chunk in chunks(source, line["size"]):
            digest.update(chunk)
            target.write(chunk)
    if digest.hexdigest() != line["sha256"]:
        raise damaged()
