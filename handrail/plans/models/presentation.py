"""That a paper was presented to somebody, as the person agreed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.people.models import Supporter
from handrail.plans.models.paper import OfAPaper, Version
from handrail.plans.models.taking_back import CanBeTakenBack


class Way(models.TextChoices):
    """How a paper was presented."""

    TALKED = "talked", _("Talked about it")
    SHOWED = "showed", _("Showed it")
    GAVE = "gave", _("Gave a copy")
    SENT = "sent", _("Sent a copy")


class Agreement(models.TextChoices):
    """Who said that it may be presented."""

    PERSON = "person", _("The person said yes")
    TOLD_IT = "told_it", _("The person told it themselves")
    GUARDIAN = "guardian", _("A parent or guardian said yes")
    WRITTEN = "written", _("There is a written consent")


class Presentation(OfAPaper, CanBeTakenBack):
    """Somebody heard of a paper or has a copy: who, how, under whose agreement, and which version."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    supporter = models.ForeignKey(Supporter, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    whom = models.CharField(max_length=200, blank=True)
    way = models.CharField(max_length=20, choices=Way.choices)
    agreed = models.CharField(max_length=20, choices=Agreement.choices)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta(CanBeTakenBack.Meta):
        constraints: ClassVar = [
            *CanBeTakenBack.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(supporter__isnull=False) | ~models.Q(whom=""), name="plans_presentation_to_somebody"
            ),
        ]
        indexes: ClassVar = [
            # Whom a paper was presented to, the latest first.
            models.Index(fields=["person", "program", "kind", "-on"], name="plans_presentation_of_paper")
        ]

    def __str__(self) -> str:
        return f"{self.get_way_display()}, {self.on:%Y-%m-%d}"
