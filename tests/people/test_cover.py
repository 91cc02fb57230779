"""Cover: who stands in while a peer is away, from which day to which, and planned by somebody else."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from handrail.accounts import actions as accounts
from handrail.accounts.roles import Role
from handrail.audit.models import Entry
from handrail.people import actions
from handrail.people.models import Cover
from tests.cast import hire, welcome
from tests.people.reading import cost, main_words, sees, url

DAY = timedelta(days=1)


@pytest.fixture
def today(cast):
    """Today on the agency's calendar, which its pages count by."""
    with timezone.override(cast.agency.zone):
        yield timezone.localdate()


def plan(client, today, **other):
    there = client.get(url("cover_list")).context["form"].fields["program"].queryset
    sent = {"program": there[0].pk, "first_day": today, "last_day": today + DAY}
    return client.post(url("cover_list"), sent | other, follow=True)


def covering(cast, covered, by, days=2):
    now = timezone.now()
    return actions.plan_cover(
        program=cast.community, covered=covered, cover_by=by, from_at=now, until_at=now + days * DAY, by=cast.sam, at=now
    )


def test_cover_list_plans_from_the_first_midnight_to_the_end_of_the_last_day_in_the_agencys_zone(cast, client, today):
    answer = plan(client.enter(cast.sam), today, covered=cast.dana.pk, by=cast.noor.pk)

    cover = Cover.objects.get()
    midnight = datetime.combine(today, time.min, tzinfo=cast.agency.zone)
    assert (cover.from_at, cover.until_at) == (midnight, datetime.combine(today + 2 * DAY, time.min, tzinfo=cast.agency.zone))
    assert cover.planned_by == cast.sam
    assert "Noor of the cast for Dana of the cast Now, until the end of tomorrow" in main_words(answer)
    assert sees(cast.noor, cast.marcus)


def test_person_show_says_that_one_sees_it_as_a_stand_in(cast, client):
    covering(cast, cast.dana, cast.noor)

    assert "You stand in for a colleague who walks with them." in main_words(
        client.enter(cast.noor).get(url("person_show", cast.marcus))
    )


def test_a_supervisor_cannot_open_a_colleagues_people_to_themselves_by_planning_cover(cast, client, today):
    answer = plan(client.enter(cast.sam), today, covered=cast.noor.pk, by=cast.sam.pk)

    assert answer.status_code == 422
    assert not Cover.objects.exists()
    assert not sees(cast.sam, cast.ana)


def test_a_supervisor_plans_cover_only_among_the_peers_of_their_own_programs(cast, client, today):
    client.enter(cast.sam)
    offered = {
        name: {staff.name.split()[0] for staff in client.get(url("cover_list")).context["form"].fields[name].queryset}
        for name in ("covered", "by")
    }

    assert offered == {"covered": {"Dana", "Noor", "Lena"}, "by": {"Dana", "Noor", "Lena", "Iris"}}
    assert plan(client, today, covered=cast.ray.pk, by=cast.noor.pk).status_code == 422


def test_cover_that_would_open_nothing_is_not_planned(cast, client, today):
    """Bea supervises both programs; Ray and Noor share none."""
    bea = hire(cast, "bea", Role.SUPERVISOR, cast.community)
    accounts.give_role(staff=bea, role=Role.SUPERVISOR, program=cast.bridge, by=cast.alex, at=cast.began)

    answer = plan(client.enter(bea), today, covered=cast.ray.pk, by=cast.noor.pk)

    assert answer.status_code == 422
    assert "They do not both work in this program" in main_words(answer)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [(0, -1, "The last day comes before the first."), (-1, 0, "This day is over."), (0, 61, "Cover ends within 60 days.")],
)
def test_cover_list_refuses_days_that_make_no_sense(cast, client, today, first, last, said):
    days = {"first_day": today + first * DAY, "last_day": today + last * DAY}
    answer = plan(client.enter(cast.sam), today, covered=cast.dana.pk, by=cast.noor.pk, **days)

    assert answer.status_code in (409, 422)
    assert said in main_words(answer)
    assert not Cover.objects.exists()


def test_cover_list_sent_twice_plans_once(cast, client, today):
    client.enter(cast.sam)
    first, second = (plan(client, today, covered=cast.dana.pk, by=cast.noor.pk) for _time in range(2))

    assert (first.status_code, second.status_code) == (200, 409)
    assert "It is already like that." in main_words(second)
    assert Cover.objects.count() == 1


@pytest.mark.parametrize("who", ["dana", "lena", "joan", "alex", "theo", "ada"])
def test_cover_list_is_for_supervisors(cast, client, who):
    assert client.enter(getattr(cast, who)).get(url("cover_list")).status_code == 403


def test_cover_end_closes_at_once(cast, client):
    cover = covering(cast, cast.dana, cast.noor)

    assert client.enter(cast.sam).post(url("cover_end", cover)).status_code == 302
    assert not sees(cast.noor, cast.marcus)
    assert Entry.objects.filter(verb="cover.ended").count() == 1


def test_cover_end_calls_off_what_has_not_begun_and_takes_it_out_of_the_list(cast, client):
    now = timezone.now()
    cover = actions.plan_cover(
        program=cast.community,
        covered=cast.dana,
        cover_by=cast.noor,
        from_at=now + DAY,
        until_at=now + 2 * DAY,
        by=cast.sam,
        at=now,
    )

    answer = client.enter(cast.sam).post(url("cover_end", cover), follow=True)

    assert "Nobody stands in for anybody" in main_words(answer)
    assert not sees(cast.noor, cast.marcus, now + DAY)


def test_cover_end_twice_says_that_it_is_so(cast, client):
    cover = covering(cast, cast.dana, cast.noor)
    client.enter(cast.sam)

    assert [client.post(url("cover_end", cover)).status_code for _time in range(2)] == [302, 409]


def test_cover_end_is_for_supervisors(cast, client):
    cover = covering(cast, cast.dana, cast.noor)

    assert client.enter(cast.noor).post(url("cover_end", cover)).status_code == 403
    assert client.enter(cast.iris).post(url("cover_end", cover)).status_code == 302


def test_cover_list_asks_as_much_for_one_as_for_many(cast, client):
    client.enter(cast.sam)
    costs = []
    for number in (1, 3, 40):
        for at in range(Cover.objects.count(), number):
            covering(cast, cast.dana, cast.noor, days=at + 1)
        costs.append(cost(client, url("cover_list")))

    assert costs[0] == costs[1] == costs[2]


def test_cover_opens_only_the_program_it_was_planned_for(cast):
    """Dana and Noor work in both programs; Sam plans for the one that is theirs to plan."""
    for staff in (cast.dana, cast.noor):
        accounts.give_role(staff=staff, role=Role.PEER, program=cast.bridge, by=cast.alex, at=cast.began)
    welcome(cast, "bruno", "Bruno", cast.dana, cast.bridge)
    covering(cast, cast.dana, cast.noor)

    assert sees(cast.noor, cast.marcus)
    assert not sees(cast.noor, cast.bruno)
