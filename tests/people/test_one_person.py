"""Two records turn out to be one person's: who reaches them then, whom blocks keep away, and that all is as before when they are parted."""

import pytest
from django.utils import timezone

from handrail.accounts.actions import begin_supervision
from handrail.audit import chain
from handrail.audit.models import Entry
from handrail.people import actions
from handrail.people.actions import AlreadySo, FromTheOther, JoinedAlready
from handrail.people.models import Enrolment, OnePerson, Person, SamePerson, WalksWith
from tests.cast import welcome
from tests.people.joining import join, keep_apart, names, part, reached
from tests.people.reading import BORN, again, cost, in_an_emergency, main_words, sees, url

# While they are one


def test_the_one_stands_in_the_lists_of_all_who_walked_with_either(twice):
    join(twice)

    assert names(twice.dana) == ["Marcus"]
    assert names(twice.noor) == ["Ana", "Marcus"]
    assert "Mark" not in names(twice.sam)


def test_what_was_written_in_either_is_read_by_whoever_reaches_the_one_and_by_nobody_else(twice):
    join(twice)

    for staff in (twice.dana, twice.noor, twice.sam):
        assert sees(staff, twice.marcus)
        assert sees(staff, twice.mark)
    for staff in (twice.ray, twice.lena, twice.theo, twice.joan, twice.alex, twice.ada):
        assert not sees(staff, twice.mark)
    assert not Person.objects.looked_after_by(again(twice.dana)).filter(pk=twice.mark.pk).exists()


def test_an_emergency_opens_the_earlier_record_too(twice):
    join(twice)
    in_an_emergency(twice.marcus, twice.ray)

    assert sees(twice.ray, twice.marcus)
    assert sees(twice.ray, twice.mark)


def test_the_earlier_record_is_read_as_long_as_the_one_and_also_when_they_come_back(twice):
    join(twice)
    there = Enrolment.objects.running_at(timezone.now()).get(person=twice.marcus)
    actions.end_enrolment(enrolment=there, ending="moved", why="", by=again(twice.sam), at=timezone.now())

    assert sees(twice.sam, twice.mark)
    assert not sees(twice.dana, twice.mark)

    back = actions.welcome_back(enrolment=there, by=again(twice.sam), at=timezone.now())
    actions.start_walking(enrolment=back, peer=twice.dana, chosen_by_person=True, by=again(twice.sam), at=timezone.now())
    assert sees(twice.dana, twice.mark)


def test_time_in_a_program_that_the_supervisor_does_not_look_after_goes_on_as_it_is(twice):
    bridge = actions.enrol(person=twice.mark, program=twice.bridge, by=twice.ray, at=twice.began)
    actions.start_walking(enrolment=bridge, peer=twice.ray, chosen_by_person=False, by=twice.ray, at=twice.began)

    join(twice)

    assert names(twice.ray) == ["Mark"]
    assert not sees(twice.ray, twice.marcus)


def test_both_records_say_that_they_were_joined_and_parted(twice):
    part(twice, join(twice))

    for verb in ("person.joined", "person.parted"):
        about = set(Entry.objects.filter(verb=verb).values_list("person_id", flat=True))
        assert about == {twice.marcus.pk, twice.mark.pk}
    assert chain.verify(twice.agency.pk).wrong == []


def test_two_records_are_joined_once_and_in_one_direction(twice):
    joined = join(twice)

    for one, other in (("marcus", "mark"), ("mark", "marcus")):
        with pytest.raises(JoinedAlready):
            join(twice, one, other)

    part(twice, joined)
    with pytest.raises(AlreadySo):
        part(twice, joined)


def test_an_earlier_record_stays_with_the_one_it_goes_on_as_and_the_sentence_says_what_to_do(twice, client):
    join(twice)
    welcome(twice, "third", "Marky", twice.noor)

    with pytest.raises(FromTheOther):
        join(twice, "third", "marcus")
    answer = client.enter(twice.sam).post(url("person_join", twice.third), {"other": twice.marcus.pk})
    assert answer.status_code == 409
    assert "Open that other one, and say there that they are one person." in main_words(answer)

    join(twice, "marcus", "third")
    assert twice.marcus.other_records == {twice.mark.pk, twice.third.pk}


def test_where_both_have_an_earlier_record_the_other_way_round_is_no_way_either(twice):
    join(twice)
    for name in ("third", "fourth"):
        welcome(twice, name, "Marky", twice.noor)
    join(twice, "third", "fourth")

    for one, other in (("third", "marcus"), ("marcus", "third")):
        with pytest.raises(JoinedAlready) as refused:
            join(twice, one, other)
        assert not isinstance(refused.value, FromTheOther)


# Parted again


def test_who_reached_whom_is_again_exactly_what_it_was(twice):
    keep_apart(twice, twice.mark, twice.lena)
    before = reached(twice)
    joined = join(twice)
    assert reached(twice) != before

    part(twice, joined)

    assert reached(twice) == before
    assert not Enrolment.objects.filter(goes_on_as__isnull=False).exists()


