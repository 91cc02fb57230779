"""The people and the places of a plan, and the copies of it in other hands."""

import pytest
from django.utils import timezone

from handrail.crisis import actions
from handrail.crisis.models import CopyGiven, CrisisPerson, CrisisPlace
from handrail.kit.errors import AlreadySo
from handrail.crisis.papers import paper_of
from handrail.kit.ids import new_id
from handrail.plans.models import Version
from handrail.people import actions as people
from handrail.people.models import ContactPoint, MayKnow, Supporter
from tests.crisis.conftest import a_plan, said, somebody, somewhere
from tests.plans.papers import signed
from tests.crisis.reading import main_words, plan_url, url


def names(plan, section="people-to-call"):
    return [one.name for one in CrisisPerson.objects.standing().filter(plan=plan, section=section).order_by("place")]


def undo(client, page):
    return client.post(page.context["undo"]["url"], follow=True)


@pytest.fixture
def ruth(cast):
    """Who stands by Marcus, as the record knows it."""
    fact = Supporter(
        person=cast.marcus,
        program=cast.community,
        name="Grandma Ruth",
        relation_words="My mother",
        how_to_reach="555-0612, ask for her",
        may_know=MayKnow.SOME,
        may_know_words="Where I am.",
    )
    return people.add_supporter(fact=fact, by=cast.dana, at=cast.began)


def test_somebody_is_written_down_once_however_often_it_is_sent(cast, plan, client):
    sent = {"id": new_id(), "name": "Ray", "who": "My friend", "phone": "555-0100", "when": "Not at night"}
    client.enter(cast.dana)
    for _time in range(2):
        assert client.post(url("person_add", plan, "people-to-call"), sent).url == f"{plan_url(plan)}#part-people-to-call"

    ray = CrisisPerson.objects.get()
    assert (ray.name, ray.who, ray.dial, ray.when) == ("Ray", "My friend", "5550100", "Not at night")


def test_without_a_name_nobody_is_written_down_and_what_was_typed_is_there(cast, plan, client):
    answer = client.enter(cast.dana).post(url("person_add", plan, "people-to-call"), {"id": new_id(), "phone": "555-0100"})

    assert answer.status_code == 422
    assert "555-0100" in answer.content.decode()
    assert not CrisisPerson.objects.exists()


def test_whoever_is_known_is_taken_over_in_one_tap(cast, plan, ruth, client):
    point = ContactPoint(
        person=cast.marcus, program=cast.community, value="555-0777", whose="his brother's", may_call=True, who_else="Dev"
    )
    people.add_point(fact=point, by=cast.dana, at=cast.began)
    page = main_words(client.enter(cast.dana).get(url("person_add", plan, "people-to-call")))
    assert "Grandma Ruth My mother · 555-0612" in page
    assert "Dev 555-0777" in page

    client.post(url("person_take_over", plan, "people-to-call"), {"id": new_id(), "who": f"supporter:{ruth.pk}"})

    taken = CrisisPerson.objects.get()
    assert (taken.name, taken.who, taken.phone) == ("Grandma Ruth", "My mother", "555-0612")
    assert "Grandma Ruth" not in main_words(client.get(url("person_add", plan, "people-to-call")))
    other = a_plan(cast, "relapse")
    assert "Grandma Ruth" in main_words(client.get(url("person_add", other, "people-i-tell")))


def test_a_stranger_is_not_taken_over(cast, plan, client):
    sent = {"id": new_id(), "who": f"supporter:{new_id()}"}

    assert client.enter(cast.dana).post(url("person_take_over", plan, "people-to-call"), sent).status_code == 404


def test_people_are_called_in_the_order_the_person_wants(cast, plan, client):
    first, _second, third = (somebody(cast, plan, name) for name in ("Ann", "Bo", "Cy"))
    client.enter(cast.dana)

    client.post(url("person_move", third), {"way": "up"})
    assert names(plan) == ["Ann", "Cy", "Bo"]
    assert client.post(url("person_move", first), {"way": "up"}).status_code == 409
    assert names(plan) == ["Ann", "Cy", "Bo"]


def test_somebody_is_taken_out_and_put_back_where_they_were(cast, plan, client):
    ann, _bo = somebody(cast, plan, "Ann"), somebody(cast, plan, "Bo")
    page = client.enter(cast.dana).post(url("person_take_out", ann), follow=True)
    assert names(plan) == ["Bo"]

    undo(client, page)

    assert names(plan) == ["Ann", "Bo"]
    with pytest.raises(AlreadySo):
        actions.put_back_person(person=ann, by=cast.dana, at=timezone.now())


def test_two_who_put_somebody_right_keep_what_each_of_them_changed(cast, plan, client):
    ann = somebody(cast, plan, "Ann", phone="555-0100")
    client.enter(cast.dana)
    opened = client.get(url("person_edit", ann)).context["form"]["opened"].value()
    client.post(url("person_edit", ann), {"name": "Ann", "phone": "555-0101", "opened": opened})

    client.post(url("person_edit", ann), {"name": "Anna", "phone": "555-0100", "opened": opened})
    ann.refresh_from_db()
    assert (ann.name, ann.phone) == ("Anna", "555-0101")
    both = client.post(url("person_edit", ann), {"name": "Anna", "phone": "555-0102", "opened": opened})
    assert both.status_code == 409
    assert "555-0101" in both.content.decode()
    assert "555-0102" in both.content.decode()


