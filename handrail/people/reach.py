"""Who may open whom: the one place where ways into a record are gathered.

A way in is a name and a condition on enrolments, for one staff member at one moment. Apps above register theirs (outreach, consent)
in their `apps.py`. What somebody sees is the union of all ways, minus the people who blocked them, minus themselves.

Reaching goes by enrolment, not by person, because the program wall stands between the programs of one person too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Q
from django.utils.functional import Promise

if TYPE_CHECKING:
    from handrail.accounts.models import Staff

Condition = Callable[["Staff", datetime], Q | None]
"""The enrolments this way opens to the staff member at the moment; None when their roles leave it closed."""


@dataclass(frozen=True)
class Way:
    """One way into a record. `sentence` says it to those who ask why somebody can see a record."""

    name: str
    sentence: str | Promise
    opens: Condition


_ways: dict[str, Way] = {}
NOBODY = Q(pk__in=[])


def register(name: str, sentence: str | Promise, opens: Condition) -> None:
    """Offer a way into records. Call it from `apps.py`."""
    _ways[name] = Way(name, sentence, opens)


def reached_by(staff: Staff, at: datetime) -> Q:
    """The condition on enrolments for everything this staff member reaches at this moment."""
    opened = [condition for way in _ways.values() if (condition := way.opens(staff, at)) is not None]
    if staff.left_at is not None or not opened:
        return NOBODY
    any_way = opened[0]
    for condition in opened[1:]:
        any_way |= condition
    return Q(agency_id=staff.agency_id) & any_way & ~closed_to(staff)


def closed_to(staff: Staff) -> Q:
    """The enrolments no way opens: of people who blocked this staff member, and their own."""
    standing = apps.get_model("people", "Block").objects.standing().filter(staff=staff)
    closed = Q(person__in=standing.values("person"))
    if staff.login_id:
        closed |= Q(person__login=staff.login_id)
    return closed


def ways_of(staff: Staff, person_id: object, at: datetime) -> list[Way]:
    """By which ways this staff member reaches the person now. Empty when they do not."""
    enrolments = apps.get_model("people", "Enrolment").objects.filter(person=person_id, agency_id=staff.agency_id)
    reached = enrolments.filter(reached_by(staff, at))
    return [
        way
        for way in _ways.values()
        if (condition := way.opens(staff, at)) is not None and reached.filter(condition).exists()
    ]
