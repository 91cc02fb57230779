"""Today: hello, what waits, and what to do first."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from handrail.accounts import actions
from handrail.accounts.models import Agency
from handrail.accounts.roles import Role
from handrail.home.greeting import first_name, greeting
from handrail.kit.tenancy import as_agency
from handrail.project import today as backups
from tests.accounts.steps import links_on, newcomer
from tests.cast import hire
from tests.people.reading import cost, main_words


def today(client, staff) -> str:
    return main_words(client.enter(staff).get("/"))


@pytest.fixture
def new_agency(cast):
    """An agency as it is an hour after it was set up: one program, one administrator."""
    agency = Agency(name="Harbor", pack="VA")
    with as_agency(agency.pk):
        actions.open_agency(agency=agency, at=cast.began)
        yield hire(cast, "robin", Role.ADMINISTRATOR, agency=agency)


@pytest.mark.parametrize(
    ("hour", "hello"),
    [(5, "Good morning, Dana"), (11, "Good morning, Dana"), (12, "Good afternoon, Dana"), (17, "Good evening, Dana")],
)
def test_hello_goes_by_the_time_of_day(hour, hello):
    assert greeting("Dana Whitfield", datetime(2026, 11, 22, hour)) == hello


@pytest.mark.parametrize(
    ("name", "first"), [("Dana Whitfield", "Dana"), ("Dr. Iris Lang", "Iris"), ("Cher", "Cher"), ("J. R.", "J. R.")]
)
def test_a_title_is_not_a_first_name(name, first):
    assert first_name(name) == first


def test_today_is_told_in_the_agencys_time(cast, client):
    with time_machine.travel(datetime(2026, 11, 22, 23, 30, tzinfo=ZoneInfo("America/New_York"))):
        assert today(client, cast.dana).startswith("Good evening, Dana Sunday 22 November")


def test_quiet_today_tells_each_role_what_to_do_first(cast, client):
    hire(cast, "kim", Role.PEER, cast.community)
    offered = {who: links_on(client.enter(getattr(cast, who)).get("/")) for who in ("kim", "lena", "theo", "ada")}

    assert reverse("people:person_add") in offered["kim"]
    assert reverse("people:person_list") in offered["lena"]
    assert reverse("accounts:staff_list") in offered["theo"]
    assert "All is quiet" in today(client, cast.ada)


def test_today_of_a_new_agency_begins_with_the_first_peer(new_agency, client):
    page = client.enter(new_agency).get("/")

    assert "To set up 1 No peers yet" in main_words(page)
    assert reverse("accounts:staff_add") in links_on(page)


def test_today_of_an_administrator_with_nothing_left_to_set_up(cast, client, monkeypatch):
    monkeypatch.setattr(backups, "age_of_last", lambda place: timedelta(hours=5))
    for who in (cast.noor, cast.ray, cast.lena):
        actions.begin_supervision(supervisor=cast.sam, staff=who, kind="administrative", by=cast.alex, at=timezone.now())
    answer = client.enter(cast.alex).get("/")

    assert "All is quiet" in main_words(answer)
    assert {reverse("accounts:program_add"), reverse("accounts:staff_add")} <= links_on(answer)


def test_today_tells_an_administrator_which_peer_nobody_supervises(cast, client):
    page = today(client, cast.alex)

    assert "Noor of the cast Nobody supervises them yet." in page
    assert "Dana of the cast" not in page
    assert "Nobody supervises them yet" not in today(client, cast.sam)


def test_today_tells_which_program_has_nobody(cast, client):
    actions.end_work(staff=cast.ray, by=cast.alex, at=timezone.now())

    assert "Bridge Nobody works in this program yet." in today(client, cast.alex)


def test_today_tells_who_has_not_joined_and_offers_a_new_link(cast, client):
    kim, lou = newcomer(cast), newcomer(cast, "Lou Adams")
    actions.invite(staff=kim, by=cast.alex, at=timezone.now())
    answer = client.enter(cast.alex).get("/")

    assert "Kim Park Their link works until" in main_words(answer)
    assert "Lou Adams They have no link that works." in main_words(answer)
    assert reverse("accounts:staff_invite", args=[lou.pk]) in links_on(answer)


def test_today_forgets_them_when_they_joined_or_left(cast, client):
    kim, lou = newcomer(cast), newcomer(cast, "Lou Adams")
    token = actions.invite(staff=kim, by=cast.alex, at=timezone.now())
    client.post(reverse("accounts:join", args=[token]), {"sign_in_name": "kim"})
    actions.end_work(staff=lou, by=cast.alex, at=timezone.now())

    assert "Not here yet" not in today(client, cast.alex)


def test_today_asks_the_same_for_one_as_for_many(cast, client):
    newcomer(cast)
    client.enter(cast.alex)
    few = cost(client, "/")
    for number in range(6):
        actions.invite(staff=newcomer(cast, f"Kim {number}"), by=cast.alex, at=timezone.now() + timedelta(seconds=number))
        hire(cast, f"p{number}", Role.PEER, cast.bridge)

    assert cost(client, "/") == few


def test_more_holds_what_the_phones_bar_does_not(cast, client):
    peers, administrators = (links_on(client.enter(who).get(reverse("home:more"))) for who in (cast.dana, cast.alex))

    assert {reverse("accounts:me"), reverse("accounts:staff_list"), reverse("home:keys"), reverse("account_logout")} <= peers
    assert reverse("accounts:agency_edit") in administrators - peers


def test_keys_are_told_and_switched_off(cast, client):
    page = client.enter(cast.dana).get(reverse("home:keys"))
    client.post(reverse("home:keys"), {})
    after = client.get(reverse("home:keys")).content.decode()

    assert "g t Today" in main_words(page)
    assert 'data-shortcuts="off"' in after
    assert 'data-shortcuts="off"' not in page.content.decode()
