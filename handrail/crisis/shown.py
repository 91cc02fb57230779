"""Plans as pages tell them: each part with what is asked and what was said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from handrail.accounts.models import Program
from handrail.crisis import queries
from handrail.crisis.guides import ORDER, Asked, Guide, Shape
from handrail.crisis.models import CrisisPerson, CrisisPlace, GuidedPlan
from handrail.people.models import Person
from handrail.plans.models import OwnWords


@dataclass(frozen=True)
class ShownPart:
    """One part of a plan."""

    asked: Asked
    own: OwnWords | None = None
    people: list[CrisisPerson] = field(default_factory=list)
    places: list[CrisisPlace] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """What was said, line by line."""
        return [line.strip() for line in (self.own.text if self.own else "").splitlines() if line.strip()]

    @property
    def text(self) -> str:
        """What was said, as it was typed."""
        return self.own.text if self.own else ""

    @property
    def answered(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.lines or self.people or self.places)

    @property
    def is_list(self) -> bool:
        """Whether it is told line by line."""
        return self.asked.shape == Shape.LIST


@dataclass(frozen=True)
class ShownPlan:
    """A whole plan, in one program. Without a row it is still to be begun."""

    guide: Guide
    program: Program
    plan: GuidedPlan | None
    parts: list[ShownPart]

    @property
    def answered(self) -> int:
        """In how many parts something stands."""
        return sum(part.answered for part in self.parts)

    @property
    def by_voice(self) -> list[tuple[str | Promise, list[ShownPart]]]:
        """The parts together with whoever speaks in them."""
        shown = {part.asked.id: part for part in self.parts}
        return [(voice, [shown[asked.id] for asked in parts]) for voice, parts in self.guide.by_voice]

    @property
    def in_a_crisis(self) -> list[ShownPart]:
        """What is read in a crisis, the most needed first; without what nobody has said anything about."""
        shown = {part.asked.id: part for part in self.parts}
        return [shown[asked.id] for asked in self.guide.in_a_crisis if shown[asked.id].answered]

    def part(self, part_id: str) -> ShownPart:
        """One part."""
        return next(part for part in self.parts if part.asked.id == part_id)


def shown_plan(guide: Guide, program: Program, plan: GuidedPlan | None) -> ShownPlan:
    """One plan with everything in it."""
    if plan is None:
        return ShownPlan(guide, program, None, [ShownPart(asked) for asked in guide.parts])
    [whole] = queries.whole_plans([plan])
    return _shown(whole, program)


def shown_plans(person: Person, programs: Iterable[Program]) -> list[ShownPlan]:
    """Every plan of a person, the crisis plan first; asked at once for all of them."""
    by_key = {program.pk: program for program in programs}
    whole = queries.whole_plans(queries.plans_of(person, by_key.values()))
    whole.sort(key=lambda plan: ORDER.index(plan.kind))
    return [_shown(plan, by_key[plan.program_id]) for plan in whole]


def _shown(plan: Any, program: Program) -> ShownPlan:
    own = {answer.section: answer.own for answer in plan.all_answers}
    parts = [
        ShownPart(
            asked,
            own.get(asked.id),
            [one for one in plan.all_people if one.section == asked.id],
            [one for one in plan.all_places if one.section == asked.id],
        )
        for asked in plan.guide.parts
    ]
    return ShownPlan(plan.guide, program, plan, parts)
