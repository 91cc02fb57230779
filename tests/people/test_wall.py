"""The program wall: Marcus is part of Community, where Dana walks with him, and of Bridge, where Ray does."""

from datetime import timedelta

import pytest
from django.utils import timezone

from handrail.accounts import actions as accounts
from handrail.accounts.models import Supervises
from handrail.accounts.roles import Role
from handrail.people import actions
from handrail.people.models import BlockKind, Enrolment, ToldWhom, WalksWith
from tests.cast import hire
from tests.people.reading import again, in_an_emergency, into_bridge, main_words, url

PAGES = ["person_show", "person_opened"]


@pytest.fixture
def there(cast):
    """Marcus in the bridge program."""
    return into_bridge(cast)


def test_rows_of_the_other_program_are_not_there(cast, there):
    dana, ray = again(cast.dana), again(cast.ray)

    assert list(Enrolment.objects.visible_to(dana)) == [cast.marcus_there]
    assert list(Enrolment.objects.visible_to(ray)) == [there]
    assert [walk.peer for walk in WalksWith.objects.visible_to(dana)] == [cast.dana]
    assert [walk.peer for walk in WalksWith.objects.visible_to(ray)] == [cast.ray]


@pytest.mark.parametrize("page", PAGES)
def test_no_page_of_the_person_tells_of_the_other_program_or_who_walks_there(cast, there, client, page):
    client.enter(cast.ray).get(url("person_show", cast.marcus))
    answer = client.enter(cast.dana).get(url(page, cast.marcus))

    assert "Dana of the cast" in main_words(answer)
    assert "Bridge" not in main_words(answer)
    assert "Ray" not in main_words(answer)


def test_person_access_names_ray_only_where_any_colleague_can_be_kept_away(cast, there, client):
    page = client.enter(cast.dana).get(url("person_access", cast.marcus)).content.decode()

    assert page.count("Ray of the cast") == 1
    assert '<option value="' + str(cast.ray.pk) in page


def test_lists_tell_only_of_the_programs_one_reaches_the_person_through(cast, there, client):
    dana = main_words(client.enter(cast.dana).get(url("person_list")))
    ray = main_words(client.enter(cast.ray).get(url("person_list")))

    for page in (dana, ray):
        assert "Marcus" in page
        assert "Bridge" not in page
        assert "Community" not in page


def test_the_other_programs_walk_can_be_neither_started_nor_ended_from_here(cast, there, client):
    walk = WalksWith.objects.get(enrolment=there)
    client.enter(cast.sam)

    assert client.post(url("walk_start", there), {"peer": cast.ray.pk}).status_code == 404
    assert client.post(url("walk_stop", walk), {"why": ""}).status_code == 404


def test_who_supervises_here_and_only_walks_there_decides_nothing_there(cast, there, client):
    """Sam supervises Community and works as a peer in Bridge: two hats, one head."""
    accounts.give_role(staff=cast.sam, role=Role.PEER, program=cast.bridge, by=cast.alex, at=cast.began)
    actions.start_walking(enrolment=there, peer=cast.sam, chosen_by_person=False, by=cast.ray, at=timezone.now())
    client.enter(cast.sam)

    answer = client.post(url("walk_stop", WalksWith.objects.get(peer=cast.ray)), {"why": ""})

    assert answer.status_code == 403
    assert WalksWith.objects.running_at(timezone.now()).filter(peer=cast.ray).exists()


def test_an_emergency_does_not_let_a_supervisor_decide_beyond_the_wall(cast, there, client):
    in_an_emergency(cast.marcus, cast.sam)
    accounts.give_role(staff=cast.sam, role=Role.SUPERVISOR, program=cast.bridge, by=cast.alex, at=cast.began)
    client.enter(cast.sam)

    assert client.get(url("person_show", cast.marcus)).status_code == 200
    assert client.post(url("walk_start", there), {"peer": cast.ray.pk}).status_code == 403


def test_person_opened_leaves_out_what_colleagues_of_the_other_program_did(cast, there, client):
    client.enter(cast.ray).get(url("person_show", cast.marcus))
    client.enter(cast.dana).get(url("person_show", cast.marcus))

    dana = main_words(client.get(url("person_opened", cast.marcus)))
    ray = main_words(client.enter(cast.ray).get(url("person_opened", cast.marcus)))

    assert "Dana of the cast opened the record" in dana
    assert "Ray" not in dana
    assert "Ray of the cast opened the record" in ray
    assert "Dana" not in ray
    assert "added the person to a program" not in dana
    assert "added the person to a program" in ray


def test_person_opened_leaves_out_the_other_programs_deeds_of_who_works_in_both(cast, client):
    """Bea supervises both programs. That she added Marcus to Bridge is not Dana's to know."""
    bea = hire(cast, "bea", Role.SUPERVISOR, cast.community)
    accounts.give_role(staff=bea, role=Role.SUPERVISOR, program=cast.bridge, by=cast.alex, at=cast.began)
    there = actions.enrol(person=cast.marcus, program=cast.bridge, by=bea, at=timezone.now())
    actions.start_walking(enrolment=there, peer=cast.ray, chosen_by_person=False, by=bea, at=timezone.now())

    page = main_words(client.enter(cast.dana).get(url("person_opened", cast.marcus)))

    assert "Bea" not in page


