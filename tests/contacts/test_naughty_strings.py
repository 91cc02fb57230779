"""Strings that break things come back byte for byte, or get a clear refusal: as kept, in the form, and as read.

Each field of a request gets another string; short ones travel several to a line, so that every string goes through every field.
"""

import html
import json
import os
from pathlib import Path

import pytest
from django.utils import timezone

from handrail.contacts import actions, queries
from handrail.contacts.forms import AddendumForm, AppointmentForm, CallForm, CommentForm, EndForm, MoveForm, ReturnForm
from handrail.contacts.models import Appointment, AppointmentMoved, CallAsked, Contact, Part
from handrail.contacts.sheet import sheet_of
from tests.contacts.conftest import DAY, draft, signed
from tests.contacts.test_writing import sent, url

OF_A_PART = ("words", "did", "next_words", "value_named", "story_intent", "story_effect", "with_whom", "language", "next_place")
SHORT, LINE = 200, 500
"""As much as the shorter fields take, and a line of the longer ones."""
pytestmark = pytest.mark.real_data


@pytest.fixture(scope="module")
def naughty():
    folder = os.environ.get("HANDRAIL_REAL_DATA")
    if not folder:
        pytest.skip("HANDRAIL_REAL_DATA does not name a folder")
    return json.loads((Path(folder) / "web" / "big-list-of-naughty-strings.json").read_text(encoding="utf-8"))


def lines(strings, room):
    """All strings a text box takes, several to a line as long as there is room; what is too long alone goes through other fields."""
    packed = [""]
    for string in strings:
        piece = string.replace("\r\n", "\n")
        if "\x00" in piece or not piece.strip() or len(piece) > room:
            continue
        if len(packed[-1]) + len(piece) + 1 > room:
            packed.append("")
        packed[-1] = f"{packed[-1]} {piece}" if packed[-1] else piece
    return packed


def turned(texts, by):
    """The same texts, begun at another one."""
    by %= len(texts)
    return texts[by:] + texts[:by]


def is_shown(texts, *pages):
    """What a page shows of a text, whatever blanks its template puts around it."""
    for page in pages:
        read = html.unescape(page.content.decode())
        assert [text for text in texts if text.strip() not in read] == []


def test_every_string_through_every_text_of_a_note(cast, client, naughty):
    contact = draft(cast.marcus_there, cast.dana)
    client.enter(cast.dana)
    room = {name: min(LINE, Part._meta.get_field(name).max_length) for name in OF_A_PART if name != "next_place"}
    texts = {name: lines(naughty, room.get(name, SHORT)) for name in (*OF_A_PART, "place")}
    when = {"next_on": "2026-12-01", "next_hour": "10:00"}
    for turn in range(max(map(len, texts.values()))):
        typed = {name: turned(texts[name], turn + number * 7)[0] for number, name in enumerate(texts)}
        contact = Contact.objects.get()
        data = {name: str(value) for name, value in sent(cast.marcus, contact.pk, contact.version, **when, **typed).items()}
        if turn % 10 == 0:
            assert client.post(url("contact_draft"), data).status_code == 200
            is_shown(typed.values(), client.get(url("contact_edit", contact)), client.get(url("contact_sign", contact)))
        else:
            sheet = sheet_of(contact, queries.parts_of(contact, cast.dana, contact.at), data)
            assert sheet.is_valid(), sheet.sentences()
            actions.keep(key=contact.pk, said=sheet.said(), base=sheet.base(), by=cast.dana, at=contact.at)
        part, planned = Part.objects.get(), Appointment.objects.get()
        assert {name: getattr(part, name) for name in room} == {name: typed[name] for name in room}
        assert (Contact.objects.get().place, planned.place) == (typed["place"], typed["next_place"])


def test_every_string_through_what_is_said_to_a_note(cast, client, naughty):
    for text in lines(naughty, 1000):
        part = signed(cast.marcus_there, cast.dana)
        forms = AddendumForm({"more": text}), CommentForm({"view": "agrees", "own_words": text}), ReturnForm({"why": text})
        more, comment, back = (form.cleaned_data if form.is_valid() else form.errors for form in forms)
        so = {"part": part, "at": timezone.now()}
        said = [
            actions.add_to(words=more["more"], by=cast.dana, **so),
            actions.comment(view="agrees", words=comment["own_words"], beside=cast.dana, **so),
            actions.return_to_writer(why=back["why"], by=cast.sam, **so),
        ]
        for row in said:
            row.refresh_from_db()
        assert [said[0].words, said[1].words, said[2].why] == [text] * 3
        is_shown([text], client.enter(cast.dana).get(url("part_show", part)))


def test_every_string_through_appointments_and_calls(cast, client, naughty):
    client.enter(cast.dana)
    when, texts = {"on": "2026-12-01", "hour": "10:00"}, lines(naughty, SHORT)
    for number, text in enumerate(texts):
        other, third = turned(texts, number + 7)[0], turned(texts, number + 13)[0]
        forms = [
            AppointmentForm(when | {"how": "met", "place": third}),
            MoveForm(when | {"place": text, "asked_by": "us", "why_moved": other}),
            EndForm({"ending": "missed", "why_ended": third}),
            CallForm({"about": other}),
        ]
        made, moved, ended, call = (form.cleaned_data if form.is_valid() else form.errors for form in forms)
        by, now = {"by": cast.dana, "at": timezone.now()}, timezone.now() + number * DAY
        row = actions.make_appointment(
            enrolment=cast.marcus_there, starts_at=now, minutes=30, how="met", place=made["place"], **by
        )
        actions.move_appointment(appointment=row, to_at=now, place=moved["place"], asked_by="us", why=moved["why_moved"], **by)
        actions.end_appointment(appointment=row, how="missed", why=ended["why_ended"], **by)
        asked = actions.ask_for_call(enrolment=cast.marcus_there, about=call["about"], **by)
        row, was = Appointment.objects.get(pk=row.pk), AppointmentMoved.objects.get(appointment=row)
        assert (row.place, was.was_place, was.why, row.ended.why) == (text, third, other, third)
        assert CallAsked.objects.get(pk=asked.pk).about == other
        if number % 10 == 0:
            is_shown([text, other, third], client.get(url("appointment_show", row)))


def test_what_no_text_box_takes_is_refused_in_words_and_the_rest_is_kept(cast, client):
    contact = draft(cast.marcus_there, cast.dana)
    typed = sent(cast.marcus, contact.pk, contact.version, words="a\x00b", did="We walked")
    answer = client.enter(cast.dana).post(url("contact_draft"), typed)

    assert answer.status_code == 422
    assert "Null characters" in answer.json()["unkept"][0]
    assert (Part.objects.get().words, Part.objects.get().did) == ("", "We walked")


def test_what_is_too_long_is_refused_in_words(cast, client):
    contact = draft(cast.marcus_there, cast.dana)
    answer = client.enter(cast.dana).post(
        url("contact_edit", contact), sent(cast.marcus, contact.pk, contact.version, language="x" * 61)
    )

    assert answer.status_code == 422
    assert "60 characters" in answer.content.decode()
