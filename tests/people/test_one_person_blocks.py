"""Whom one record of a person keeps away, all of their records keep away; and each has its own requests again when they are parted."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from handrail.accounts.actions import begin_supervision
from handrail.people import actions
from handrail.people.actions import AskedElsewhere, kept_apart
from handrail.people.models import Block, EmergencyAccess, Person
from tests.cast import welcome
from tests.people.joining import join, keep_apart, names, part, reached
from tests.people.reading import again, cost, in_an_emergency, main_words, sees, url


def lift(cast, person, staff) -> Block:
    block = Block.objects.standing().get(person=person, staff=staff)
    return actions.lift_block(block=block, by=again(cast.sam), at=timezone.now())


def asked(cast) -> set:
    """Which record keeps whom away, and for which other record it does so."""
    rows = Block.objects.standing().values_list("person__chosen_name", "staff__login__sign_in_name", "held_for__chosen_name")
    return set(rows)


@pytest.mark.parametrize(("asked_of", "kept_away"), [("mark", "dana"), ("marcus", "noor"), ("mark", "sam"), ("marcus", "ray")])
def test_joining_opens_neither_record_to_somebody_who_is_kept_away_from_one(twice, asked_of, kept_away):
    staff = getattr(twice, kept_away)
    if kept_away == "sam":  # then Iris decides
        begin_supervision(supervisor=twice.iris, staff=twice.dana, kind="clinical", by=twice.alex, at=twice.began)
        begin_supervision(supervisor=twice.iris, staff=twice.noor, kind="clinical", by=twice.alex, at=twice.began)
    keep_apart(twice, getattr(twice, asked_of), staff)
    before = reached(twice)

    by = twice.iris if kept_away == "sam" else twice.sam
    joined = actions.join(one=twice.marcus, other=twice.mark, by=again(by), at=timezone.now())
    in_an_emergency(twice.marcus, staff)

    assert not sees(staff, twice.marcus)
    assert not sees(staff, twice.mark)

    EmergencyAccess.objects.all().delete()
    actions.part(joined=joined, by=again(by), at=timezone.now())
    assert reached(twice) == before


def test_what_is_asked_while_they_are_one_holds_for_both_and_afterwards_too(twice):
    joined = join(twice)
    keep_apart(twice, twice.marcus, twice.noor)
    assert not sees(twice.noor, twice.marcus)
    assert not sees(twice.noor, twice.mark)

    part(twice, joined)

    assert not sees(twice.noor, twice.marcus)
    assert not sees(twice.noor, twice.mark)


def test_asked_again_while_it_only_held_for_the_other_record_it_stays(twice):
    keep_apart(twice, twice.mark, twice.dana)
    joined = join(twice)
    keep_apart(twice, twice.marcus, twice.dana)

    part(twice, joined)

    assert not sees(twice.dana, twice.marcus)


def test_let_back_where_they_asked_they_are_let_back_to_all_of_it(twice):
    keep_apart(twice, twice.mark, twice.dana)
    join(twice)

    lift(twice, twice.mark, twice.dana)

    assert not Block.objects.standing().exists()
    assert sees(twice.sam, twice.marcus)


def test_what_was_asked_in_the_other_record_is_not_lifted_here(twice):
    keep_apart(twice, twice.mark, twice.dana)
    join(twice)

    with pytest.raises(AskedElsewhere):
        lift(twice, twice.marcus, twice.dana)

    assert asked(twice) == {("Mark", "dana", None), ("Marcus", "dana", "Mark")}


def test_what_each_record_asked_is_lifted_in_each(twice):
    """Both asked that Ray stays away. One of them changes their mind: it holds on, for the other asked too."""
    for person in (twice.marcus, twice.mark):
        keep_apart(twice, person, twice.ray)
    joined = join(twice)

    lift(twice, twice.marcus, twice.ray)
    assert asked(twice) == {("Mark", "ray", None), ("Marcus", "ray", "Mark")}

    part(twice, joined)
    assert asked(twice) == {("Mark", "ray", None)}


def test_lifted_in_the_other_record_only_this_ones_request_is_left_when_they_are_parted(twice):
    for person in (twice.marcus, twice.mark):
        keep_apart(twice, person, twice.ray)
    joined = join(twice)

    lift(twice, twice.mark, twice.ray)
    assert not sees(twice.ray, twice.mark)
    part(twice, joined)

    assert asked(twice) == {("Marcus", "ray", None)}


def test_asked_and_lifted_while_they_are_one_nothing_is_left(twice):
    joined = join(twice)
    keep_apart(twice, twice.marcus, twice.noor)
    assert asked(twice) == {("Marcus", "noor", None), ("Mark", "noor", "Marcus")}

    lift(twice, twice.marcus, twice.noor)
    part(twice, joined)

    assert asked(twice) == set()


def test_whom_only_the_joining_kept_away_walks_with_them_again_even_if_the_other_let_them_back_before(twice):
    keep_apart(twice, twice.marcus, twice.noor)
    joined = join(twice)
    assert "Mark" not in names(twice.noor)
    lift(twice, twice.marcus, twice.noor)

    part(twice, joined)

    assert "Mark" in names(twice.noor)


def test_of_three_records_the_parting_of_one_keeps_away_whom_the_other_two_keep_away(twice):
    welcome(twice, "third", "Marky", twice.noor)
    keep_apart(twice, twice.mark, twice.lena)
    keep_apart(twice, twice.third, twice.lena)
    first = join(twice)
    join(twice, other="third")
    assert {block.person_id for block in Block.objects.standing()} == {twice.marcus.pk, twice.mark.pk, twice.third.pk}

    part(twice, first)

    standing = Block.objects.standing().values_list("person", "held_for")
    assert set(standing) == {(twice.mark.pk, None), (twice.third.pk, None), (twice.marcus.pk, twice.third.pk)}


def test_of_three_records_what_the_parted_one_asked_while_they_were_one_stays_with_all(twice):
    welcome(twice, "third", "Marky", twice.noor)
    first = join(twice)
    join(twice, other="third")
    keep_apart(twice, twice.marcus, twice.ray)

    part(twice, first)
    lift(twice, twice.marcus, twice.ray)

    assert asked(twice) == {("Mark", "ray", None)}


def test_nobody_reaches_their_own_record_by_way_of_another(twice):
    Person.objects.filter(pk=twice.mark.pk).update(login=twice.dana.login_id)

    joined = join(twice)
    assert not sees(twice.dana, twice.marcus)

    part(twice, joined)
    assert sees(twice.dana, twice.marcus)
    assert not sees(twice.dana, twice.mark)


# One at a time


def test_a_record_that_comes_in_while_somebody_waits_is_locked_and_kept_too(twice, monkeypatch):
    """Sam joins the two in the moment in which Dana notes whom Marcus never wants to see."""
    join(twice)
    first, real = [{twice.marcus.pk}], kept_apart._all_records
    monkeypatch.setattr(kept_apart, "_all_records", lambda people: first.pop() if first else real(people))

    with CaptureQueriesContext(connection) as asked_of_it:
        keep_apart(twice, twice.marcus, twice.ray)

    assert asked(twice) == {("Marcus", "ray", None), ("Mark", "ray", "Marcus")}
    people = 'SELECT "people_person"."id"'
    locks = [one["sql"] for one in asked_of_it if one["sql"].startswith(people) and "ORDER BY" in one["sql"]]
    assert len(locks) == 2
    assert connection.vendor == "sqlite" or all("FOR UPDATE" in one for one in locks)


@pytest.mark.parametrize("of", ["marcus", "mark", "third"])
def test_whoever_decides_about_one_record_holds_all_of_them(twice, of):
    welcome(twice, "third", "Marky", twice.noor)
    join(twice)
    join(twice, other="third")

    with transaction.atomic():
        assert kept_apart.one_at_a_time([getattr(twice, of).pk]) == {twice.marcus.pk, twice.mark.pk, twice.third.pk}


# By page


def test_one_request_is_shown_once_and_both_pages_say_that_it_holds_in_both(twice, client):
    keep_apart(twice, twice.mark, twice.ray)
    join(twice)
    client.enter(twice.sam)

    here = client.get(url("person_access", twice.marcus))
    there = client.get(url("person_access", twice.mark))

    assert "This was noted in Mark’s record . It holds in both records, and is lifted there." in main_words(here)
    assert "/lifting/" not in here.content.decode()
    assert "It holds in both records of this person." in main_words(there)

    client.post(url("block_lift", Block.objects.standing().get(held_for__isnull=True)))
    assert not Block.objects.standing().exists()
    assert "Lifted before" not in main_words(client.get(url("person_access", twice.marcus)))
    assert "Lifted before" in main_words(client.get(url("person_access", twice.mark)))


def test_lifted_on_the_wrong_page_nothing_happens_and_the_page_says_so(twice, client):
    keep_apart(twice, twice.mark, twice.ray)
    join(twice)
    client.enter(twice.sam)

    answer = client.post(url("block_lift", Block.objects.standing().get(person=twice.marcus)))

    assert answer.status_code == 409
    assert "This cannot be lifted here." in main_words(answer)
    assert Block.objects.standing().count() == 2


def test_a_peer_lifts_nothing_in_a_record_that_does_not_go_on(twice, client):
    keep_apart(twice, twice.mark, twice.ray)
    join(twice)

    client.enter(twice.dana)
    answer = client.post(url("block_lift", Block.objects.standing().get(person=twice.mark)))

    assert answer.status_code == 403


def test_person_access_asks_as_much_for_one_held_request_as_for_many(twice, client):
    keep_apart(twice, twice.mark, twice.ray)
    joined = join(twice)
    one = cost(client.enter(twice.sam), url("person_access", twice.marcus))
    part(twice, joined)
    for name in ("theo", "iris", "joan", "ada"):
        keep_apart(twice, twice.mark, getattr(twice, name))
    join(twice)

    assert cost(client.enter(twice.sam), url("person_access", twice.marcus)) == one
