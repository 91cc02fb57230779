"""The list of people: everybody one reaches, narrowed and in the order one wants, with what each column tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet

from handrail.accounts.models import Program, Staff
from handrail.people.models import Enrolment, Person, Phase, WalksWith
from handrail.people.models.person import EnrolmentQuerySet
from handrail.people.queries.access import alone_in, listed

if TYPE_CHECKING:
    from handrail.people.columns import Column


@dataclass(frozen=True)
class Wanted:
    """What somebody asked the list for. Keys and words of ours only: it stands in the address."""

    alone: bool = False
    program: UUID | None = None
    peer: UUID | None = None
    phase: str = ""
    sort: str = ""

    @property
    def narrows(self) -> bool:
        """Whether some people are left out."""
        return bool(self.program or self.peer or self.phase)


def caseload(staff: Staff, at: datetime, wanted: Wanted, columns: Iterable[Column]) -> QuerySet[Person]:
    """Those one reaches, each with the programs and peers they are reached through, and the columns of the apps above."""
    reached = alone_in(staff, at) if wanted.alone else Enrolment.objects.listed_for(staff, at)
    narrowed = _narrowed(reached, wanted, at)
    people = listed(Person.objects.filter(agency_id=staff.agency_id, pk__in=narrowed.values("person")), narrowed, staff, at)
    for column in columns:
        people = people.annotate(**column.annotate(staff, at))
        if column.sort_by and column.name == wanted.sort:
            people = people.order_by(F(column.sort_by).asc(nulls_last=True), "chosen_name", "id")
    return people


def _narrowed(reached: EnrolmentQuerySet, wanted: Wanted, at: datetime) -> EnrolmentQuerySet:
    if wanted.narrows:
        reached = reached.running_at(at)
    if wanted.program:
        reached = reached.filter(program=wanted.program)
    if wanted.peer:
        theirs = WalksWith.objects.carried_at(at).filter(enrolment=OuterRef("pk"), peer=wanted.peer)
        reached = reached.filter(Exists(theirs))
    if wanted.phase:
        there: Any = Phase.objects.running_at(at).filter(enrolment=OuterRef("pk"), phase=wanted.phase)
        reached = reached.filter(Exists(there))
    return reached


def programs_reached(staff: Staff, at: datetime) -> list[Program]:
    """The programs of everybody in one's list."""
    reached = Enrolment.objects.visible_to(staff, at).running_at(at)
    return list(Program.objects.filter(pk__in=reached.values("program")).order_by("name", "id"))


def peers_reached(staff: Staff, at: datetime) -> list[Staff]:
    """Who walks with the people of one's list."""
    reached = Enrolment.objects.visible_to(staff, at).running_at(at)
    walks = WalksWith.objects.carried_at(at).filter(enrolment__in=reached)
    return list(Staff.objects.filter(pk__in=walks.values("peer")).order_by("name", "id"))
