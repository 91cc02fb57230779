"""What of the plan a contact touched."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from handrail.accounts.models import Agency
from handrail.contacts.models.contact import Part
from handrail.kit.ids import new_id
from handrail.plans.models import Goal, Step


class GoalTouched(models.Model):
    """A goal that was worked on, and how it goes now. When the part is signed it becomes a check-in on the goal's own line."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="goals")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="+")
    value = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name_plural = "goals touched"
        constraints: ClassVar = [models.UniqueConstraint(fields=["part", "goal"], name="contacts_goaltouched_once")]

    def __str__(self) -> str:
        return str(self.goal_id)


class StepTouched(models.Model):
    """A step that was taken. When the part is signed the step is done in the plan."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="steps")
    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "steps touched"
        constraints: ClassVar = [models.UniqueConstraint(fields=["part", "step"], name="contacts_steptouched_once")]

    def __str__(self) -> str:
        return str(self.step_id)
