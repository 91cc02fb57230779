"""The three plans as papers: what can be frozen, signed, compared and printed of them."""

from functools import partial
from uuid import UUID

from django.urls import reverse

from handrail.accounts.models import Program
from handrail.crisis import queries
from handrail.crisis.guides import COPIES, Guide, Shape, guides
from handrail.crisis.models import GuidedPlan
from handrail.crisis.shown import ShownPart, ShownPlan, shown_plan
from handrail.kit.pairs import Pair
from handrail.people.models import Person
from handrail.plans import papers
from handrail.plans.models import fingerprint
from handrail.plans.papers import Entry, Paper, Section, kind_of, mark_of

BEFORE_IT_IS_SIGNED = Pair(
    "Not yet signed. It says what I want, and I can change it any time.",
    "Todavía sin firmar. Dice lo que quiero y lo puedo cambiar cuando quiera.",
)


def sections_of(guide: Guide, person: Person, program: Program, about: UUID | None) -> list[Section]:
    """What stands in the plan now; parts in which nothing stands are left out."""
    return told(shown_plan(guide, program, queries.plan_of(person, program, guide.id)))


def told(shown: ShownPlan) -> list[Section]:
    """A plan as its paper tells it."""
    return [
        Section(part.asked.id, part.asked.title, _entries(part), card=part.asked.card, shape=part.asked.shape.value)
        for part in shown.parts
        if part.answered
    ]


def paper_of(plan: GuidedPlan) -> Paper:
    """A plan as a paper."""
    kind = kind_of(plan.kind)
    assert kind
    return Paper(kind, plan.person, plan.program)


def copy_mark(sections: list[Section]) -> str:
    """The same for two copies that say the same. Who else gets one is no part of it: a copy is not old because of another."""
    return mark_of([section for section in sections if section.id != COPIES])


def _entries(part: ShownPart) -> list[Entry]:
    if part.asked.shape == Shape.WORDS:
        return [Entry("text", part.text)]
    if part.asked.shape == Shape.LIST:
        return [Entry(fingerprint(line), line) for line in dict.fromkeys(part.lines)]
    people = [Entry(str(one.pk), one.name, _told(one.who, one.when), one.phone) for one in part.people]
    places = [Entry(str(one.pk), one.name, _told(one.how, one.why), one.phone) for one in part.places]
    return [*people, *places]


def _told(*facts: str) -> list[str]:
    return [fact for fact in facts if fact]


def _page(kind: str, person: Person, program: Program, about: UUID | None) -> str:
    return reverse("crisis:plan_show", args=[person.pk, program.pk, kind])


def offer() -> None:
    """Let the three kinds be frozen, signed, compared and printed."""
    for guide in guides().values():
        content, page = partial(sections_of, guide), partial(_page, guide.id)
        papers.register(papers.Kind(guide.id, guide.name, content, page, BEFORE_IT_IS_SIGNED))
