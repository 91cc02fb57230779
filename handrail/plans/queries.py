"""Reads of plans, shared by pages and by the apps above."""

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from handrail.accounts.models import Program
from handrail.people.models import Person
from handrail.plans.models import CheckIn, Goal, Step, Want


def wants(person: Person, programs: Iterable[Program]) -> QuerySet[Want]:
    """What somebody wants, in each of these programs where it is written down."""
    return Want.objects.filter(person=person, program__in=list(programs)).select_related("own")


def open_goals(person: Person, programs: Iterable[Program]) -> QuerySet[Goal]:
    """The goals somebody is on the way to, in their own order; each with `open_steps` and its `latest` check-in."""
    steps = Step.objects.open().select_related("own").order_by("made_at", "id")
    last = CheckIn.objects.standing().order_by("-at", "-id")[:1]
    return (
        Goal.objects.open()
        .filter(person=person, program__in=list(programs))
        .select_related("own")
        .prefetch_related(
            Prefetch("steps", queryset=steps, to_attr="open_steps"),
            Prefetch("check_ins", queryset=last, to_attr="latest_check_ins"),
        )
        .order_by("place", "id")
    )
