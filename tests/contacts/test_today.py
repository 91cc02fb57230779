"""Today: whom to reach out to, and why; appointments; notes to finish. What is done leaves."""

import re

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from handrail.accounts import actions as accounts
from handrail.accounts.roles import Role
from handrail.audit.models import Entry
from handrail.contacts import actions, queries, worklists
from handrail.contacts.models import Appointment, CallAsked, Part
from handrail.people import actions as people
from handrail.people.models import BlockKind, Enrolment, SupportAgreement, WalksWith
from tests.accounts.steps import links_on
from tests.cast import welcome
from tests.contacts.conftest import DAY, HOUR, draft, facts, signed
from tests.contacts.test_writing import sent, url
from tests.people.reading import cost, into_bridge, main_words


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


def stand_in(cast, colleague):
    now = timezone.now()
    about = {"program": cast.community, "covered": cast.dana, "cover_by": colleague}
    people.plan_cover(**about, from_at=now - HOUR, until_at=now + DAY, by=cast.sam, at=now)


def change_of_peer(cast):
    """Noor walks with Marcus from now on, and Dana no longer."""
    now = timezone.now()
    walk = WalksWith.objects.get(enrolment=cast.marcus_there, peer=cast.dana)
    people.start_walking(enrolment=cast.marcus_there, peer=cast.noor, chosen_by_person=False, by=cast.sam, at=now)
    people.stop_walking(walk=walk, why="", by=cast.sam, at=now)


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

    assert "16 days since you were in touch. Agreed: every week." in today(client, cast.dana)


def test_exactly_as_agreed_is_not_longer_and_without_an_agreement_nobody_counts(cast, client):
    welcome(cast, "bea", "Bea", cast.dana)
    agree(cast, cast.marcus, 7)
    draft(cast.marcus_there, cast.dana, at=timezone.now() - 7 * DAY)
    draft(cast.bea_there, cast.dana, at=timezone.now() - 100 * DAY)

    assert "were in touch" not in today(client, cast.dana)


def test_trying_is_not_having_spoken(cast, client):
    agree(cast, cast.marcus, 7)
    draft(cast.marcus_there, cast.dana, at=timezone.now() - 16 * DAY)
    draft(cast.marcus_there, cast.dana, how="tried")

    assert "16 days since you were in touch" in today(client, cast.dana)


def test_a_note_that_turns_out_to_tell_of_a_try_is_not_having_spoken(cast, client):
    agree(cast, cast.marcus, 7)
    draft(cast.marcus_there, cast.dana, at=timezone.now() - 16 * DAY)
    contact = draft(cast.marcus_there, cast.dana)
    assert "since you were in touch" not in today(client, cast.dana)

    written_again = {"facts": facts(contact.at, how="tried"), "base": actions.Base(contact.version), "at": timezone.now()}
    actions.keep_draft(key=contact.pk, writings={}, by=cast.dana, **written_again)

    assert "16 days since you were in touch" in today(client, cast.dana)


def test_asked_for_a_call_stands_until_somebody_spoke_with_them(cast, client):
    draft(cast.marcus_there, cast.dana, at=timezone.now() - DAY)
    client.enter(cast.dana).post(url("call_ask", cast.marcus_there), {"about": "About the flat"})
    assert "“About the flat”" in today(client, cast.dana)
    CallAsked.objects.update(at=timezone.now() - 2 * HOUR)
    for how in ("tried", "texted", "letter"):
        draft(cast.marcus_there, cast.dana, how=how)
    assert "“About the flat”" in today(client, cast.dana)
    draft(cast.marcus_there, cast.dana, how="called")

    assert "About the flat" not in today(client, cast.dana)


def test_a_call_no_longer_needed_leaves(cast, client):
    asked = actions.ask_for_call(enrolment=cast.marcus_there, about="Soon", by=cast.dana, at=timezone.now())
    client.enter(cast.dana).post(url("call_settle", asked))

    assert "Soon" not in today(client, cast.dana)


