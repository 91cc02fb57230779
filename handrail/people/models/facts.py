"""What is known about a person beside who they are: each fact says who noted it and when, and stops rather than vanishes."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, TypeVar

from django.db import models

from handrail.accounts.models import Staff
from handrail.kit.constraints import both_or_neither
from handrail.people.models.belonging import OfAPerson, OfAPersonQuerySet

M = TypeVar("M", bound=models.Model, covariant=True)


class FactQuerySet(OfAPersonQuerySet[M]):
    """Which facts still stand."""

    def standing(self) -> FactQuerySet[M]:
        """Facts nobody has stopped."""
        return self.filter(stopped_at__isnull=True)


class Fact(OfAPerson):
    """Something known about a person in one program. What no longer holds is stopped: why somebody knew it stays clear."""

    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    why_stopped = models.CharField(max_length=300, blank=True)

    objects: ClassVar = FactQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints: ClassVar = [both_or_neither("stopped_at", "stopped_by")]

    def note(self, by: Staff, at: datetime) -> None:
        """Whose fact this is from now on; the program and the person are set by whoever makes it."""
        self.agency_id, self.noted_by, self.noted_at = by.agency_id, by, at
