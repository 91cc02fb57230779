"""What becomes of a signed directive: read again and still right, or taken back."""

from __future__ import annotations

from django.db import models

from handrail.accounts.models import Staff
from handrail.directives.models.directive import Directive, OfADirective
from handrail.people.models import OfAPerson
from handrail.plans.models.words import LONGEST


class Reaffirmed(OfADirective):
    """Somebody read it again, and it still says what they want."""

    on = models.DateField()
    words = models.TextField(max_length=LONGEST, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "reaffirmed"

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d}"


class Revoked(OfAPerson):
    """Somebody took it back: how, when, and why if they wanted to say so. The paper stays, marked."""

    directive = models.OneToOneField(Directive, on_delete=models.PROTECT, related_name="revoked")
    how = models.CharField(max_length=40)
    how_words = models.CharField(max_length=200, blank=True)
    reason = models.TextField(max_length=LONGEST, blank=True)
    is_able = models.BooleanField(default=False)
    """Whether it was said that the person is able to decide, where the state asks for it."""
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "revoked"

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d}"
