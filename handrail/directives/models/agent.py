"""Who speaks for the person when they cannot, and whether they said yes."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.directives.models.directive import OfADirective
from handrail.plans.models.taking_back import CanBeTakenBack


class HowAccepted(models.TextChoices):
    """How somebody said that they will."""

    IN_PERSON = "in_person", _("They said so to us")
    PHONE = "phone", _("On the phone")
    WRITING = "writing", _("In writing")
    TOLD = "told", _("The person told us")


class Agent(CanBeTakenBack, OfADirective):
    """Somebody who speaks for the person. The first in order is the agent; the others step in, one after the other."""

    place = models.PositiveIntegerField()
    name = models.CharField(max_length=120)
    relation = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta(CanBeTakenBack.Meta):
        pass

    def __str__(self) -> str:
        return self.name


class AgentAccepted(CanBeTakenBack, OfADirective):
    """They said yes: how, and when. Without it they may not know that they are named."""

    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="acceptances")
    how = models.CharField(max_length=20, choices=HowAccepted.choices)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta(CanBeTakenBack.Meta):
        verbose_name_plural = "agents accepted"
        constraints: ClassVar = [
            *CanBeTakenBack.Meta.constraints,
            models.UniqueConstraint(
                fields=["agent"], condition=models.Q(taken_back_at__isnull=True), name="directives_agentaccepted_once"
            ),
        ]

    def __str__(self) -> str:
        return str(HowAccepted(self.how).label)
