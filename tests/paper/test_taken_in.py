"""What comes back from paper: drawn anew or looked through, and nothing that could do harm is kept."""

from io import BytesIO

import pytest
from PIL import Image

from handrail.paper.look import LONGEST_EDGE
from handrail.paper.taken_in import MOST_BYTES, NotTaken, taken_in
from tests.paper.sent import a_pdf, a_picture


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "GIF"])
def test_a_picture_is_drawn_anew(kind):
    kept = taken_in(a_picture(kind))

    assert kept.sort == "image/jpeg"
    assert Image.open(BytesIO(kept.data)).size == (640, 480)


def test_where_and_with_what_it_was_taken_is_not_kept_and_it_stands_upright():
    said = Image.Exif()
    said[0x010F], said[0x0112] = "A phone of Marcus", 6
    sent = BytesIO()
    Image.new("RGB", (640, 480)).save(sent, "JPEG", exif=said)
    kept = Image.open(BytesIO(taken_in(sent.getvalue()).data))

    assert not kept.getexif() and kept.size == (480, 640)
    assert b"Marcus" in sent.getvalue() and b"Marcus" not in taken_in(sent.getvalue()).data


def test_what_hides_behind_a_picture_is_gone():
    assert b"<script>" not in taken_in(a_picture() + b"<script>alert(1)</script>").data


def test_a_huge_picture_becomes_one_that_can_be_read():
    kept = Image.open(BytesIO(taken_in(a_picture("JPEG", 6000, 4000)).data))

    assert max(kept.size) == LONGEST_EDGE


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        (b"", "not_known"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_known"),
        (b"MZ\x90\x00", "not_known"),
        (b"%PDF-1.7 and nothing else", "broken"),
        (b"x" * (MOST_BYTES + 1), "too_large"),
    ],
)
def test_what_is_neither_picture_nor_pdf_is_not_taken(sent, why):
    with pytest.raises(NotTaken, match=why):
        taken_in(sent)


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ({"javascript": True}, "active"),
        ({"file": True}, "active"),
        ({"launch": True}, "active"),
        ({"locked": True}, "locked"),
        ({"pages": 51}, "too_large"),
    ],
)
def test_a_pdf_that_holds_more_than_pages_is_not_taken(how, why):
    with pytest.raises(NotTaken, match=why):
        taken_in(a_pdf(**how))


def test_a_plain_pdf_stays_as_it_is():
    assert taken_in(a_pdf(3)).data == a_pdf(3)


def test_a_picture_that_says_it_is_larger_than_any_page_is_not_drawn():
    with pytest.raises(NotTaken, match="too_large"):
        taken_in(a_picture("PNG", 9000, 8000))
