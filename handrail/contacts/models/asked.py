"""Somebody asked for a call."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from handrail.accounts.models import Staff
from handrail.kit.constraints import both_or_neither
from handrail.people.models import OfAPerson, OfAPersonQuerySet


class CallAskedQuerySet(OfAPersonQuerySet["CallAsked"]):
    """Which wishes still stand."""

    def standing(self) -> CallAskedQuerySet:
        """Not settled by somebody. Speaking with the person settles it as well (see `queries.calls_asked`)."""
        return self.filter(settled_at__isnull=True)


class CallAsked(OfAPerson):
    """The person would like to hear from us. It stands until somebody spoke with them, or they no longer need it."""

    about = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    noted_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = CallAskedQuerySet.as_manager()  # type: ignore[misc]  # says more than that of every row of a person

    class Meta:
        verbose_name_plural = "calls asked for"
        constraints: ClassVar = [both_or_neither("settled_at", "settled_by")]

    def __str__(self) -> str:
        return f"{self.person}, {self.at:%Y-%m-%d}"
