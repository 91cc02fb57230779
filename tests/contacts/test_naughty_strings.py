"""Strings that break things come back from a note byte for byte, or get a clear refusal: as kept, in the form, and read."""

import json
import os
from pathlib import Path

import pytest
from django.utils.html import escape

from handrail.contacts.models import Part
from tests.contacts.conftest import draft
from tests.contacts.test_writing import sent, url

FIELDS = ("words", "did", "next_words", "value_named", "story_intent", "story_effect", "with_whom", "language")
pytestmark = pytest.mark.real_data


@pytest.fixture
def naughty():
    folder = os.environ.get("HANDRAIL_REAL_DATA")
    if not folder:
        pytest.skip("HANDRAIL_REAL_DATA does not name a folder")
    return json.loads((Path(folder) / "web" / "big-list-of-naughty-strings.json").read_text(encoding="utf-8"))


def test_every_string_through_every_text_of_a_note(cast, client, naughty):
    contact = draft(cast.marcus_there, cast.dana)
    client.enter(cast.dana)
    longest = {name: Part._meta.get_field(name).max_length for name in FIELDS}
    kept = 0
    for string in naughty:
        contact.refresh_from_db()
        fits = [name for name in FIELDS if len(string) <= longest[name]]
        typed = sent(cast.marcus, contact.pk, contact.version, **dict.fromkeys(fits, string))
        answer = client.post(url("contact_draft"), typed)
        if answer.status_code == 422:
            assert "\x00" in string
            continue
        part = Part.objects.get()
        assert {name: getattr(part, name) for name in fits} == dict.fromkeys(fits, string.replace("\r\n", "\n"))
        for page in ("contact_edit", "contact_sign"):
            assert escape(part.words) in client.get(url(page, contact)).content.decode(), page
        kept += 1

    assert kept > 450


def test_what_is_too_long_is_refused_in_words(cast, client):
    contact = draft(cast.marcus_there, cast.dana)
    answer = client.enter(cast.dana).post(
        url("contact_edit", contact), sent(cast.marcus, contact.pk, contact.version, language="x" * 61)
    )

    assert answer.status_code == 422
    assert "60 characters" in answer.content.decode()
