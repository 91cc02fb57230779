"""How somebody is reached and found without harm."""

from datetime import date, time

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from handrail.audit.models import Entry
from handrail.kit.ids import new_id
from handrail.people import actions
from handrail.people.models import ContactPoint, Finding
from handrail.people.saying import hours_words, safe_words
from tests.people.reading import in_an_emergency, into_bridge, main_words, url

PHONE = {"kind": "phone", "value": "(555) 010-0142"}


def add(client, person, key=None, **typed):
    return client.post(url("point_add", person), {"id": key or new_id()} | PHONE | typed, follow=True)


def point(cast, **more):
    given = {"kind": "phone", "value": "555 0100"} | more
    row = ContactPoint(person=cast.marcus, program=cast.community, **given)
    return actions.add_point(fact=row, by=cast.dana, at=timezone.now())


def test_point_add_says_on_the_persons_page_what_is_safe(cast, client):
    page = main_words(
        add(
            client.enter(cast.dana),
            cast.marcus,
            safe=["may_call", "may_text"],
            is_best="on",
            safe_from="10:00",
            safe_until="16:00",
            who_else="his brother",
            whose="his own",
        )
    )

    assert "(555) 010-0142 (his own) Call or text. Leave no word. 10:00 to 16:00. Who else sees it: his brother" in page
    assert "Try this first" in page
    row = ContactPoint.objects.get()
    assert (row.person, row.program, row.noted_by) == (cast.marcus, cast.community, cast.dana)
    assert Entry.objects.filter(verb="point.added", person_id=cast.marcus.pk).count() == 1


@pytest.mark.parametrize(
    ("allowed", "words"),
    [
        ({}, "Ask first: nothing was agreed yet."),
        ({"never": True}, "Never use this."),
        ({"may_text": True}, "Text."),
        ({"may_call": True}, "Call. Leave no word."),
        ({"may_call": True, "may_leave_word": True}, "Call or leave word."),
        ({"kind": "place", "may_come": True, "may_leave_word": True}, "Come by or leave word."),
    ],
)
def test_what_is_safe_is_said_in_words(allowed, words):
    assert safe_words(ContactPoint(**allowed)) == words


def test_hours_are_said_with_what_else_was_said_about_them():
    hours = {"safe_from": time(22), "safe_until": time(6)}

    assert hours_words(ContactPoint(**hours, safe_words="not on weekends")) == "22:00 to 06:00, not on weekends"
    assert hours_words(ContactPoint()) == ""


@pytest.mark.parametrize(
    ("clock", "safe"), [(time(21, 59), False), (time(22), True), (time(3), True), (time(6), False), (time(12), False)]
)
def test_safe_hours_may_go_over_midnight(clock, safe):
    assert ContactPoint(safe_from=time(22), safe_until=time(6)).is_safe_at(clock) is safe


@pytest.mark.parametrize(("utc", "warned"), [("15:30", False), ("13:30", True)])
def test_person_show_warns_when_it_is_not_a_safe_hour_on_the_agencys_clock(cast, client, utc, warned):
    """10:00 to 16:00 in New York, in winter."""
    with time_machine.travel(f"2031-01-15 {utc}+00:00", tick=False):
        point(cast, may_call=True, safe_from=time(10), safe_until=time(16))
        page = main_words(client.enter(cast.dana).get(url("person_show", cast.marcus)))

    assert ("Not a safe hour now" in page) is warned


def test_person_show_offers_to_dial_only_what_may_be_called(cast, client):
    point(cast, value="+1 (555) 010-0142", may_call=True)
    point(cast, value="555 010-0177", never=True)

    page = client.enter(cast.dana).get(url("person_show", cast.marcus)).content.decode()

    assert 'href="tel:+15550100142"' in page
    assert "sms:" not in page
    assert "0100177" not in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"value": ""}, "How can they be reached?"),
        ({"value": "at the barber's"}, "A phone number has digits."),
        ({"kind": "email", "value": "marcus at home"}, "This does not look like an e-mail address."),
        ({"safe": ["may_call", "never"]}, "Never means never"),
        ({"safe_from": "10:00"}, "Say from when until when, or leave both empty."),
        ({"id": ""}, "This page is too old to be sent."),
    ],
)
def test_point_add_with_wrong_input_keeps_what_was_typed(cast, client, typed, sentence):
    sent = {"id": new_id(), "whose": "my sister's"} | PHONE | typed

    answer = client.enter(cast.dana).post(url("point_add", cast.marcus), sent)

    assert answer.status_code == 422
    assert sentence in main_words(answer)
    assert "my sister&#x27;s" in answer.content.decode()
    assert not ContactPoint.objects.exists()


def test_point_add_sent_twice_is_one_row_and_under_a_colleagues_key_not_here(cast, client):
    key = new_id()
    client.enter(cast.dana)
    assert [add(client, cast.marcus, key).status_code for _time in range(2)] == [200, 200]
    assert ContactPoint.objects.count() == 1

    answer = client.enter(cast.noor).post(url("point_add", cast.ana), {"id": key} | PHONE)

    assert answer.status_code == 404
    assert ContactPoint.objects.get().person == cast.marcus


def test_point_edit_changes_what_is_safe(cast, client):
    row = point(cast, may_call=True)
    client.enter(cast.dana)
    assert client.get(url("point_edit", row)).context["form"]["safe"].value() == ["may_call"]

    client.post(url("point_edit", row), PHONE | {"safe": ["never"]})

    row.refresh_from_db()
    assert (row.value, row.may_call, row.never) == ("(555) 010-0142", False, True)


