"""How a staff member stands to one person: by which ways they reach them, in which programs. Asked once, not rule by rule.

It decides nothing that `reach` does not: it is the answer of `reach` for one person, kept in hand. Within a request the answer is
remembered for the moment it was asked for, until something is done; outside of one it is asked each time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, QuerySet, Value, When

from handrail.accounts.models import Program, Staff
from handrail.kit.questions import written_once
from handrail.people import reach
from handrail.people.models import Enrolment
from handrail.people.reach import Way


@dataclass(frozen=True)
class Opened:
    """An enrolment of the person that this staff member reaches, and the ways that open it."""

    enrolment: Enrolment
    ways: tuple[Way, ...]
    running: bool

    @property
    def looked_after(self) -> bool:
        """Reached by more than looking."""
        return any(not way.only_looking for way in self.ways)

    @property
    def kept(self) -> bool:
        """And not only for a while."""
        return any(not way.only_looking and not way.for_a_while for way in self.ways)


@dataclass(frozen=True)
class Standing:
    """All of it. Empty for whoever does not reach the person."""

    opened: tuple[Opened, ...]

    @cached_property
    def programs(self) -> list[Program]:
        """The programs through which the person is reached: what was written there may be read."""
        return _in_order(one.enrolment.program for one in self.opened)

    @cached_property
    def programs_looked_after(self) -> list[Program]:
        """Those where they do more than look, and of which the person is part now: there they may write."""
        return _in_order(one.enrolment.program for one in self.opened if one.looked_after and one.running)

    @property
    def looked_after(self) -> list[Enrolment]:
        """The enrolments reached by more than looking, the first begun first."""
        return [one.enrolment for one in self.opened if one.looked_after]

    @property
    def kept(self) -> list[Enrolment]:
        """Those looked after, and not only while standing in for a colleague."""
        return [one.enrolment for one in self.opened if one.kept]

    def by_way(self, name: str) -> list[Enrolment]:
        """Those that this way opens, whatever others there are."""
        return [one.enrolment for one in self.opened if any(way.name == name for way in one.ways)]

    @property
    def ways(self) -> list[Way]:
        """Every way by which the person is reached, in the order of `reach`."""
        return list(dict.fromkeys(way for way in reach.all_ways() if any(way in one.ways for one in self.opened)))


def standing_of(staff: Staff, person_id: UUID, at: datetime) -> Standing:
    """How this staff member stands to the person at this moment."""
    return staff.asked_once(("standing", person_id, at), lambda: _ask(staff, person_id, at))


def _ask(staff: Staff, person_id: UUID, at: datetime) -> Standing:
    opened = (_opened(row, at) for row in _not_closed(staff, person_id, at))
    return Standing(tuple(one for one in opened if one.ways))


@written_once
def _not_closed(staff: Staff, person_id: UUID, at: datetime) -> QuerySet[Enrolment]:
    """The enrolments of a person, each with `by_…` for every way that this staff member's roles leave open.

    Those that none of them opens are among them: to ask for the ways once more, only to leave these out, makes a question of
    twice the length.
    """
    enrolments: Any = Enrolment.objects.filter(reach.not_closed_to(staff), person=person_id).select_related("program")
    asked = {f"by_{way.name}": _yes_or_no(condition) for way, condition in reach.open_to(staff, at)}
    not_closed: QuerySet[Enrolment] = enrolments.annotate(**asked).order_by("from_at", "id")
    return not_closed


def _opened(enrolment: Enrolment, at: datetime) -> Opened:
    running = enrolment.from_at <= at and (enrolment.until_at is None or enrolment.until_at > at)
    return Opened(enrolment, tuple(way for way in reach.all_ways() if getattr(enrolment, f"by_{way.name}", False)), running)


def _yes_or_no(condition: Any) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())


def _in_order(programs: Iterator[Program]) -> list[Program]:
    """Each once, by name."""
    return sorted({program.pk: program for program in programs}.values(), key=lambda program: (program.name, program.pk))