def test_a_colleague_who_stands_in_sees_whom_to_reach_out_to_and_others_do_not(cast, client):
    stand_in(cast, cast.lena)

    assert "Marcus Dana of the cast has not met them yet. They walk together since" in today(client, cast.lena)
    assert "Marcus" not in today(client, cast.noor)


def test_to_a_new_peer_a_person_is_new_whoever_knew_them_before(cast, client):
    draft(cast.marcus_there, cast.dana)
    change_of_peer(cast)

    assert "Marcus You have not met yet. You walk together since today." in today(client, cast.noor)
    draft(cast.marcus_there, cast.noor, how="texted")
    assert "have not met yet" in today(client, cast.noor)
    draft(cast.marcus_there, cast.noor, how="called")
    assert "Marcus You have not met yet" not in today(client, cast.noor)


def test_a_colleague_who_was_in_touch_counts_and_is_named(cast, client):
    agree(cast, cast.marcus, 7)
    draft(cast.marcus_there, cast.dana, at=timezone.now() - 16 * DAY)
    draft(cast.marcus_there, cast.sam, at=timezone.now() - 9 * DAY)

    assert "9 days since Sam of the cast was in touch. Agreed: every week." in today(client, cast.dana)


def test_what_was_written_ahead_of_its_time_silences_nothing(cast, client):
    agree(cast, cast.marcus, 7)
    draft(cast.marcus_there, cast.dana, at=timezone.now() - 16 * DAY)
    actions.ask_for_call(enrolment=cast.ana_there, about="Soon", by=cast.noor, at=timezone.now())
    for there, by in ((cast.marcus_there, cast.dana), (cast.ana_there, cast.noor)):
        draft(there, by, at=timezone.now() + DAY)

    assert "16 days since you were in touch" in today(client, cast.dana)
    assert "“Soon”" in today(client, cast.noor)
    listed = main_words(client.enter(cast.dana).get(reverse("people:person_list")))
    assert "tomorrow" not in listed.lower()


def test_who_comes_today_is_among_the_appointments_only(cast, client):
    plan(cast, cast.marcus_there, cast.dana, timezone.now() - HOUR / 2)
    page = today(client, cast.dana)

    assert "Library, 60 minutes" in page
    assert "have not met yet" not in page


def test_who_asked_for_a_call_is_never_hidden_by_an_appointment(cast, client):
    plan(cast, cast.marcus_there, cast.dana, timezone.now())
    actions.ask_for_call(enrolment=cast.marcus_there, about="Urgent", by=cast.dana, at=timezone.now())

    assert "“Urgent”" in today(client, cast.dana)


def test_a_colleagues_appointment_hides_nobody_from_ones_own_list(cast, client):
    plan(cast, cast.marcus_there, cast.sam, timezone.now())

    assert "Marcus You have not met yet" in today(client, cast.dana)
    assert "Library" in today(client, cast.sam)
    assert "Library" not in today(client, cast.dana)


def test_what_a_former_peer_planned_falls_to_who_walks_with_them_now(cast, client):
    plan(cast, cast.marcus_there, cast.dana, timezone.now())
    change_of_peer(cast)

    assert "Library, 60 minutes, planned by Dana of the cast" in today(client, cast.noor)
    assert "Library" not in today(client, cast.dana)
    assert "Library" not in today(client, cast.sam)


def test_what_was_planned_with_somebody_nobody_walks_with_falls_to_a_supervisor(cast, client):
    plan(cast, cast.marcus_there, cast.dana, timezone.now())
    walk = WalksWith.objects.get(enrolment=cast.marcus_there)
    people.stop_walking(walk=walk, why="", by=cast.sam, at=timezone.now())

    assert "Library, 60 minutes, planned by Dana of the cast" in today(client, cast.sam)


def test_an_appointment_begins_with_its_own_form_and_asks_afterwards(cast, client):
    coming, over = (plan(cast, cast.marcus_there, cast.dana, timezone.now() - since) for since in (HOUR / 2, DAY))
    links = links_on(client.enter(cast.dana).get("/"))

    assert f"{url('contact_start', cast.marcus_there)}?for={coming.pk}" in links
    assert url("appointment_show", over) in links
    assert f"{url('contact_start', cast.marcus_there)}?for={over.pk}" not in links


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


