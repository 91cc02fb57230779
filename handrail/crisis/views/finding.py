"""Which plan, and which part of it, an address is about."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from handrail.accounts.models import Program
from handrail.audit.door import NotHere, find
from handrail.crisis import rules
from handrail.crisis.guides import Asked, Guide, guides
from handrail.crisis.models import GuidedPlan
from handrail.kit.views import allow
from handrail.people.models import Person
from handrail.people.queries import programs_of


def kind_of_plan(request: HttpRequest, person_id: Any, program_id: Any, kind: str) -> tuple[Person, Program, Guide, datetime]:
    """Whose plan, where, and of which kind, whether it was begun or not."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    program = next((one for one in programs_of(person, request.staff, now) if one.pk == program_id), None)
    guide = guides().get(kind)
    if program is None or guide is None:
        raise NotHere
    return person, program, guide, now


def plan_to_write(request: HttpRequest, plan_id: Any) -> tuple[GuidedPlan, datetime]:
    """A plan, found and allowed to be written in; and now."""
    plan, now = find(GuidedPlan, request, along=("person", "program"), pk=plan_id), timezone.now()
    allow(rules.may_change(request.staff, plan, now))
    return plan, now


def part_of(plan: GuidedPlan, section: str, *shapes: str) -> Asked:
    """A part of the plan that is filled in one of these ways."""
    asked = plan.guide.part(section)
    if asked is None or asked.shape not in shapes:
        raise NotHere
    return asked


def step_sent(request: HttpRequest) -> int:
    """At which step of the first way through a plan the page was sent; 0 anywhere else."""
    said = request.POST.get("first") or request.GET.get("first") or ""
    return int(said) if said.isdecimal() and len(said) < 3 else 0


def page_of_plan(plan: GuidedPlan) -> str:
    """The page of a plan."""
    return reverse("crisis:plan_show", args=[plan.person_id, plan.program_id, plan.kind])


def page_of_part(plan: GuidedPlan, section: str) -> str:
    """The same, at one of its parts."""
    return f"{page_of_plan(plan)}#part-{section}"
