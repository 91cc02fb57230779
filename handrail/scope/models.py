"""What an agency changes about the rules of its state. Everything else of this app is data shipped with the code."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q

from handrail.accounts.models import Agency, Staff
from handrail.kit.constraints import both_or_neither, starts_before_it_ends
from handrail.kit.ids import new_id

if TYPE_CHECKING:
    from datetime import datetime


class PackOverrideQuerySet(models.QuerySet["PackOverride"]):
    """Overrides, by whom they may be seen and whether they hold."""

    def visible_to(self, staff: Staff, at: datetime | None = None) -> PackOverrideQuerySet:
        """Of the asker's own agency."""
        return self.filter(agency_id=staff.agency_id)

    def standing(self) -> PackOverrideQuerySet:
        """Those that nobody has taken back."""
        return self.filter(withdrawn_at__isnull=True)


class PackOverride(models.Model):
    """An agency goes by another number or rule than its pack says, since when, and why. Taken back, the row stays."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=80)
    value = models.JSONField(null=True, help_text="As JSON; null means that the agency has no such rule.")
    reason = models.TextField(max_length=500)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = PackOverrideQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            both_or_neither("withdrawn_at", "withdrawn_by"),
            starts_before_it_ends("at", "withdrawn_at"),
            models.UniqueConstraint(
                fields=["agency", "key"], condition=Q(withdrawn_at__isnull=True), name="scope_override_one_stands"
            ),
        ]

    def __str__(self) -> str:
        return self.key
