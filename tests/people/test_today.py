"""What of people waits on Today."""

from datetime import timedelta

import pytest
from django.utils import timezone

from handrail.accounts import actions as accounts
from handrail.accounts.roles import Role
from handrail.people import actions
from tests.cast import welcome
from tests.people.reading import cost, main_words

DAY = timedelta(days=1)


def today(client, staff) -> str:
    return main_words(client.enter(staff).get("/"))


def test_today_tells_a_supervisor_with_whom_nobody_walks_and_where(cast, client):
    accounts.give_role(staff=cast.sam, role=Role.SUPERVISOR, program=cast.bridge, by=cast.alex, at=cast.began)
    actions.enrol(person=cast.marcus, program=cast.bridge, by=cast.sam, at=timezone.now())

    assert "Nobody walks with them yet in Bridge." in today(client, cast.sam)
    assert "Nobody walks with them yet" not in today(client, cast.dana)


def test_today_tells_a_stand_in_until_when(cast, client):
    now = timezone.now()
    with timezone.override(cast.agency.zone):
        midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0) + 2 * DAY
    actions.plan_cover(
        program=cast.community, covered=cast.dana, cover_by=cast.noor, from_at=now, until_at=midnight, by=cast.sam, at=now
    )

    assert "You stand in until tomorrow. Their people are in your list." in today(client, cast.noor)
    assert "You stand in" not in today(client, cast.lena)


@pytest.mark.parametrize("who", ["alex", "theo", "ada"])
def test_today_names_nobody_to_roles_that_reach_nobody(cast, client, who):
    welcome(cast, "will", "Will", None)

    page = today(client, getattr(cast, who))

    assert "Will" not in page
    assert "Marcus" not in page


def test_today_asks_as_much_for_one_person_as_for_many(cast, client):
    client.enter(cast.sam)
    costs = []
    for more in (1, 2, 17):
        for count in range(more):
            welcome(cast, f"p{more}{count}", f"Pim {count}", None)
        costs.append(cost(client, "/"))

    assert costs[0] == costs[1] == costs[2]
