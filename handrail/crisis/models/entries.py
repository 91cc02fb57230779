"""The people and the places of a plan."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from handrail.accounts.models import Staff
from handrail.crisis.models.plan import GuidedPlan
from handrail.people.numbers import dialled
from handrail.plans.models.taking_back import CanBeTakenBack


class InAPlan(CanBeTakenBack):
    """One entry in a part of a plan that is made of people or of places, in the order the person gave it."""

    TYPED: ClassVar[tuple[str, ...]] = ()
    """What is typed of it."""

    plan = models.ForeignKey(GuidedPlan, on_delete=models.PROTECT, related_name="%(class)ss", db_index=False)
    section = models.CharField(max_length=40)
    place = models.PositiveIntegerField(default=0)
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=60, blank=True)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta(CanBeTakenBack.Meta):
        abstract = True

    @property
    def dial(self) -> str:
        """The number as a phone dials it; empty when there is none."""
        return dialled(self.phone)

    def facts(self) -> dict[str, Any]:
        """What can be changed of it."""
        return {name: getattr(self, name) for name in self.TYPED}


class CrisisPerson(InAPlan):
    """Somebody in a plan: who they are to the person, their number, and when to call them, or not."""

    TYPED = ("name", "who", "phone", "when")

    who = models.CharField(max_length=120, blank=True)
    when = models.CharField(max_length=300, blank=True)

    class Meta(InAPlan.Meta):
        # A plan's people are read by plan and part, in their order.
        indexes: ClassVar = [models.Index(fields=["plan", "section", "place"], name="crisis_person_in_order")]

    def __str__(self) -> str:
        return "somebody in a plan"


class CrisisPlace(InAPlan):
    """Somewhere that is good to go to, or better not: how to get there, and why."""

    TYPED = ("name", "how", "phone", "why")

    how = models.CharField(max_length=300, blank=True)
    why = models.CharField(max_length=300, blank=True)

    class Meta(InAPlan.Meta):
        # As the people are.
        indexes: ClassVar = [models.Index(fields=["plan", "section", "place"], name="crisis_place_in_order")]

    def __str__(self) -> str:
        return "a place in a plan"
