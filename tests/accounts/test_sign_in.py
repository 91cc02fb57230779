"""Signing in, also in a frame over a page that lay open too long."""

import pytest
from allauth.account.adapter import get_adapter
from django.test import RequestFactory
from django.urls import reverse

from handrail.accounts import sessions
from tests.accounts.steps import code_of, give_password_and_app, type_code, type_password
from tests.conftest import HandrailClient
from tests.people.reading import main_words


@pytest.fixture
def dana(cast):
    give_password_and_app(cast.dana.login)
    return cast.dana


def may_be_framed(answer) -> bool:
    return (
        answer.headers["X-Frame-Options"] == "SAMEORIGIN"
        and "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    )


def test_sign_in_may_stand_in_a_frame_of_ours_and_nothing_else_may(dana, client):
    first = client.get(reverse("account_login") + "?over=1")
    wrong = type_password(client, "dana", "wrong wrong wrong wrong")
    type_password(client, "dana")
    second = client.get(reverse("mfa_authenticate"))
    done = type_code(client, code_of())
    end = client.get(done.headers["Location"])

    assert all(may_be_framed(page) for page in (first, wrong, second, end))
    assert not may_be_framed(client.get("/"))
    assert not may_be_framed(client.get(reverse("mfa_index")))


def test_sign_in_over_a_page_ends_where_the_page_goes_on(dana, client):
    client.get(reverse("account_login") + "?over=1")
    type_password(client, "dana")
    done = type_code(client, code_of())
    end = client.get(done.headers["Location"])

    assert done.headers["Location"] == reverse("accounts:signed_in")
    assert 'data-signed-in="1"' in end.content.decode()


def test_sign_in_without_a_frame_ends_on_today(dana, client):
    client.get(reverse("account_login") + "?over=1")
    client.get(reverse("account_login"))
    type_password(client, "dana")

    assert type_code(client, code_of()).headers["Location"] == "/"


def test_a_passkey_that_did_not_work_stays_in_the_frame(cast, client):
    client.get(reverse("account_login") + "?over=1")
    answer = client.post(reverse("mfa_login_webauthn"), {"credential": "{}"})

    assert answer.headers["Location"] == reverse("account_login") + "?over=1"


def test_a_mistake_at_sign_in_is_a_422_and_keeps_the_name(dana, client):
    answer = type_password(client, "dana", "wrong wrong wrong wrong")

    assert answer.status_code == 422
    assert "That name and password do not go together." in main_words(answer)
    assert 'value="dana"' in answer.content.decode()


@pytest.mark.parametrize("spelled", ["dana", " Dana ", "DANA", "ｄａｎａ"])
def test_the_name_is_one_however_it_is_spelled(dana, client, spelled):
    assert type_password(client, spelled).headers["Location"] == reverse("mfa_authenticate")


def test_others_use_this_computer_counts_through_both_steps(dana, client):
    type_password(client, "dana", shared="on")
    type_code(client, code_of())

    assert client.session[sessions.SHARED] is True
    assert 'data-idle-seconds="300"' in client.get("/").content.decode()


def test_others_use_this_computer_counts_for_a_passkey_too(cast, client):
    request = RequestFactory().post(reverse("mfa_login_webauthn"), {"credential": "{}", "shared": "on"})
    request.session = client.session
    get_adapter().pre_login(
        request, cast.dana.login, email_verification="none", signal_kwargs=None, email=None, signup=False, redirect_url=None
    )

    assert request.session[sessions.SHARED] is True
    page = client.get(reverse("account_login")).content.decode()
    passkey_form = page.split('id="mfa_login"')[1].split("</form>")[0]
    assert 'name="shared"' in passkey_form


def test_sign_in_leads_back_to_the_page_one_wanted(dana, client):
    page = reverse("accounts:program_list")
    answer = client.get(page)
    client.post(answer.headers["Location"], {"login": "dana", "password": "four loose words walking", "next": page})

    assert type_code(client, code_of()).headers["Location"] == page


def test_sign_in_offers_the_demo_only_in_a_demo(cast, client):
    assert "/demo/" not in client.get(reverse("account_login")).content.decode()


def test_signing_out_says_so(dana, client):
    type_password(client, "dana")
    type_code(client, code_of())
    answer = client.post(reverse("account_logout"), follow=True)

    assert "You are signed out." in main_words(answer)


def test_without_a_place_at_an_agency_there_is_one_page(cast, client):
    cast.dana.left_at = cast.began
    cast.dana.save()
    client.enter(cast.dana)
    answer = client.get("/", follow=True)

    assert answer.redirect_chain == [(reverse("accounts:nowhere"), 302)]
    assert "You are not at an agency now" in main_words(answer)


def test_a_form_sent_from_our_own_page_is_taken(dana):
    """With "no-referrer" a browser sends "Origin: null" with our own forms, and every one of them would be refused."""
    client = HandrailClient(enforce_csrf_checks=True)
    page = client.get(reverse("account_login"))
    token = page.content.decode().split('csrfmiddlewaretoken" value="')[1].split('"')[0]
    sent = {"login": "dana", "password": "four loose words walking", "csrfmiddlewaretoken": token}

    assert page.headers["Referrer-Policy"] == "same-origin"
    assert client.post(reverse("account_login"), sent, headers={"Origin": "http://testserver"}).status_code == 302
    assert client.post(reverse("account_login"), sent, headers={"Origin": "https://elsewhere.example"}).status_code == 403


def test_a_sign_in_form_that_is_too_old_says_so_inside_the_frame_as_well(dana):
    client = HandrailClient(enforce_csrf_checks=True)
    client.get(reverse("account_login") + "?over=1")
    refused = client.post(reverse("account_login"), {"login": "dana", "password": "four loose words walking"})

    assert refused.status_code == 403
    assert may_be_framed(refused)
    assert f"{reverse('account_login')}?over=1" in refused.content.decode()
