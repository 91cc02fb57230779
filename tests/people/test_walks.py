"""Who walks with whom: a supervisor of the program arranges it, with the person."""

import pytest
from django.utils import timezone

from handrail.accounts import actions as accounts
from handrail.accounts.roles import Role
from handrail.audit.models import Entry
from handrail.people import actions
from handrail.people.models import Enrolment, Person, WalksWith
from tests.cast import hire, welcome
from tests.people.reading import cost, main_words, sees, url


def test_walk_start_lets_a_peer_walk_with_the_person(cast, client):
    answer = client.enter(cast.sam).post(
        url("walk_start", cast.marcus_there), {"peer": cast.noor.pk, "chosen_by_person": "on"}, follow=True
    )

    walk = WalksWith.objects.get(peer=cast.noor, enrolment=cast.marcus_there)
    assert walk.chosen_by_person
    assert sees(cast.noor, cast.marcus)
    assert "Noor of the cast Since today, chosen by the person" in main_words(answer)
    assert Entry.objects.filter(verb="walk.begun", subject_id=walk.pk, person_id=cast.marcus.pk).count() == 1


def test_walk_start_offers_peers_and_trainees_of_that_program_who_do_not_walk_with_them_yet(cast, client):
    place = client.enter(cast.sam).get(url("person_access", cast.marcus)).context["places"][0]

    assert [name for _key, name in place.start_form.fields["peer"].choices] == [
        "Choose a colleague",
        "Lena of the cast",
        "Noor of the cast",
    ]


@pytest.mark.parametrize("who", ["ray", "theo", "iris", "zoe"])
def test_walk_start_does_not_take_who_does_not_work_as_a_peer_there(cast, client, who):
    answer = client.enter(cast.sam).post(url("walk_start", cast.marcus_there), {"peer": getattr(cast, who).pk})

    assert answer.status_code == 422
    assert WalksWith.objects.filter(enrolment=cast.marcus_there).count() == 1


def test_start_walking_itself_refuses_who_does_not_work_as_a_peer_there(cast):
    with pytest.raises(actions.NotAPeerHere):
        actions.start_walking(
            enrolment=cast.marcus_there, peer=cast.ray, chosen_by_person=False, by=cast.sam, at=timezone.now()
        )


def test_start_walking_itself_refuses_the_person_themselves(cast):
    Person.objects.filter(pk=cast.marcus.pk).update(login=cast.noor.login)

    with pytest.raises(actions.NeverOpens):
        actions.start_walking(
            enrolment=cast.marcus_there, peer=cast.noor, chosen_by_person=True, by=cast.sam, at=timezone.now()
        )


def test_walk_start_twice_says_that_it_is_so(cast, client):
    answer = client.enter(cast.sam).post(url("walk_start", cast.marcus_there), {"peer": cast.dana.pk})

    assert answer.status_code == 409
    assert "It is already like that." in main_words(answer)


def test_walk_start_by_two_at_the_same_moment_is_one_walk(cast, monkeypatch):
    """Both looked before either wrote: the database takes one, and the other hears that it is so."""
    nothing = WalksWith.objects.none()
    monkeypatch.setattr(type(WalksWith.objects.all()), "running_at", lambda self, moment: nothing)

    with pytest.raises(actions.AlreadySo):
        actions.start_walking(
            enrolment=cast.marcus_there, peer=cast.dana, chosen_by_person=False, by=cast.sam, at=timezone.now()
        )


def test_walk_stop_ends_it_with_the_reason(cast, client):
    walk = WalksWith.objects.get(peer=cast.dana)

    answer = client.enter(cast.sam).post(url("walk_stop", walk), {"why": "He moved to Salem"}, follow=True)

    walk.refresh_from_db()
    assert (walk.until_at is not None, walk.why_ended) == (True, "He moved to Salem")
    assert not sees(cast.dana, cast.marcus)
    assert sees(cast.sam, cast.marcus), "now with those nobody walks with"
    assert "Who walked with them before Dana of the cast" in main_words(answer)
    assert "until today: He moved to Salem" in main_words(answer)


def test_walk_stop_that_takes_the_person_out_of_ones_reach_leads_to_the_list(cast, client):
    """Noor walks with Marcus too: when Dana stops, Sam supervises nobody who walks with him."""
    actions.start_walking(enrolment=cast.marcus_there, peer=cast.noor, chosen_by_person=False, by=cast.sam, at=timezone.now())

    answer = client.enter(cast.sam).post(url("walk_stop", WalksWith.objects.get(peer=cast.dana)), {"why": ""}, follow=True)

    assert answer.redirect_chain == [(url("person_list"), 302)]
    assert "This record is no longer yours to open." in main_words(answer)


