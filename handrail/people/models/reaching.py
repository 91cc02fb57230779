"""How a person is reached without harm: their numbers and places, and how they want to be found."""

from __future__ import annotations

from datetime import time
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from handrail.kit.constraints import both_or_neither
from handrail.people.models.facts import Fact
from handrail.people.numbers import digits_to_dial

WAYS = ("may_call", "may_text", "may_write", "may_come", "may_leave_word")
"""What a person can allow for a contact point."""


class PointKind(models.TextChoices):
    """What a contact point is."""

    PHONE = "phone", _("Phone")
    EMAIL = "email", _("E-mail")
    PLACE = "place", _("A place")
    OTHER = "other", _("Something else")


class ContactPoint(Fact):
    """A number, an address, a place, or "ask for Ray at the barber's", and what is safe there: presence alone is a secret."""

    kind = models.CharField(max_length=20, choices=PointKind.choices, default=PointKind.PHONE)
    value = models.CharField(max_length=200)
    whose = models.CharField(max_length=80, blank=True)
    is_best = models.BooleanField(default=False)
    may_call = models.BooleanField(default=False)
    may_text = models.BooleanField(default=False)
    may_write = models.BooleanField(default=False)
    may_come = models.BooleanField(default=False)
    may_leave_word = models.BooleanField(default=False)
    never = models.BooleanField(default=False, help_text="Kept so that nobody uses it by mistake.")
    safe_from = models.TimeField(null=True, blank=True)
    safe_until = models.TimeField(null=True, blank=True)
    safe_words = models.CharField(max_length=200, blank=True)
    who_else = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            *Fact.Meta.constraints,
            both_or_neither("safe_from", "safe_until"),
            models.CheckConstraint(
                condition=Q(never=False) | Q(**dict.fromkeys(WAYS, False)), name="people_contactpoint_never_is_never"
            ),
        ]

    def __str__(self) -> str:
        return str(PointKind(self.kind).label)

    @property
    def digits(self) -> str:
        """The digits of the number to dial, in whichever script they were typed; empty for anything but a phone."""
        return digits_to_dial(self.value) if self.kind == PointKind.PHONE else ""

    def is_safe_at(self, local: time) -> bool:
        """Whether this time of day is within the safe hours; a stretch may go over midnight."""
        if self.safe_from is None or self.safe_until is None:
            return True
        if self.safe_from <= self.safe_until:
            return self.safe_from <= local < self.safe_until
        return local >= self.safe_from or local < self.safe_until


class Finding(Fact):
    """Ways to find somebody, as they agreed to them, and what makes being met feel safe or unsafe to them."""

    ways = models.TextField(max_length=1000, blank=True)
    agreed_on = models.DateField(null=True, blank=True, help_text="The person agreed that we look for them there.")
    feels_safe = models.TextField(max_length=1000, blank=True)
    feels_unsafe = models.TextField(max_length=1000, blank=True)

    class Meta:
        constraints: ClassVar = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ways="") | Q(agreed_on__isnull=False), name="people_finding_only_where_they_agreed"
            ),
            models.UniqueConstraint(
                fields=["person", "program"], condition=Q(stopped_at__isnull=True), name="people_finding_one_stands"
            ),
        ]

    def __str__(self) -> str:
        return "Ways to find them"
