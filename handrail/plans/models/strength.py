"""What is strong in somebody, and where it showed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.plans.catalogue.strengths import SkillArea, skill_areas
from handrail.plans.models.taking_back import CanBeTakenBack
from handrail.plans.models.words import LONGEST, InOwnWords


class NoticedBy(models.TextChoices):
    """Who saw a strength first."""

    MYSELF = "myself", _("I did")
    PEER = "peer", _("My peer")
    OTHER = "other", _("Somebody else")


class Strength(InOwnWords, CanBeTakenBack):
    """Something strong in somebody, in their words; who noticed it, and what it is a skill of. It grows with each time it shows."""

    area = models.CharField(max_length=40, blank=True, help_text="Of the skill areas in the catalogue.")
    noticed_by = models.CharField(max_length=20, choices=NoticedBy.choices, default=NoticedBy.MYSELF)
    noticed_by_whom = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta(CanBeTakenBack.Meta):
        verbose_name_plural = "strengths"

    @property
    def skill_area(self) -> SkillArea | None:
        """The area as the catalogue tells it."""
        return skill_areas().get(self.area)

    def facts(self) -> dict[str, object]:
        """What can be changed of it, each as it is changed."""
        return {"area": self.area, "noticed_by": (self.noticed_by, self.noticed_by_whom)}


class StrengthShown(CanBeTakenBack):
    """A moment in which a strength showed: where, in words, and when."""

    strength = models.ForeignKey(
        Strength, on_delete=models.PROTECT, related_name="moments", db_index=False
    )  # found by Meta's index
    where = models.TextField(max_length=LONGEST, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    said_in = models.UUIDField(null=True, blank=True)

    class Meta(CanBeTakenBack.Meta):
        verbose_name_plural = "strengths shown"
        constraints: ClassVar = [
            *CanBeTakenBack.Meta.constraints,
            models.UniqueConstraint(
                fields=["strength", "said_in"],
                condition=Q(taken_back_at__isnull=True, said_in__isnull=False),
                name="plans_strengthshown_once_a_contact",
            ),
        ]
        indexes: ClassVar = [
            # A strength grows in the order of time.
            models.Index(fields=["strength", "at", "id"], name="plans_strengthshown_in_time")
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"
