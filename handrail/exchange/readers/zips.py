"""A ZIP file of health records: its documents one after the other, after a look at whether it may be opened at all."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO

from handrail.exchange.readers.troubles import Unreadable

MOST_DOCUMENTS = 20_000
MOST_UNPACKED = 4 * 1024**3
MOST_TIMES = 300
"""JSON packs to a tenth, seldom to a fiftieth of its size. A bomb packs to a thousandth."""
LONGEST_LISTING = 4 * 1024 * 1024
END, FAR_END = b"PK\x05\x06", b"PK\x06\x07"
END_BYTES, LONGEST_REMARK = 22, 65_535
PACKED_WELL = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OSError, ValueError, OverflowError)
"""What reading a damaged ZIP file ends with; where it is noticed depends on where it is damaged."""
NOT_JSON = b"[Content_Types].xml"


def documents(file: BinaryIO) -> Iterator[IO[bytes]]:
    """The documents in it, in their order, each to be read from its beginning. Their names are nobody's business."""
    _refuse_a_listing_without_end(file)
    try:
        with zipfile.ZipFile(file) as packed:
            for one in _wanted(packed):
                with packed.open(one) as document:
                    yield document
    except BROKEN as broken:
        raise Unreadable("zip_broken") from broken
    except RuntimeError as locked:  # how zipfile says that there is a password
        raise Unreadable("zip_locked") from locked


def _wanted(packed: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    listed = packed.infolist()
    if any(one.filename == NOT_JSON.decode() for one in listed):
        raise Unreadable("excel")
    if len(listed) > MOST_DOCUMENTS:
        raise Unreadable("zip_bomb")
    wanted = [one for one in listed if one.filename.lower().endswith((".json", ".ndjson")) and "__MACOSX" not in one.filename]
    if not wanted:
        raise Unreadable("zip_nothing")
    if any(one.flag_bits & 1 for one in wanted):
        raise Unreadable("zip_locked")
    if any(one.compress_type not in PACKED_WELL for one in wanted):
        raise Unreadable("packed")
    unpacked = sum(one.file_size for one in wanted)
    if unpacked > MOST_UNPACKED or any(one.file_size > MOST_TIMES * max(one.compress_size, 1000) for one in wanted):
        raise Unreadable("zip_bomb")
    return wanted


def _refuse_a_listing_without_end(file: BinaryIO) -> None:
    """The listing at the end is read at once: it has to be short, and to say so where every ZIP file does."""
    size = file.seek(0, 2)
    file.seek(max(0, size - END_BYTES - LONGEST_REMARK - 20))
    tail = file.read()
    end = tail.rfind(END)
    if end < 0 or len(tail) - end < END_BYTES:
        raise Unreadable("zip_broken")
    listing = int.from_bytes(tail[end + 12 : end + 16], "little")
    # The far end is for what is too large for us anyway; it could name any length.
    if FAR_END in tail or listing > LONGEST_LISTING:
        raise Unreadable("zip_bomb")
    file.seek(0)
