"""Days between moments, as people count them: by the calendar of the agency, whatever its clocks did in between."""

from datetime import datetime, timedelta, tzinfo

from django.utils import timezone

IN_TIME_WITHIN_DAYS = 1
"""A note of Monday is in time until the end of Tuesday. The states' packs name no other number yet."""


def days_between(earlier: datetime, later: datetime, zone: tzinfo | None = None) -> int:
    """How many midnights of the zone lie between two moments; negative when the second comes first."""
    here = zone or timezone.get_current_timezone()
    return (later.astimezone(here).date() - earlier.astimezone(here).date()).days


def days_late(contact_at: datetime, written_at: datetime, zone: tzinfo | None = None) -> int:
    """By how many days a note came after its contact, when that is later than in time; 0 when it is in time."""
    days = days_between(contact_at, written_at, zone)
    return days if days > IN_TIME_WITHIN_DAYS else 0


def is_longer_than_agreed(last_at: datetime, every_days: int, now: datetime, zone: tzinfo | None = None) -> bool:
    """Whether more days went by than were agreed. Exactly as many is as agreed."""
    return days_between(last_at, now, zone) > every_days


def overlap(begin: datetime, minutes: int | None, other: datetime, other_minutes: int | None) -> bool:
    """Whether two stretches of time share a moment. One without a length is a moment, and shares one only from the inside."""
    end, other_end = begin + timedelta(minutes=minutes or 0), other + timedelta(minutes=other_minutes or 0)
    return begin == other or (begin < other_end and other < end)
