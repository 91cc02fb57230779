"""What is done with the people and the places of a plan."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.crisis import queries
from handrail.crisis.models import CrisisPerson, CrisisPlace, InAPlan
from handrail.kit.errors import AlreadySo
from handrail.kit.merging import merge
from handrail.kit.sent import under_its_key
from handrail.plans.actions import ChangedMeanwhile
from handrail.plans.actions.shared import put_back, take_back

E = TypeVar("E", bound=InAPlan)


@action
def add_person(*, person: CrisisPerson, by: Staff, at: datetime) -> CrisisPerson:
    """Write down somebody, behind those there are. `person` names the plan and the part."""
    _add(person, by, at)
    record("crisisperson.added", by=by, at=at, subject=person, person=person.person_id)
    return person


@action
def change_person(*, person: CrisisPerson, by: Staff, at: datetime, opened: Mapping[str, str] | None = None) -> CrisisPerson:
    """Put right what is noted of somebody; `person` as it was typed. What somebody else changed since stays."""
    held = _change(person, by, at, opened)
    record("crisisperson.changed", by=by, at=at, subject=held, person=held.person_id)
    return held


@action
def move_person(*, person: CrisisPerson, up: bool, by: Staff, at: datetime) -> CrisisPerson:
    """One place earlier in the order, or later."""
    _move(person, up)
    record("crisisperson.moved", by=by, at=at, subject=person, person=person.person_id)
    return person


@action
def take_out_person(*, person: CrisisPerson, by: Staff, at: datetime) -> CrisisPerson:
    """They do not belong on this list any more."""
    take_back(CrisisPerson.objects.filter(pk=person.pk), by, at)
    record("crisisperson.taken_out", by=by, at=at, subject=person, person=person.person_id)
    return person


@action
def put_back_person(*, person: CrisisPerson, by: Staff, at: datetime) -> CrisisPerson:
    """They do."""
    put_back(CrisisPerson.objects.filter(pk=person.pk))
    record("crisisperson.put_back", by=by, at=at, subject=person, person=person.person_id)
    return person


@action
def add_place(*, place: CrisisPlace, by: Staff, at: datetime) -> CrisisPlace:
    """Write down a place."""
    _add(place, by, at)
    record("crisisplace.added", by=by, at=at, subject=place, person=place.person_id)
    return place


@action
def change_place(*, place: CrisisPlace, by: Staff, at: datetime, opened: Mapping[str, str] | None = None) -> CrisisPlace:
    """Put right what is noted of it."""
    held = _change(place, by, at, opened)
    record("crisisplace.changed", by=by, at=at, subject=held, person=held.person_id)
    return held


@action
def move_place(*, place: CrisisPlace, up: bool, by: Staff, at: datetime) -> CrisisPlace:
    """One place earlier in the order, or later."""
    _move(place, up)
    record("crisisplace.moved", by=by, at=at, subject=place, person=place.person_id)
    return place


@action
def take_out_place(*, place: CrisisPlace, by: Staff, at: datetime) -> CrisisPlace:
    """It does not belong on this list any more."""
    take_back(CrisisPlace.objects.filter(pk=place.pk), by, at)
    record("crisisplace.taken_out", by=by, at=at, subject=place, person=place.person_id)
    return place


@action
def put_back_place(*, place: CrisisPlace, by: Staff, at: datetime) -> CrisisPlace:
    """It does."""
    put_back(CrisisPlace.objects.filter(pk=place.pk))
    record("crisisplace.put_back", by=by, at=at, subject=place, person=place.person_id)
    return place


def _add(entry: InAPlan, by: Staff, at: datetime) -> None:
    entry.noted_at, entry.noted_by = at, by
    entry.place = queries.latest_place(entry) + 1
    under_its_key(entry)


def _change(typed: E, by: Staff, at: datetime, opened: Mapping[str, str] | None) -> E:
    """Only what was changed on this page; what two changed is shown with both."""
    held: Any = type(typed).objects.select_for_update(of=("self",)).get(pk=typed.pk)
    merged = merge(typed.facts(), opened or {}, held.facts(), knows=opened is None)
    if merged.both:
        raise ChangedMeanwhile(merged.both)
    for name in merged.take:
        setattr(held, name, getattr(typed, name))
    held.noted_at, held.noted_by = at, by
    held.save(update_fields=[*held.TYPED, "noted_at", "noted_by"])
    changed: E = held
    return changed


def _move(entry: InAPlan, up: bool) -> None:
    """Change places with the one before, or after. The first cannot go further up."""
    there = type(entry).objects.standing().filter(plan=entry.plan_id, section=entry.section).order_by("place", "id")
    order = list(there.select_for_update(of=("self",)))
    here = next((number for number, one in enumerate(order) if one.pk == entry.pk), None)
    other = None if here is None else here + (-1 if up else 1)
    if here is None or other is None or not 0 <= other < len(order):
        raise AlreadySo
    order[here], order[other] = order[other], order[here]
    for place, one in enumerate(order, start=1):
        one.place = place
    type(entry).objects.bulk_update(order, ["place"])
