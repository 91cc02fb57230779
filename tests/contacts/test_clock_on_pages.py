"""What Today and a note say of days, over zones and daylight saving: as the calendar on the agency's own wall counts them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handrail.contacts import worklists
from handrail.contacts.models import Contact, Part
from handrail.contacts.reading import note_of
from handrail.people.models import SupportAgreement
from tests.contacts.conftest import draft

ZONES = st.sampled_from(["America/New_York", "America/Phoenix", "Pacific/Kiritimati", "Australia/Lord_Howe", "UTC"])
# Around the nights in which clocks change, in both halves of the year, and any other time.
MOMENTS = st.datetimes(datetime(2027, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)) | st.sampled_from(
    [
        datetime(2027, month, day, hour, 30, tzinfo=UTC)
        for month, day in ((3, 14), (4, 4), (10, 3), (11, 7))
        for hour in (4, 6, 15)
    ]
)
ON_PAGES = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def days_on_the_wall(earlier, later, zone):
    return (later.astimezone(ZoneInfo(zone)).date() - earlier.astimezone(ZoneInfo(zone)).date()).days


@pytest.fixture
def met(cast):
    """Dana met Marcus once; they agreed on a rhythm. When, is each story's own."""
    SupportAgreement.objects.create(
        agency=cast.agency, person=cast.marcus, program=cast.community, from_at=cast.began, agreed_by=cast.dana, every_days=7
    )
    return draft(cast.marcus_there, cast.dana)


@given(last=MOMENTS, passed=st.timedeltas(timedelta(0), timedelta(days=40)), every=st.integers(1, 30), zone=ZONES)
@ON_PAGES
def test_longer_than_agreed_is_named_from_the_day_after_the_agreed_one(cast, met, last, passed, every, zone):
    Part.objects.update(at=last)
    SupportAgreement.objects.update(every_days=every)
    now = last + passed
    with timezone.override(ZoneInfo(zone)):
        named = worklists.to_reach_out(cast.dana, now)

    assert bool(named) == (days_on_the_wall(last, now, zone) > every)


@given(at=MOMENTS, later=st.timedeltas(timedelta(0), timedelta(days=4)), zone=ZONES)
@ON_PAGES
def test_a_note_says_how_many_days_later_it_was_written_and_never_for_the_day_after(cast, met, at, later, zone):
    Contact.objects.update(at=at)
    with time_machine.travel(at + later, tick=False), timezone.override(ZoneInfo(zone)):
        said = note_of(Part.objects.select_related("contact").get(), timezone.now()).late
    days = days_on_the_wall(at, at + later, zone)

    assert said == (f"Written {days} days later" if days > 1 else "")


@given(now=MOMENTS, before=st.timedeltas(timedelta(hours=-30), timedelta(hours=30)), zone=ZONES)
@ON_PAGES
def test_today_shows_an_appointment_until_the_midnight_of_the_agency(cast, met, now, before, zone):
    starts_at = now - before
    appointment = met.parts.get().person.contacts_appointments.create(
        agency=cast.agency, program=cast.community, staff=cast.dana, at=starts_at, made_at=cast.began, made_by=cast.dana
    )
    with timezone.override(ZoneInfo(zone)):
        shown = appointment in worklists.appointments_today(cast.dana, now)

    assert shown == (days_on_the_wall(now, starts_at, zone) <= 0)
