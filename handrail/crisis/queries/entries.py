"""The people and the places of a plan."""

from typing import TypeVar
from uuid import UUID

from django.db.models import Max, QuerySet

from handrail.accounts.models import Staff
from handrail.crisis.models import CrisisPerson, CrisisPlace, InAPlan
from handrail.kit.questions import written_once
from handrail.people.models import Person

E = TypeVar("E", bound=InAPlan)


def latest_place(entry: InAPlan) -> int:
    """Behind how many a new entry stands."""
    there = type(entry).objects.filter(plan=entry.plan, section=entry.section)
    return there.aggregate(Max("place"))["place__max"] or 0


def person_sent_by(staff: Staff, key: UUID) -> CrisisPerson | None:
    """Whom somebody wrote down under this key, as long as they reach the plan."""
    return CrisisPerson.objects.visible_to(staff).filter(noted_by=staff, pk=key).first()


def place_sent_by(staff: Staff, key: UUID) -> CrisisPlace | None:
    """The same for a place."""
    return CrisisPlace.objects.visible_to(staff).filter(noted_by=staff, pk=key).first()


@written_once
def already_there(person: Person, programs: list[UUID]) -> QuerySet[CrisisPerson]:
    """Everybody who stands in one of somebody's plans in these programs."""
    return CrisisPerson.objects.standing().filter(person=person, program__in=programs).order_by("noted_at", "id")