def test_a_place_is_written_down_moved_and_taken_out(cast, plan, client):
    client.enter(cast.dana)
    client.post(url("place_add", plan, "safe-places"), {"id": new_id(), "name": "The library", "how": "Bus 3", "why": "Quiet"})
    library, park = CrisisPlace.objects.get(), somewhere(cast, plan, "The park")

    assert "The library Bus 3 Quiet" in main_words(client.get(plan_url(plan)))
    client.post(url("place_move", park), {"way": "up"})
    client.post(url("place_edit", park), {"name": "The old park"})
    page = client.post(url("place_take_out", library), follow=True)
    assert [one.name for one in CrisisPlace.objects.standing()] == ["The old park"]
    undo(client, page)
    assert [one.name for one in CrisisPlace.objects.standing().order_by("place")] == ["The old park", "The library"]


# Copies of the family's plan


@pytest.fixture
def family(cast):
    """The family's plan, and a teacher who is to have it."""
    plan = a_plan(cast, "family")
    somebody(cast, plan, "Mr. Amadi", "copies-to")
    somebody(cast, plan, "Ruth", "copies-to")
    return plan


def test_a_copy_is_noted_for_whom_the_family_chose_and_once(cast, family, client):
    to = [str(one.pk) for one in CrisisPerson.objects.all()]
    sent = {"id": new_id(), "to": to}
    client.enter(cast.dana)
    for _time in range(2):
        assert client.post(url("copy_give", family), sent).status_code == 302

    assert sorted(copy.to.name for copy in CopyGiven.objects.all()) == ["Mr. Amadi", "Ruth"]
    assert "Mr. Amadi Has a copy since today, noted by Dana of the cast." in main_words(client.get(plan_url(family)))


def test_a_copy_that_is_older_than_the_plan_says_so(cast, family, client):
    to = CrisisPerson.objects.get(name="Ruth")
    actions.give_copy(to=to, given_on=timezone.localdate(), by=cast.dana, at=timezone.now())
    client.enter(cast.dana)
    assert "The plan has changed since" not in main_words(client.get(plan_url(family)))

    actions.write_answer(plan=family, section="child-helps", text="My bear.", by=cast.dana, at=timezone.now())

    assert "The plan has changed since" in main_words(client.get(plan_url(family)))


def test_a_copy_is_of_the_version_that_was_signed_if_it_still_reads_so(cast, family, client):
    first, second = CrisisPerson.objects.order_by("name")
    signed(paper_of(family), by=cast.dana)
    on = timezone.localdate()
    known = actions.give_copy(to=first, given_on=on, by=cast.dana, at=timezone.now())
    actions.write_answer(plan=family, section="child-helps", text="My bear.", by=cast.dana, at=timezone.now())
    unsigned = actions.give_copy(to=second, given_on=on, by=cast.dana, at=timezone.now())

    assert (known.version, unsigned.version) == (Version.objects.get(), None)
    page = main_words(client.enter(cast.dana).get(plan_url(family)))
    assert "noted by Dana of the cast. Version 1. The plan has changed since" in page
    assert page.count("The plan has changed since") == 1


def test_another_order_makes_a_copy_old_and_somebody_else_who_gets_one_does_not(cast, family, client):
    to = CrisisPerson.objects.get(name="Ruth")
    somebody(cast, family, "Aunt Bea")
    last = somebody(cast, family, "Uncle Jo")
    actions.give_copy(to=to, given_on=timezone.localdate(), by=cast.dana, at=timezone.now())
    somebody(cast, family, "Ms. Ito", "copies-to")
    client.enter(cast.dana)
    assert "The plan has changed since" not in main_words(client.get(plan_url(family)))

    client.post(url("person_move", last), {"way": "up"})

    assert "The plan has changed since" in main_words(client.get(plan_url(family)))


def test_a_copy_is_for_nobody_who_was_not_chosen(cast, family, client):
    stranger = somebody(cast, family, "Vic", "people-not-to-call")

    answer = client.enter(cast.dana).post(url("copy_give", family), {"id": new_id(), "to": str(stranger.pk)})

    assert answer.status_code == 422
    assert not CopyGiven.objects.exists()


def test_a_copy_is_taken_back_and_put_back(cast, family, client):
    to = CrisisPerson.objects.get(name="Ruth")
    copy = actions.give_copy(to=to, given_on=timezone.localdate(), by=cast.dana, at=timezone.now())
    page = client.enter(cast.dana).post(url("copy_take_back", copy), follow=True)
    assert not CopyGiven.objects.standing().exists()

    undo(client, page)

    assert CopyGiven.objects.standing().get() == copy


def test_only_the_familys_plan_has_copies(cast, plan, client):
    said(cast, plan, "what-helps", "Quiet.")
    page = client.enter(cast.dana).get(plan_url(plan))

    assert "Nobody has a copy yet" not in main_words(page)
    assert client.post(url("copy_give", plan), {"id": new_id()}).status_code == 404