def test_nobody_of_a_program_the_one_was_never_part_of_reads_them_when_they_are_parted(twice):
    """Sam supervises in both programs: Mark is only part of the bridge, Marcus only of the community."""
    from handrail.accounts.actions import give_role
    from handrail.accounts.roles import Role

    give_role(staff=twice.sam, role=Role.SUPERVISOR, program=twice.bridge, by=twice.alex, at=twice.began)
    begin_supervision(supervisor=twice.sam, staff=twice.ray, kind="administrative", by=twice.alex, at=twice.began)
    welcome(twice, "theirs", "Marc", twice.ray, twice.bridge)
    before = reached(twice)
    joined = join(twice, "marcus", "theirs")
    assert sees(twice.ray, twice.marcus)
    assert not sees(twice.dana, twice.theirs)  # the wall between programs stands inside one person too

    part(twice, joined)

    assert reached(twice) == before
    assert not sees(twice.ray, twice.marcus)


def test_what_somebody_decided_meanwhile_stays_decided(twice):
    joined = join(twice)
    walk = WalksWith.objects.running_at(timezone.now()).get(enrolment__person=twice.marcus, peer=twice.noor)
    actions.stop_walking(walk=walk, why="She moves", by=again(twice.sam), at=timezone.now())

    part(twice, joined)

    assert "Mark" not in names(twice.noor)
    assert sees(twice.sam, twice.mark)  # nobody walks with them now


# By page


def test_a_supervisor_joins_and_parts_them_by_page(twice, client):
    client.enter(twice.sam)
    assert "Mark" in main_words(client.get(url("person_same", twice.marcus)))

    client.post(url("person_join", twice.marcus), {"other": twice.mark.pk})
    assert "There is an earlier record of this person: Mark" in main_words(client.get(url("person_show", twice.marcus)))
    assert "New things are written in Marcus’s record" in main_words(client.get(url("person_show", twice.mark)))
    assert "One person, two records" in main_words(client.get(url("person_same", twice.marcus)))

    client.post(url("one_part", OnePerson.objects.get()))
    assert names(twice.noor) == ["Ana", "Mark"]
    assert "earlier record" not in main_words(client.get(url("person_show", twice.marcus)))


def test_found_by_the_earlier_name_the_record_says_as_whom_it_goes_on(twice, client):
    join(twice)

    client.enter(twice.dana)
    found = main_words(client.post(url("person_search"), {"words": "Mark"}))
    page = main_words(client.get(url("person_show", twice.mark)))

    assert "Mark" in found
    assert "This is an earlier record. It is kept, and you can read it. New things are written in Marcus’s record ." in page


def test_joining_twice_by_page_is_answered_with_a_sentence(twice, client):
    client.enter(twice.sam)
    client.post(url("person_join", twice.marcus), {"other": twice.mark.pk})
    answer = client.post(url("person_join", twice.marcus), {"other": twice.mark.pk})

    assert answer.status_code in (403, 409)
    assert OnePerson.objects.count() == 1


def test_told_apart_nobody_asks_again(twice, client):
    client.enter(twice.sam)
    client.post(url("person_apart", twice.marcus), {"other": twice.mark.pk})
    again_told = client.post(url("person_apart", twice.marcus), {"other": twice.mark.pk})

    assert "Nobody here looks like them" in main_words(client.get(url("person_same", twice.marcus)))
    assert SamePerson.objects.count() == 1
    assert again_told.status_code == 409


def test_told_apart_by_a_slip_they_are_joined_all_the_same(twice, client):
    client.enter(twice.sam)
    client.post(url("person_apart", twice.marcus), {"other": twice.mark.pk})
    page = main_words(client.get(url("person_same", twice.marcus)))
    assert "Said before: somebody else M Mark The same person after all" in page

    client.post(url("person_join", twice.marcus), {"other": twice.mark.pk})
    assert OnePerson.objects.standing().count() == 1
    assert "Said before: somebody else" not in main_words(client.get(url("person_same", twice.marcus)))


def test_a_peer_does_not_join_records(twice, client):
    client.enter(twice.dana)

    assert client.get(url("person_same", twice.marcus)).status_code == 403
    assert client.post(url("person_join", twice.marcus), {"other": twice.mark.pk}).status_code == 404


def test_nobody_is_suggested_whom_the_asker_does_not_reach(twice, client):
    welcome(twice, "hidden", "Marcus Hidden", twice.ray, twice.bridge, born_on=BORN)
    client.enter(twice.sam)

    assert "Hidden" not in main_words(client.get(url("person_same", twice.marcus)))
    assert client.post(url("person_join", twice.marcus), {"other": twice.hidden.pk}).status_code == 404


def test_a_page_of_somebody_with_one_record_asks_one_question_about_it(twice, client):
    client.enter(twice.dana)
    alone = cost(client, url("person_show", twice.marcus))
    join(twice)

    assert cost(client, url("person_show", twice.marcus)) <= alone + 12
