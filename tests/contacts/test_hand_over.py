"""The phone in Marcus's hands: his note, his comment, and nothing else until Dana shows who she is."""

import html
import re
import time

import pytest
from allauth.account.internal.flows import login
from django.urls import reverse

from handrail.contacts.models import Comment
from tests.access.cases import Things, address, routes
from tests.contacts.conftest import draft, signed
from tests.contacts.test_writing import url
from tests.people.reading import main_words


@pytest.fixture
def handed(cast, note, client):
    client.enter(cast.dana).post(url("hand_over", note))
    return client


def hidden(page) -> dict:
    """What the page sends along unseen."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.content.decode())
    return {name: html.unescape(value) for name, value in found}


def prove(client, at):
    """As allauth notes it when somebody shows again who they are."""
    session = client.session
    session[login._AUTHENTICATION_METHODS_USER_SESSION_KEY] = session["_auth_user_id"]
    session[login.AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": at, "reauthenticated": True}]
    session.save()


def test_the_person_reads_the_note_and_says_what_they_think(cast, note, handed):
    page = handed.get(url("comment_add", note))
    assert "I slept well." in main_words(page)
    assert "<nav" not in page.content.decode()
    answer = handed.post(url("comment_add", note), {"view": "disagrees", "own_words": "It was not the library."})

    said = Comment.objects.get()
    assert answer.headers["Location"] == url("hand_back")
    assert (said.view, said.words, said.person, said.beside) == ("disagrees", "It was not the library.", cast.marcus, cast.dana)


def test_a_comment_without_an_answer_comes_back_with_its_words(note, handed):
    answer = handed.post(url("comment_add", note), {"own_words": "Almost lost"})

    assert answer.status_code == 422
    assert "Almost lost" in answer.content.decode()


def test_the_pages_before_are_forgotten_when_the_phone_is_handed_over(cast, note, client):
    client.enter(cast.dana)
    answer = client.post(url("hand_over", note))

    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert client.get(url("comment_add", note)).headers["Cache-Control"] == "no-store"


OPEN = {
    "account_login", "account_logout", "account_reauthenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn",
    "accounts:session_show", "contacts:hand_back", "contacts:comment_add",
}  # fmt: skip
OUTSIDE = {"healthz", "readyz"}


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_other_page_of_handrail_answers(cast, note, handed, method):
    """Every page there is, asked for by the address it would have."""
    things = Things(cast)
    for name in routes():
        if name in OPEN | OUTSIDE:
            continue
        answer = getattr(handed, method)(reverse(name, args=address(name, things)))
        assert (answer.status_code, answer.headers.get("Location")) == (302, url("comment_add", note)), name


def test_a_note_of_somebody_else_cannot_be_commented_on_with_this_phone(cast, note, handed):
    other = signed(cast.marcus_there, cast.dana, words="Another note")

    assert handed.get(url("comment_add", other)).headers["Location"] == url("comment_add", note)


def test_without_handing_over_nobody_comments_in_the_persons_name(cast, note, client):
    answer = client.enter(cast.dana).post(url("comment_add", note), {"view": "agrees"})

    assert answer.status_code == 409
    assert client.get(url("comment_add", note)).headers["Location"] == url("part_show", note)
    assert not Comment.objects.exists()


def test_what_the_person_typed_is_kept_when_the_worker_signed_in_meanwhile(cast, note, handed):
    typed = {"view": "disagrees", "own_words": 'It was "not"\nthe library.'}
    prove(handed, time.time())
    kept = handed.post(url("comment_add", note), typed)
    assert kept.status_code == 409
    assert "Give the phone to Marcus once more" in main_words(kept)
    again = handed.post(url("hand_over", note), hidden(kept))

    assert "not&quot;\nthe library." in again.content.decode()
    assert "checked" in again.content.decode()
    assert handed.get(reverse("home:today")).headers["Location"] == url("comment_add", note)


def test_having_signed_in_a_moment_before_does_not_take_the_phone_back(note, handed):
    prove(handed, time.time() - 60)

    assert "Please give the phone back" in main_words(handed.get(url("hand_back")))
    assert handed.get(reverse("home:today")).status_code == 302


def test_showing_who_one_is_takes_the_phone_back(cast, note, handed):
    prove(handed, time.time() + 1)

    assert handed.get(reverse("home:today")).status_code == 200
    assert handed.get(url("hand_back")).headers["Location"] == url("part_show", note)


def test_the_password_takes_the_phone_back_and_a_wrong_one_does_not(cast, note, client):
    cast.dana.login.set_password("a long walk by the river")
    cast.dana.login.save()
    client.enter(cast.dana).post(url("hand_over", note))
    again = f"{reverse('account_reauthenticate')}?next={url('hand_back')}"
    assert client.get(again).status_code == 200
    client.post(again, {"password": "not at all the right one"})
    assert client.get(reverse("home:today")).headers["Location"] == url("comment_add", note)
    answer = client.post(again, {"password": "a long walk by the river"}, follow=True)

    assert answer.redirect_chain[-1][0] == url("part_show", note)
    assert client.get(reverse("home:today")).status_code == 200


def test_signing_in_again_takes_the_phone_back(cast, note, handed):
    handed.post(reverse("account_logout"))
    assert handed.get(reverse("home:today")).status_code == 302
    handed.enter(cast.dana)

    assert handed.get(reverse("home:today")).status_code == 200


def test_a_draft_is_not_handed_over(cast, client):
    contact = draft(cast.marcus_there, cast.dana)
    answer = client.enter(cast.dana).post(url("hand_over", contact.parts.get()))

    assert answer.headers["Location"] == url("part_show", contact.parts.get())
    assert client.get(reverse("home:today")).status_code == 200
