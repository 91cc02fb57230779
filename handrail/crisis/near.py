"""Who is known already and could stand in a plan: nobody is typed in twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from handrail.accounts.models import Program, Staff
from handrail.crisis import queries
from handrail.crisis.models import CrisisPerson
from handrail.people.models import ContactPoint, MayKnow, Person, PointKind
from handrail.people.numbers import dialled, digits_to_dial, number_in
from handrail.people.queries import points_of, programs_of, supporters_of


@dataclass(frozen=True)
class Near:
    """Somebody who is known: from where (`key`), who they are, their number, and what they may be told."""

    key: str
    name: str
    who: str
    phone: str
    may_know: str = ""

    @property
    def dial(self) -> str:
        """The number as a phone dials it."""
        return dialled(self.phone)

    @property
    def same(self) -> tuple[str, str]:
        """By what two are taken for one."""
        return self.name.casefold().strip(), digits_to_dial(self.phone)


def near_to(person: Person, program: Program, besides: Iterable[CrisisPerson] = ()) -> list[Near]:
    """Who stands by the person in this program, whose number is known, and who stands in another part of a plan."""
    there = queries.already_there(person, [program.pk])
    known = [*_supporters(person, [program]), *_whose_numbers(person, [program])]
    known += [Near(f"plan:{one.pk}", one.name, one.who, one.phone) for one in there]
    return _once_each(known, besides)


def others_who_stand_by(person: Person, staff: Staff, besides: Iterable[CrisisPerson], at: datetime) -> list[Near]:
    """Whom one could call beside those in the plans, for a reader in a crisis."""
    programs = programs_of(person, staff, at)
    known = [*_supporters(person, programs), *_whose_numbers(person, programs)]
    return [one for one in _once_each(known, besides) if one.dial]


def numbers_of(person: Person, programs: list[Program]) -> list[ContactPoint]:
    """The numbers at which the person themselves may be called, the best first."""
    points = [one for one in points_of(person, programs) if one.stopped_at is None and one.may_call and not one.never]
    return [one for one in points if one.kind == PointKind.PHONE and not one.whose and one.digits]


def _supporters(person: Person, programs: list[Program]) -> list[Near]:
    return [
        Near(
            f"supporter:{one.pk}",
            one.name,
            one.relation_words or str(one.get_relation_display()),
            number_in(one.how_to_reach),
            one.may_know_words if one.may_know == MayKnow.SOME else str(one.get_may_know_display()),
        )
        for one in supporters_of(person, programs)
        if one.stopped_at is None
    ]


def _whose_numbers(person: Person, programs: list[Program]) -> list[Near]:
    points = [one for one in points_of(person, programs) if one.stopped_at is None and one.may_call and not one.never]
    named = [one for one in points if one.whose and one.kind == PointKind.PHONE]
    return [Near(f"point:{one.pk}", one.who_else or one.whose, "", one.value) for one in named]


def _once_each(known: Iterable[Near], besides: Iterable[CrisisPerson]) -> list[Near]:
    """Each once, whoever has the same name or the same number."""
    names = {one.name.casefold().strip() for one in besides}
    numbers = {digits_to_dial(one.phone) for one in besides} - {""}
    found = []
    for one in known:
        name, number = one.same
        if name in names or number in numbers:
            continue
        names.add(name)
        numbers |= {number} - {""}
        found.append(one)
    return found
