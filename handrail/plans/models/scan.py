"""A paper that was signed by hand, as it came back."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.kit.sealed import seal_bytes, unseal_bytes
from handrail.plans.models.paper import OfAPaper
from handrail.plans.models.taking_back import CanBeTakenBack


class Sort(models.TextChoices):
    """What was drawn anew of what was sent."""

    JPEG = "image/jpeg", _("Picture")
    PDF = "application/pdf", _("PDF")


class SignedPage(CanBeTakenBack):
    """A picture of signed paper, or a PDF. Sealed once more than the database is, and opened only to be shown."""

    USE: ClassVar[str]
    """Under what it is sealed, so that it opens as this row only."""

    sort = models.CharField(max_length=20, choices=Sort.choices)
    sealed = models.BinaryField()
    size = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta(CanBeTakenBack.Meta):
        abstract = True

    def __str__(self) -> str:
        return f"{self.get_sort_display()} {self.at:%Y-%m-%d}"

    def seal(self, plain: bytes) -> None:
        """Keep it so that it opens as this row only."""
        self.sealed, self.size = seal_bytes(plain, f"{self.USE}.{self.pk}"), len(plain)

    @property
    def plain(self) -> bytes:
        """As it was kept."""
        return unseal_bytes(bytes(self.sealed), f"{self.USE}.{self.pk}")


class Scan(OfAPaper, SignedPage):
    """A scan of a paper."""

    USE = "plans_scan"

    class Meta(SignedPage.Meta):
        indexes: ClassVar = [
            # The scans of a paper, the latest first.
            models.Index(fields=["person", "program", "kind", "-at"], name="plans_scan_of_paper")
        ]
