"""What no page of ours sends, and slips of the finger: a kind answer, never a broken page."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from handrail.contacts.models import Appointment, Contact
from handrail.kit.ids import new_id
from tests.contacts.conftest import draft
from tests.contacts.test_writing import sent, url
from tests.people.reading import main_words
from tests.plans.conftest import a_goal

NOT_KEYS = ("abc", "\x00", "1", "x" * 500, "\ud7ff")


@pytest.mark.parametrize("key", NOT_KEYS)
def test_what_is_no_key_leads_nowhere(cast, client, key):
    client.enter(cast.dana)
    contact = draft(cast.marcus_there, cast.dana)
    start, typed = url("contact_start", cast.marcus_there), sent(cast.marcus, new_id())

    answers = [
        client.get(start, {"for": key}),
        client.post(start, typed | {"for": key}),
        client.post(url("contact_draft"), typed | {"beginning": key}),
        client.post(url("contact_join", contact), {"with": key}),
    ]
    assert [answer.status_code for answer in answers] == [404] * 4
    assert client.post(url("contact_edit", contact), sent(cast.marcus, contact.pk, 1) | {"for": key}).status_code == 302


@pytest.mark.parametrize("charset", ["unicode_escape", "raw_unicode_escape", "idna", "rot13", "utf-16", "nonsense"])
@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=b", "application/x-www-form-urlencoded"])
def test_other_alphabets_are_not_understood(cast, client, charset, kind):
    body = b'--b\r\nContent-Disposition: form-data; name="words"\r\n\r\n\\ud800abc\r\n--b--\r\n'
    answer = client.enter(cast.dana).generic("POST", url("contact_draft"), body, f"{kind}; charset={charset}")

    assert answer.status_code == 400
    assert "Content-Security-Policy" in answer.headers


def test_utf_8_is_understood_however_it_is_written(cast, client):
    client.enter(cast.dana)
    for charset in ("utf-8", "UTF-8", '"utf-8"'):
        kind = f"application/x-www-form-urlencoded; charset={charset}"
        answer = client.generic("POST", url("contact_draft"), b"beginning=" + str(cast.marcus_there.pk).encode(), kind)
        assert answer.status_code == 422


# Days that no clock can tell

FAR = [
    ("9999-12-31", "23:00"),
    ("9999-12-31", "12:00"),
    ("0001-01-01", "00:00"),
    ("1899-12-31", "10:00"),
    ("2201-01-01", "10:00"),
]


@pytest.mark.parametrize(("day", "hour"), FAR)
def test_far_days_are_refused_in_words_everywhere(cast, client, day, hour):
    contact = draft(cast.marcus_there, cast.dana)
    client.enter(cast.dana)
    when, version = {"on": day, "hour": hour}, Contact.objects.get().version
    appointment = client.post(url("appointment_add", cast.marcus_there), when | {"how": "met"})
    own = client.post(url("contact_edit", contact), sent(cast.marcus, contact.pk, version, **when))
    following = client.post(url("contact_edit", contact), sent(cast.marcus, contact.pk, version, next_on=day, next_hour=hour))

    for answer in (appointment, own, following):
        assert answer.status_code == 422
        assert "between the years 1900 and 2200" in main_words(answer)
    assert not Appointment.objects.exists()
    assert client.get(url("contact_sign", contact)).status_code == 200


def test_a_note_is_not_about_what_is_still_to_come(cast, client):
    client.enter(cast.dana)
    now, start = timezone.now(), url("contact_start", cast.marcus_there)
    far, near = (
        client.post(start, sent(cast.marcus, new_id(), at=now + timedelta(**ahead))) for ahead in ({"days": 3}, {"minutes": 10})
    )

    assert (far.status_code, near.status_code) == (422, 302)
    assert "still to come" in main_words(far)


def test_check_in_of_a_far_day_is_refused_in_words(cast, client):
    goal = a_goal(cast, "Ride the bus")
    page = reverse("plans:check_in_add", args=[goal.pk])
    answer = client.enter(cast.dana).post(page, {"id": new_id(), "words": "Well", "on": "0001-01-01"})

    assert answer.status_code == 422
    assert "between the years 1900 and 2200" in main_words(answer)


@pytest.mark.parametrize("page", ["contact_start", "contact_edit", "appointment_add"])
def test_an_empty_form_is_answered_with_what_is_missing(cast, client, page):
    contact = draft(cast.marcus_there, cast.dana)
    row = contact if page == "contact_edit" else cast.marcus_there

    assert client.enter(cast.dana).post(url(page, row), {}).status_code == 422
