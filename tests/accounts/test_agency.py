"""The agency's settings, its programs and their places; and one's own page."""

import pytest
from django.urls import reverse
from django.utils import timezone

from handrail.accounts import actions
from handrail.accounts.models import Program, Site, Staff
from handrail.kit.tenancy import as_agency
from tests.accounts.steps import links_on
from tests.people.reading import cost, main_words

PROGRAM = {"name": "Youth", "setting": "school", "part2": "undetermined"}


def url(name, *args):
    return reverse(f"accounts:{name}", args=[getattr(one, "pk", one) for one in args])


def test_agency_edit_keeps_new_settings(cast, client):
    sent = {"name": "Riverside", "person_word": "participant", "time_zone": "America/Chicago", "pack": "OH"}
    answer = client.enter(cast.alex).post(url("agency_edit"), sent, follow=True)

    cast.agency.refresh_from_db()
    assert (cast.agency.person_word, cast.agency.time_zone, cast.agency.pack) == ("participant", "America/Chicago", "OH")
    assert "Saved." in main_words(answer)


def test_agency_edit_with_a_mistake_is_a_422(cast, client):
    assert client.enter(cast.alex).post(url("agency_edit"), {"name": ""}).status_code == 422


@pytest.mark.parametrize("page", ["agency_edit", "program_add"])
def test_set_up_pages_are_for_an_administrator(cast, client, page):
    assert client.enter(cast.joan).get(url(page)).status_code == 403


def test_program_list_is_read_by_all_and_changed_by_an_administrator(cast, client):
    reading = links_on(client.enter(cast.dana).get(url("program_list")))
    keeping = links_on(client.enter(cast.alex).get(url("program_list")))

    assert {url("program_add"), url("program_edit", cast.community)} <= keeping - reading


def test_program_list_asks_the_same_for_one_as_for_many(cast, client):
    client.enter(cast.alex)
    few = cost(client, url("program_list"))
    for number in range(9):
        program = actions.open_program(program=Program(name=f"Program {number}"), by=cast.alex, at=timezone.now())
        actions.open_site(site=Site(program=program, name="Office"), by=cast.alex, at=timezone.now())

    assert cost(client, url("program_list")) == few


def test_program_add_tells_what_comes_next(cast, client):
    answer = client.enter(cast.alex).post(url("program_add"), PROGRAM, follow=True)

    assert "The program is there. Now give somebody a role in it." in main_words(answer)
    assert Program.objects.get(name="Youth").agency_id == cast.agency.pk


def test_program_add_with_a_name_that_is_there_says_so(cast, client):
    answer = client.enter(cast.alex).post(url("program_add"), PROGRAM | {"name": "Community"})

    assert answer.status_code == 422
    assert "Your agency already has a program of this name." in main_words(answer)


def test_program_edit_may_keep_its_own_name(cast, client):
    answer = client.enter(cast.alex).post(url("program_edit", cast.community), PROGRAM | {"name": "Community"})

    assert answer.status_code == 302


def test_program_edit_of_another_agency_is_not_there(cast, client):
    assert client.enter(cast.alex).get(url("program_edit", cast.other_program)).status_code == 404


def test_a_place_is_added_and_closed(cast, client):
    client.enter(cast.alex).post(url("site_add", cast.community), {"name": "Drop-in", "address": "12 Pier Street"})
    with_it = main_words(client.get(url("program_edit", cast.community)))
    client.post(url("site_close", Site.objects.get()))
    without = main_words(client.get(url("program_edit", cast.community)))

    assert "Drop-in 12 Pier Street" in with_it
    assert "Drop-in" not in without.replace("a drop-in:", "")


def test_a_place_without_a_name_is_a_422(cast, client):
    assert client.enter(cast.alex).post(url("site_add", cast.community), {"name": ""}).status_code == 422


def test_me_keeps_how_the_screen_looks(cast, client):
    client.enter(cast.dana).post(url("me"), {"theme": "dark", "text_size": "larger"})
    page = client.get(url("me")).content.decode()

    assert all(kept in page for kept in ('data-theme="dark"', 'data-text="larger"', 'data-shortcuts="off"'))


def test_me_offers_another_agency_only_to_those_who_have_one(cast, client):
    client.enter(cast.dana)
    before = links_on(client.get(url("me")))
    elsewhere = work_at_the_other(cast)
    after = links_on(client.get(url("me")))

    assert (url("staff_choose") in before, url("staff_choose") in after) == (False, True)
    client.post(url("staff_choose"), {"staff": str(elsewhere.pk)})
    assert "Hillside" in main_words(client.get(url("me")))


def work_at_the_other(cast) -> Staff:
    with as_agency(cast.other_agency.pk):
        staff = Staff(agency=cast.other_agency, login=cast.dana.login, name="Dana at Hillside")
        return actions.add_staff(staff=staff, by=None, at=timezone.now())


def test_staff_choose_does_not_let_anybody_be_somebody_else(cast, client):
    assert client.enter(cast.dana).post(url("staff_choose"), {"staff": str(cast.noor.pk)}).status_code == 404
    assert "Dana" in main_words(client.get(url("me")))
