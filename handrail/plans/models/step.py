"""A step towards a goal, and that it was taken."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.plans.models.goal import Goal
from handrail.plans.models.taking_back import CanBeTakenBack, StandingQuerySet
from handrail.plans.models.words import InOwnWords


class WhoDoes(models.TextChoices):
    """Who does a step. Less peer and more own life is the direction."""

    ALONE = "alone", _("On my own")
    WITH_PEER = "with_peer", _("With my peer")
    WITH_OTHERS = "with_others", _("With someone else")


class StepQuerySet(StandingQuerySet["Step"]):
    """Which steps are still to be taken."""

    def open(self) -> StepQuerySet:
        """Steps that are there and not done."""
        done = StepDone.objects.standing().filter(step=OuterRef("pk"))
        return self.filter(~Exists(done), taken_back_at__isnull=True)


class Step(InOwnWords, CanBeTakenBack):
    """Something somebody does towards a goal, in their words, and who does it."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="steps")
    who = models.CharField(max_length=20, choices=WhoDoes.choices, default=WhoDoes.ALONE)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = StepQuerySet.as_manager()  # type: ignore[misc]  # says more than that of every row of a person

    class Meta(CanBeTakenBack.Meta):
        pass


class StepDone(CanBeTakenBack):
    """A step was taken."""

    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="doings")
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    said_in = models.UUIDField(null=True, blank=True)

    class Meta(CanBeTakenBack.Meta):
        verbose_name_plural = "steps done"
        constraints: ClassVar = [
            *CanBeTakenBack.Meta.constraints,
            models.UniqueConstraint(fields=["step"], condition=Q(taken_back_at__isnull=True), name="plans_stepdone_once"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"
