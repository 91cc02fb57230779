"""Plans with everything that is written in them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from handrail.accounts.models import Program
from handrail.crisis.models import CopyGiven, CrisisPerson, CrisisPlace, GuidedAnswer, GuidedPlan
from handrail.kit.questions import hang, written_once
from handrail.kit.whether import none_without
from handrail.people.models import Person
from handrail.plans.models import Aside, OwnWords


@none_without(GuidedPlan)
def plans_of(person: Person, programs: Iterable[Program]) -> list[GuidedPlan]:
    """The plans somebody has in these programs."""
    return _plans_of([person.pk], [program.pk for program in programs])


def with_a_plan(people: Iterable[Person], there: set[tuple[UUID, UUID]]) -> set[UUID]:
    """Which of these people have a plan in one of these places, each a person and a program."""
    programs = {program for _person, program in there}
    found = _plans_of([person.pk for person in people], list(programs)) if there else []
    return {plan.person_id for plan in found if (plan.person_id, plan.program_id) in there}


@written_once
def _plans_of(people: list[UUID], programs: list[UUID]) -> QuerySet[GuidedPlan]:
    return GuidedPlan.objects.filter(person__in=people, program__in=programs).order_by("begun_at", "id")


def plans_there(people: list[UUID], programs: list[UUID]) -> list[GuidedPlan]:
    """The plans of these people in these programs."""
    return _plans_of(people, programs)


def plans_by(keys: list[str]) -> list[GuidedPlan]:
    """The plans of these keys."""
    return list(GuidedPlan.objects.filter(pk__in=keys))


def plan_of(person: Person, program: Program, kind: str) -> GuidedPlan | None:
    """The plan of this kind, when it was begun."""
    return next((plan for plan in _plans_of([person.pk], [program.pk]) if plan.kind == kind), None)


def whole_plans(plans: list[GuidedPlan]) -> list[Any]:
    """The same plans, each with `all_answers`, `all_people`, `all_places`, read at once for all of them."""
    answers = _answers(plans) if plans else []
    texts = [answer.own for answer in answers]
    hang(texts, "waiting_now", _waiting(texts) if texts else [], by="own")
    hang(plans, "all_answers", answers, by="plan")
    hang(plans, "all_people", _people(plans) if plans else [], by="plan")
    hang(plans, "all_places", _places(plans) if plans else [], by="plan")
    return plans


@written_once
def _answers(plans: list[GuidedPlan]) -> QuerySet[GuidedAnswer]:
    return GuidedAnswer.objects.filter(plan__in=plans).select_related("own").order_by("id")


@written_once
def _waiting(texts: list[OwnWords]) -> QuerySet[Aside]:
    return Aside.objects.waiting().filter(own__in=texts).select_related("by").order_by("at", "id")


@written_once
def _people(plans: list[GuidedPlan]) -> QuerySet[CrisisPerson]:
    return CrisisPerson.objects.standing().filter(plan__in=plans).order_by("place", "id")


@written_once
def _places(plans: list[GuidedPlan]) -> QuerySet[CrisisPlace]:
    return CrisisPlace.objects.standing().filter(plan__in=plans).order_by("place", "id")


def answers() -> QuerySet[GuidedAnswer]:
    """What was said in the parts of plans."""
    return GuidedAnswer.objects.select_related("own", "plan")


def answer_of(plan: GuidedPlan, section: str) -> OwnWords | None:
    """The text of one part, when something was written there."""
    answer = answers().filter(plan=plan, section=section).first()
    return answer.own if answer else None


def copies_of(plan: GuidedPlan) -> list[CopyGiven]:
    """Who has a copy, the latest first."""
    return list(
        CopyGiven.objects.standing().filter(plan=plan).select_related("to", "by", "version").order_by("-given_on", "-id")
    )