def test_walk_stop_twice_says_that_it_is_so_and_keeps_the_first_reason(cast, client):
    walk = WalksWith.objects.get(peer=cast.dana)
    client.enter(cast.sam)
    first = client.post(url("walk_stop", walk), {"why": "Moved"})
    second = client.post(url("walk_stop", walk), {"why": ""})

    walk.refresh_from_db()
    assert (first.status_code, second.status_code) == (302, 409)
    assert walk.why_ended == "Moved"


@pytest.mark.parametrize("who", ["dana", "lena"])
def test_peers_do_not_decide_who_walks_with_whom(cast, client, who):
    staff = getattr(cast, who)
    if who != "dana":
        actions.start_walking(enrolment=cast.marcus_there, peer=staff, chosen_by_person=False, by=cast.sam, at=timezone.now())
    client.enter(staff)

    assert client.post(url("walk_start", cast.marcus_there), {"peer": cast.noor.pk}).status_code == 403
    assert client.post(url("walk_stop", WalksWith.objects.get(peer=cast.dana)), {"why": ""}).status_code == 403
    page = main_words(client.get(url("person_access", cast.marcus)))
    assert "Stop walking together" not in page
    assert "Find somebody" not in page


def test_person_access_says_that_a_peer_who_left_cannot_open_the_record_any_more(cast, client):
    accounts.end_work(staff=cast.dana, by=cast.alex, at=timezone.now())
    client.enter(cast.sam)

    assert "They do not work in this program any more and cannot open the record." in main_words(
        client.get(url("person_access", cast.marcus))
    )
    assert "Nobody yet" in main_words(client.get(url("person_show", cast.marcus)))


def test_a_walk_left_open_by_who_left_can_be_ended(cast, client):
    accounts.end_work(staff=cast.dana, by=cast.alex, at=timezone.now())

    assert client.enter(cast.sam).post(url("walk_stop", WalksWith.objects.get(peer=cast.dana)), {"why": ""}).status_code == 302


def test_rows_of_walks_tell_whose_they_are_without_asking_again(cast, django_assert_num_queries):
    welcome(cast, "will", "Will", cast.dana)
    with django_assert_num_queries(1):
        walks = WalksWith.objects.filter(agency=cast.agency).select_related("enrolment").order_by("id")
        assert {walk.person_id for walk in walks} == {cast.marcus.pk, cast.ana.pk, cast.will.pk}
    with django_assert_num_queries(2):
        for enrolment in Enrolment.objects.filter(agency=cast.agency).prefetch_related("walks"):
            assert {walk.person_id for walk in enrolment.walks.all()} == {enrolment.person_id}


@pytest.mark.parametrize("page", ["person_show", "person_access"])
def test_the_persons_pages_ask_as_much_for_one_walk_as_for_many(cast, client, page):
    client.enter(cast.sam)
    costs = []
    for number in (1, 3, 40):
        for count in range(WalksWith.objects.filter(enrolment=cast.marcus_there).count(), number):
            peer = hire(cast, f"peer{count}", Role.PEER, cast.community)
            actions.start_walking(
                enrolment=cast.marcus_there, peer=peer, chosen_by_person=False, by=cast.sam, at=timezone.now()
            )
        hire(cast, f"free{number}", Role.PEER, cast.community)
        costs.append(cost(client, url(page, cast.marcus)))

    assert costs[0] == costs[1] == costs[2]


@pytest.mark.parametrize("page", ["person_show", "person_access"])
def test_the_persons_pages_ask_as_much_for_one_program_as_for_many(cast, client, page):
    client.enter(cast.sam)
    costs = []
    for number in (1, 3, 6):
        for count in range(cast.marcus.enrolments.count(), number):
            program = accounts.open_program(program=type(cast.community)(name=f"Program {count}"), by=cast.alex, at=cast.began)
            for staff, role in ((cast.sam, Role.SUPERVISOR), (cast.noor, Role.PEER)):
                accounts.give_role(staff=staff, role=role, program=program, by=cast.alex, at=cast.began)
            actions.enrol(person=cast.marcus, program=program, by=cast.sam, at=timezone.now())
        costs.append(cost(client, url(page, cast.marcus)))

    assert costs[0] == costs[1] == costs[2]
