"""Who may open whom: the one place where ways into a record are gathered.

A way in is a name and a condition on enrolments, for one staff member at one moment. Apps above register theirs (outreach,
consent) in their `apps.py`. What somebody sees is the union of all ways, minus the people who blocked them, minus themselves.

Reaching goes by enrolment, not by person, because the program wall stands between the programs of one person too. Some ways
open a record for reading only (an emergency, a time that ended lately): whoever decides about a person must reach them by
another one. Some last only while somebody is away (cover): what cannot be taken back waits for those who stay. And some lead to
a record one looks for, but do not put it into everybody's daily list.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.apps import apps
from django.db.models import Q
from django.utils.functional import Promise

from handrail.kit.written import Asked, written

if TYPE_CHECKING:
    from handrail.accounts.models import Staff

Condition = Callable[["Staff", datetime], Q | None]
"""The enrolments this way opens to the staff member at the moment; None when their roles leave it closed.

It goes by the staff member's own row and roles, and asks the rest in SQL: its text is written once and kept (`kit.written`).
"""


@dataclass(frozen=True)
class Way:
    """One way into a record. `sentence` says to the staff member who has it why they can see the record."""

    name: str
    sentence: str | Promise
    opens: Condition
    only_looking: bool
    for_a_while: bool
    in_lists: bool


_ways: dict[str, Way] = {}
NOBODY = Q(pk__in=[])
NEVER_GONE_BY = ("name", "title")
"""Of a staff member's row: no way into a record may go by these."""


def register(
    name: str,
    sentence: str | Promise,
    opens: Condition,
    *,
    only_looking: bool = False,
    for_a_while: bool = False,
    in_lists: bool = True,
) -> None:
    """Offer a way into records. Call it from `apps.py`.

    `only_looking`: it lets one read, but not decide. `for_a_while`: it lets one do what a day asks for, but not close anything.
    `in_lists`: whom it opens stands in the list of people; otherwise they are found by searching.
    """
    _ways[name] = Way(name, sentence, opens, only_looking, for_a_while, in_lists)


def reached_by(staff: Staff, at: datetime) -> Q | Asked:
    """The condition on enrolments for everything this staff member reaches at this moment."""
    return _through(list(_ways.values()), staff, at)


def reached_by_way(name: str, staff: Staff, at: datetime) -> Q | Asked:
    """The same for one way alone."""
    return _through([_ways[name]], staff, at)


def looked_after_by(staff: Staff, at: datetime) -> Q | Asked:
    """The same for what they reach by more than looking."""
    return _through([way for way in _ways.values() if not way.only_looking], staff, at)


def kept_by(staff: Staff, at: datetime) -> Q | Asked:
    """The same for what they look after, and not only for a while."""
    return _through([way for way in _ways.values() if not way.only_looking and not way.for_a_while], staff, at)


def listed_for(staff: Staff, at: datetime) -> Q | Asked:
    """The same for what stands in their list of people."""
    return _through([way for way in _ways.values() if way.in_lists], staff, at)


def _through(ways: list[Way], staff: Staff, at: datetime) -> Q | Asked:
    shape, keys = _who(staff)
    key = (tuple(ways), shape)
    return written(apps.get_model("people", "Enrolment"), key, lambda moment: _any_of(ways, staff, moment), at, keys)


def _who(staff: Staff) -> tuple[Hashable, list[UUID]]:
    """What the ways go by, besides the moment: the shape of a staff member's row and roles, and the keys that stand in it.

    Everybody of one shape shares one text: a peer of two programs is asked for like any other peer of two programs.
    """
    own = [getattr(staff, field.attname) for field in staff._meta.concrete_fields if field.name not in NEVER_GONE_BY]
    parts = [*own, *(part for role in staff.roles_now for part in role)]
    numbers = {key: number for number, key in enumerate(dict.fromkeys(part for part in parts if isinstance(part, UUID)))}
    return tuple(("key", numbers[part]) if isinstance(part, UUID) else part for part in parts), list(numbers)


def _any_of(ways: list[Way], staff: Staff, at: datetime) -> Q:
    opened = [condition for way in ways if (condition := way.opens(staff, at)) is not None]
    if staff.left_at is not None or not opened:
        return NOBODY
    any_way = opened[0]
    for condition in opened[1:]:
        any_way |= condition
    return Q(agency_id=staff.agency_id) & any_way & ~closed_to(staff)


def closed_to(staff: Staff) -> Q:
    """The rows of people no way opens: of those who blocked this staff member, and their own."""
    standing = apps.get_model("people", "Block").objects.standing().filter(staff=staff)
    closed = Q(person__in=standing.values("person"))
    if staff.login_id:
        closed |= Q(person__in=apps.get_model("people", "Person").objects.filter(login=staff.login_id).values("pk"))
    return closed


def all_ways() -> list[Way]:
    """Every way there is, in the order in which they were offered."""
    return list(_ways.values())


def open_to(staff: Staff, at: datetime) -> list[tuple[Way, Q | Asked]]:
    """The ways that this staff member's roles leave open, each with its condition on enrolments; blocks are not in it."""
    model, (shape, keys) = apps.get_model("people", "Enrolment"), _who(staff)
    opened = [way for way in _ways.values() if way.opens(staff, at) is not None]
    return [(way, written(model, ("alone", way, shape), partial(_opens, way, staff), at, keys)) for way in opened]


def _opens(way: Way, staff: Staff, at: datetime) -> Q:
    condition = way.opens(staff, at)
    assert condition is not None
    return condition
