"""What of the plan a contact touched: as it is while the note is written, as it was once it is signed."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.db import models

from handrail.accounts.models import Agency
from handrail.contacts.models.contact import Part
from handrail.kit.ids import new_id
from handrail.plans.models import Goal, Step
from handrail.plans.models.words import LONGEST


class GoalTouched(models.Model):
    """A goal that was worked on, and how it goes now. When the part is signed it becomes a check-in on the goal's own line.

    The value is kept with the measure it was told in, and in words. The goal's words are taken over when the part is signed:
    whatever becomes of the goal, a signed note reads as it was signed.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", db_index=False)
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="goals", db_index=False)  # found by Meta's constraint
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="+")
    value = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    measure = models.JSONField(null=True, blank=True, help_text="The measure the value was told in.")
    told = models.TextField(null=True, blank=True, help_text="The value in words, as it was told.")
    words = models.TextField(max_length=LONGEST, null=True, blank=True, help_text="The goal's words when this was signed.")

    class Meta:
        verbose_name_plural = "goals touched"
        constraints: ClassVar = [models.UniqueConstraint(fields=["part", "goal"], name="contacts_goaltouched_once")]

    def __str__(self) -> str:
        return str(self.goal_id)

    @classmethod
    def telling(cls, part: Part, goal: Goal, value: Decimal | None) -> GoalTouched:
        """A goal, with how it goes in the measure it has now."""
        told = goal.told(value)
        return cls(agency_id=part.agency_id, part=part, goal=goal, value=value, measure=_measure_of(goal), told=told)

    @property
    def read_as(self) -> tuple[str, str]:
        """The goal's words and the value in words."""
        return (
            self.goal.words if self.words is None else self.words,
            self.goal.told(self.value) if self.told is None else self.told,
        )

    @property
    def still_measured_so(self) -> bool:
        """Whether the goal is measured as it was when this value was told: in another measure it means nothing."""
        return self.value is None or self.measure in (None, _measure_of(self.goal))


def _measure_of(goal: Goal) -> list[str]:
    return [str(goal.measure), *goal.scale]


class StepTouched(models.Model):
    """A step that was taken. When the part is signed the step is done in the plan, and its words are taken over."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", db_index=False)
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="steps", db_index=False)  # found by Meta's constraint
    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(max_length=LONGEST, null=True, blank=True, help_text="The step's words when this was signed.")

    class Meta:
        verbose_name_plural = "steps touched"
        constraints: ClassVar = [models.UniqueConstraint(fields=["part", "step"], name="contacts_steptouched_once")]

    def __str__(self) -> str:
        return str(self.step_id)

    @property
    def read_as(self) -> str:
        """The step's words."""
        return self.step.words if self.words is None else self.words
