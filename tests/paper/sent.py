"""Pictures and PDFs as they are sent to us, good and bad."""

from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject


@cache
def a_picture(kind: str = "JPEG", wide: int = 640, high: int = 480, **more: Any) -> bytes:
    """A white page."""
    kept = BytesIO()
    Image.new("RGB", (wide, high), "white").save(kept, kind, **more)
    return kept.getvalue()


@cache
def a_pdf(pages: int = 1, javascript: bool = False, file: bool = False, launch: bool = False, locked: bool = False) -> bytes:
    """Empty pages, and whatever else is asked for."""
    writer = PdfWriter()
    for _page in range(pages):
        writer.add_blank_page(200, 200)
    if javascript:
        writer._root_object[NameObject("/OpenAction")] = _act("/JavaScript", JS=TextStringObject("app.alert(1)"))
    if launch:
        writer._root_object[NameObject("/OpenAction")] = _act("/Launch", F=TextStringObject("calc.exe"))
    if file:
        writer.add_attachment("a.exe", b"MZ")
    if locked:
        writer.encrypt("secret")
    kept = BytesIO()
    writer.write(kept)
    return kept.getvalue()


def _act(what: str, **more: Any) -> DictionaryObject:
    named = {NameObject(f"/{name}"): value for name, value in more.items()}
    return DictionaryObject({NameObject("/S"): NameObject(what)} | named)
