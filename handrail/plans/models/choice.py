"""A choice: the question, what matters, the options with what was looked up about each, how they fit, and what was chosen."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.people.models import OfAPerson
from handrail.plans.models.taking_back import CanBeTakenBack, StandingQuerySet
from handrail.plans.models.words import LONGEST, InOwnWords


class ChoiceQuerySet(StandingQuerySet["Choice"]):
    """Which choices are still to be made."""

    def open(self) -> ChoiceQuerySet:
        """Choices that are there, and not made: nothing was said yet, or `not yet` was said last."""
        latest = Chosen.objects.filter(choice=OuterRef("pk")).order_by("-at", "-id")
        said = self.filter(taken_back_at__isnull=True).annotate(chosen_now=Subquery(latest.values("option")[:1]))
        return said.filter(chosen_now__isnull=True)


class Choice(InOwnWords, CanBeTakenBack):
    """A choice to make. Its words are the question. There is no field for what anybody else thinks of it."""

    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ChoiceQuerySet.as_manager()  # type: ignore[misc]  # says more than that of every row of a person

    class Meta(CanBeTakenBack.Meta):
        pass


class Thought(InOwnWords):
    """What stands beside the options: what one still wants to know, when one looks at it again. It may be emptied."""

    PLACE = ("choice", "prompt")

    choice = models.ForeignKey(Choice, on_delete=models.PROTECT, related_name="thoughts", db_index=False)
    prompt = models.CharField(max_length=40)

    class Meta:
        constraints: ClassVar = [
            # Also how the thoughts of a choice are found.
            models.UniqueConstraint(fields=["choice", "prompt"], name="plans_thought_one_a_prompt")
        ]


class Matter(InOwnWords, CanBeTakenBack):
    """Something that matters in a choice. The person says in which order."""

    choice = models.ForeignKey(Choice, on_delete=models.PROTECT, related_name="matters")
    place = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta(CanBeTakenBack.Meta):
        pass


class Option(InOwnWords, CanBeTakenBack):
    """One thing somebody could choose; doing nothing for now is one as well."""

    choice = models.ForeignKey(Choice, on_delete=models.PROTECT, related_name="options")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta(CanBeTakenBack.Meta):
        pass


class LookedUp(CanBeTakenBack):
    """A fact about an option, looked up by somebody: what, where from, and on which day it was so."""

    option = models.ForeignKey(Option, on_delete=models.PROTECT, related_name="facts")
    text = models.TextField(max_length=LONGEST)
    source = models.CharField(max_length=200)
    on = models.DateField()
    made_at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta(CanBeTakenBack.Meta):
        verbose_name_plural = "looked up"

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d}"


class HowItFits(models.TextChoices):
    """How an option fits what matters. Not knowing is an answer."""

    GOOD = "good", _("It fits")
    PARTLY = "partly", _("Partly")
    NOT = "not", _("Does not fit")
    UNKNOWN = "unknown", _("Not sure yet")


class Fit(OfAPerson):
    """How an option fits one thing that matters, as the person saw it at one moment. The last one counts, the others stay."""

    option = models.ForeignKey(Option, on_delete=models.PROTECT, related_name="fits")
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="fits", db_index=False)  # found by the option
    how = models.CharField(max_length=20, choices=HowItFits.choices)
    words = models.TextField(max_length=LONGEST, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"


class Chosen(OfAPerson):
    """What somebody chose, and why, in their words; without an option: not yet. The last one counts, the others stay."""

    choice = models.ForeignKey(Choice, on_delete=models.PROTECT, related_name="chosen")
    option = models.ForeignKey(Option, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    words = models.TextField(max_length=LONGEST, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "chosen"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"
