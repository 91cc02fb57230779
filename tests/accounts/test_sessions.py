"""A sign-in lasts while somebody is there: 15 quiet minutes, 5 on a shared computer, never longer than 12 hours."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from handrail.accounts import actions, sessions
from handrail.accounts.models import RoleHeld
from handrail.accounts.roles import Role
from handrail.audit.models import Entry

NOW = timezone.now()
TODAY = "home:today"


def minutes(count: float) -> time_machine.travel:
    return time_machine.travel(NOW + timedelta(minutes=count))


@pytest.fixture
def dana(cast, client):
    """Dana signed in just now."""
    with minutes(0):
        client.enter(cast.dana)
    return cast.dana


def is_in(client) -> bool:
    """Whether one still gets a page of the house, and not the page to sign in."""
    return client.get(reverse("home:keys")).status_code == 200


def test_fourteen_quiet_minutes_are_fine_and_sixteen_are_the_end(dana, client):
    with minutes(14):
        assert is_in(client)
    with minutes(14 + 14):
        assert is_in(client)
    with minutes(14 + 14 + 16):
        assert not is_in(client)
    with minutes(14 + 14 + 16.1):
        assert not is_in(client), "what ended stays ended"


def test_on_a_shared_computer_five_quiet_minutes_are_the_end(dana, client):
    session = client.session
    session[sessions.SHARED] = True
    session.save()
    with minutes(4):
        assert is_in(client)
    with minutes(4 + 6):
        assert not is_in(client)


def test_after_twelve_hours_it_ends_however_busy_one_is(dana, client):
    for hour_quarters in range(1, 12 * 6):
        with minutes(hour_quarters * 10):
            assert is_in(client)
    with minutes(12 * 60 + 1):
        assert not is_in(client)


def test_an_open_page_can_ask_how_long_it_lasts_without_making_it_longer(dana, client):
    with minutes(10):
        left = client.get(reverse("accounts:session_show")).json()["left"]
    assert 4 * 60 <= left <= 5 * 60 + 30


def test_somebody_who_is_there_says_so_and_stays(dana, client):
    with minutes(10):
        assert client.post(reverse("accounts:session_show")).json()["left"] == 15 * 60
    with minutes(24):
        assert is_in(client)


def test_an_ended_session_answers_401_to_the_open_page(dana, client):
    with minutes(20):
        answer = client.get(reverse("accounts:session_show"))
    assert (answer.status_code, answer.json()) == (401, {"left": 0})


def test_a_role_that_ends_closes_its_doors_on_the_next_request(cast, client):
    page = reverse("people:person_show", args=[cast.marcus.pk])
    client.enter(cast.dana)
    assert client.get(page).status_code == 200
    held = RoleHeld.objects.get(staff=cast.dana, role=Role.PEER)
    actions.end_role(held=held, by=cast.alex, at=timezone.now())

    assert client.get(page).status_code == 404


def test_somebody_who_left_is_out_on_the_next_request(cast, client):
    client.enter(cast.noor)
    actions.end_work(staff=cast.noor, by=cast.alex, at=timezone.now())

    answer = client.get(reverse(TODAY))
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("accounts:nowhere"))


def test_coming_and_going_stands_in_the_record(cast, client):
    cast.dana.login.set_password("four loose words walking")
    cast.dana.login.save()
    client.post(reverse("account_login"), {"login": "dana", "password": "four loose words walking"})
    client.post(reverse("account_logout"))

    lines = Entry.objects.filter(agency_id=cast.agency.pk, by_id=cast.dana.pk, at__gt=cast.began)
    assert list(lines.order_by("seq").values_list("verb", flat=True)) == ["staff.signed_in", "staff.signed_out"]


def test_when_nothing_is_left_it_is_over_in_that_very_second(dana, client):
    """An open page that hears "0 left" opens the page to sign in; that must not count as somebody being there."""
    with time_machine.travel(int(NOW.timestamp()) + 15 * 60, tick=False):
        answer = client.get(reverse("accounts:session_show"))
        assert (answer.status_code, answer.json()["left"]) == (401, 0)
        assert client.get(reverse("account_login") + "?over=1").status_code == 200
