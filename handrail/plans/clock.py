"""When a paper is to be signed first, and when looked at again. An invitation, never a block."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from handrail.accounts.models import Agency, Program
from handrail.kit.spans import end_of
from handrail.people.models import Person
from handrail.plans import queries
from handrail.plans.papers import Kind
from handrail.scope.queries import some_values

AHEAD = timedelta(days=14)
"""So long before, Today begins to speak of it."""


@dataclass(frozen=True)
class Days:
    """What the agency goes by; None where it has no such rule."""

    first: int | None
    again: int | None


@dataclass(frozen=True)
class Due:
    """The day, and whether it is the first time."""

    on: date
    first: bool
    today: date

    @property
    def near(self) -> bool:
        """Soon enough to speak of."""
        return self.on - AHEAD <= self.today

    @property
    def over(self) -> bool:
        """It has been by."""
        return self.on < self.today


def days_of(kind: Kind, agency: Agency) -> Days:
    """The agency's own numbers, or its state's."""
    if kind.clock is None:
        return Days(None, None)
    first, again = some_values(agency, kind.clock)
    return Days(*(value if isinstance(value, int) else None for value in (first, again)))


def due_of(came: datetime | None, signed_at: datetime | None, looked_on: date | None, days: Days, today: date) -> Due | None:
    """When the next time is, of somebody who came to the program then."""
    since = max((day for day in (signed_at and timezone.localdate(signed_at), looked_on) if day), default=None)
    if since is not None:
        return Due(since + timedelta(days=days.again), False, today) if days.again else None
    if came is None or not days.first:
        return None
    return Due(timezone.localdate(came) + timedelta(days=days.first), True, today)


def dues(kind: Kind, person: Person, programs: Iterable[Program], agency: Agency, at: datetime) -> dict[UUID, Due | None]:
    """By program, for the plan's own page."""
    days, today = days_of(kind, agency), timezone.localdate(at)
    there = queries.enrolled_with_days(person, list(programs), kind.name, at)
    return {one.program_id: due_of(one.from_at, one.signed_at, one.looked_on, days, today) for one in there}


def lately(days: int, at: datetime) -> datetime:
    """Whatever happened so long ago is due within two weeks: the end of that day, on the agency's calendar."""
    day = timezone.localdate(at) + AHEAD - timedelta(days=days)
    return end_of(day) - timedelta(microseconds=1)
