"""A crisis plan, a family crisis plan, a relapse-prevention plan; and what the person says in each of its parts."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from handrail.accounts.models import Staff
from handrail.crisis.guides import Guide, guides
from handrail.people.models import OfAPerson
from handrail.plans.models import InOwnWords


class GuidedPlan(OfAPerson):
    """A plan with questions that help to write it. One of a kind for each program a person is part of."""

    kind = models.CharField(max_length=20)
    """crisis, family, relapse: what is asked stands in `guides`."""
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "program", "kind"], name="crisis_guidedplan_one_of_a_kind")
        ]

    def __str__(self) -> str:
        return self.kind

    @property
    def guide(self) -> Guide:
        """What is asked in it."""
        return guides()[self.kind]


class GuidedAnswer(InOwnWords):
    """What the person says in one part of a plan. It may be emptied again."""

    PLACE = ("plan", "section")

    plan = models.ForeignKey(GuidedPlan, on_delete=models.PROTECT, related_name="answers", db_index=False)
    section = models.CharField(max_length=40)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["plan", "section"], name="crisis_guidedanswer_one_a_part")]
