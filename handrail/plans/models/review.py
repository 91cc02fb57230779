"""Looking at a paper again together."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from handrail.accounts.models import Staff
from handrail.plans.models.paper import OfAPaper
from handrail.plans.models.taking_back import CanBeTakenBack
from handrail.plans.models.words import LONGEST


class Review(OfAPaper, CanBeTakenBack):
    """Somebody and their peer looked at a paper again: when, who was there, and what changed."""

    on = models.DateField()
    with_whom = models.CharField(max_length=200, blank=True)
    what_changed = models.TextField(max_length=LONGEST, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta(CanBeTakenBack.Meta):
        indexes: ClassVar = [
            # The last look at a paper: its page, and Today, which asks it for everybody somebody walks with.
            models.Index(fields=["person", "program", "kind", "-on"], name="plans_review_last")
        ]

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d}"
