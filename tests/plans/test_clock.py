"""When a plan is to be signed first and looked at again: said in kind words, never a block."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from handrail.people.models import Enrolment
from handrail.plans import actions
from handrail.plans.models import Review
from handrail.plans.queries.papers import due
from tests.plans.conftest import a_goal
from tests.plans.papers import plan_of, signed
from tests.plans.reading import cost, main_words, url

DAY = timedelta(days=1)


def came(cast, days):
    """Marcus has been there for so many days."""
    cast.marcus_there.from_at = timezone.now() - days * DAY
    cast.marcus_there.save()


def today_of(client, who):
    page = main_words(client.enter(who).get("/"))
    return page.partition("Plans to look at together")[2]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (10, ""),
        (17, "A first plan by"),
        (30, "A first plan by today"),
        (45, "Their first plan was to be signed by"),
    ],
)
def test_today_speaks_of_a_first_plan_two_weeks_ahead_and_kindly_afterwards(cast, client, days, said):
    came(cast, days)
    page = today_of(client, cast.dana)

    assert said in page if said else "Marcus" not in page


@pytest.mark.parametrize(
    ("days", "said"), [(60, ""), (77, "Time to look at the plan"), (100, "It was time to look at the plan")]
)
def test_today_speaks_of_looking_again(cast, goal, client, days, said):
    came(cast, 200)
    signed(plan_of(cast), cast.dana, at=timezone.now() - days * DAY)
    page = today_of(client, cast.dana)

    assert said in page if said else "Marcus" not in page


def test_a_look_together_moves_the_next_one(cast, goal, client):
    came(cast, 200)
    paper = plan_of(cast)
    signed(paper, cast.dana, at=timezone.now() - 100 * DAY)
    client.enter(cast.dana)
    sent = {"id": "0192f0a0-0000-7000-8000-000000000001", "what_changed": "More fishing", "with_whom": "Dana and my mother"}
    assert client.post(url("review_add", *paper.address), sent).status_code == 302
    page = main_words(client.get(url("paper_show", *paper.address)))

    assert "More fishing" in page and "Dana and my mother" in page and "Next look at it together" in page
    assert "Marcus" not in today_of(client, cast.dana)
    review = Review.objects.get()
    client.post(url("review_take_out", review))
    assert "It was time to look at the plan" in today_of(client, cast.dana)
    client.post(url("review_put_back", review))
    assert "Marcus" not in today_of(client, cast.dana)


def test_a_signature_by_mistake_is_no_first_plan(cast, goal, client):
    came(cast, 45)
    signature = signed(plan_of(cast), cast.dana)
    actions.note_mistake(signature=signature, why="Wrong person", by=cast.dana, at=timezone.now())

    assert "Their first plan" in today_of(client, cast.dana)


def test_where_the_agency_has_no_such_rule_nothing_is_due(cast, client):
    from handrail.scope.models import PackOverride

    for key in ("plan.first_due_days", "plan.review_days"):
        PackOverride.objects.create(agency=cast.agency, key=key, value=None, reason="Ours", at=cast.began, by=cast.alex)
    came(cast, 300)

    assert "Marcus" not in today_of(client, cast.dana)
    assert client.get(url("paper_show", *plan_of(cast).address)).context["due"] is None


def test_only_those_who_look_after_somebody_hear_of_it(cast, client):
    came(cast, 45)

    assert "Marcus" in today_of(client, cast.sam)
    assert "Marcus" not in today_of(client, cast.noor)
    assert "Marcus" not in today_of(client, cast.joan)


def test_the_plan_says_when_it_is_looked_at_next(cast, goal, client):
    came(cast, 10)
    assert "To be signed for the first time by" in main_words(client.enter(cast.dana).get(url("plan_show", cast.marcus)))


def test_today_asks_no_more_of_many(cast, client):
    client.enter(cast.dana)
    came(cast, 45)
    client.get("/")
    before = cost(client, "/")
    from tests.cast import welcome

    for name in ("will", "rosa", "ben"):
        welcome(cast, name, name.capitalize(), cast.dana)
    Enrolment.objects.update(from_at=timezone.now() - 45 * DAY)
    for name in ("will", "rosa"):
        signed(plan_of(cast, cast.by_name[name]), cast.dana, name=name)

    assert cost(client, "/") == before


def test_the_last_look_is_found_by_an_index(cast, goal):
    now = timezone.now()
    rows = due(cast.dana, "plan", now, now, now.date(), now)
    if connection.vendor == "sqlite":
        plan = rows.explain()
        assert "SCAN plans_review" not in plan and "SCAN plans_version" not in plan and "SCAN plans_signature" not in plan


def test_of_another_program_nothing_is_told(cast, goal, client):
    a_goal(cast, "Fish")
    came(cast, 45)

    assert "Marcus" not in today_of(client, cast.ray)
