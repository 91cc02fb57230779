"""Each way into a record, and each way it closes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from handrail.accounts import actions as accounts
from handrail.accounts.models import RoleHeld, Staff, Supervises
from handrail.accounts.roles import Role
from handrail.people import actions
from handrail.people.models import Block, BlockKind, Enrolment, Person, WalksWith
from handrail.people.standing import standing_of
from tests.cast import hire, welcome
from tests.people.reading import again, in_an_emergency, into_bridge, sees

DAY = timedelta(days=1)


def ways(staff, person) -> list[str]:
    return [way.name for way in standing_of(again(staff), person.pk, timezone.now()).ways]


def end_roles(staff) -> None:
    RoleHeld.objects.filter(staff=staff).update(until_at=timezone.now())


def test_dana_reaches_marcus_because_she_walks_with_him_and_noor_does_not(cast):
    assert ways(cast.dana, cast.marcus) == ["walks_with"]
    assert ways(cast.noor, cast.marcus) == []


def test_a_walk_opens_nothing_after_it_ended(cast):
    walk = WalksWith.objects.get(peer=cast.dana)
    actions.stop_walking(walk=walk, why="Moved away", by=cast.sam, at=timezone.now())

    assert not sees(cast.dana, cast.marcus)


def test_a_walk_opens_nothing_when_the_person_is_no_longer_part_of_the_program(cast):
    Enrolment.objects.filter(person=cast.marcus).update(until_at=timezone.now())

    assert not sees(cast.dana, cast.marcus)
    ways = [way.name for way in standing_of(again(cast.sam), cast.marcus.pk, timezone.now()).ways]
    assert ways == ["ended_lately"]


def test_a_peer_whose_role_ended_reaches_nobody_though_the_walk_was_left_open(cast):
    end_roles(cast.dana)

    assert WalksWith.objects.running_at(timezone.now()).filter(peer=cast.dana).exists()
    assert not sees(cast.dana, cast.marcus)


def test_a_role_that_ends_closes_the_page_on_the_next_request(cast, client):
    client.enter(cast.dana)
    assert client.get(f"/people/{cast.marcus.pk}/").status_code == 200

    end_roles(cast.dana)

    assert client.get(f"/people/{cast.marcus.pk}/").status_code == 404


def test_whoever_asks_about_whomever_a_page_and_a_list_agree(cast):
    in_an_emergency(cast.marcus, cast.noor)
    into_bridge(cast)
    actions.keep_apart(person=cast.ana, staff=cast.sam, kind=BlockKind.ASKED, by=cast.noor, at=timezone.now())
    everybody, people = Staff.objects.all(), Person.objects.all()

    seen = [(staff.name, person.chosen_name) for staff in everybody for person in people if sees(staff, person)]

    assert len(seen) > len(people)
    assert len(seen) < len(everybody) * len(people)


def test_who_left_the_agency_reaches_nobody(cast):
    in_an_emergency(cast.ana, cast.dana)
    accounts.end_work(staff=cast.dana, by=cast.alex, at=timezone.now())

    assert not sees(cast.dana, cast.marcus)
    assert not sees(cast.dana, cast.ana)


def test_when_a_peer_leaves_their_people_do_not_fall_through_a_supervisor_of_the_program_sees_them(cast):
    accounts.end_work(staff=cast.dana, by=cast.alex, at=timezone.now())

    assert ways(cast.sam, cast.marcus) == ["nobody_yet"]
    assert ways(cast.iris, cast.marcus) == ["nobody_yet"]


def test_a_peer_of_one_program_does_not_reach_the_walk_they_have_in_another_where_they_work_no_more(cast):
    there = into_bridge(cast)
    accounts.give_role(staff=cast.ray, role=Role.PEER, program=cast.community, by=cast.alex, at=cast.began)
    RoleHeld.objects.filter(staff=cast.ray, program=cast.bridge).update(until_at=timezone.now())

    assert not Enrolment.objects.visible_to(again(cast.ray)).filter(pk=there.pk).exists()


def test_a_stand_in_reaches_the_people_of_who_is_away_only_between_first_and_last_moment(cast):
    begins = timezone.now() + DAY
    actions.plan_cover(
        program=cast.community,
        covered=cast.dana,
        cover_by=cast.noor,
        from_at=begins,
        until_at=begins + DAY,
        by=cast.sam,
        at=timezone.now(),
    )

    assert not sees(cast.noor, cast.marcus, begins - timedelta(seconds=1))
    assert sees(cast.noor, cast.marcus, begins)
    assert sees(cast.noor, cast.marcus, begins + DAY - timedelta(seconds=1))
    assert not sees(cast.noor, cast.marcus, begins + DAY)


def test_a_stand_in_reaches_people_only_in_programs_they_work_in(cast):
    now = timezone.now()
    actions.plan_cover(
        program=cast.community, covered=cast.dana, cover_by=cast.ray, from_at=now, until_at=now + DAY, by=cast.sam, at=now
    )

    assert not sees(cast.ray, cast.marcus)


def test_a_stand_in_does_not_reach_whom_the_stood_in_for_colleague_covers(cast):
    now = timezone.now()
    for covered, by in ((cast.dana, cast.noor), (cast.noor, cast.lena)):
        actions.plan_cover(
            program=cast.community, covered=covered, cover_by=by, from_at=now, until_at=now + DAY, by=cast.sam, at=now
        )

    assert sees(cast.lena, cast.ana)
    assert not sees(cast.lena, cast.marcus)


def test_a_supervisor_reaches_the_people_of_the_peers_they_supervise(cast):
    assert ways(cast.sam, cast.marcus) == ["supervises"]
    assert not sees(cast.sam, cast.ana)
    assert not sees(cast.iris, cast.marcus)


def test_a_line_of_supervision_opens_nothing_without_the_role(cast):
    theo_supervises = Supervises.objects.create(agency=cast.agency, supervisor=cast.theo, staff=cast.dana, from_at=cast.began)
    end_roles(cast.sam)

    assert theo_supervises.pk
    assert not sees(cast.theo, cast.marcus)
    assert not sees(cast.sam, cast.marcus)


def test_a_supervisor_of_another_program_reaches_nothing_by_a_line_into_this_one(cast):
    other = hire(cast, "bea", Role.SUPERVISOR, cast.bridge)
    Supervises.objects.create(agency=cast.agency, supervisor=other, staff=cast.dana, from_at=cast.began)

    assert not sees(other, cast.marcus)


def test_a_director_reaches_nobody_but_by_a_line_of_their_own(cast):
    assert not sees(cast.joan, cast.marcus)

    Supervises.objects.create(agency=cast.agency, supervisor=cast.joan, staff=cast.dana, from_at=cast.began)

    assert ways(cast.joan, cast.marcus) == ["supervises"]
    assert not sees(cast.joan, cast.ana)


def test_a_supervisor_sees_those_of_the_program_with_whom_nobody_walks_yet(cast):
    will = welcome(cast, "will", "Will", None)

    assert ways(cast.sam, will) == ways(cast.iris, will) == ["nobody_yet"]
    assert not sees(cast.dana, will)
    assert not sees(cast.joan, will)

    actions.start_walking(enrolment=cast.will_there, peer=cast.noor, chosen_by_person=False, by=cast.sam, at=timezone.now())

    assert not sees(cast.iris, will)


@pytest.mark.parametrize("who", ["alex", "theo", "ada", "lena"])
def test_an_emergency_row_alone_opens_nothing_to_who_may_not_open_one(cast, who):
    in_an_emergency(cast.marcus, getattr(cast, who))

    assert not sees(getattr(cast, who), cast.marcus)


def test_an_emergency_opens_for_eight_hours_and_not_a_moment_longer(cast):
    at = timezone.now()
    in_an_emergency(cast.marcus, cast.noor, at)

    assert not sees(cast.noor, cast.marcus, at - timedelta(seconds=1))
    assert sees(cast.noor, cast.marcus, at)
    assert sees(cast.noor, cast.marcus, at + timedelta(hours=8) - timedelta(seconds=1))
    assert not sees(cast.noor, cast.marcus, at + timedelta(hours=8))


def test_an_emergency_lets_one_look_and_not_decide(cast):
    in_an_emergency(cast.marcus, cast.noor)

    assert list(Person.objects.visible_to(again(cast.noor)).order_by("chosen_name")) == [cast.ana, cast.marcus]
    assert list(Person.objects.looked_after_by(again(cast.noor))) == [cast.ana]


@pytest.mark.parametrize("kind", list(BlockKind))
def test_a_block_closes_every_way_at_once(cast, kind):
    now = timezone.now()
    in_an_emergency(cast.marcus, cast.sam)
    assert ways(cast.sam, cast.marcus) == ["supervises", "emergency"]

    actions.keep_apart(person=cast.marcus, staff=cast.sam, kind=kind, by=cast.dana, at=now)

    assert ways(cast.sam, cast.marcus) == []
    assert not sees(cast.sam, cast.marcus)


def test_a_block_lifted_opens_only_what_anything_else_opens(cast):
    now = timezone.now()
    for staff in (cast.sam, cast.noor):
        actions.keep_apart(person=cast.marcus, staff=staff, kind=BlockKind.ASKED, by=cast.dana, at=now)
    for block in Block.objects.all():
        actions.lift_block(block=block, by=cast.sam, at=now)

    assert sees(cast.sam, cast.marcus)
    assert not sees(cast.noor, cast.marcus)


def test_nobody_reaches_their_own_record_whatever_else_stands_open(cast):
    in_an_emergency(cast.marcus, cast.dana)
    Person.objects.filter(pk=cast.marcus.pk).update(login=cast.dana.login)

    assert ways(cast.dana, cast.marcus) == []
    assert sees(cast.sam, cast.marcus)


def test_a_colleague_without_a_login_is_not_taken_for_every_person_without_one(cast):
    cast.dana.login = None
    cast.dana.save()

    assert sees(cast.dana, cast.marcus)


def test_nobody_of_another_agency_is_reached(cast):
    assert not Person.objects.visible_to(cast.zoe).filter(pk=cast.marcus.pk).exists()
    assert standing_of(cast.zoe, cast.marcus.pk, timezone.now()).ways == []


def test_all_ways_are_asked_in_one_query(cast, django_assert_num_queries):
    in_an_emergency(cast.marcus, cast.sam)
    sam, now = again(cast.sam), timezone.now()
    assert sam.roles_now

    with django_assert_num_queries(1):
        assert [way.name for way in standing_of(sam, cast.marcus.pk, now).ways] == ["supervises", "emergency"]
