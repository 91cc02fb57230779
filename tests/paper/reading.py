"""What a PDF says, sign by sign, as a program that reads it aloud finds it."""

import re
import unicodedata
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

from handrail.paper.document import Document, Words
from handrail.paper.printing import Printed, printed
from handrail.paper.signs import KEPT, UNSEEN

SAID = "Not printed: {signs}"


def in_one_document(texts: Iterable[str], **more: Any) -> Printed:
    """Many texts, one under the other: setting each alone would only take longer."""
    said: dict[str, Any] = {"title": "Strange texts", "language": "en", "unprintable": SAID}
    return printed(Document(blocks=[Words(text, said=True) for text in texts], **(said | more)))


def text_of(done: Printed) -> str:
    """All that can be read in it."""
    return "".join(page.extract_text() for page in PdfReader(BytesIO(done.pdf)).pages)


def drawn_in(done: Printed) -> set[str]:
    """The signs of the letters that are in it: each font says for each letter it brings which signs it stands for, and where one
    letter stands for different ones, the place itself says it. Simple readers lose some of them.
    """
    tables: dict[int, str] = {}
    said = set()
    for page in PdfReader(BytesIO(done.pdf)).pages:
        for operands, name in ContentStream(page.get_contents(), None).operations:
            if name == b"BDC" and isinstance(operands[1], dict):
                said.update(str(operands[1].get("/ActualText", "")))
        for font in page["/Resources"].get("/Font", {}).values():  # type: ignore[union-attr]
            table = font.get_object().get("/ToUnicode")
            if table is not None:
                tables.setdefault(table.indirect_reference.idnum, table.get_object().get_data().decode("ascii"))
    told = (re.findall(r"<[0-9a-fA-F]+>\s*<([0-9a-fA-F]+)>\s*$", table, re.M) for table in tables.values())
    return said | {sign for table in told for signs in table for sign in bytes.fromhex(signs).decode("utf-16-be")}


def signs_of(texts: Iterable[str]) -> set[str]:
    """The signs that have a shape, or are to be named."""
    return {sign for text in texts for sign in text if not (sign in KEPT or sign.isspace() or UNSEEN.match(sign))}


def lost(texts: Iterable[str], done: Printed) -> set[str]:
    """The signs that are neither in the PDF nor named in it."""
    read = text_of(done)
    there = set(read) | drawn_in(done) | set(unicodedata.normalize("NFKD", read))
    in_one_line = re.sub(r"[\s\u200b]", "", read)
    named = {chr(int(name[3:-1], 16)) for name in done.unknown if name in in_one_line}
    return {sign for sign in signs_of(texts) - named - there if not set(unicodedata.normalize("NFKD", sign)) <= there}
