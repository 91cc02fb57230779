"""Two who look alike: a record of a file and somebody known, or two records of the file; and what they are found by."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Agency, Staff
from handrail.exchange.models.importing import Import
from handrail.exchange.models.record import Record
from handrail.kit.ids import new_id
from handrail.people.models import Enrolment, Person


class AlikeAnswer(models.TextChoices):
    """What somebody who may see both said."""

    NOT_YET = "", _("Not decided")
    SAME = "same", _("The same person")
    DIFFERENT = "different", _("Somebody else")


class AlikeQuerySet(models.QuerySet["Alike"]):
    """Who may know that two look alike."""

    def visible_to(self, staff: Staff, at: datetime | None = None) -> AlikeQuerySet:
        """Of imports one began; a known person only while one reaches them."""
        reached = Enrolment.objects.visible_to(staff, at).filter(person=OuterRef("person"))
        return self.filter(
            Q(person__isnull=True) | Q(Exists(reached)), of__in=Import.objects.visible_to(staff, at).begun_by(staff)
        )


class Alike(models.Model):
    """A record of a file looks like somebody. Only somebody says whether they are one; never Handrail."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    of = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="+")
    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="alike")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    other = models.ForeignKey(Record, on_delete=models.CASCADE, null=True, blank=True, related_name="alike_others")
    weight = models.FloatField()
    answer = models.CharField(max_length=12, choices=AlikeAnswer.choices, blank=True)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(null=True, blank=True)

    objects = AlikeQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "alike"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(person__isnull=True, other__isnull=False) | Q(person__isnull=False, other__isnull=True),
                name="exchange_alike_one_of_two",
            )
        ]

    def __str__(self) -> str:
        return str(AlikeAnswer(self.answer).label)


class Clue(models.Model):
    """One thing two records would share if they were one person. Made for a dry run, and gone after it."""

    id = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", db_index=False)
    of = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="+", db_index=False)
    clue = models.BigIntegerField(
        help_text="Part of a mark of it that nobody makes without our key: what it says stays nowhere."
    )
    number = models.IntegerField(null=True, help_text="Of which record of the file; or of somebody known.")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [
            # From a clue to everybody who has it too.
            models.Index(fields=["of", "clue"], name="exchange_clue_shared"),
            # What the next records of the file have.
            models.Index(fields=["of", "number"], name="exchange_clue_of_record"),
        ]

    def __str__(self) -> str:
        return f"{self.clue}"
