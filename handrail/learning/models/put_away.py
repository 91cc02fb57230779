"""What an agency does not offer."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from handrail.accounts.models import Staff
from handrail.kit.constraints import both_or_neither, starts_before_it_ends
from handrail.learning.models.of_an_agency import OfAnAgency, OfAnAgencyQuerySet


class PutAwayQuerySet(OfAnAgencyQuerySet["PutAway"]):
    """What is put away now."""

    def standing(self) -> PutAwayQuerySet:
        """Those that nobody has brought back."""
        return self.filter(back_at__isnull=True)


class PutAway(OfAnAgency):
    """A piece or a curriculum that the agency does not offer any more, by its key. Whoever was given it still reads it."""

    key = models.CharField(max_length=60)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    back_at = models.DateTimeField(null=True, blank=True)
    back_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False)

    objects = PutAwayQuerySet.as_manager()  # type: ignore[misc]  # says more than that of every row

    class Meta:
        verbose_name_plural = "put away"
        constraints: ClassVar = [
            both_or_neither("back_at", "back_by"),
            starts_before_it_ends("at", "back_at"),
            models.UniqueConstraint(
                fields=["agency", "key"], condition=Q(back_at__isnull=True), name="learning_putaway_one_stands"
            ),
        ]

    def __str__(self) -> str:
        return self.key
