"""Colleagues: who works here, in which roles, supervised by whom, and how they get in."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from handrail.accounts import actions
from handrail.accounts.models import OneTimeLink, RoleHeld, Staff, Supervises
from handrail.accounts.models.links import hashed
from handrail.accounts.roles import Role
from handrail.audit.models import Entry
from handrail.kit.ids import new_id
from tests.accounts.steps import links_on, newcomer
from tests.cast import hire
from tests.conftest import HandrailClient
from tests.people.reading import cost, main_words


def url(name, *args):
    return reverse(f"accounts:{name}", args=[getattr(one, "pk", one) for one in args])


def role_of(staff, role) -> RoleHeld:
    return RoleHeld.objects.get(staff=staff, role=role, until_at__isnull=True)


def last_verb(cast) -> str:
    return Entry.objects.filter(agency_id=cast.agency.pk).order_by("-seq").values_list("verb", flat=True)[0]


def test_staff_list_shows_roles_and_who_cannot_sign_in_yet(cast, client):
    newcomer(cast)
    page = main_words(client.enter(cast.dana).get(url("staff_list")))

    assert "Dana of the cast – Peer (Community) Yes" in page
    assert "Joan of the cast – Director Yes" in page
    assert "Kim Park – No role now Not yet" in page
    assert "12 people" not in page and "11 people" in page


def test_staff_list_is_of_one_agency(cast, client):
    assert "Zoe" not in client.enter(cast.alex).get(url("staff_list")).content.decode()


def test_staff_list_puts_those_who_left_last(cast, client):
    actions.end_work(staff=cast.ada, by=cast.alex, at=timezone.now())
    page = main_words(client.enter(cast.alex).get(url("staff_list")))

    assert page.index("Theo") < page.index("Ada")
    assert "Ada of the cast – No role now Left" in page


def test_staff_list_asks_the_same_for_one_as_for_many(cast, client):
    client.enter(cast.alex)
    few = cost(client, url("staff_list"))
    for number in range(12):
        hire(cast, f"p{number}", Role.PEER, cast.bridge)

    assert cost(client, url("staff_list")) == few


def test_staff_list_is_not_for_an_auditor(cast, client):
    assert client.enter(cast.ada).get(url("staff_list")).status_code == 403


@pytest.mark.parametrize("who", ["dana", "sam", "joan", "theo"])
def test_only_an_administrator_is_offered_changes(cast, client, who):
    client.enter(getattr(cast, who))
    offered = links_on(client.get(url("staff_list"))) | links_on(client.get(url("staff_show", cast.noor)))

    assert not {address for address in offered if re.search(r"/(add|edit|link|leaving|roles|supervisors|end)/$", address)} - {
        "/people/add/"
    }


@pytest.mark.parametrize("who", ["dana", "sam", "joan", "theo", "ada"])
def test_only_an_administrator_changes_anything(cast, client, who):
    client.enter(getattr(cast, who))
    before = Staff.objects.count(), OneTimeLink.objects.count(), RoleHeld.objects.count(), Supervises.objects.count()
    answers = [
        client.post(url("staff_add"), {"id": new_id(), "name": "X", "role": "director"}),
        client.post(url("staff_edit", cast.noor), {"name": "X"}),
        client.post(url("staff_invite", cast.noor)),
        client.post(url("staff_leave", cast.noor)),
        client.post(url("role_give", cast.noor), {"role": "director"}),
        client.post(url("role_end", role_of(cast.noor, Role.PEER))),
        client.post(url("supervision_begin", cast.noor), {"supervisor": str(cast.sam.pk), "kind": "clinical"}),
    ]

    assert {answer.status_code for answer in answers} == {403}
    assert before == (Staff.objects.count(), OneTimeLink.objects.count(), RoleHeld.objects.count(), Supervises.objects.count())


@pytest.mark.parametrize("page", ["staff_show", "staff_edit"])
def test_colleagues_of_another_agency_are_not_there(cast, client, page):
    assert client.enter(cast.alex).get(url(page, cast.zoe)).status_code == 404


@pytest.mark.parametrize("deed", ["staff_invite", "staff_leave", "role_give", "supervision_begin"])
def test_nothing_can_be_done_to_colleagues_of_another_agency(cast, client, deed):
    assert client.enter(cast.alex).post(url(deed, cast.zoe)).status_code == 404


def test_staff_add_makes_the_colleague_the_role_and_the_link_at_once(cast, client):
    sent = {"id": new_id(), "name": "Kim Park", "title": "CPRS", "role": "peer", "program": str(cast.community.pk)}
    answer = client.enter(cast.alex).post(url("staff_add"), sent)

    kim = Staff.objects.get(name="Kim Park")
    assert [(role, program) for role, program in kim.roles_now] == [(Role.PEER, cast.community.pk)]
    link = re.search(r"http://testserver(/join/[^/]+/)", answer.content.decode())[1]
    assert HandrailClient().get(link).status_code == 200


def test_staff_add_without_the_program_of_a_role_makes_nothing(cast, client):
    answer = client.enter(cast.alex).post(url("staff_add"), {"id": new_id(), "name": "Kim Park", "role": "peer"})

    assert answer.status_code == 422
    assert "Choose the program this role is held in." in main_words(answer)
    assert not Staff.objects.filter(name="Kim Park").exists()


def test_staff_add_gives_a_director_the_whole_agency_whatever_was_chosen(cast, client):
    client.enter(cast.alex).post(
        url("staff_add"), {"id": new_id(), "name": "Kim Park", "role": "director", "program": str(cast.community.pk)}
    )

    assert Staff.objects.get(name="Kim Park").roles_now == [(Role.DIRECTOR, None)]


def test_staff_invite_acts_on_post_only(cast, client):
    client.enter(cast.alex)

    assert client.get(url("staff_invite", cast.dana)).status_code == 405
    assert not OneTimeLink.objects.filter(staff_id=cast.dana.pk).exists()


def test_staff_invite_shows_the_link_once_and_how_to_hand_it_over(cast, client):
    kim = newcomer(cast)
    answer = client.enter(cast.alex).post(url("staff_invite", kim))
    link = re.search(r"http://testserver/join/[^<\"]+", answer.content.decode())[0]

    assert "How to hand it over safely" in main_words(answer)
    assert link not in client.get(url("staff_show", kim)).content.decode()
    assert last_verb(cast) == "link.invitation"


def test_staff_invite_gives_somebody_with_a_key_the_way_back(cast, client):
    answer = client.enter(cast.alex).post(url("staff_invite", cast.dana))

    assert "http://testserver/come-back/" in answer.content.decode()
    assert last_verb(cast) == "link.way_back"


def test_staff_show_tells_until_when_a_link_works(cast, client):
    kim = newcomer(cast)
    actions.invite(staff=kim, by=cast.alex, at=timezone.now())

    assert "They have a link and have not used it yet." in main_words(client.enter(cast.alex).get(url("staff_show", kim)))


def test_staff_edit_corrects_name_and_title(cast, client):
    client.enter(cast.alex).post(url("staff_edit", cast.dana), {"name": "Dana W.", "title": "CPRS", "certified": "on"})

    cast.dana.refresh_from_db()
    assert (cast.dana.name, cast.dana.title, cast.dana.certified) == ("Dana W.", "CPRS", True)


def test_staff_leave_ends_roles_lines_and_links(cast, client):
    actions.invite(staff=cast.dana, by=cast.alex, at=timezone.now())
    answer = client.enter(cast.alex).post(url("staff_leave", cast.dana), follow=True)

    assert "Their roles have ended." in main_words(answer)
    now = timezone.now() + timedelta(seconds=1)
    assert not RoleHeld.objects.held_at(now).filter(staff=cast.dana).exists()
    assert not Supervises.objects.running_at(now).filter(staff=cast.dana).exists()
    assert not OneTimeLink.objects.that_work_at(now).filter(staff_id=cast.dana.pk).exists()


def test_staff_leave_keeps_the_last_administrator(cast, client):
    answer = client.enter(cast.alex).post(url("staff_leave", cast.alex))

    assert answer.status_code == 409
    assert "This is the agency&#x27;s only administrator." in answer.content.decode()
    cast.alex.refresh_from_db()
    assert cast.alex.left_at is None


def test_role_end_keeps_the_last_administrator_who_can_sign_in(cast, client):
    kim = newcomer(cast)
    actions.give_role(staff=kim, role=Role.ADMINISTRATOR, program=None, by=cast.alex, at=timezone.now())
    client.enter(cast.alex)
    held = role_of(cast.alex, Role.ADMINISTRATOR)

    assert client.post(url("role_end", held)).status_code == 409
    actions.give_role(staff=cast.joan, role=Role.ADMINISTRATOR, program=None, by=cast.alex, at=timezone.now())
    assert client.post(url("role_end", held)).status_code == 302


def test_role_end_works_on_the_next_request(cast, client):
    other = HandrailClient().enter(cast.joan)
    actions.give_role(staff=cast.joan, role=Role.ADMINISTRATOR, program=None, by=cast.alex, at=timezone.now())
    assert other.get(url("agency_edit")).status_code == 200
    client.enter(cast.alex).post(url("role_end", role_of(cast.joan, Role.ADMINISTRATOR)))

    assert other.get(url("agency_edit")).status_code == 403


def test_role_give_twice_is_refused(cast, client):
    sent = {"role": "peer", "program": str(cast.community.pk)}
    answer = client.enter(cast.alex).post(url("role_give", cast.dana), sent)

    assert answer.status_code == 409
    assert "It is already like that. Nothing was changed." in main_words(answer)


def test_role_give_without_its_program_opens_the_form_with_the_mistake(cast, client):
    answer = client.enter(cast.alex).post(url("role_give", cast.dana), {"role": "supervisor"})

    assert answer.status_code == 422
    assert "Choose the program this role is held in." in main_words(answer)


def test_role_give_does_not_reach_a_program_of_another_agency(cast, client):
    answer = client.enter(cast.alex).post(
        url("role_give", cast.dana), {"role": "supervisor", "program": str(cast.other_program.pk)}
    )

    assert answer.status_code == 422


def test_supervision_begins_and_ends(cast, client):
    client.enter(cast.alex).post(url("supervision_begin", cast.noor), {"supervisor": str(cast.sam.pk), "kind": "clinical"})
    line = Supervises.objects.get(staff=cast.noor)
    page = main_words(client.get(url("staff_show", cast.noor)))
    client.post(url("supervision_end", line))

    assert "Sam of the cast Clinical · since today" in page
    line.refresh_from_db()
    assert line.until_at is not None


def test_supervision_by_somebody_of_another_agency_is_a_422(cast, client):
    answer = client.enter(cast.alex).post(
        url("supervision_begin", cast.noor), {"supervisor": str(cast.zoe.pk), "kind": "clinical"}
    )

    assert answer.status_code == 422


def test_page_titles_name_nobody(cast, client):
    client.enter(cast.alex)
    for page in (url("staff_show", cast.dana), url("staff_edit", cast.dana), url("program_edit", cast.community), url("me")):
        title = client.get(page).content.decode().split("<title>")[1].split("</title>")[0]
        assert not {"Dana", "Alex", "Community"} & set(title.split())


def test_an_auditor_comes_for_a_time_that_is_agreed(cast, client):
    client.enter(cast.alex)
    kim, today = newcomer(cast), timezone.localdate()
    endless = client.post(url("role_give", kim), {"role": "auditor"})
    over = client.post(url("role_give", kim), {"role": "auditor", "last_day": today - timedelta(days=1)})
    agreed = client.post(url("role_give", kim), {"role": "auditor", "last_day": today + timedelta(days=30)})

    assert (endless.status_code, over.status_code, agreed.status_code) == (422, 422, 302)
    assert "Say until when" in main_words(endless)
    assert "ends by itself" in main_words(client.get(url("staff_show", kim)))


def test_a_role_with_a_last_day_is_over_when_that_day_is(cast, client):
    today = timezone.localdate()
    client.enter(cast.alex).post(url("role_give", cast.joan), {"role": "administrator", "last_day": today})
    assert client.enter(cast.joan).get(url("staff_add")).status_code == 200

    with time_machine.travel(timezone.now() + timedelta(days=1, hours=1), tick=False):
        assert HandrailClient().enter(cast.joan).get(url("staff_add")).status_code == 403


def test_an_administrator_for_a_while_does_not_free_the_last_lasting_one(cast, client):
    until = timezone.now() + timedelta(days=9)
    actions.give_role(staff=cast.joan, role=Role.ADMINISTRATOR, program=None, by=cast.alex, at=timezone.now(), until=until)

    assert client.enter(cast.alex).post(url("staff_leave", cast.alex)).status_code == 409


def test_staff_add_sent_twice_adds_one_colleague(cast, client):
    sent = {"id": new_id(), "name": "Kim Park", "role": "director"}
    client.enter(cast.alex)
    answers = [client.post(url("staff_add"), sent) for _time in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert Staff.objects.filter(name="Kim Park").count() == 1


def test_a_director_hears_what_an_administrator_opened_for_themselves(cast, client):
    give = {"role": "supervisor", "program": cast.community.pk}
    client.enter(cast.alex).post(url("role_give", cast.alex), give)
    actions.come_back(
        link=OneTimeLink.objects.get(pk=_link(actions.invite(staff=cast.dana, by=cast.alex, at=timezone.now()))),
        staff=cast.dana,
        at=timezone.now(),
    )
    words = main_words(HandrailClient().enter(cast.joan).get("/"))

    assert "Alex of the cast They gave themselves a role, today: Supervisor." in words
    assert "Dana of the cast Their keys were made anew by a link from Alex of the cast, today." in words
    assert "To know" not in main_words(HandrailClient().enter(cast.sam).get("/"))


def _link(token):
    return OneTimeLink.objects.get(token_hash=hashed(token)).pk