def test_person_opened_leaves_out_lists_of_the_other_program(cast, there, client):
    client.enter(cast.ray).get(url("person_list"))
    client.enter(cast.dana).get(url("person_list"))

    assert "Ray" not in main_words(client.get(url("person_opened", cast.marcus)))


def test_person_opened_always_tells_of_an_emergency_and_of_what_was_read_in_it(cast, there, client):
    """Ray is of the other program, but whoever opens a record in an emergency never stays unnamed."""
    in_an_emergency(cast.ana, cast.ray)
    client.enter(cast.ray).get(url("person_show", cast.ana))

    page = main_words(client.enter(cast.noor).get(url("person_opened", cast.ana)))

    assert "Ray of the cast opened the record in an emergency" in page
    assert page.count("Ray of the cast opened the record") == 2


def test_person_opened_tells_of_a_colleague_who_has_changed_programs_since(cast, there, client):
    """What Lena read while she worked in Community stays known there after she went to Bridge."""
    accounts.give_role(staff=cast.lena, role=Role.PEER, program=cast.bridge, by=cast.alex, at=timezone.now())
    actions.start_walking(enrolment=cast.marcus_there, peer=cast.lena, chosen_by_person=False, by=cast.sam, at=timezone.now())
    client.enter(cast.lena).get(url("person_show", cast.marcus))
    for held in cast.lena.roles_held.filter(program=cast.community):
        accounts.end_role(held=held, by=cast.alex, at=timezone.now())

    assert "Lena of the cast opened the record" in main_words(client.enter(cast.dana).get(url("person_opened", cast.marcus)))


def test_a_block_set_in_the_other_program_is_known_here_but_not_by_whom(cast, there, client):
    actions.keep_apart(person=cast.marcus, staff=cast.theo, kind=BlockKind.ASKED, by=cast.ray, at=timezone.now())

    page = client.enter(cast.dana).get(url("person_access", cast.marcus))

    assert "Theo of the cast The person asked for it, since today" in main_words(page)
    assert page.content.decode().count("Ray of the cast") == 1  # as one of the colleagues to choose from
    assert "Ray" not in main_words(client.get(url("person_opened", cast.marcus)))


def test_who_told_the_person_of_an_emergency_is_not_named_across_the_wall(cast, there, client):
    access = in_an_emergency(cast.marcus, cast.noor)
    actions.note_told(access=access, whom=ToldWhom.PERSON, by=cast.ray, at=timezone.now())

    assert "Ray" not in main_words(client.enter(cast.dana).get(url("person_show", cast.marcus)))


def test_person_enrol_answers_the_same_whether_the_person_was_part_of_the_program_already(cast, client):
    """Dana works in both programs but does not walk with Marcus in Bridge: whether he is part of it is not told."""
    accounts.give_role(staff=cast.dana, role=Role.PEER, program=cast.bridge, by=cast.alex, at=cast.began)
    client.enter(cast.dana)
    answers = []
    for _time in range(2):
        answer = client.post(url("person_enrol", cast.marcus), {"program": cast.bridge.pk}, follow=True)
        answers.append((answer.redirect_chain, main_words(answer)))

    assert answers[0] == answers[1]
    assert Enrolment.objects.filter(person=cast.marcus, program=cast.bridge).count() == 1


def test_person_enrol_is_not_a_way_to_lengthen_an_emergency(cast, client):
    """Bea supervises Bridge. Enrolling Marcus there would make him hers: nobody walks with him there."""
    bea = hire(cast, "bea", Role.SUPERVISOR, cast.bridge)
    in_an_emergency(cast.marcus, bea)

    assert client.enter(bea).post(url("person_enrol", cast.marcus), {"program": cast.bridge.pk}).status_code == 403
    assert not Enrolment.objects.filter(program=cast.bridge).exists()


def test_a_stand_in_sees_only_the_programs_they_share_with_who_is_away(cast, there):
    accounts.give_role(staff=cast.dana, role=Role.PEER, program=cast.bridge, by=cast.alex, at=cast.began)
    actions.start_walking(enrolment=there, peer=cast.dana, chosen_by_person=False, by=cast.ray, at=timezone.now())
    now = timezone.now()
    actions.plan_cover(
        covered=cast.dana, cover_by=cast.noor, from_at=now, until_at=now + timedelta(days=1), by=cast.sam, at=now
    )

    seen = Enrolment.objects.visible_to(again(cast.noor)).filter(person=cast.marcus)

    assert list(seen) == [cast.marcus_there]


def test_a_supervisor_of_one_program_does_not_see_the_walk_of_their_peer_in_another(cast, there):
    accounts.give_role(staff=cast.dana, role=Role.PEER, program=cast.bridge, by=cast.alex, at=cast.began)
    actions.start_walking(enrolment=there, peer=cast.dana, chosen_by_person=False, by=cast.ray, at=timezone.now())

    assert Supervises.objects.filter(supervisor=cast.sam, staff=cast.dana).exists()
    assert list(Enrolment.objects.visible_to(again(cast.sam)).filter(person=cast.marcus)) == [cast.marcus_there]
