"""A curriculum of the agency's own: pieces in an order, by phase of recovery."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from handrail.accounts.models import Staff
from handrail.kit.constraints import both_or_neither, starts_before_it_ends
from handrail.learning.models.of_an_agency import OfAnAgency, OfAnAgencyQuerySet


class Curriculum(OfAnAgency):
    """Pieces in an order, by phase of recovery."""

    title = models.CharField(max_length=120)
    about = models.CharField(max_length=400, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        verbose_name_plural = "curricula"

    def __str__(self) -> str:
        return self.title


class CurriculumEntryQuerySet(OfAnAgencyQuerySet["CurriculumEntry"]):
    """Which entries stand."""

    def standing(self) -> CurriculumEntryQuerySet:
        """Those that nobody has taken out."""
        return self.filter(taken_out_at__isnull=True)


class CurriculumEntry(OfAnAgency):
    """One piece of a curriculum, in its phase and place. Taken out, the row stays."""

    curriculum = models.ForeignKey(Curriculum, on_delete=models.PROTECT, related_name="entries")
    phase = models.CharField(max_length=20)
    place = models.PositiveIntegerField()
    key = models.CharField(max_length=60)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    taken_out_at = models.DateTimeField(null=True, blank=True)
    taken_out_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False)

    objects = CurriculumEntryQuerySet.as_manager()  # type: ignore[misc]  # says more than that of every row

    class Meta:
        verbose_name_plural = "curriculum entries"
        constraints: ClassVar = [
            both_or_neither("taken_out_at", "taken_out_by"),
            starts_before_it_ends("added_at", "taken_out_at"),
            models.UniqueConstraint(
                fields=["curriculum", "phase", "key"], condition=Q(taken_out_at__isnull=True), name="learning_entry_once"
            ),
        ]

    def __str__(self) -> str:
        return self.key
