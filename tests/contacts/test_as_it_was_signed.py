"""A signed note reads for good as it was signed, whatever becomes of the goals, the steps and the appointment it told of."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from handrail.contacts import actions
from handrail.contacts.actions import NextTime, Writing
from handrail.contacts.advice import advice_on
from handrail.contacts.models import Appointment
from handrail.contacts.reading import note_of
from handrail.plans import actions as plans
from handrail.plans.models import CheckIn, Goal
from tests.contacts.conftest import DAY, draft, texts
from tests.contacts.test_writing import url
from tests.people.reading import main_words


@pytest.fixture
def goal(cast):
    goal = Goal(person=cast.marcus, program=cast.community, measure="number", from_value=0, to_value=5, unit="trips")
    return plans.add_goal(goal=goal, text="Take the bus by myself", by=cast.dana, at=cast.began)


@pytest.fixture
def step(cast, goal):
    return plans.add_step(goal=goal, text="Buy the card", by=cast.dana, at=cast.began)


@pytest.fixture
def contact(cast, goal, step):
    """Dana's draft: three trips, the card bought, and a next time at the library."""
    next_time = NextTime(timezone.now() + 2 * DAY, "The library")
    writing = Writing(texts(words="I did it."), goals={goal.pk: 3}, steps={step.pk}, next_time=next_time)
    return draft(cast.marcus_there, cast.dana, writing=writing)


def sign(contact, by, at=None):
    actions.sign(contact=contact, parts=contact.parts.all(), version=contact.version, by=by, at=at or timezone.now())
    return contact.parts.get()


def advised(contact):
    return " ".join(f"{one.what} {one.why}" for one in advice_on(contact, list(contact.parts.all()), timezone.now()))


def test_a_signed_note_is_not_changed_by_what_the_plan_and_the_calendar_say_later(cast, goal, step, contact, client):
    part, now = sign(contact, cast.dana), timezone.now()
    client.enter(cast.dana)
    as_signed = main_words(client.get(url("part_show", part)))
    assert all(told in as_signed for told in ("Take the bus by myself", "3 trips", "Buy the card", "The library"))

    plans.reword(own=goal.own, text="Drive a truck", opened=goal.own.as_opened, by=cast.dana, at=now)
    plans.reword(own=step.own, text="Sell the card", opened=step.own.as_opened, by=cast.dana, at=now)
    Goal.objects.filter(pk=goal.pk).update(unit="accidents")
    actions.move_appointment(
        appointment=Appointment.objects.get(),
        to_at=now + 9 * DAY,
        place="The jail",
        asked_by="us",
        why="",
        by=cast.dana,
        at=now,
    )

    assert main_words(client.get(url("part_show", part))) == as_signed


def test_a_draft_still_tells_the_goal_in_the_words_it_has_now(cast, goal, contact):
    plans.reword(own=goal.own, text="Take any bus", opened=goal.own.as_opened, by=cast.dana, at=timezone.now())

    assert note_of(contact.parts.get(), timezone.now()).goals == [("Take any bus", "3 trips")]


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("contacts_goaltouched", "words = 'Else'"),
        ("contacts_goaltouched", "told = 'Else'"),
        ("contacts_goaltouched", "measure = NULL"),
        ("contacts_steptouched", "words = 'Else'"),
        ("contacts_signature", "next_at = NULL"),
        ("contacts_signature", "next_place = 'Else'"),
    ],
)
def test_no_sql_of_ours_changes_what_was_taken_over_when_it_was_signed(cast, contact, table, change):
    sign(contact, cast.dana)

    with pytest.raises(DatabaseError, match="locked|never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {change}")


# The goal's own line


def test_a_value_told_in_one_measure_is_never_noted_in_another(cast, goal, contact):
    goal.measure, goal.scale = "scale", ["Not yet", "I can do it"]
    plans.change_goal(goal=goal, by=cast.dana, at=timezone.now())
    assert "measured in another way by now. The note says “3 trips”" in advised(contact)
    part = sign(contact, cast.dana)

    assert CheckIn.objects.get().value is None
    assert note_of(part, timezone.now()).goals == [("Take the bus by myself", "3 trips")]


def test_a_draft_saved_again_does_not_carry_an_old_value_into_a_new_measure(cast, goal, contact):
    other = plans.add_goal(goal=Goal(person=cast.marcus, program=cast.community), text="Sleep", by=cast.dana, at=timezone.now())
    goal.measure, goal.scale = "scale", ["Far", "Half", "Near"]
    plans.change_goal(goal=goal, by=cast.dana, at=timezone.now())
    again = Writing(texts(), goals={goal.pk: 3, other.pk: None})
    facts = {"at": contact.at, "how": "met"}
    base = actions.Base(contact.version)
    actions.keep_draft(
        key=contact.pk, facts=facts, writings={cast.marcus.pk: again}, base=base, by=cast.dana, at=timezone.now()
    )
    contact.refresh_from_db()
    sign(contact, cast.dana)

    assert CheckIn.objects.get(goal=goal).value is None


def test_advice_names_goals_and_steps_that_ended_meanwhile(cast, goal, step, contact):
    assert "meanwhile" not in advised(contact)
    plans.finish_step(step=step, by=cast.dana, at=timezone.now())
    plans.end_goal(goal=goal, how="reached", by=cast.dana, at=timezone.now())

    assert "“Take the bus by myself” has ended meanwhile." in advised(contact)
    assert "“Buy the card” was done or taken out of the plan meanwhile." in advised(contact)


def test_a_contact_with_a_wrong_date_to_come_moves_the_line_only_to_the_moment_it_was_signed(cast, goal):
    now = timezone.now()
    writing = Writing(texts(), goals={goal.pk: 3})
    sign(draft(cast.marcus_there, cast.dana, at=now + timedelta(days=300), writing=writing), cast.dana, at=now)

    assert CheckIn.objects.get().at == now
