"""A bad line, a nervous thumb: what is sent twice is said once."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from handrail.contacts.models import Addendum, CallAsked, Comment, Returned
from handrail.kit.ids import new_id
from tests.contacts.conftest import draft, signed
from tests.contacts.test_writing import url


@pytest.mark.parametrize(
    ("page", "typed", "row", "who"),
    [("addendum_add", {"more": "He called back."}, Addendum, "dana"), ("part_return", {"why": "Why?"}, Returned, "sam")],
)
def test_words_to_a_note_sent_twice_stand_there_once(cast, note, client, page, typed, row, who):
    once = typed | {"id": new_id()}
    client.enter(getattr(cast, who))
    answers = [client.post(url(page, note), once) for _time in range(2)]

    assert [answer.headers["Location"] for answer in answers] == [url("part_show", note)] * 2
    assert row.objects.count() == 1


def test_the_persons_comment_sent_twice_stands_there_once(cast, note, client):
    once = {"view": "agrees", "own_words": "Yes", "id": new_id()}
    client.enter(cast.dana).post(url("hand_over", note))
    answers = [client.post(url("comment_add", note), once) for _time in range(2)]

    assert [answer.headers["Location"] for answer in answers] == [url("hand_back")] * 2
    assert Comment.objects.count() == 1


def test_a_wish_for_a_call_sent_twice_is_one(cast, client):
    client.enter(cast.dana)
    for _time in range(2):
        answer = client.post(url("call_ask", cast.marcus_there), {"about": "Rent", "id": str(cast.marcus.pk)})

    assert answer.status_code == 302
    assert CallAsked.objects.count() == 1


def test_a_key_of_somebody_else_is_as_if_nothing_were_there(cast, note, client):
    other = signed(cast.marcus_there, cast.dana)
    taken = {"more": "He called back.", "id": new_id()}
    client.enter(cast.dana).post(url("addendum_add", other), taken)

    assert client.post(url("addendum_add", note), taken).status_code == 404
    assert client.enter(cast.sam).post(url("addendum_add", other), taken).status_code == 404
    assert client.post(url("addendum_add", other), taken | {"id": "no key"}).status_code == 302


def test_every_form_that_says_something_carries_a_key_of_its_own(cast, note, client):
    client.enter(cast.sam)
    page = client.get(url("part_show", note)).content.decode()
    keys = re.findall(r'name="id" value="([0-9a-f-]{36})"', page)
    keys += re.findall(
        r'name="id" value="([0-9a-f-]{36})"', client.get(reverse("people:person_show", args=[cast.marcus.pk])).content.decode()
    )

    assert len(keys) == len(set(keys)) >= 3


def test_a_version_nobody_could_have_read_signs_nothing(cast, client):
    contact = draft(cast.marcus_there, cast.dana, at=timezone.now())

    assert client.enter(cast.dana).post(url("contact_sign", contact), {"version": "9" * 5000}).status_code == 409