def test_a_point_is_stopped_and_taken_up_again_never_deleted(cast, client):
    row = point(cast, may_call=True)
    client.enter(cast.dana)

    page = client.post(url("point_stop", row), follow=True)
    assert "Not used any more 555 0100 Phone, until today" in main_words(page)
    assert "tel:" not in page.content.decode()
    assert client.post(url("point_stop", row)).status_code == 409

    client.post(url("point_resume", row))
    row.refresh_from_db()
    assert row.stopped_at is None
    assert client.post(url("point_resume", row)).status_code == 409


def test_a_number_told_in_one_program_is_not_read_in_the_other(cast, client):
    into_bridge(cast)
    point(cast, value="555 0142")

    assert "555 0142" not in client.enter(cast.ray).get(url("person_show", cast.marcus)).content.decode()
    assert "555 0142" in client.enter(cast.dana).get(url("person_show", cast.marcus)).content.decode()


def test_whoever_opened_the_record_in_an_emergency_reads_and_changes_nothing(cast, client):
    row = point(cast, may_call=True)
    in_an_emergency(cast.marcus, cast.noor)
    client.enter(cast.noor)

    page = client.get(url("person_show", cast.marcus)).content.decode()
    assert "555 0100" in page
    assert url("point_edit", row) not in page
    assert url("point_add", cast.marcus) not in page
    assert client.post(url("point_stop", row)).status_code == 403


def test_the_database_keeps_never_and_agreed(cast):
    own = {"agency": cast.agency, "person": cast.marcus, "program": cast.community}
    noted = own | {"noted_by": cast.dana, "noted_at": cast.began}
    with pytest.raises(IntegrityError), transaction.atomic():
        ContactPoint.objects.create(value="555 0100", never=True, may_text=True, **noted)
    with pytest.raises(IntegrityError), transaction.atomic():
        Finding.objects.create(ways="Under the bridge", **noted)


def test_digits_are_those_of_a_phone_in_whichever_script(cast):
    phone = point(cast, value="٠٥٥-٥٠١ 42")
    point(cast, kind="place", value="4 Mill Street")

    assert phone.digits == "05550142"


# Ways to find somebody


def note(client, cast, **typed):
    return client.post(url("finding_note", cast.marcus_there), {"id": new_id()} | typed, follow=True)


def test_finding_note_is_kept_only_with_their_yes(cast, client):
    client.enter(cast.dana)
    refused = note(client, cast, ways="Mornings at the library")
    assert refused.status_code == 422
    assert "Nobody is looked for where they did not agree to it." in main_words(refused)

    page = main_words(note(client, cast, ways="Mornings at the library", agreed="on", feels_unsafe="Closed doors"))

    assert "Ways to find them Mornings at the library They agreed to it today." in page
    assert "Feels unsafe Closed doors" in page
    assert Finding.objects.get().agreed_on == timezone.localdate()


def test_finding_note_takes_the_place_of_the_one_before_which_is_kept(cast, client):
    client.enter(cast.dana)
    note(client, cast, feels_safe="Sit near the door")
    assert "Sit near the door" in client.get(url("finding_note", cast.marcus_there)).content.decode()
    note(client, cast, feels_safe="Sit by the window")

    page = main_words(client.get(url("person_show", cast.marcus)))
    assert "Sit by the window" in page
    assert "Sit near the door" not in page
    assert Finding.objects.count() == 2
    assert [row.feels_safe for row in Finding.objects.standing()] == ["Sit by the window"]


def test_finding_note_sent_twice_is_one_row(cast, client):
    key = new_id()
    client.enter(cast.dana)
    for _time in range(2):
        assert note(client, cast, id=key, feels_safe="Sit near the door").status_code == 200

    assert [row.pk for row in Finding.objects.standing()] == [key]


def test_agreed_on_is_a_day_of_the_agency(cast, client):
    with time_machine.travel("2031-01-15 03:00+00:00", tick=False):
        client.enter(cast.dana)
        note(client, cast, ways="The library", agreed="on")

    assert Finding.objects.get().agreed_on == date(2031, 1, 14)


def test_finding_note_of_something_else_keeps_the_day_they_agreed(cast, client):
    with time_machine.travel("2031-01-15 15:00+00:00", tick=False):
        client.enter(cast.dana)
        note(client, cast, ways="The library", agreed="on")
    with time_machine.travel("2031-03-01 15:00+00:00", tick=False):
        client.enter(cast.dana)
        form = client.get(url("finding_note", cast.marcus_there)).context["form"]
        assert form["agreed"].value() is True
        note(client, cast, ways="The library", agreed="on", feels_safe="Sit near the door")
        assert Finding.objects.standing().get().agreed_on == date(2031, 1, 15)
        note(client, cast, ways="The barber's", agreed="on")

    assert Finding.objects.standing().get().agreed_on == date(2031, 3, 1)


@pytest.mark.parametrize(("utc", "spoken"), [("15:30", "Call 555 0100"), ("13:30", "Call 555 0100. Not a safe hour now")])
def test_the_call_button_says_when_it_is_not_a_safe_hour(cast, client, utc, spoken):
    with time_machine.travel(f"2031-01-15 {utc}+00:00", tick=False):
        point(cast, may_call=True, safe_from=time(10), safe_until=time(16))
        page = client.enter(cast.dana).get(url("person_show", cast.marcus)).content.decode()

    assert f'<span class="vh">{spoken}</span>' in page


def test_point_stop_says_why_for_whoever_asks_later(cast, client):
    row = point(cast, may_call=True)
    client.enter(cast.dana)

    assert "Why, if it helps to know" in main_words(client.get(url("point_edit", row)))
    assert client.post(url("point_stop", row), {"why": "x" * 301}).status_code == 422
    client.post(url("point_stop", row), {"why": "The phone was stolen"})

    assert "until today: The phone was stolen" in main_words(client.get(url("person_show", cast.marcus)))
