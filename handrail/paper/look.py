"""The process that looks at what was sent: a picture or a PDF in, a line and what may be kept out. See `taken_in.py`."""

import resource
import sys
from io import BytesIO
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

MEMORY, SECONDS = 1024 * 1024 * 1024, 15
MOST_DOTS = 50_000_000
LONGEST_EDGE = 3000
"""Dots. A letter page at 270 to the inch: every word can be read."""
QUALITY = 85
PICTURES = ("JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP")
MOST_PAGES, MOST_THINGS = 50, 20_000
BRINGS_FILES = {"/EmbeddedFile", "/EmbeddedFiles", "/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Rendition", "/3D"}
ACTS = BRINGS_FILES | {"/JavaScript", "/JS", "/Launch", "/XFA", "/GoToE", "/GoToR", "/SubmitForm", "/ImportData"}
"""Names of what a PDF may not hold: whatever acts by itself, brings other files along, or leads to them."""


class No(Exception):
    """Why it is not taken."""


def look(sent: bytes) -> tuple[str, bytes]:
    """Its media type, and what may be kept of it. Raises No."""
    if sent.lstrip()[:5] == b"%PDF-":
        _look_through(sent)
        return "application/pdf", sent
    return "image/jpeg", _drawn_anew(sent)


def _drawn_anew(sent: bytes) -> bytes:
    """The first picture in it, upright, its dots and nothing else: no place, no device, no second picture, no comment."""
    Image.MAX_IMAGE_PIXELS = MOST_DOTS
    try:
        with Image.open(BytesIO(sent), formats=PICTURES) as picture:
            if picture.width * picture.height > MOST_DOTS:
                raise No("too_large")
            picture.draft("RGB", (LONGEST_EDGE, LONGEST_EDGE))
            seen = ImageOps.exif_transpose(picture).convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError) as unknown:
        raise No("too_large" if isinstance(unknown, Image.DecompressionBombError) else "not_known") from unknown
    except (OSError, ValueError, SyntaxError) as broken:
        raise No("broken") from broken
    on_white = Image.new("RGB", seen.size, "white")
    on_white.paste(seen, mask=seen.getchannel("A"))
    on_white.thumbnail((LONGEST_EDGE, LONGEST_EDGE))
    drawn = BytesIO()
    on_white.save(drawn, "JPEG", quality=QUALITY, optimize=True)
    return drawn.getvalue()


def _look_through(sent: bytes) -> None:
    """Every object of a PDF, also those that no page leads to."""
    try:
        reader = PdfReader(BytesIO(sent), strict=False)
        if reader.is_encrypted:
            raise No("locked")
        if not 1 <= len(reader.pages) <= MOST_PAGES:
            raise No("too_large" if len(reader.pages) else "broken")
        numbers = {number for of_one in reader.xref.values() for number in of_one} | set(reader.xref_objStm)
        if len(numbers) > MOST_THINGS:
            raise No("too_large")
        things: list[Any] = [reader.trailer, *(reader.get_object(IndirectObject(one, 0, reader)) for one in sorted(numbers))]
        for thing in things:
            _refuse_what_acts(thing)
    except (PyPdfError, OSError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError) as broken:
        raise No("broken") from broken


def _refuse_what_acts(thing: Any) -> None:
    """A dictionary or a list, as deep as it goes; what it points to is an object of its own."""
    waiting = [thing]
    while waiting:
        one = waiting.pop()
        if isinstance(one, DictionaryObject):
            names = {str(name) for name in one} | {str(value) for value in one.values() if isinstance(value, NameObject)}
            if names & ACTS:
                raise No("active")
            waiting += [dict.__getitem__(one, name) for name in one]
        elif isinstance(one, ArrayObject):
            waiting += list(one)


def main() -> None:
    """Once, for one file."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        sort, kept = look(sys.stdin.buffer.read())
    except No as why:
        sort, kept = str(why), b""
    sys.stdout.buffer.write(sort.encode() + b"\n" + kept)


if __name__ == "__main__":
    main()
