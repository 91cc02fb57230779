"""How the agency walks with somebody: what is arranged for them, what was agreed, and where on the road they are."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.kit.constraints import starts_before_it_ends
from handrail.kit.spans import holds_at
from handrail.people.models.belonging import OfAPerson, OfAPersonQuerySet
from handrail.people.models.facts import Fact
from handrail.people.models.person import Enrolment

M = TypeVar("M", bound=models.Model, covariant=True)


class Need(models.TextChoices):
    """What an arrangement is for."""

    BODY = "body", _("Body and moving")
    SENSES = "senses", _("Seeing, hearing, quiet")
    READING = "reading", _("Reading and understanding")
    LANGUAGE = "language", _("Language")
    CULTURE = "culture", _("Culture")
    FAITH = "faith", _("Faith")
    OTHER = "other", _("Something else")


class Arrangement(Fact):
    """An access or cultural need, and what is arranged for it. It shows wherever it matters: appointments, contacts, groups."""

    kind = models.CharField(max_length=20, choices=Need.choices, default=Need.BODY)
    need = models.CharField(max_length=200)
    arranged = models.CharField(max_length=300)

    def __str__(self) -> str:
        return str(Need(self.kind).label)


class SpanQuerySet(OfAPersonQuerySet[M]):
    """Which rows hold."""

    def running_at(self, moment: datetime) -> SpanQuerySet[M]:
        """Rows that have begun and not ended."""
        return self.filter(holds_at(moment))


class Support(models.TextChoices):
    """The kind of support somebody chose."""

    ONE_TO_ONE = "one_to_one", _("One to one")
    GROUP = "group", _("In a group")
    BOTH = "both", _("One to one and in a group")
    FAMILY = "family", _("As a family")
    PHONE = "phone", _("By phone or message")


class Acuity(models.TextChoices):
    """How things are in the team's view."""

    STEADY = "steady", _("Steady")
    HARDER = "harder", _("Harder than usual")
    VERY_HARD = "very_hard", _("Very hard right now")


class SupportAgreement(OfAPerson):
    """What kind of support, how often and how long, agreed with the person; and why this mix. A new one takes its place."""

    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)
    agreed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Support.choices, default=Support.ONE_TO_ONE)
    every_days = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Empty: whenever the person wants.")
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    person_view = models.TextField(max_length=1000, blank=True)
    acuity = models.CharField(max_length=20, choices=Acuity.choices, blank=True)
    team_view = models.TextField(max_length=1000, blank=True)
    peer_experience = models.TextField(max_length=1000, blank=True)
    why_this_mix = models.TextField(max_length=1000, blank=True)
    review_on = models.DateField(null=True, blank=True)

    objects: ClassVar = SpanQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            starts_before_it_ends("from_at", "until_at"),
            models.CheckConstraint(
                condition=Q(every_days__isnull=True) | Q(every_days__gte=1), name="people_supportagreement_some_rhythm"
            ),
            models.UniqueConstraint(
                fields=["person", "program"], condition=Q(until_at__isnull=True), name="people_supportagreement_one_runs"
            ),
        ]
        indexes: ClassVar = [
            # Today asks what is to be looked at again: among what runs, not among all that was ever agreed.
            models.Index(
                fields=["agency", "review_on"], condition=Q(until_at__isnull=True), name="people_supportagreement_review"
            )
        ]

    def __str__(self) -> str:
        return str(Support(self.kind).label)


class PhaseName(models.TextChoices):
    """Where on the road of recovery somebody is: the four phases that recovery education knows, in plain words."""

    ENGAGEMENT = "engagement", _("Before recovery has begun")
    INITIATION = "initiation", _("First steps")
    STABILISATION = "stabilisation", _("Life grows steady")
    MAINTENANCE = "maintenance", _("For the long run")


class Phase(OfAPerson):
    """A phase of recovery, from one moment until another, in one program. A road has no wrong way: any may follow any."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="phases")
    phase = models.CharField(max_length=20, choices=PhaseName.choices)
    words = models.CharField(max_length=300, blank=True)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)
    noted_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar = SpanQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            starts_before_it_ends("from_at", "until_at"),
            models.UniqueConstraint(fields=["enrolment"], condition=Q(until_at__isnull=True), name="people_phase_one_runs"),
        ]

    def __str__(self) -> str:
        return str(PhaseName(self.phase).label)
