"""What to know of somebody when one is with them, and what became of an appointment."""

import html
import re
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from handrail.audit.models import Entry
from handrail.contacts import actions
from handrail.contacts.models import Appointment, Contact
from handrail.people.models import Arrangement, Finding
from handrail.plans import actions as plans
from handrail.ui.moments import moment_words
from tests.cast import welcome
from tests.contacts.conftest import DAY, draft
from tests.contacts.open_page import page_sent
from tests.contacts.test_writing import sent, url
from tests.people.reading import main_words


@pytest.fixture
def appointment(cast):
    now = timezone.now()
    return actions.make_appointment(
        enrolment=cast.marcus_there, starts_at=now + DAY, minutes=30, how="met", place="Library", by=cast.dana, at=now
    )


@pytest.fixture
def known(cast):
    """An arrangement for Marcus, what makes it feel safe to him, and what he speaks."""
    there = {"person": cast.marcus, "program": cast.community}
    for fact in (
        Arrangement(**there, need="Noise", arranged="The small room"),
        Finding(**there, feels_safe="Sit near the door", feels_unsafe="Standing behind me"),
    ):
        fact.note(cast.dana, timezone.now())
        fact.save()
    cast.marcus.speaks, cast.marcus.interpreter = "Haitian Creole", "sometimes"
    cast.marcus.save()


@pytest.mark.parametrize("page", ["contact_start", "contact_edit", "appointment_add", "appointment_show"])
def test_what_to_know_stands_where_it_matters(cast, client, known, appointment, page):
    contact = draft(cast.marcus_there, cast.dana)
    row = {"contact_edit": contact, "appointment_show": appointment}.get(page, cast.marcus_there)
    words = main_words(client.enter(cast.dana).get(url(page, row)))

    for said in ("Arranged for Marcus", "The small room", "Sit near the door", "Standing behind me", "Haitian Creole"):
        assert said in words


def test_in_a_contact_with_two_it_is_said_whose_arrangement_it_is(cast, client, known):
    welcome(cast, "bea", "Bea", cast.dana)
    contact = draft(cast.marcus_there, cast.dana)
    actions.join(contact=contact, enrolment=cast.bea_there, by=cast.dana, at=timezone.now())
    words = main_words(client.enter(cast.dana).get(url("contact_edit", contact)))

    assert "Arranged for Marcus" in words and "Arranged for Bea" not in words


def test_what_is_wrong_in_a_closed_corner_is_shown_open(cast, client):
    contact = draft(cast.marcus_there, cast.dana)
    typed = sent(cast.marcus, contact.pk, contact.version, story_effect="x" * 501)
    page = client.enter(cast.dana).post(url("contact_edit", contact), typed).content.decode()

    before = page[: page.index("My story, and theirs")]
    assert "open" in before[before.rindex("<details") :]


def test_another_place_leaves_a_trace_with_why(cast, client, appointment):
    local = timezone.localtime(appointment.at)
    moved = {"on": local.date(), "hour": f"{local:%H:%M}", "place": "By the river", "asked_by": "person", "why_moved": "Sun"}
    client.enter(cast.dana).post(url("appointment_show", appointment), moved | {"then": "move"})

    page = main_words(client.get(url("appointment_show", appointment)))
    assert "Library. They asked for it: Sun" in page


def test_the_next_time_of_a_draft_is_told_to_the_record(cast, client):
    contact = draft(cast.marcus_there, cast.dana)
    client.enter(cast.dana)
    for hour in ("10:30", "11:00", ""):
        page = page_sent(client.get(url("contact_edit", contact)))
        day = "2026-12-01" if hour else ""
        next_time = {f"{cast.marcus.pk}-next_on": day, f"{cast.marcus.pk}-next_hour": hour}
        client.post(url("contact_edit", contact), page | next_time)

    told = Entry.objects.filter(person_id=cast.marcus.pk, verb__startswith="appointment.").exclude(verb="appointment.opened")
    assert [entry.verb for entry in told.order_by("seq")] == ["appointment.made", "appointment.moved", "appointment.taken_back"]
    assert not Appointment.objects.exists() and Contact.objects.exists()


def test_under_a_persons_name_stand_what_they_want_and_the_next_time(cast, client):
    now = timezone.now()
    plans.write_want(person=cast.marcus, program=cast.community, text="My own place, with a door.", by=cast.dana, at=cast.began)
    so = {"enrolment": cast.marcus_there, "minutes": 30, "how": "met", "place": "", "by": cast.dana, "at": now}
    actions.make_appointment(starts_at=now + 60 * DAY, **so)
    actions.make_appointment(starts_at=now + 50 * DAY, **so)

    page = client.enter(cast.dana).get(reverse("people:person_show", args=[cast.marcus.pk])).content.decode()
    glance = [html.unescape(line) for line in re.findall(r'<p class="glance" dir="auto">(.*?)</p>', page)]

    with timezone.override(ZoneInfo("America/New_York")):
        assert glance == ["“My own place, with a door.”", f"Next time: {moment_words(now + 50 * DAY)}"]
