"""Rows that can be taken back, and put back again: the way of every undo. Nothing is deleted."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from django.db import models

from handrail.accounts.models import Staff
from handrail.kit.constraints import both_or_neither
from handrail.people.models import OfAPerson, OfAPersonQuerySet

M = TypeVar("M", bound=models.Model, covariant=True)


class StandingQuerySet(OfAPersonQuerySet[M]):
    """What has not been taken back."""

    def standing(self) -> StandingQuerySet[M]:
        """The rows that count."""
        return self.filter(taken_back_at__isnull=True)


class CanBeTakenBack(OfAPerson):
    """A row that counts until somebody takes it back."""

    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = StandingQuerySet.as_manager()  # type: ignore[misc]  # says more than that of every row of a person

    class Meta:
        abstract = True
        constraints: ClassVar = [both_or_neither("taken_back_at", "taken_back_by")]
