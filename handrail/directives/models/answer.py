"""What is written in a directive: running answers, choices with a why, and whose words they are."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from handrail.accounts.models import Staff
from handrail.directives.models.directive import OfADirective
from handrail.plans.models import InOwnWords
from handrail.plans.models.taking_back import CanBeTakenBack
from handrail.plans.models.words import LONGEST


class DirectiveAnswer(InOwnWords, OfADirective):
    """What somebody says in one section, in their own words. It may be emptied again until the directive is signed."""

    PLACE = ("directive", "section")

    section = models.CharField(max_length=40)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["directive", "section"], name="directives_answer_one_a_section")
        ]


class Choice(CanBeTakenBack, OfADirective):
    """One thing somebody accepts, refuses or wants only so, and why. Chosen otherwise, the row before is taken back."""

    section = models.CharField(max_length=40)
    item = models.CharField(max_length=40, blank=True)
    """One of the section's own things; else `label` says what it is about."""
    label = models.CharField(max_length=200, blank=True)
    answer = models.CharField(max_length=40)
    why = models.TextField(max_length=LONGEST, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta(CanBeTakenBack.Meta):
        constraints: ClassVar = [
            *CanBeTakenBack.Meta.constraints,
            models.UniqueConstraint(
                fields=["directive", "section", "item"],
                condition=Q(taken_back_at__isnull=True) & ~Q(item=""),
                name="directives_choice_one_an_item",
            ),
        ]

    def __str__(self) -> str:
        return self.section


class SaidThemselves(OfADirective):
    """Whoever types said: these are the person's own words, typed as they say them. Asked where a peer may not choose."""

    section = models.CharField(max_length=40)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "said themselves"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["directive", "section", "by"], name="directives_saidthemselves_once")
        ]

    def __str__(self) -> str:
        return f"{self.section}, {self.at:%Y-%m-%d}"
