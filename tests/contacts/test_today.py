"""Today: whom to reach out to, and why; appointments; notes to finish. What is done leaves."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from handrail.contacts import actions
from handrail.contacts.models import Appointment, CallAsked
from handrail.people import actions as people
from handrail.people.models import BlockKind, SupportAgreement, WalksWith
from tests.cast import welcome
from tests.contacts.conftest import DAY, HOUR, draft, signed
from tests.contacts.test_writing import sent, url
from tests.people.reading import cost, main_words


def today(client, staff):
    return main_words(client.enter(staff).get(reverse("home:today")))


def agree(cast, person, every_days, program=None):
    return SupportAgreement.objects.create(
        agency=cast.agency,
        person=person,
        program=program or cast.community,
        from_at=cast.began,
        agreed_by=cast.dana,
        every_days=every_days,
    )


def plan(cast, there, by, starts_at, **more):
    how = {"minutes": 60, "how": "met", "place": "Library"} | more
    return actions.make_appointment(enrolment=there, starts_at=starts_at, by=by, at=cast.began, **how)


def test_somebody_never_met_is_named_and_leaves_when_met(cast, client):
    assert "Marcus You have not met yet. You walk together since" in today(client, cast.dana)
    draft(cast.marcus_there, cast.dana)

    assert "have not met yet" not in today(client, cast.dana)


def test_somebody_never_met_who_chose_their_peer(cast, client):
    people.start_walking(enrolment=cast.ana_there, peer=cast.dana, chosen_by_person=True, by=cast.sam, at=timezone.now())

    assert "Ana You have not met yet. You walk together since today. They chose you." in today(client, cast.dana)
    assert "They chose you" not in today(client, cast.noor)


def test_who_may_not_open_a_record_is_not_told_of_it(cast, client):
    people.start_walking(enrolment=cast.ana_there, peer=cast.dana, chosen_by_person=False, by=cast.sam, at=timezone.now())
    people.keep_apart(person=cast.ana, staff=cast.dana, kind=BlockKind.RELATIVE, by=cast.noor, at=timezone.now())

    assert WalksWith.objects.filter(peer=cast.dana, enrolment=cast.ana_there).exists()
    assert "Ana" not in today(client, cast.dana)


def test_longer_than_agreed_says_how_long_and_what_was_agreed(cast, client):
    agree(cast, cast.marcus, 7)
    draft(cast.marcus_there, cast.dana, at=timezone.now() - 16 * DAY)

    assert "16 days since you last spoke. Agreed: every week." in today(client, cast.dana)


def test_exactly_as_agreed_is_not_longer_and_without_an_agreement_nobody_counts(cast, client):
    welcome(cast, "bea", "Bea", cast.dana)
    agree(cast, cast.marcus, 7)
    draft(cast.marcus_there, cast.dana, at=timezone.now() - 7 * DAY)
    draft(cast.bea_there, cast.dana, at=timezone.now() - 100 * DAY)

    assert "since you last spoke" not in today(client, cast.dana)


def test_trying_is_not_having_spoken(cast, client):
    agree(cast, cast.marcus, 7)
    draft(cast.marcus_there, cast.dana, at=timezone.now() - 16 * DAY)
    draft(cast.marcus_there, cast.dana, how="tried")

    assert "16 days since you last spoke" in today(client, cast.dana)


def test_asked_for_a_call_stands_until_somebody_spoke_with_them(cast, client):
    draft(cast.marcus_there, cast.dana, at=timezone.now() - DAY)
    client.enter(cast.dana).post(url("call_ask", cast.marcus_there), {"about": "About the flat"})
    assert "“About the flat”" in today(client, cast.dana)
    CallAsked.objects.update(at=timezone.now() - 2 * HOUR)
    draft(cast.marcus_there, cast.dana, how="called")

    assert "About the flat" not in today(client, cast.dana)


def test_a_call_no_longer_needed_leaves(cast, client):
    asked = actions.ask_for_call(enrolment=cast.marcus_there, about="Soon", by=cast.dana, at=timezone.now())
    client.enter(cast.dana).post(url("call_settle", asked))

    assert "Soon" not in today(client, cast.dana)


def test_a_colleague_who_stands_in_sees_whom_to_reach_out_to_and_others_do_not(cast, client):
    now = timezone.now()
    people.plan_cover(
        program=cast.community,
        covered=cast.dana,
        cover_by=cast.lena,
        from_at=now - HOUR,
        until_at=now + DAY,
        by=cast.sam,
        at=now,
    )

    assert "Marcus You have not met yet" in today(client, cast.lena)
    assert "Marcus" not in today(client, cast.noor)


def test_who_comes_today_is_among_the_appointments_only(cast, client):
    now = timezone.now()
    plan(cast, cast.marcus_there, cast.dana, now + timedelta(seconds=30))
    page = today(client, cast.dana)

    assert "Library, 60 minutes" in page
    assert "have not met yet" not in page


def test_an_appointment_of_yesterday_asks_how_it_went_and_leaves_when_told(cast, client):
    appointment = plan(cast, cast.marcus_there, cast.dana, timezone.now() - DAY)
    assert "How did it go?" in today(client, cast.dana)
    client.post(url("appointment_show", appointment), {"ending": "by_person", "why_ended": "Ill", "then": "end"})

    assert "How did it go?" not in today(client, cast.dana)
    assert "They called it off : Ill" in main_words(client.get(url("appointment_show", appointment))).replace("off:", "off :")


def test_an_appointment_becomes_a_contact(cast, client):
    appointment = plan(cast, cast.marcus_there, cast.dana, timezone.now() - HOUR, how="video")
    address = f"{url('contact_start', cast.marcus_there)}?for={appointment.pk}"
    page = client.enter(cast.dana).get(address)
    assert (page.context["form"]["how"].value(), page.context["form"]["place"].value()) == ("video", "Library")
    client.post(address, sent(cast.marcus, how="video") | {"for": appointment.pk})

    appointment.refresh_from_db()
    assert appointment.kept_in.person == cast.marcus
    assert "Library" not in today(client, cast.dana).replace("Finish notes", "")
    assert client.post(url("appointment_show", appointment), {"ending": "missed", "then": "end"}).status_code == 409


def test_a_moved_appointment_keeps_when_it_was(cast, client):
    appointment = plan(cast, cast.marcus_there, cast.dana, timezone.now() + 2 * DAY)
    typed = {"on": "2027-01-05", "hour": "10:00", "place": "Cafe", "asked_by": "person", "why_moved": "A visit", "then": "move"}
    client.enter(cast.dana).post(url("appointment_show", appointment), typed)

    move = Appointment.objects.get().moves.get()
    assert (move.was_at, move.why) == (appointment.at, "A visit")
    assert "They asked for it: A visit" in main_words(client.get(url("appointment_show", appointment)))


def test_a_note_to_finish_is_named_with_everybody_in_it_and_leaves_when_signed(cast, client):
    contact = draft(cast.marcus_there, cast.dana)
    assert "Not signed yet" in today(client, cast.dana)
    actions.sign(contact=contact, parts=list(contact.parts.all()), version=contact.version, by=cast.dana, at=timezone.now())

    assert "Not signed yet" not in today(client, cast.dana)


@pytest.mark.parametrize("pages", ["home:today", "contacts:contact_pick", "people:person_list"])
def test_pages_cost_the_same_for_one_for_three_and_for_forty_people(cast, client, pages):
    client.enter(cast.dana)
    costs, known = set(), 1
    for many in (1, 3, 40):
        for number in range(known, many):
            welcome(cast, f"p{number}", f"Person {number}", cast.dana)
            there = getattr(cast, f"p{number}_there")
            agree(cast, there.person, 7)
            signed(there, cast.dana, at=timezone.now() - 20 * DAY)
            if number < 15:
                draft(there, cast.dana, at=timezone.now() - 19 * DAY)
                plan(cast, there, cast.dana, timezone.now() - DAY)
        if many == 1:
            agree(cast, cast.marcus, 7)
            signed(cast.marcus_there, cast.dana, at=timezone.now() - 20 * DAY)
            draft(cast.marcus_there, cast.dana, at=timezone.now() - 19 * DAY)
            plan(cast, cast.marcus_there, cast.dana, timezone.now() - DAY)
        known = many
        costs.add(cost(client, reverse(pages)))

    assert len(costs) == 1, costs
