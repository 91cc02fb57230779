"""Crisis lines as an agency keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q

from handrail.accounts.models import Agency, Staff
from handrail.kit.constraints import both_or_neither, starts_before_it_ends
from handrail.kit.ids import new_id

if TYPE_CHECKING:
    from datetime import datetime


class CrisisLineQuerySet(models.QuerySet["CrisisLine"]):
    """Lines, by whom they may be seen and whether they hold."""

    def visible_to(self, staff: Staff, at: datetime | None = None) -> CrisisLineQuerySet:
        """Of the asker's own agency."""
        return self.filter(agency_id=staff.agency_id)

    def standing(self) -> CrisisLineQuerySet:
        """Those that no later row has replaced."""
        return self.filter(until_at__isnull=True)


class CrisisLine(models.Model):
    """A line as the agency tells it: a local one, or its own words over a shipped one. Changed, a new row takes its place."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    line = models.CharField(max_length=40)
    """Which line it is: the name of a shipped one, or of the agency's own, made once."""
    hidden = models.BooleanField(default=False)
    name = models.CharField(max_length=80)
    name_es = models.CharField(max_length=80, blank=True)
    what_for = models.CharField(max_length=300, blank=True)
    what_for_es = models.CharField(max_length=300, blank=True)
    call = models.CharField(max_length=40, blank=True)
    press = models.CharField(max_length=10, blank=True)
    text = models.CharField(max_length=40, blank=True)
    text_word = models.CharField(max_length=20, blank=True)
    chat = models.BooleanField(default=False)
    reviewed_on = models.DateField()
    review_by = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    until_at = models.DateTimeField(null=True, blank=True)
    until_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = CrisisLineQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            both_or_neither("until_at", "until_by"),
            starts_before_it_ends("at", "until_at"),
            models.UniqueConstraint(
                fields=["agency", "line"], condition=Q(until_at__isnull=True), name="crisis_line_one_stands"
            ),
        ]

    def __str__(self) -> str:
        return self.name
