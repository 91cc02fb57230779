"""A note open on two pages at once, or on a page that fell behind: each keeps what was typed on it, and nothing is wiped."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from handrail.contacts import actions
from handrail.contacts.models import Appointment, Contact, GoalTouched, Part, PartActivity
from handrail.kit.ids import new_id
from handrail.people import actions as people
from handrail.plans import actions as plans
from handrail.plans.models import Ending, Measure
from tests.contacts.conftest import DAY, HOUR, draft
from tests.contacts.open_page import page_sent
from tests.contacts.test_writing import sent, url
from tests.people.reading import main_words
from tests.plans.conftest import a_goal


@pytest.fixture
def goal(cast):
    return a_goal(cast, "Ride the bus", measure=Measure.SCALE, scale=["Far", "Nearer", "There"])


@pytest.fixture
def contact(cast, goal):
    return draft(cast.marcus_there, cast.dana)


@pytest.fixture
def marcus(cast):
    """The name of a field of his part."""
    return lambda name: f"{cast.marcus.pk}-{name}"


def open_page(client, contact):
    return page_sent(client.get(url("contact_edit", contact)))


def all_of_it(marcus, goal):
    return {
        "place": "Library", "length": "", "minutes": "40", marcus("activities"): ["listened"], marcus("goals"): [str(goal.pk)],
        marcus(f"value-{goal.pk}"): "2", marcus("next_on"): "2026-12-01", marcus("next_hour"): "10:30",
    }  # fmt: skip


def everything_is_there(goal):
    contact = Contact.objects.get()
    assert (contact.place, contact.minutes) == ("Library", 40)
    assert [one.activity for one in PartActivity.objects.all()] == ["listened"]
    assert [(one.goal_id, one.value) for one in GoalTouched.objects.all()] == [(goal.pk, Decimal(2))]
    assert Appointment.objects.count() == 1


@pytest.mark.parametrize("page", ["contact_edit", "contact_draft"])
def test_a_page_that_fell_behind_keeps_what_it_changed_and_leaves_the_rest(cast, client, contact, goal, marcus, page):
    client.enter(cast.dana)
    first, second = open_page(client, contact), open_page(client, contact)
    assert client.post(url("contact_edit", contact), first | all_of_it(marcus, goal)).status_code == 302

    address = url("contact_edit", contact) if page == "contact_edit" else url("contact_draft")
    answer = client.post(address, second | {marcus("language"): "Spanish"})
    assert answer.status_code in (200, 302)
    everything_is_there(goal)
    assert Part.objects.get().language == "Spanish"


def test_opened_again_and_saved_a_note_says_the_same(cast, client, contact, goal, marcus):
    client.enter(cast.dana)
    client.post(url("contact_edit", contact), open_page(client, contact) | all_of_it(marcus, goal))
    before = Contact.objects.get().version
    client.post(url("contact_edit", contact), open_page(client, contact))

    everything_is_there(goal)
    assert Contact.objects.get().version == before


def test_what_both_changed_is_shown_with_both_and_the_page_shows_everything_else_as_it_is_kept(
    cast, client, contact, goal, marcus
):
    client.enter(cast.dana)
    first, second = open_page(client, contact), open_page(client, contact)
    client.post(url("contact_edit", contact), first | all_of_it(marcus, goal) | {marcus("words"): "From the phone"})
    answer = client.post(
        url("contact_edit", contact), second | {marcus("words"): "From the desk", marcus("language"): "Spanish"}
    )

    assert answer.status_code == 409
    words = main_words(answer)
    assert "In their words From the phone" in words and "From the desk" in answer.content.decode()
    assert answer.context["form"]["place"].value() == "Library"
    assert Part.objects.get().words == "From the phone"
    assert client.post(url("contact_edit", contact), bound(answer)).status_code == 302
    everything_is_there(goal)
    part = Part.objects.get()
    assert (part.words, part.language) == ("From the desk", "Spanish")


def bound(answer):
    """What the page that came back would send."""
    return dict(answer.context["form"].data.lists())


def test_goals_changed_on_both_sides_are_told_in_words(cast, client, contact, goal, marcus):
    client.enter(cast.dana)
    first, second = open_page(client, contact), open_page(client, contact)
    for page, value in ((first, "2"), (second, "3")):
        answer = client.post(url("contact_edit", contact), page | {marcus(f"value-{goal.pk}"): value})

    assert answer.status_code == 409
    assert "Ride the bus, Nearer" in main_words(answer)
    assert str(goal.pk) not in main_words(answer)


def test_contact_draft_keeps_the_rest_when_one_text_was_changed_elsewhere(cast, client, contact, marcus):
    client.enter(cast.dana)
    first, second = open_page(client, contact), open_page(client, contact)
    client.post(url("contact_draft"), first | {marcus("words"): "From the phone"})
    answer = client.post(url("contact_draft"), second | {marcus("words"): "From the desk", marcus("did"): "We walked"})

    assert answer.status_code == 409
    part = Part.objects.get()
    assert (part.words, part.did) == ("From the phone", "We walked")
    again = (
        second | answer.json()["opened"] | {"version": answer.json()["version"], marcus("words"): "", marcus("did"): "We ran"}
    )
    assert client.post(url("contact_draft"), again).status_code == 200
    part.refresh_from_db()
    assert (part.words, part.did) == ("From the phone", "We ran")


def test_a_tick_whose_answer_got_lost_can_be_taken_back(cast, client, contact, marcus):
    client.enter(cast.dana)
    page = open_page(client, contact)
    client.post(url("contact_draft"), page | {"turn": 1, marcus("activities"): "listened"})
    client.post(url("contact_draft"), page | {"turn": 2})

    assert not PartActivity.objects.exists()


# From an appointment


@pytest.fixture
def appointment(cast):
    now = timezone.now()
    return actions.make_appointment(
        enrolment=cast.marcus_there, starts_at=now - HOUR, minutes=30, how="met", place="Library", by=cast.dana, at=now
    )


@pytest.mark.parametrize("first", ["contact_start", "contact_draft"])
def test_a_contact_from_an_appointment_sent_twice_is_one_and_nothing_is_lost(cast, client, appointment, marcus, first):
    client.enter(cast.dana)
    start = url("contact_start", cast.marcus_there)
    page = page_sent(client.get(f"{start}?for={appointment.pk}")) | {"for": appointment.pk, "beginning": cast.marcus_there.pk}
    client.post(start if first == "contact_start" else url("contact_draft"), page | {marcus("words"): "I"})
    answer = client.post(start, page | {"turn": 1, marcus("words"): "I slept"})

    assert answer.status_code == 302
    assert Part.objects.get().words == "I slept"
    appointment.refresh_from_db()
    assert appointment.kept_in == Part.objects.get()


def test_who_tried_and_got_no_answer_has_not_kept_the_appointment(cast, client, appointment):
    client.enter(cast.dana)
    page = page_sent(client.get(f"{url('contact_start', cast.marcus_there)}?for={appointment.pk}")) | {"for": appointment.pk}
    start, kept = url("contact_start", cast.marcus_there), []
    for turn, how in enumerate(("met", "tried", "called")):
        client.post(start, page | {"turn": turn, "how": how})
        appointment.refresh_from_db()
        kept.append(appointment.kept_in_id is not None)

    assert kept == [True, False, True]
    shown = main_words(client.get(url("appointment_show", appointment)))
    assert "Called. Open the note" in shown and "You met" not in shown


# Half a thought


def test_contact_draft_keeps_everything_but_half_a_next_time_and_says_which(cast, client, contact, marcus):
    client.enter(cast.dana)
    typed = open_page(client, contact) | {marcus("next_on"): "2026-12-01", marcus("words"): "I slept", "minutes": "many"}
    answer = client.post(url("contact_draft"), typed)

    assert answer.status_code == 422
    assert Part.objects.get().words == "I slept"
    said = " ".join(answer.json()["unkept"])
    assert "At what time?" in said and "whole number" in said
    done = (
        typed | answer.json()["opened"] | {"version": answer.json()["version"], "minutes": "20", marcus("next_hour"): "10:00"}
    )
    assert client.post(url("contact_draft"), done).json()["unkept"] == []
    assert (Contact.objects.get().minutes, Appointment.objects.count()) == (20, 1)


def test_a_new_contact_with_half_a_date_is_kept_too(cast, client, marcus):
    typed = sent(cast.marcus, new_id(), words="I slept", on="", beginning=cast.marcus_there.pk)
    answer = client.enter(cast.dana).post(url("contact_draft"), typed)

    assert answer.status_code == 422
    assert Part.objects.get().words == "I slept"


@pytest.mark.parametrize("page", ["contact_edit", "contact_draft"])
def test_a_goal_that_ended_meanwhile_is_left_out_and_said_so_in_plain_words(cast, client, contact, goal, marcus, page):
    step = plans.add_step(goal=goal, text="Ask for a plan of the lines", by=cast.dana, at=timezone.now())
    client.enter(cast.dana)
    typed = open_page(client, contact) | {
        marcus("goals"): str(goal.pk),
        marcus("steps"): str(step.pk),
        marcus("words"): "I slept",
    }
    plans.end_goal(goal=goal, how=Ending.REACHED, by=cast.dana, at=timezone.now())
    answer = client.post(url(page, *([contact] if page == "contact_edit" else [])), typed, follow=True)

    assert answer.status_code in (200, 422)
    assert Part.objects.get().words == "I slept"
    said = answer.content.decode() if page == "contact_edit" else " ".join(answer.json()["unkept"])
    assert "has ended meanwhile" in said and "was taken or removed meanwhile" in said
    assert str(goal.pk) not in said


# Where there is no place for it any more


def test_what_was_typed_into_a_draft_thrown_away_meanwhile_comes_back_to_be_copied(cast, client, contact, marcus):
    client.enter(cast.dana)
    page = open_page(client, contact)
    actions.discard(contact=contact, parts=contact.parts.all(), by=cast.dana, at=timezone.now())
    answer = client.post(url("contact_edit", contact), page | {marcus("words"): "I slept"})

    assert answer.status_code == 404
    assert "I slept" in main_words(answer)
    assert client.post(url("contact_draft"), page | {marcus("words"): "I slept"}).status_code == 404


def test_what_comes_back_tells_nothing_of_anybodys_record(cast, client, marcus):
    theirs = draft(cast.ana_there, cast.noor, words="Mine", place="Hers")
    client.enter(cast.dana)
    typed = {"id": str(theirs.pk), "version": "1", marcus("words"): "Typed"}
    there, nowhere = (main_words(client.post(url("contact_edit", key), typed)) for key in (theirs.pk, new_id()))

    assert there == nowhere
    assert "Typed" in there and "Mine" not in there


def test_contact_draft_tells_the_reason_when_somebody_may_only_look(cast, client, contact):
    client.enter(cast.dana)
    page = open_page(client, contact)
    people.stop_walking(walk=cast.marcus_there.walks.get(), why="", by=cast.sam, at=timezone.now() - timedelta(seconds=1))
    answer = client.post(url("contact_draft"), page)

    assert answer.status_code in (403, 404)


# The next time, changed on its own page


def test_a_next_time_that_was_moved_on_its_own_page_is_shown_and_changed_there(cast, client, contact, marcus):
    client.enter(cast.dana)
    when = {marcus("next_on"): "2026-12-01", marcus("next_hour"): "10:30"}
    client.post(url("contact_edit", contact), open_page(client, contact) | when)
    before, planned = open_page(client, contact), Appointment.objects.get()
    actions.move_appointment(
        appointment=planned, to_at=planned.at + DAY, place="", asked_by="person", why="", by=cast.dana, at=timezone.now()
    )

    kept = client.post(url("contact_draft"), before | {marcus("words"): "I slept"})
    assert kept.status_code == 200
    answer = client.post(url("contact_draft"), before | {"turn": 1, marcus("next_hour"): "12:00"})
    assert answer.status_code == 409
    assert "Next time together" in answer.json()["unkept"][0]
    page = client.get(url("contact_edit", contact))
    assert "Change it there" in main_words(page)
    fields = {name: value for name, value in page_sent(page).items() if "-next_" not in name}
    assert client.post(url("contact_edit", contact), fields | {marcus("did"): "We walked"}).status_code == 302
    assert Appointment.objects.get().at == planned.at + DAY


def test_contact_edit_never_says_saved_by_itself(cast, client, contact):
    page = client.enter(cast.dana).get(url("contact_edit", contact)).content.decode()

    state = page[page.index('id="draft-state"') :]
    assert "hidden" in state[: state.index(">")]
