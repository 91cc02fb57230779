"""When somebody's time in a program ends: nothing is buried, a slip can be mended, and the door stays open."""

from datetime import timedelta

import pytest
from django.utils import timezone

from handrail.audit.models import Entry
from handrail.people import actions, endings
from handrail.people.models import Cover, Ending, Enrolment, Person
from handrail.people.reaches import STAYS_OPEN_FOR
from tests.people.reading import again, into_bridge, main_words, sees, url
from tests.people.searching import names_found
from tests.people.test_same_person import alike


def end(cast, at=None):
    actions.end_enrolment(enrolment=cast.marcus_there, ending=Ending.WISH, why="A rest", by=cast.dana, at=at or timezone.now())


@pytest.fixture
def ended(cast):
    end(cast)
    return cast


def stand_in(cast):
    now = timezone.now()
    day = timedelta(days=1)
    Cover.objects.create(
        agency=cast.agency,
        program=cast.community,
        covered=cast.dana,
        by=cast.noor,
        from_at=now - day,
        until_at=now + day,
        planned_by=cast.sam,
    )


def test_enrolment_end_says_what_is_still_open_and_settles_it(cast, client, monkeypatch):
    settled = []
    monkeypatch.setattr(endings, "_registered", [])
    endings.register(
        lambda enrolment, staff, at: [f"{staff.name} has not signed a note."],
        lambda enrolment, by, at: settled.append((enrolment.pk, by, enrolment.until_at)),
    )
    client.enter(cast.dana)

    assert "Still open here Dana of the cast has not signed a note." in main_words(
        client.get(url("enrolment_end", cast.marcus_there))
    )
    client.post(url("enrolment_end", cast.marcus_there), {"ending": "wish"})

    assert settled == [(cast.marcus_there.pk, cast.dana, None)]


@pytest.mark.parametrize(
    ("who", "finds"),
    [
        ("sam", True),
        ("iris", True),
        ("dana", False),
        ("noor", False),
        ("lena", False),
        ("ray", False),
        ("joan", False),
        ("alex", False),
        ("theo", False),
        ("ada", False),
    ],
)
def test_after_an_ending_the_supervisors_of_the_program_still_find_the_person(ended, client, who, finds):
    staff = getattr(ended, who)

    assert ("Marcus" in names_found(staff, "marcus")) is finds
    assert (ended.marcus.pk in alike(staff, "Marcus")) is finds
    assert (client.enter(staff).get(url("person_show", ended.marcus)).status_code == 200) is finds
    answer = client.post(url("enrolment_reopen", ended.marcus_there))
    assert answer.status_code == (302 if finds else 404)


def test_whose_time_ended_is_found_but_does_not_stand_in_the_list(ended, client):
    client.enter(ended.sam)

    assert "Marcus" not in main_words(client.get(url("person_list")))
    assert "Their time with us ended" in main_words(client.post(url("person_search"), {"words": "marcus"}))


def test_what_ended_can_be_read_and_not_changed(ended, client):
    client.enter(ended.sam)
    page = main_words(client.get(url("person_show", ended.marcus)))

    assert "Marcus is no longer part of Community Since today: They want to stop for now. “A rest”" in page
    assert client.post(url("person_edit", ended.marcus), {"chosen_name": "Marc"}).status_code == 403


def test_enrolment_reopen_welcomes_back_the_same_person(ended, client):
    client.enter(ended.sam)
    page = main_words(client.post(url("enrolment_reopen", ended.marcus_there), follow=True))

    assert "Marcus is no longer part of" not in page
    assert Person.objects.filter(chosen_name="Marcus").count() == 1
    assert Enrolment.objects.running_at(timezone.now()).get(person=ended.marcus).program == ended.community
    assert Enrolment.objects.get(pk=ended.marcus_there.pk).until_at is not None
    assert Entry.objects.filter(verb="enrolment.reopened", person_id=ended.marcus.pk, by_id=ended.sam.pk).count() == 1
    assert client.post(url("enrolment_reopen", ended.marcus_there)).status_code == 404


def test_who_came_back_is_reached_by_those_alone_who_walk_with_them_now(ended):
    """Iris supervises nobody of them: once Noor walks with Marcus, the old ending opens nothing to her."""
    there = actions.welcome_back(enrolment=ended.marcus_there, by=ended.sam, at=timezone.now())
    actions.start_walking(enrolment=there, peer=ended.noor, chosen_by_person=True, by=ended.sam, at=timezone.now())

    assert sees(ended.noor, ended.marcus)
    assert not sees(ended.iris, ended.marcus)


def test_after_a_year_the_record_is_closed(cast):
    end(cast)

    assert sees(cast.sam, cast.marcus, timezone.now() + STAYS_OPEN_FOR - timedelta(hours=1))
    assert not sees(cast.sam, cast.marcus, timezone.now() + STAYS_OPEN_FOR)


def test_an_ending_in_one_program_opens_nothing_of_the_other(cast, client):
    into_bridge(cast)
    end(cast)

    programs = Enrolment.objects.visible_to(again(cast.sam)).filter(person=cast.marcus).values_list("program__name", flat=True)

    assert list(programs) == ["Community"]


def test_a_supervisor_kept_away_does_not_welcome_back(ended, client):
    actions.keep_apart(person=ended.marcus, staff=ended.sam, kind="asked", by=ended.dana, at=timezone.now())

    assert client.enter(ended.sam).post(url("enrolment_reopen", ended.marcus_there)).status_code == 404


def test_whoever_stands_in_asks_a_supervisor_before_anything_ends(cast, client):
    stand_in(cast)
    client.enter(cast.noor)

    assert "Their time here ends" not in main_words(client.get(url("person_show", cast.marcus)))
    for answer in (
        client.get(url("enrolment_end", cast.marcus_there)),
        client.post(url("enrolment_end", cast.marcus_there), {"ending": "wish"}),
    ):
        assert answer.status_code == 403
        assert "You stand in for a colleague." in main_words(answer)


def test_whoever_stands_in_and_walks_with_them_too_may_end_it(cast, client):
    stand_in(cast)
    actions.start_walking(enrolment=cast.marcus_there, peer=cast.noor, chosen_by_person=True, by=cast.sam, at=cast.began)

    assert client.enter(cast.noor).get(url("enrolment_end", cast.marcus_there)).status_code == 200
