"""A material: a piece of the agency's own, or one it may use under a licence."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from handrail.accounts.models import Staff
from handrail.kit.constraints import starts_before_it_ends
from handrail.learning.models.of_an_agency import OfAnAgency, OfAnAgencyQuerySet

LONGEST, LONGEST_TITLE, LONGEST_SUMMARY = 20_000, 120, 400


class Material(OfAnAgency):
    """What an agency added to the library: what it is about, when it helps, whom it speaks to. What it says are its texts."""

    topic = models.CharField(max_length=40)
    phases = models.JSONField(default=list)
    audiences = models.JSONField(default=list)
    # The key of the piece that comes with Handrail and that this one says in the agency's own words.
    after = models.CharField(max_length=60, blank=True)
    made_at = models.DateTimeField()
    # Nobody looks for all that somebody made.
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)

    def __str__(self) -> str:
        return str(self.pk)


class MaterialTextQuerySet(OfAnAgencyQuerySet["MaterialText"]):
    """Which texts stand now."""

    def standing(self) -> MaterialTextQuerySet:
        """The newest of each material and language."""
        return self.filter(replaced_at__isnull=True)


class MaterialText(OfAnAgency):
    """A material in one language, as it was written down once. Another wording is another row, and takes its place."""

    material = models.ForeignKey(Material, on_delete=models.PROTECT, related_name="texts")
    language = models.CharField(max_length=8)
    title = models.CharField(max_length=LONGEST_TITLE)
    summary = models.CharField(max_length=LONGEST_SUMMARY)
    body = models.TextField(max_length=LONGEST, help_text="As Markdown.")
    licence = models.CharField(max_length=200)
    source = models.CharField(max_length=300)
    letters = models.TextField(help_text="All of it without accents and capitals, to be looked through.")
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    replaced_at = models.DateTimeField(null=True, blank=True)

    objects = MaterialTextQuerySet.as_manager()  # type: ignore[misc]  # says more than that of every row

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["material", "language"], condition=Q(replaced_at__isnull=True), name="learning_text_one_stands"
            ),
            starts_before_it_ends("at", "replaced_at"),
        ]

    def __str__(self) -> str:
        return self.title
