"""What else of a plan a contact touched: tools, strengths, and whatever apps offer in `plans.touching`."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from handrail.accounts.models import Agency
from handrail.contacts.models.contact import Part
from handrail.kit.ids import new_id
from handrail.plans.models.words import LONGEST


class Touched(models.Model):
    """One thing that was touched. When the part is signed its words are taken over, and it hears of it (`Kind.happened`)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", db_index=False)
    part = models.ForeignKey(
        Part, on_delete=models.PROTECT, related_name="touched", db_index=False
    )  # found by Meta's constraint
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=60)
    words = models.TextField(max_length=LONGEST, null=True, blank=True, help_text="Its words when this was signed.")

    class Meta:
        verbose_name_plural = "touched"
        constraints: ClassVar = [models.UniqueConstraint(fields=["part", "kind", "key"], name="contacts_touched_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
