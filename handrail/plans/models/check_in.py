"""How a goal goes, at one moment."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from handrail.accounts.models import Staff
from handrail.plans.models.goal import Goal
from handrail.plans.models.taking_back import CanBeTakenBack
from handrail.plans.models.words import LONGEST


class CheckIn(CanBeTakenBack):
    """One look at how a goal goes: a value in the goal's own measure, some words, or both. Together they are its line."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="check_ins", db_index=False)  # found by Meta's index
    value = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    words = models.TextField(max_length=LONGEST, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    said_in = models.UUIDField(null=True, blank=True)
    """The part of a contact it was told in. Only its key: contacts lie above plans."""

    class Meta(CanBeTakenBack.Meta):
        constraints: ClassVar = [
            *CanBeTakenBack.Meta.constraints,
            # A contact kept again says the same thing, not a second one.
            models.UniqueConstraint(
                fields=["goal", "said_in"],
                condition=Q(taken_back_at__isnull=True, said_in__isnull=False),
                name="plans_checkin_once_a_contact",
            ),
        ]
        indexes: ClassVar = [
            # A goal's line is read in the order of time.
            models.Index(fields=["goal", "at", "id"], name="plans_checkin_in_time")
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"

    @property
    def told(self) -> str:
        """The value in words."""
        return self.goal.told(self.value)
