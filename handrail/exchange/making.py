"""From what a record tells to rows: somebody new, or what changes about somebody who is here."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from handrail.exchange.models import Alike, Brought, Import
from handrail.exchange.telling import OWN
from handrail.people.actions.many import Arrival, Change
from handrail.people.models import ContactPoint, Person, PointKind, SameAnswer, SamePerson, Supporter
from handrail.people.numbers import digits_to_dial

Facts = dict[str, Any]
BORN = ("born_on", "born_year", "born_month")


def own_of(facts: Facts) -> Facts:
    """The person's own fields, as the database keeps them."""
    own = {name: facts.get(name) or (None if name in BORN else "") for name in OWN}
    own["born_on"] = date.fromisoformat(own["born_on"]) if own["born_on"] else None
    return own


def arrival_of(facts: Facts, key: UUID) -> Arrival:
    """Somebody new, under the key of the record that tells of them."""
    return Arrival(Person(pk=key, **own_of(facts)), points_of(facts), supporters_of(facts))


def points_of(facts: Facts) -> list[ContactPoint]:
    """Ways to reach them. What is safe there nobody has asked yet, so nothing is allowed."""
    return [ContactPoint(kind=kind, value=value, whose=_whose(whose)) for kind, value, whose in facts.get("points", [])]


def _whose(word: str) -> str:
    return "" if word in ("home", "mobile") else word


def supporters_of(facts: Facts) -> list[Supporter]:
    """Who stands by them. They may know nothing until the person says so."""
    return [
        Supporter(name=name, relation=relation, relation_words=words, how_to_reach=reach)
        for name, relation, words, reach in facts.get("supporters", [])
    ]


def hopes_of(facts: Facts, person_id: UUID, held: Import, at: datetime, besides: Facts | None = None) -> list[Brought]:
    """What they hope for, to be taken over or dropped."""
    return [
        Brought(agency_id=held.agency_id, person_id=person_id, program_id=held.program_id, kind=kind, text=text, at=at)
        for kind, text in new_hopes(facts, besides or {})
    ]


def new_hopes(facts: Facts, before: Facts) -> list[list[str]]:
    """Each with its kind: those the file did not tell of the last time."""
    return [hope for hope in facts.get("hopes", []) if hope not in before.get("hopes", [])]


@dataclass
class Standing:
    """How somebody who is here can be reached, and who stands by them, as far as the program knows."""

    points: set[tuple[str, str]] = field(default_factory=set)
    names: set[str] = field(default_factory=set)


def standing_of(people: Collection[UUID], held: Import) -> dict[UUID, Standing]:
    """The same of many, asked once for all."""
    every = {person: Standing() for person in people}
    for point in ContactPoint.objects.filter(person__in=every, program=held.program_id):
        every[point.person_id].points.add(_same_point(point.kind, point.value))
    for supporter in Supporter.objects.filter(person__in=every, program=held.program_id):
        every[supporter.person_id].names.add(supporter.name)
    return every


def change_of(person: Person, facts: Facts, before: Facts, standing: Standing) -> tuple[Change, Facts]:
    """What a file tells anew about somebody who is here, and how it is undone. What it tells is standing from then on.

    `before`: what it told the last time. A field changes only where it still reads as the file told it, or was empty: what
    somebody wrote here since is never overwritten.
    """
    fields, undoing = _fields(person, own_of(facts), own_of(before)), {}
    for name, value in fields.items():
        undoing[name] = [_plain(getattr(person, name)), _plain(value)]
        setattr(person, name, value)
    points = [one for one in points_of(facts) if _same_point(one.kind, one.value) not in standing.points]
    supporters = [one for one in supporters_of(facts) if one.name not in standing.names]
    standing.points |= {_same_point(one.kind, one.value) for one in points}
    standing.names |= {one.name for one in supporters}
    added = {"points": [str(one.pk) for one in points], "supporters": [str(one.pk) for one in supporters]}
    return Change(person, tuple(sorted(fields)), points, supporters), {"fields": undoing, **added}


def stays_as_here(person: Person, facts: Facts, before: Facts) -> bool:
    """Whether the file tells something anew that somebody wrote otherwise here since."""
    told, was = own_of(facts), own_of(before)
    anew = {name for name in OWN if told[name] and told[name] not in (was[name], getattr(person, name))}
    return not anew <= set(_fields(person, told, was))


def _fields(person: Person, told: Facts, before: Facts) -> Facts:
    changed = {}
    for name in OWN:
        here = getattr(person, name)
        if name in BORN:
            continue
        if told[name] and told[name] != before[name] and here != told[name] and here in (before[name], ""):
            changed[name] = told[name]
    here, was, told_born = [tuple(one[name] for name in BORN) for one in (vars(person), before, told)]
    if any(told_born) and told_born not in (was, here) and (here == was or not any(here)):
        changed |= dict(zip(BORN, told_born, strict=True))
    return changed


def _same_point(kind: str, value: str) -> tuple[str, str]:
    digits = digits_to_dial(value)[-10:] if kind == PointKind.PHONE else ""
    return kind, digits or " ".join(value.casefold().split())


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def differs(facts: Facts, before: Facts) -> bool:
    """Whether the file tells something else than the last time."""
    what = (*OWN, "points", "supporters", "hopes")
    return any((facts.get(name) or None) != (before.get(name) or None) for name in what)


def pair_of(alike: Alike, at: datetime) -> SamePerson | None:
    """The two people, told apart; None while one of them was not taken over."""
    other = alike.person_id or (alike.other.person_id if alike.other else None)
    if not alike.record.person_id or not other or not alike.by_id or alike.record.person_id == other:
        return None
    one, other = sorted((alike.record.person_id, other))
    return SamePerson(
        agency_id=alike.agency_id, one_id=one, other_id=other, answer=SameAnswer.DIFFERENT, by_id=alike.by_id, at=alike.at or at
    )
