"""Rows that hold from one moment until another: roles, lines of supervision, walks, cover."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone


def holds_at(moment: datetime, start: str = "from_at", end: str = "until_at") -> Q:
    """The rows that hold at this moment: begun, and not yet over."""
    begun = Q(**{f"{start}__lte": moment})
    not_over = Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gt": moment})
    return begun & not_over


def beginning_of(day: date) -> datetime:
    """The first moment of a day, in the agency's own time."""
    return timezone.make_aware(datetime.combine(day, time.min))


def end_of(day: date) -> datetime:
    """The moment a day is over, in the agency's own time."""
    return beginning_of(day + timedelta(days=1))
