"""Who may open whom: the one place where ways into a record are gathered.

A way in is a name and a condition on enrolments, for one staff member at one moment. Apps above register theirs (outreach,
consent) in their `apps.py`. What somebody sees is the union of all ways, minus the people who blocked them, minus themselves.

Reaching goes by enrolment, not by person, because the program wall stands between the programs of one person too. Some ways
open a record for reading only (an emergency, a time that ended lately): whoever decides about a person must reach them by
another one. Some last only while somebody is away (cover): what cannot be taken back waits for those who stay. And some lead to
a record one looks for, but do not put it into everybody's daily list.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Q
from django.utils.functional import Promise

from handrail.accounts.roles import SUPERVISORS, Role
from handrail.kit import questions
from handrail.kit.written import Asked, written

if TYPE_CHECKING:
    from handrail.accounts.models import Staff

Through = Callable[[Any], Q]
"""How a way leads from walks to their enrolments: `one_by_one` or `as_a_list`. The same enrolments, found differently."""

Condition = Callable[["Staff", datetime, Through], Q | None]
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
    questions.forget()
    _ways[name] = Way(name, sentence, opens, only_looking, for_a_while, in_lists)


def one_by_one(walks: Any) -> Q:
    """Of each enrolment asked about, whether one of these walks is in it: for a row, a page, a record."""
    return Q(Exists(walks.filter(enrolment=OuterRef("pk"))))


def as_a_list(walks: Any) -> Q:
    """The enrolments of these walks: for going through everybody somebody reaches, however many others there are."""
    return Q(pk__in=walks.values("enrolment"))


def reaches_few(staff: Staff) -> bool:
    """A peer reaches fifty people, whom a list holds at once; whoever supervises may reach thousands, of whom a page shows few."""
    return not staff.has(Role.DIRECTOR, *SUPERVISORS)


def _fitting(staff: Staff) -> Through:
    return as_a_list if reaches_few(staff) else one_by_one


def reached_by(staff: Staff, at: datetime, through: Through | None = None) -> Q | Asked:
    """The condition on enrolments for everything this staff member reaches at this moment."""
    return _through(list(_ways.values()), staff, at, through or _fitting(staff))


def reached_by_way(name: str, staff: Staff, at: datetime) -> Q | Asked:
    """The same for one way alone."""
    return _through([_ways[name]], staff, at, _fitting(staff))


def looked_after_by(staff: Staff, at: datetime, through: Through | None = None) -> Q | Asked:
    """The same for what they reach by more than looking."""
    return _through([way for way in _ways.values() if not way.only_looking], staff, at, through or _fitting(staff))


def kept_by(staff: Staff, at: datetime) -> Q | Asked:
    """The same for what they look after, and not only for a while."""
    return _through([way for way in _ways.values() if not way.only_looking and not way.for_a_while], staff, at, _fitting(staff))


def listed_for(staff: Staff, at: datetime) -> Q | Asked:
    """The same for what stands in their list of people."""
    return _through([way for way in _ways.values() if way.in_lists], staff, at, as_a_list)


def _through(ways: list[Way], staff: Staff, at: datetime, through: Through) -> Q | Asked:
    shape, keys = staff.shape()
    key = (tuple(ways), shape, through)
    return written(apps.get_model("people", "Enrolment"), key, lambda moment: _any_of(ways, staff, moment, through), at, keys)


def _any_of(ways: list[Way], staff: Staff, at: datetime, through: Through) -> Q:
    opened = [condition for way in ways if (condition := way.opens(staff, at, through)) is not None]
    if not opened:
        return NOBODY
    any_way = opened[0]
    for condition in opened[1:]:
        any_way |= condition
    return any_way & not_closed_to(staff)


def not_closed_to(staff: Staff) -> Q:
    """What goes for every way: as long as they work there, of their agency, and not closed to them."""
    return NOBODY if staff.left_at is not None else Q(agency_id=staff.agency_id) & ~closed_to(staff)


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
    """The ways that this staff member's roles leave open, each with its condition on enrolments; `not_closed_to` comes to it."""
    model, (shape, keys) = apps.get_model("people", "Enrolment"), staff.shape()
    opened = [way for way in _ways.values() if way.opens(staff, at, one_by_one) is not None]
    return [(way, written(model, ("alone", way, shape), partial(_opens, way, staff), at, keys)) for way in opened]


def _opens(way: Way, staff: Staff, at: datetime) -> Q:
    condition = way.opens(staff, at, _fitting(staff))
    assert condition is not None
    return condition
