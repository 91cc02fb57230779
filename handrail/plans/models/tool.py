"""What keeps somebody well, and how it helped."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.plans.models.taking_back import CanBeTakenBack
from handrail.plans.models.words import LONGEST, InOwnWords, OwnWords


class ForWhat(models.TextChoices):
    """What a wellness tool is for."""

    TRAUMA = "trauma", _("When hard memories come")
    SUBSTANCES = "substances", _("When I want to drink or use")
    MIND = "mind", _("When my mind is loud or low")
    EVERYDAY = "everyday", _("Every day")


class Helped(models.TextChoices):
    """How much a tool helped this time. None of them is a failure."""

    A_LOT = "a_lot", _("A lot")
    A_LITTLE = "a_little", _("A little")
    NOT_THIS_TIME = "not_this_time", _("Not this time")


class Tool(InOwnWords, CanBeTakenBack):
    """A wellness tool: what it is called and how it is done, both in the person's words, and what for. From the library, or own."""

    how = models.OneToOneField(OwnWords, on_delete=models.PROTECT, related_name="how_of_tool")
    library = models.CharField(max_length=60, blank=True, help_text="The id of the library's tool it began as.")
    for_what = models.JSONField(default=list, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta(CanBeTakenBack.Meta):
        pass

    @property
    def for_what_told(self) -> list[str]:
        """What it is for, in words."""
        return [str(one.label) for one in ForWhat if one in self.for_what]

    def facts(self) -> dict[str, object]:
        """What can be changed of it, each as it is changed."""
        return {"for_what": set(self.for_what)}


class ToolUsed(CanBeTakenBack):
    """A tool was used: when, and whether it helped, as far as somebody said."""

    tool = models.ForeignKey(Tool, on_delete=models.PROTECT, related_name="uses", db_index=False)  # found by Meta's index
    helped = models.CharField(max_length=20, choices=Helped.choices, blank=True)
    words = models.TextField(max_length=LONGEST, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    said_in = models.UUIDField(null=True, blank=True)

    class Meta(CanBeTakenBack.Meta):
        verbose_name_plural = "tools used"
        constraints: ClassVar = [
            *CanBeTakenBack.Meta.constraints,
            models.UniqueConstraint(
                fields=["tool", "said_in"],
                condition=Q(taken_back_at__isnull=True, said_in__isnull=False),
                name="plans_toolused_once_a_contact",
            ),
        ]
        indexes: ClassVar = [
            # How it helped is told in the order of time.
            models.Index(fields=["tool", "at", "id"], name="plans_toolused_in_time")
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"
