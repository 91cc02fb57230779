"""What a file is, by its first bytes; and the clear no to everything else."""

from typing import BinaryIO

from handrail.exchange.models.importing import FileKind
from handrail.exchange.readers.troubles import Unreadable

OTHERS = (
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0", "excel"),
    (b"\x1f\x8b", "packed"),
    (b"BZh", "packed"),
    (b"7z\xbc\xaf", "packed"),
    (b"Rar!", "packed"),
    (b"\xfd7zXZ", "packed"),
    (b"\x89PNG", "no_text"),
    (b"\xff\xd8\xff", "no_text"),
    (b"SQLite format 3", "no_text"),
    (b"\x7fELF", "no_text"),
    (b"MZ", "no_text"),
)
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def kind_of(file: BinaryIO) -> FileKind:
    """A list, or health records. Raises Unreadable for what is neither."""
    file.seek(0)
    first = file.read(4096)
    file.seek(0)
    if not first.strip(b"\x00\t\r\n "):
        raise Unreadable("empty" if not first.strip() else "no_text")
    if first.startswith((ZIP, EMPTY_ZIP)):
        return FileKind.HEALTH
    for beginning, why in OTHERS:
        if first.startswith(beginning):
            raise Unreadable(why)
    begun = _begun(first)
    if begun.startswith("<"):
        raise Unreadable("xml")
    return FileKind.HEALTH if begun.startswith(("{", "[")) else FileKind.LIST


def _begun(first: bytes) -> str:
    """The first letters, whatever they are written in."""
    for bom in BOMS:
        if first.startswith(bom):
            return first[len(bom) :].replace(b"\x00", b"").decode("utf-8", "replace").lstrip()
    return first.replace(b"\x00", b"").decode("utf-8", "replace").lstrip()
