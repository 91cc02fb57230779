"""A time that was hard: what was tried, and what was said then and afterwards."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.kit.constraints import both_or_neither, starts_before_it_ends
from handrail.plans.models import InOwnWords
from handrail.plans.models.taking_back import CanBeTakenBack


class InCrisis(CanBeTakenBack):
    """Somebody was with the person in a crisis, the plan in hand. No score, no promise: what happened, and what helped."""

    began_at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    tried = models.JSONField(default=list, blank=True)
    """The options that were tried, by name (`options`)."""

    class Meta(CanBeTakenBack.Meta):
        verbose_name_plural = "in crisis"
        constraints: ClassVar = [
            *CanBeTakenBack.Meta.constraints,
            both_or_neither("ended_at", "ended_by"),
            starts_before_it_ends("began_at", "ended_at"),
        ]
        indexes: ClassVar = [
            # The view in a crisis asks what goes on right now; hardly any row does.
            models.Index(
                fields=["person", "program"],
                condition=Q(ended_at__isnull=True, taken_back_at__isnull=True),
                name="crisis_incrisis_going_on",
            )
        ]

    def __str__(self) -> str:
        return f"{self.began_at:%Y-%m-%d}"


class Said(models.TextChoices):
    """What a note of a hard time is about."""

    NOW = "now", _("What is happening now")
    NEXT = "next", _("What comes next")
    LEARNED = "learned", _("What we learned")


class CrisisNote(InOwnWords):
    """What was said of a hard time: what is happening, what comes next, what was learned."""

    PLACE = ("use", "about")

    use = models.ForeignKey(InCrisis, on_delete=models.PROTECT, related_name="notes", db_index=False)
    about = models.CharField(max_length=20, choices=Said.choices)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["use", "about"], name="crisis_crisisnote_one_of_each")]
