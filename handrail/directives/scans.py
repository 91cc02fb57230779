"""Pictures and PDFs of signed paper: looked at before they are kept, so that nothing hides in them."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 3000
MOST_INFLATED = 40 * 1024 * 1024
TAKEN = ("JPEG", "PNG", "WEBP", "TIFF")
WHY = ("not_known", "too_large", "locked", "active", "broken")
"""Why something is not taken: neither picture nor PDF; too large; needs a password; could act by itself; damaged."""

NAME_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.S)
PACKED = re.compile(rb"/Type\s*/ObjStm")
LOCKED = re.compile(rb"/Encrypt(?![A-Za-z])")
ALIVE = re.compile(
    rb"/(JavaScript|JS|EmbeddedFiles?|Launch|RichMedia|XFA|SubmitForm|ImportData|GoToE|Filespec|Sound|Movie)(?![A-Za-z])"
)


class NotTaken(Exception):
    """It is not kept. `why` is one of WHY."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class TakenIn:
    """What may be kept: `sort` is its media type."""

    sort: str
    data: bytes


def taken_in(sent: bytes) -> TakenIn:
    """A picture drawn anew, or a PDF with nothing in it but pages. Raises NotTaken."""
    if len(sent) > MOST_BYTES:
        raise NotTaken("too_large")
    if b"%PDF-" in sent[:1024]:
        return _looked_through(sent)
    return _drawn_anew(sent)


def _drawn_anew(data: bytes) -> TakenIn:
    """The same picture, upright, without where and when it was taken."""
    try:
        with Image.open(io.BytesIO(data), formats=TAKEN) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise NotTaken("too_large")
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(picture).convert("RGB")
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        kept = io.BytesIO()
        plain = Image.new("RGB", upright.size)
        plain.paste(upright)
        plain.save(kept, "JPEG", quality=85, optimize=True)
    except UnidentifiedImageError as unknown:
        raise NotTaken("not_known") from unknown
    except Image.DecompressionBombError as bomb:
        raise NotTaken("too_large") from bomb
    except (OSError, ValueError, SyntaxError) as broken:
        raise NotTaken("broken") from broken
    return TakenIn("image/jpeg", kept.getvalue())


def _looked_through(data: bytes) -> TakenIn:
    """A PDF, if it is nothing but pages. What is packed in it is unpacked and looked at as well."""
    if b"%%EOF" not in data[-2048:]:
        raise NotTaken("broken")
    told = b"\n".join([data, *_unpacked(data)])
    told = NAME_CODE.sub(lambda code: bytes([int(code[1], 16)]), told)
    if LOCKED.search(told):
        raise NotTaken("locked")
    if ALIVE.search(told):
        raise NotTaken("active")
    return TakenIn("application/pdf", data)


def _unpacked(data: bytes) -> list[bytes]:
    """The objects that newer PDFs keep packed. What cannot be unpacked cannot be looked at, and is not kept."""
    unpacked, room = [], MOST_INFLATED
    for stream in STREAM.finditer(data):
        head = NAME_CODE.sub(lambda code: bytes([int(code[1], 16)]), data[max(0, stream.start() - 1024) : stream.start()])
        if not PACKED.search(head[head.rfind(b" obj") :]):
            continue
        unpacking = zlib.decompressobj()
        try:
            unpacked.append(unpacking.decompress(stream[1], room))
        except zlib.error as broken:
            raise NotTaken("active") from broken
        room -= len(unpacked[-1])
        if unpacking.unconsumed_tail or room <= 0:
            raise NotTaken("active")
    return unpacked
