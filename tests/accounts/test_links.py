"""Links that work once: looking at one does nothing, sending its form does."""

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils import timezone

from handrail.accounts import actions, queries
from handrail.accounts.models import Agency, Installation, Login, OneTimeLink, RoleHeld, Staff
from handrail.kit.tenancy import as_agency
from tests.accounts.steps import give_passkey, give_password_and_app, link_for, newcomer
from tests.conftest import HandrailClient
from tests.people.reading import main_words

FIRST_KEY = "/my/first-key/"
ANSWERS = {
    "agency_name": "Harbor",
    "person_word": "participant",
    "pack": "VA",
    "time_zone": "America/New_York",
    "program_name": "Mobile team",
    "setting": "community",
    "name": "Kim Park",
    "sign_in_name": " Kim@Harbor.example ",
    "roles": ["supervisor"],
}


@pytest.fixture
def set_up_link(db):
    return reverse("accounts:set_up", args=[actions.make_set_up_link(at=timezone.now())])


def is_over(answer) -> bool:
    return answer.status_code == 404 and "This link does not work any more" in main_words(answer)


def test_join_by_looking_uses_nothing_up(cast, client):
    link = link_for(cast, newcomer(cast))
    pages = [client.get(link) for _look in range(3)]

    assert [page.status_code for page in pages] == [200, 200, 200]
    assert client.post(link, {"sign_in_name": "kim"}).headers["Location"] == FIRST_KEY


def test_join_greets_by_name_and_says_who_invites(cast, client):
    page = main_words(client.get(link_for(cast, newcomer(cast))))

    assert "Welcome, Kim Park Riverside invites you." in page


def test_join_works_once(cast, client):
    kim = newcomer(cast)
    link = link_for(cast, kim)
    client.post(link, {"sign_in_name": "kim"})
    second = HandrailClient().post(link, {"sign_in_name": "somebody-else"})

    assert is_over(second)
    kim.refresh_from_db()
    assert kim.login.sign_in_name == "kim"
    assert not Login.objects.filter(sign_in_name="somebody-else").exists()


def test_join_with_a_name_that_is_taken_says_so_and_the_link_still_works(cast, client):
    link = link_for(cast, newcomer(cast))
    refused = client.post(link, {"sign_in_name": " DANA "})

    assert refused.status_code == 409
    assert "Somebody already signs in with this name. Choose another." in main_words(refused)
    assert client.post(link, {"sign_in_name": "kim"}).status_code == 302


def test_join_with_the_sign_in_one_has_opens_both_agencies(cast, client):
    client.enter(cast.zoe)
    kim = newcomer(cast)
    link = link_for(cast, kim)
    asked = main_words(client.get(link))
    done = client.post(link, {"as_oneself": "yes"})

    assert "On this device you are signed in as zoe." in asked
    assert done.headers["Location"] == "/"
    kim.refresh_from_db()
    assert kim.login == cast.zoe.login
    assert "Riverside" in client.get("/my/").content.decode()
    assert client.post(reverse("accounts:staff_choose"), {"staff": cast.zoe.pk}).status_code == 302
    assert is_over(client.post(link, {"as_oneself": "yes"}))


def test_join_with_the_sign_in_one_has_is_refused_where_one_works_already(cast, client):
    link = link_for(cast, newcomer(cast))
    refused = client.enter(cast.alex).post(link, {"as_oneself": "yes"})

    assert refused.status_code == 409
    assert "You work at this agency already." in main_words(refused)
    assert client.post(link, {"sign_in_name": "kim"}).status_code == 302


def test_join_as_oneself_needs_somebody_who_is_signed_in(cast, client):
    kim = newcomer(cast)
    link = link_for(cast, kim)

    assert "I sign in to Handrail already" in client.get(link).content.decode()
    assert client.post(link, {"as_oneself": "yes"}).status_code == 422
    kim.refresh_from_db()
    assert kim.login is None


def test_join_with_a_short_name_is_a_422(cast, client):
    assert client.post(link_for(cast, newcomer(cast)), {"sign_in_name": "k"}).status_code == 422


def test_join_by_an_older_link_is_over_when_there_is_a_newer_one(cast, client):
    kim = newcomer(cast)
    older, newer = link_for(cast, kim), link_for(cast, kim)

    assert is_over(client.get(older))
    assert client.get(newer).status_code == 200


def test_join_is_over_after_seven_days(cast, client):
    link = link_for(cast, newcomer(cast))
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1)):
        assert is_over(client.get(link))


def test_join_is_over_when_they_left_before_they_came(cast, client):
    kim = newcomer(cast)
    link = link_for(cast, kim)
    actions.end_work(staff=kim, by=cast.alex, at=timezone.now())

    assert is_over(client.get(link))


def test_a_link_opens_one_kind_of_door(cast, client):
    token = link_for(cast, newcomer(cast)).rstrip("/").rpartition("/")[2]

    for door in ("set_up", "come_back"):
        assert is_over(client.get(reverse(f"accounts:{door}", args=[token])))


def test_only_the_hash_of_a_link_is_kept(cast):
    token = actions.invite(staff=newcomer(cast), by=cast.alex, at=timezone.now())

    assert not any(token in str(value) for row in OneTimeLink.objects.values() for value in row.values())


