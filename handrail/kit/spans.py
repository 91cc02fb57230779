"""Rows that hold from one moment until another: roles, lines of supervision, walks, cover."""

from datetime import datetime

from django.db.models import Q


def holds_at(moment: datetime, start: str = "from_at", end: str = "until_at") -> Q:
    """The rows that hold at this moment: begun, and not yet over."""
    begun = Q(**{f"{start}__lte": moment})
    not_over = Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gt": moment})
    return begun & not_over
