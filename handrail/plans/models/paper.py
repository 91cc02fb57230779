"""A version of a paper: what it said when somebody signed it, kept for good."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q

from handrail.accounts.models import Staff
from handrail.people.models import OfAPerson, OfAPersonQuerySet


class OfAPaper(OfAPerson):
    """A row about a paper: of which kind (`plans.papers`), and of what, where somebody may have several of them in one program."""

    kind = models.CharField(max_length=40)
    about = models.UUIDField(null=True, blank=True)

    class Meta:
        abstract = True


class VersionQuerySet(OfAPersonQuerySet["Version"]):
    """Which versions are signed."""

    def signed(self) -> VersionQuerySet:
        """By somebody, and not by mistake."""
        from handrail.plans.models.signature import Signature

        return self.filter(Exists(Signature.objects.standing().filter(version=OuterRef("pk"))))


class Version(OfAPaper):
    """What a paper said when it was first signed like this. The database refuses every change of it.

    Whoever signs while nothing has changed since signs the same version.
    """

    number = models.PositiveIntegerField()
    content = models.JSONField()
    """Its sections, as `papers.Section.told` tells them."""
    mark = models.CharField(max_length=32)
    """What `papers.mark_of` says of them."""
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)

    objects = VersionQuerySet.as_manager()  # type: ignore[misc]  # says more than that of every row of a person

    class Meta:
        constraints: ClassVar = [
            # Also the way to the versions of a paper. Databases take two that are about nothing for different, so there are two.
            models.UniqueConstraint(
                fields=["person", "program", "kind", "number"],
                condition=Q(about__isnull=True),
                name="plans_version_one_a_number",
            ),
            models.UniqueConstraint(
                fields=["person", "program", "kind", "about", "number"],
                condition=Q(about__isnull=False),
                name="plans_version_one_a_number_of",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"