def test_a_list_that_is_cut_says_how_many_more_there_are_and_leads_to_them(cast, client):
    for number in range(23):
        draft(cast.marcus_there, cast.dana, at=timezone.now() - number * HOUR)
    page = client.enter(cast.dana).get("/")

    assert "24 things wait" in main_words(page)  # and a plan to look at
    assert "3 more" in main_words(page)
    assert "/?whole=finish_notes" in links_on(page)
    whole = main_words(client.get("/?whole=finish_notes"))
    assert whole.count("Not signed yet") == 23
    assert "3 more" not in whole


def test_everybody_in_a_note_is_noted_as_shown(cast, client):
    welcome(cast, "bea", "Bea", cast.dana)
    contact = draft(cast.marcus_there, cast.dana)
    actions.join(contact=contact, enrolment=cast.bea_there, by=cast.dana, at=timezone.now())

    assert "Marcus and Bea Met," in today(client, cast.dana)
    assert set(Entry.objects.filter(verb="today.shown").latest("seq").people_shown) == {cast.marcus.pk, cast.bea.pk}


def test_somebody_in_two_programs_has_two_ways_to_ask_for_a_call(cast, client):
    into_bridge(cast)
    accounts.give_role(staff=cast.dana, role=Role.PEER, program=cast.bridge, by=cast.alex, at=cast.began)
    there = Enrolment.objects.get(person=cast.marcus, program=cast.bridge)
    people.start_walking(enrolment=there, peer=cast.dana, chosen_by_person=False, by=cast.ray, at=timezone.now())
    page = client.enter(cast.dana).get(reverse("people:person_show", args=[cast.marcus.pk])).content.decode()
    ids = re.findall(r' id="([^"]+)"', page)

    assert page.count(' name="about"') == 2
    assert len(ids) == len(set(ids))


def test_the_next_time_stands_before_what_was_never_told(cast, client):
    tomorrow = plan(cast, cast.marcus_there, cast.dana, timezone.now() + DAY, place="Cafe")
    for number in range(6):
        plan(cast, cast.marcus_there, cast.dana, timezone.now() - (number + 1) * DAY)
    plan(cast, cast.marcus_there, cast.dana, timezone.now() - 365 * DAY, place="Last year")
    page = main_words(client.enter(cast.dana).get(reverse("people:person_show", args=[cast.marcus.pk])))

    assert queries.next_appointments(cast.marcus, [cast.community], timezone.now(), 5)[0] == tomorrow
    assert "Cafe" in page
    assert "Last year" not in page


def test_a_trainees_note_waits_for_a_supervisor_of_the_program_too(cast, client):
    accounts.begin_supervision(supervisor=cast.iris, staff=cast.dana, kind="clinical", by=cast.alex, at=timezone.now())
    stand_in(cast, cast.lena)
    signed(cast.marcus_there, cast.lena)

    for supervisor in (cast.sam, cast.iris):
        assert "Lena of the cast signed it" in today(client, supervisor)
    assert "Lena of the cast signed it" not in today(client, cast.lena)


def test_what_is_signed_says_so_and_cannot_be_opened_again(cast, note):
    assert Part.objects.get().signed_at == note.signature.at
    assert not Part.objects.unsigned().exists()
    with pytest.raises(DatabaseError), transaction.atomic():
        Part.objects.update(signed_at=None)


@pytest.mark.parametrize("who", ["dana", "sam"])
def test_what_is_signed_is_looked_for_by_nobody(cast, who):
    """Today asks an index of what is still open, not every part that was ever written."""
    with CaptureQueriesContext(connection) as asked:
        worklists.notes_to_finish(getattr(cast, who), timezone.now())
    open_parts = [query["sql"] for query in asked if "contacts_part" in query["sql"]]

    assert len(open_parts) == 1
    assert '"contacts_part"."signed_at" IS NULL' in open_parts[0]
    assert '"did"' not in open_parts[0]


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