def test_come_back_by_looking_changes_nothing(cast, client):
    give_password_and_app(cast.dana.login)
    client.get(link_for(cast, cast.dana))

    cast.dana.login.refresh_from_db()
    assert cast.dana.login.has_usable_password()
    assert Authenticator.objects.filter(user=cast.dana.login).count() == 2


def test_come_back_ends_the_old_keys_and_every_open_sign_in(cast, client):
    give_password_and_app(cast.dana.login)
    give_passkey(cast.dana.login)
    elsewhere = HandrailClient().enter(cast.dana)
    assert elsewhere.get("/").status_code == 200
    answer = client.post(link_for(cast, cast.dana))

    cast.dana.login.refresh_from_db()
    assert answer.headers["Location"] == FIRST_KEY
    assert not cast.dana.login.has_usable_password()
    assert not Authenticator.objects.filter(user=cast.dana.login).exists()
    assert elsewhere.get("/").status_code == 302


def test_come_back_works_once(cast, client):
    link = link_for(cast, cast.dana)
    client.post(link)

    assert is_over(HandrailClient().post(link))


def test_set_up_by_looking_makes_nothing(set_up_link, client):
    page = client.get(set_up_link)

    assert page.status_code == 200
    assert not Agency.objects.exists()


def test_set_up_makes_the_agency_and_its_first_administrator(set_up_link, client):
    answer = client.post(set_up_link, ANSWERS)

    assert answer.headers["Location"] == FIRST_KEY
    login = Login.objects.get()
    assert (login.sign_in_name, login.has_usable_password()) == ("kim@harbor.example", False)
    assert Installation.objects.get().demo is False
    with as_agency(queries.agency_ids()[0]):
        kim = Staff.objects.get()
        held = [(role.role, role.program and role.program.name) for role in RoleHeld.objects.filter(staff=kim).order_by("id")]
        assert (kim.name, kim.agency.name, kim.agency.person_word) == ("Kim Park", "Harbor", "participant")
        assert held == [("administrator", None), ("supervisor", "Mobile team")]


def test_set_up_works_once(set_up_link, client):
    client.post(set_up_link, ANSWERS)

    assert is_over(HandrailClient().post(set_up_link, ANSWERS | {"sign_in_name": "another"}))
    assert Login.objects.count() == 1


def test_set_up_with_a_mistake_keeps_every_answer(set_up_link, client):
    answer = client.post(set_up_link, ANSWERS | {"program_name": ""})

    assert answer.status_code == 422
    assert 'value="Harbor"' in answer.content.decode()
    assert not Agency.objects.exists()


def test_set_up_with_a_sign_in_name_somebody_has_makes_nothing(cast, client):
    link = reverse("accounts:set_up", args=[actions.make_set_up_link(at=timezone.now())])
    agencies = Agency.objects.count()
    answer = client.post(link, ANSWERS | {"sign_in_name": "dana"})

    assert answer.status_code == 409
    assert Agency.objects.count() == agencies
    assert client.post(link, ANSWERS).status_code == 302, "the link still works"


def test_the_page_says_nothing_to_those_who_look_over_a_shoulder(cast, client):
    """Page titles name nobody and not the work."""
    for link in (link_for(cast, newcomer(cast)), link_for(cast, cast.dana)):
        title = client.get(link).content.decode().split("<title>")[1].split("</title>")[0]
        assert title in ("Welcome – Handrail", "Welcome back – Handrail")


@pytest.fixture
def zoe_here(cast, client):
    """Zoe of the other agency works at Riverside too, with the same login."""
    here = newcomer(cast, "Zoe here")
    client.enter(cast.zoe).post(link_for(cast, here), {"as_oneself": "yes"})
    here.refresh_from_db()
    assert here.login == cast.zoe.login
    return here


def test_a_way_back_of_one_agency_opens_no_other(cast, zoe_here):
    page = HandrailClient().enter(cast.alex).post(reverse("accounts:staff_invite", args=[zoe_here.pk])).content.decode()
    somebody = HandrailClient()
    joined = somebody.post(reverse("accounts:join", args=[page.split("/join/")[1].split("/")[0]]), {"sign_in_name": "zoe-here"})

    assert "/come-back/" not in page
    assert joined.headers["Location"] == FIRST_KEY
    zoe_here.refresh_from_db()
    with as_agency(cast.other_agency.pk):
        cast.zoe.refresh_from_db()
    assert zoe_here.login.sign_in_name == "zoe-here"
    assert zoe_here.login != cast.zoe.login


def test_an_older_way_back_is_over_once_the_login_opens_another_agency(cast, client):
    kim = newcomer(cast)
    client.post(link_for(cast, kim), {"sign_in_name": "kim"})
    kim.refresh_from_db()
    way_back = link_for(cast, kim)
    with as_agency(cast.other_agency.pk):
        Staff.objects.create(agency=cast.other_agency, login=kim.login, name="Kim there")

    assert HandrailClient().post(way_back).status_code == 409


def test_a_link_does_not_tell_without_end_which_names_are_taken(cast, client):
    link = link_for(cast, newcomer(cast))
    said = [main_words(client.post(link, {"sign_in_name": "zoe"})) for _try in range(9)]

    assert all("Somebody already signs in with this name." in words for words in said[:8])
    assert "too many names" in said[8]
    assert "too many names" in main_words(client.post(link, {"sign_in_name": "kim"}))
