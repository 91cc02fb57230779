"""What stays of an import: where a person came from, and the hopes that came along with them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.kit.bytewise import BytewiseField
from handrail.kit.constraints import both_or_neither
from handrail.people.models import OfAPerson, OfAPersonQuerySet


class Origin(OfAPerson):
    """Somebody came into this program from a file, and what it told then: so that the same record is known when it comes again."""

    mark = BytewiseField(max_length=32)
    sealed = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["program", "mark", "person"], name="exchange_origin_once_a_program")
        ]

    def __str__(self) -> str:
        return "came from a file"


class BroughtKind(models.TextChoices):
    """What it was where it came from."""

    GOAL = "goal", _("A goal")
    PLAN = "plan", _("Part of a care plan")


class BroughtQuerySet(OfAPersonQuerySet["Brought"]):
    """What still waits for a word of the person."""

    def waiting(self) -> BroughtQuerySet:
        """Neither taken over nor dropped."""
        return self.filter(settled_at__isnull=True)


class Brought(OfAPerson):
    """A hope that came along in a file, in the words of whoever wrote it there. They take it over, or drop it."""

    kind = models.CharField(max_length=8, choices=BroughtKind.choices)
    text = models.TextField(max_length=1000)
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    goal = models.UUIDField(null=True, blank=True, help_text="The goal it became, when it was taken over.")

    objects = BroughtQuerySet.as_manager()  # type: ignore[misc]  # says more than that of every row of a person

    class Meta:
        verbose_name_plural = "brought along"
        constraints: ClassVar = [both_or_neither("settled_at", "settled_by")]
        indexes: ClassVar = [
            # A person's page asks what waits, and mostly hears nothing.
            models.Index(
                fields=["person", "program"], condition=models.Q(settled_at__isnull=True), name="exchange_brought_waiting"
            )
        ]

    def __str__(self) -> str:
        return str(BroughtKind(self.kind).label)

    @property
    def was_taken_over(self) -> bool:
        """Whether it became a goal."""
        return self.goal is not None
