"""A goal, how one will know, and how it ended."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.people.models import OfAPersonQuerySet
from handrail.plans.models.taking_back import CanBeTakenBack
from handrail.plans.models.words import LONGEST, InOwnWords

if TYPE_CHECKING:
    from handrail.plans.models.check_in import CheckIn


class LifeArea(models.TextChoices):
    """The part of life a goal is about, in plain words."""

    HOME = "home", _("A place to live")
    BODY = "body", _("Body and health")
    MIND = "mind", _("Mind and feelings")
    RECOVERY = "recovery", _("Alcohol and drugs")
    PEOPLE = "people", _("Family and friends")
    WORK = "work", _("Work")
    LEARNING = "learning", _("Learning")
    MONEY = "money", _("Money and papers")
    WAYS = "ways", _("Getting around")
    JOY = "joy", _("Free time and joy")
    FAITH = "faith", _("Faith and meaning")
    GIVING = "giving", _("Helping others")


class Measure(models.TextChoices):
    """How I will know. Not every goal needs it."""

    NONE = "", _("Just see how it goes")
    NUMBER = "number", _("A number")
    YES_NO = "yes_no", _("Yes or no")
    SCALE = "scale", _("My own words, from far to near")


MEASURED = ("measure", "know", "from_value", "to_value", "unit", "scale")
"""The fields that together say how one will know."""


class GoalQuerySet(OfAPersonQuerySet["Goal"]):
    """Which goals are open."""

    def open(self) -> GoalQuerySet:
        """Goals that have not ended."""
        return self.filter(~Exists(GoalEnded.objects.standing().filter(goal=OuterRef("pk"))))


class Goal(InOwnWords):
    """Where somebody is going, in their words. How I will know, and until when, only if they want it."""

    area = models.CharField(max_length=20, choices=LifeArea.choices, blank=True)
    measure = models.CharField(max_length=20, choices=Measure.choices, blank=True, default=Measure.NONE)
    know = models.CharField(max_length=200, blank=True, help_text="How one will know, in words: `I have the key`.")
    from_value = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    to_value = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    scale = models.JSONField(default=list, blank=True)
    hoped_for_on = models.DateField(null=True, blank=True)
    place = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = GoalQuerySet.as_manager()  # type: ignore[misc]  # says more than that of every row of a person

    class Meta:
        indexes: ClassVar = [
            # A plan is read by person and program, in the order the person gave it.
            models.Index(fields=["person", "program", "place"], name="plans_goal_in_order")
        ]

    def get_area_display(self) -> Any:  # type: ignore[no-redef]
        """In words. Django's own way looks up every choice each time, 100 µs, and a plan tells it of each of its goals."""
        return LifeArea(self.area).label if self.area else ""

    @property
    def latest(self) -> CheckIn | None:
        """The last check-in, where `queries` have read it; of a measured goal the last that says how far it is."""
        latest: list[CheckIn] = self.latest_check_ins  # type: ignore[attr-defined]
        return latest[0] if latest else None

    @property
    def from_number(self) -> str:
        """Where it began, without its unit: `From 0 to 4 trips`."""
        return "" if self.from_value is None else _plain_number(self.from_value)

    @property
    def to_told(self) -> str:
        """Where it goes, in words."""
        return self.told(self.to_value)

    def facts(self) -> dict[str, Any]:
        """What can be changed of it, each as it is changed: a measure as one thing."""
        return {
            "area": self.area,
            "measure": tuple(getattr(self, name) for name in MEASURED),
            "hoped_for_on": self.hoped_for_on,
        }

    def told(self, value: Decimal | None) -> str:
        """A value in words: `3 trips`, `Yes`, a step of the person's own scale."""
        if value is None:
            return ""
        if self.measure == Measure.YES_NO:
            return gettext("Yes") if value else gettext("Not yet")
        if self.measure == Measure.SCALE and 1 <= value <= len(self.scale):
            return str(self.scale[int(value) - 1])
        return f"{_plain_number(value)} {self.unit}".strip()


def _plain_number(value: Decimal) -> str:
    """2.50 is 2.5, and 3.00 is 3, as the reader's language writes it."""
    value = Decimal(value)
    return str(number_format(value.normalize() if value % 1 else int(value)))


class Ending(models.TextChoices):
    """How a goal ended. None of them is a failure."""

    REACHED = "reached", _("Reached")
    LET_GO = "let_go", _("Let go")
    CHANGED = "changed", _("Changed into something else")


class GoalEnded(CanBeTakenBack):
    """A goal came to its end: reached, let go, or changed; and why, so that it can be told later."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="endings")
    how = models.CharField(max_length=20, choices=Ending.choices)
    why = models.TextField(max_length=LONGEST, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta(CanBeTakenBack.Meta):
        verbose_name_plural = "goals ended"
        constraints: ClassVar = [
            *CanBeTakenBack.Meta.constraints,
            models.UniqueConstraint(fields=["goal"], condition=Q(taken_back_at__isnull=True), name="plans_goalended_once"),
        ]

    def __str__(self) -> str:
        return str(Ending(self.how).label)
