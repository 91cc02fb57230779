"""Late marks and rhythm over zones and daylight saving: days as people count them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from handrail.contacts.clock import days_between, days_late, is_longer_than_agreed, overlap

ZONES = st.sampled_from(
    [
        ZoneInfo(name)
        for name in (
            "America/New_York",
            "America/Los_Angeles",
            "America/Phoenix",
            "Pacific/Kiritimati",
            "Australia/Lord_Howe",
            "UTC",
        )
    ]
)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
EASTERN = ZoneInfo("America/New_York")


@given(MOMENTS, MOMENTS, MOMENTS, ZONES)
def test_days_add_up_and_turn_around(one, two, three, zone):
    assert days_between(one, two, zone) == -days_between(two, one, zone)
    assert days_between(one, two, zone) + days_between(two, three, zone) == days_between(one, three, zone)


@given(MOMENTS, ZONES, st.integers(0, 60), st.integers(0, 23), st.integers(0, 23))
def test_days_are_those_of_the_calendar_whatever_the_hour_and_the_clocks(day, zone, days, hour, other_hour):
    begin = day.astimezone(zone).replace(hour=hour)
    end = (begin + timedelta(days=days)).replace(hour=other_hour)  # the wall clock's arithmetic

    # An hour that the clocks skip is told as the one beside it; never as another day.
    assert abs(days_between(begin, end, zone) - days) == 0


@given(MOMENTS, ZONES, st.integers(1, 90), st.integers(0, 120))
def test_longer_than_agreed_begins_the_day_after_the_agreed_one(last, zone, every, passed):
    now = (last.astimezone(zone) + timedelta(days=passed)).astimezone(UTC)

    assert is_longer_than_agreed(last, every, now, zone) == (days_between(last, now, zone) > every)
    if is_longer_than_agreed(last, every, now, zone):
        assert is_longer_than_agreed(last, every, now + timedelta(days=1), zone)
        assert not is_longer_than_agreed(last, every + passed + 2, now, zone)


@given(MOMENTS, MOMENTS, ZONES)
def test_late_is_never_less_than_two_days_and_never_before(contact, written, zone):
    late = days_late(contact, written, zone)

    assert late == 0 or late == days_between(contact, written, zone) >= 2
    if written <= contact:
        assert late == 0


def test_the_night_the_clocks_go_back_is_one_night():
    evening, morning = datetime(2026, 10, 31, 23, 30, tzinfo=EASTERN), datetime(2026, 11, 2, 0, 30, tzinfo=EASTERN)

    assert days_late(evening, morning, EASTERN) == 2
    assert days_late(evening, morning - timedelta(hours=1), EASTERN) == 0


def test_late_is_asked_of_the_agencys_calendar_and_not_of_the_servers():
    monday_late, wednesday = datetime(2026, 11, 24, 4, 0, tzinfo=UTC), datetime(2026, 11, 25, 4, 30, tzinfo=UTC)

    assert days_late(monday_late, wednesday, EASTERN) == 0  # Monday 23:00 and Tuesday 23:30 there
    assert days_between(monday_late, wednesday, ZoneInfo("UTC")) == 1


@given(MOMENTS, st.integers(0, 300), st.integers(-600, 600), st.integers(0, 300))
def test_overlap_is_the_same_from_both_sides(begin, minutes, apart, other_minutes):
    other = begin + timedelta(minutes=apart)

    assert overlap(begin, minutes, other, other_minutes) == overlap(other, other_minutes, begin, minutes)
    if apart == minutes != 0:
        assert not overlap(begin, minutes, other, other_minutes)
