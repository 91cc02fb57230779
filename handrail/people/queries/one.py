"""Reads about somebody who may have been written down twice."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from handrail.accounts.models import Staff
from handrail.people.models import Block, ContactPoint, OnePerson, Person, PointKind, SamePerson
from handrail.people.queries.access import WithReasons, alike
from handrail.people.search.sameness import Newcomer


def records_of_one(staff: Staff, person: Person) -> list[tuple[OnePerson, Person]]:
    """The other records of this one person that the reader may see, each with what joined it."""
    if not person.other_records:
        return []
    own = OnePerson.objects.standing().filter(Q(one=person) | Q(other=person))
    joined = own.visible_to(staff).select_related("one", "other").order_by("at", "id")
    return [(one, one.other if one.one_id == person.pk else one.one) for one in joined]


def other_records_seen(person: Person, staff: Staff, at: datetime) -> list[Person]:
    """All other records of this one person that the reader may see."""
    if not person.other_records:
        return []
    return list(Person.objects.visible_to(staff, at).filter(pk__in=person.other_records).order_by("chosen_name", "id"))


def asked_in(records: Iterable[Person]) -> dict[tuple[UUID, UUID], datetime]:
    """Whom these records themselves keep away, and since when; not what is only held for another one."""
    asked = Block.objects.standing().filter(person__in=list(records), held_for__isnull=True)
    return {(person, staff): at for person, staff, at in asked.values_list("person", "staff", "at")}


def alike_to(staff: Staff, person: Person, at: datetime) -> list[WithReasons]:
    """Who of those the reader may see looks like somebody known; not whom somebody told apart, nor who is one with them already."""
    phones = ContactPoint.objects.standing().filter(person=person, kind=PointKind.PHONE).visible_to(staff, at)
    names = [name for name in (person.chosen_name, person.legal_name) if name]
    known = Newcomer(person.pk, names, person.born_on, list(phones.values_list("value", flat=True)))
    pairs = SamePerson.objects.filter(Q(one=person) | Q(other=person)).values_list("one", "other")
    settled = {one for pair in pairs for one in pair} | person.other_records | {person.pk}
    return [(other, why) for other, why in alike(staff, known, at) if other.pk not in settled]


def told_apart_from(staff: Staff, person: Person, at: datetime) -> list[Person]:
    """Those the reader may see of whom somebody said that they are somebody else; not who is one with them all the same."""
    pairs = SamePerson.objects.filter(Q(one=person) | Q(other=person)).values_list("one", "other")
    apart = {one for pair in pairs for one in pair} - {person.pk} - person.other_records
    if not apart:
        return []
    return list(Person.objects.visible_to(staff, at).filter(pk__in=apart).order_by("chosen_name", "id"))
