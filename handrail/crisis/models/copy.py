"""Who was given a copy of a plan."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from handrail.accounts.models import Staff
from handrail.crisis.models.entries import CrisisPerson
from handrail.crisis.models.plan import GuidedPlan
from handrail.plans.models import Version
from handrail.plans.models.taking_back import CanBeTakenBack


class CopyGiven(CanBeTakenBack):
    """Somebody whom the family chose has a copy: since when, and of which version."""

    plan = models.ForeignKey(GuidedPlan, on_delete=models.PROTECT, related_name="copies")
    to = models.ForeignKey(CrisisPerson, on_delete=models.PROTECT, related_name="copies")
    given_on = models.DateField()
    version = models.ForeignKey(Version, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    """The version they have, where it read as one that was signed; else it is the plan as it read at `at`."""
    mark = models.CharField(max_length=32)
    """What `papers.copy_mark` said of it then, to tell whether it reads otherwise now."""
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta(CanBeTakenBack.Meta):
        verbose_name_plural = "copies given"
        constraints: ClassVar = [*CanBeTakenBack.Meta.constraints]

    def __str__(self) -> str:
        return f"{self.given_on:%Y-%m-%d}"
