"""Contacts, goals and lines of two records that are one person's: read together, and each where it was when they are parted."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from handrail.accounts.actions import begin_supervision, give_role
from handrail.accounts.roles import Role
from handrail.audit import chain
from handrail.audit.models import Entry
from handrail.contacts import actions as contacts
from handrail.contacts.models import AwaitsCosign, CallAsked, Part
from handrail.people import actions
from handrail.people.actions import OpenSince, StillOpen
from handrail.people.models import Enrolment
from handrail.plans.actions import add_goal, reword
from handrail.plans.models import Aside, Goal, fingerprint
from tests.cast import welcome
from tests.contacts.conftest import draft, signed
from tests.people.reading import again, in_an_emergency, main_words, sees


@pytest.fixture
def twice(cast):
    """Both records have a signed note and a goal, each by the peer who walks with them."""
    begin_supervision(supervisor=cast.sam, staff=cast.noor, kind="administrative", by=cast.alex, at=cast.began)
    welcome(cast, "mark", "Mark", cast.noor)
    cast.by_name["by_dana"] = signed(cast.marcus_there, cast.dana, words="I slept well.", did="We walked to the library.")
    cast.by_name["by_noor"] = signed(cast.mark_there, cast.noor, words="I fear the bus.", did="We sat on a bench.")
    for person, by, text in ((cast.marcus, cast.dana, "Ride the bus"), (cast.mark, cast.noor, "Cook for my sister")):
        add_goal(goal=Goal(person=person, program=cast.community), text=text, by=by, at=cast.began)
    return cast


def join(cast):
    return actions.join(one=cast.marcus, other=cast.mark, by=again(cast.sam), at=timezone.now())


def part(cast, joined):
    actions.part(joined=joined, by=again(cast.sam), at=timezone.now())


def note(client, part) -> int:
    return client.get(reverse("contacts:part_show", args=[part.pk])).status_code


def history(cast) -> tuple:
    parts = Part.objects.order_by("id").values_list("id", "person", "program", "words", "did", "signed_at")
    goals = Goal.objects.order_by("id").values_list("id", "person", "program", "own__text")
    return list(parts), list(goals)


@pytest.mark.parametrize("whose", ["marcus", "mark"])
def test_contacts_and_goals_of_both_stand_on_one_page(twice, client, whose):
    join(twice)

    client.enter(twice.dana)
    answer = client.get(reverse("people:person_show", args=[getattr(twice, whose).pk]))
    page = answer.content.decode()

    for one in (twice.by_dana, twice.by_noor):
        assert reverse("contacts:part_show", args=[one.pk]) in page
        assert note(client, one) == 200
    words = main_words(answer)
    assert "Ride the bus" in words
    assert "Cook for my sister" in words
    assert "in their other record" in words


def test_parted_again_each_is_as_before_and_nobody_reads_the_other(twice, client):
    before, lines = history(twice), list(Entry.objects.order_by("seq").values_list("id", "verb", "person_id"))
    joined = join(twice)
    assert history(twice) == before

    part(twice, joined)

    assert history(twice) == before
    assert list(Entry.objects.order_by("seq").values_list("id", "verb", "person_id"))[: len(lines)] == lines
    assert chain.verify(twice.agency.pk).wrong == []
    client.enter(twice.dana)
    assert (note(client, twice.by_dana), note(client, twice.by_noor)) == (200, 404)
    client.enter(twice.noor)
    assert (note(client, twice.by_dana), note(client, twice.by_noor)) == (404, 200)


def test_who_opened_the_record_is_told_of_both_and_stays(twice, client):
    client.enter(twice.noor)
    client.get(reverse("people:person_show", args=[twice.mark.pk]))
    joined = join(twice)

    client.enter(twice.dana)
    opened = main_words(client.get(reverse("people:person_opened", args=[twice.mark.pk])))
    assert "Noor of the cast opened the record" in opened
    assert "one person" in opened

    part(twice, joined)
    client.enter(twice.noor)
    assert "Noor of the cast opened the record" in main_words(client.get(reverse("people:person_opened", args=[twice.mark.pk])))


def test_nobody_writes_in_the_record_that_does_not_go_on(twice, client):
    join(twice)
    goal = Goal.objects.get(person=twice.mark)

    for staff in (twice.dana, twice.noor, twice.sam):
        client.enter(staff)
        assert client.get(reverse("plans:goal_edit", args=[goal.pk])).status_code == 403


def test_a_note_that_is_not_signed_is_seen_to_first(twice):
    draft(twice.mark_there, twice.noor, words="Not yet")

    with pytest.raises(StillOpen):
        join(twice)
    assert [
        one.chosen_name for one in twice.mark._meta.model.objects.visible_to(again(twice.noor)).order_by("chosen_name")
    ] == [
        "Ana",
        "Mark",
    ]


def _awaits_cosigning(cast):
    part = cast.by_noor
    AwaitsCosign.objects.create(part=part, at=cast.began, agency=cast.agency, person=part.person, program=part.program)


def _returned(cast):
    contacts.return_to_writer(part=cast.by_noor, why="Where was it?", by=again(cast.sam), at=timezone.now())


def _asked_for_a_call(cast):
    CallAsked.objects.create(
        agency=cast.agency, person=cast.mark, program=cast.community, at=timezone.now(), noted_by=cast.noor
    )


def _two_versions(cast):
    own = Goal.objects.get(person=cast.mark).own
    for by, text in ((cast.noor, "Cook fish for my sister"), (cast.sam, "Cook for everybody")):
        reword(own=own, text=text, opened=fingerprint("Cook for my sister"), by=again(by), at=timezone.now())
    assert Aside.objects.waiting().exists()


def _opened_in_an_emergency(cast):
    in_an_emergency(cast.mark, cast.ray)


def _appointment_is_over(cast):
    long_ago, about = timezone.now() - timedelta(days=2), {"minutes": 30, "how": "met", "place": "", "by": cast.noor}
    contacts.make_appointment(enrolment=cast.mark_there, starts_at=long_ago, at=cast.began, **about)


@pytest.mark.parametrize(
    ("leave", "sentence"),
    [
        (_awaits_cosigning, "1 note waits to be co-signed."),
        (_returned, "A supervisor asked for more on 1 note."),
        (_asked_for_a_call, "They asked for a call."),
        (_opened_in_an_emergency, "the person has not heard of it yet"),
        (_appointment_is_over, "1 appointment is over, and nobody noted how it went."),
        (_two_versions, "1 text in the plan has two versions."),
    ],
)
def test_nothing_waits_in_a_record_in_which_nobody_can_see_to_it(twice, client, leave, sentence):
    leave(twice)

    client.enter(twice.sam)
    answer = client.post(reverse("people:person_join", args=[twice.marcus.pk]), {"other": twice.mark.pk})

    assert answer.status_code == 409
    assert sentence in main_words(answer)
    assert reverse("people:person_show", args=[twice.mark.pk]) in answer.content.decode()
    with pytest.raises(StillOpen):
        join(twice)


def test_a_contact_written_while_they_were_one_stays_where_it_was_written(twice, client):
    joined = join(twice)
    there = Enrolment.objects.running_at(timezone.now()).get(person=twice.marcus)
    since = signed(there, again(twice.noor), words="We met in the rain.")

    part(twice, joined)

    assert Part.objects.get(pk=since.pk).person_id == twice.marcus.pk
    client.enter(twice.dana)
    assert note(client, since) == 200
    client.enter(twice.noor)
    assert note(client, since) == 404


def test_what_was_written_where_only_the_other_was_is_read_by_supervisors_there_and_nothing_open_is_left_behind(twice):
    from handrail.accounts.actions import give_role
    from handrail.accounts.roles import Role

    give_role(staff=twice.sam, role=Role.SUPERVISOR, program=twice.bridge, by=twice.alex, at=twice.began)
    begin_supervision(supervisor=twice.sam, staff=twice.ray, kind="administrative", by=twice.alex, at=twice.began)
    welcome(twice, "theirs", "Marc", twice.ray, twice.bridge)
    joined = actions.join(one=twice.marcus, other=twice.theirs, by=again(twice.sam), at=timezone.now())
    there = Enrolment.objects.running_at(timezone.now()).get(person=twice.marcus, program=twice.bridge)
    contact = draft(there, again(twice.ray), words="By the river")

    with pytest.raises(OpenSince):
        part(twice, joined)

    parts = list(contact.parts.all())
    contacts.sign(contact=contact, parts=parts, version=contact.version, by=again(twice.ray), at=timezone.now())
    part(twice, joined)

    assert not sees(twice.ray, twice.marcus)
    assert Part.objects.visible_to(again(twice.sam)).filter(pk=parts[0].pk).exists()


def test_whoever_parts_them_hears_nothing_of_a_program_that_is_not_theirs(cast, client):
    """Iris knows both records through the community. That Mark is part of the bridge program too, she never learns."""
    welcome(cast, "mark", "Mark", cast.noor)
    there = actions.enrol(person=cast.mark, program=cast.bridge, by=cast.sam, at=cast.began)
    actions.start_walking(enrolment=there, peer=cast.ray, chosen_by_person=True, by=cast.sam, at=cast.began)
    for peer in (cast.dana, cast.noor):
        for supervisor, kind in ((cast.sam, "administrative"), (cast.iris, "clinical")):
            if (supervisor, peer) != (cast.sam, cast.dana):
                begin_supervision(supervisor=supervisor, staff=peer, kind=kind, by=cast.alex, at=cast.began)
    give_role(staff=cast.sam, role=Role.SUPERVISOR, program=cast.bridge, by=cast.alex, at=cast.began)
    begin_supervision(supervisor=cast.sam, staff=cast.ray, kind="administrative", by=cast.alex, at=cast.began)
    joined = join(cast)
    draft(Enrolment.objects.get(person=cast.marcus, program=cast.bridge), cast.ray, words="I fear the bus.")

    client.enter(cast.iris)
    answer = client.post(reverse("people:one_part", args=[joined.pk]))

    assert answer.status_code == 302
    assert "not signed" not in main_words(client.get(answer["Location"]))
    there.refresh_from_db()
    assert there.until_at is None
    assert sees(again(cast.ray), cast.mark)
