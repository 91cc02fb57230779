"""What is said in the person's own words, how it read before, and what two people wrote at once."""

from __future__ import annotations

from hashlib import sha256
from typing import ClassVar

from django.db import models

from handrail.accounts.models import Staff
from handrail.kit.constraints import both_or_neither
from handrail.people.models import OfAPerson, OfAPersonQuerySet

LONGEST = 4000


def fingerprint(text: str) -> str:
    """What an open page remembers of the text it began with, to notice that somebody else has changed it since."""
    return sha256(text.encode()).hexdigest()[:16]


class OwnWords(OfAPerson):
    """A text in the person's own words. It may be put better at any time; how it read before stays (Wording)."""

    kind = models.CharField(max_length=40)
    """What it is the text of: the name of the noun's model. Where it is read is told in `plans.places`."""
    text = models.TextField(max_length=LONGEST, blank=True)

    class Meta:
        verbose_name_plural = "own words"

    def __str__(self) -> str:
        return "own words"

    @property
    def as_opened(self) -> str:
        """The fingerprint of the text as it reads now."""
        return fingerprint(self.text)


class InOwnWords(OfAPerson):
    """A noun whose whole point is a text of the person. `words` is the text; `own` is the row that keeps it."""

    PLACE: ClassVar[tuple[str, ...]] = ()
    """The fields that say where its text stands, for a noun there is only one of in each place."""

    own = models.OneToOneField(OwnWords, on_delete=models.PROTECT, related_name="%(class)s")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} in own words"

    @property
    def words(self) -> str:
        """The text itself."""
        return self.own.text


class Wording(OfAPerson):
    """How a text read before somebody changed it. One sitting is one row: the same hand, without a long rest."""

    own = models.ForeignKey(
        OwnWords, on_delete=models.PROTECT, related_name="wordings", db_index=False
    )  # found by Meta's index
    before = models.TextField(blank=True)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    page = models.UUIDField(null=True)
    """The open page it was last saved from: a page whose answer got lost is no stranger to its own text."""

    class Meta:
        indexes: ClassVar = [
            # Each save asks who wrote last.
            models.Index(fields=["own", "until_at", "id"], name="plans_wording_latest")
        ]

    def __str__(self) -> str:
        return f"{self.by}, {self.until_at:%Y-%m-%d}"


class AsideQuerySet(OfAPersonQuerySet["Aside"]):
    """What is still to be put together."""

    def waiting(self) -> AsideQuerySet:
        """Kept beside a text, and nobody has put the two together yet."""
        return self.filter(settled_at__isnull=True)


class Aside(OfAPerson):
    """What somebody wrote into a text that somebody else had changed meanwhile. Both stay until they are put together."""

    own = models.ForeignKey(OwnWords, on_delete=models.PROTECT, related_name="asides")
    text = models.TextField(max_length=LONGEST, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    page = models.UUIDField(null=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = AsideQuerySet.as_manager()  # type: ignore[misc]  # says more than that of every row of a person

    class Meta:
        constraints: ClassVar = [both_or_neither("settled_at", "settled_by")]

    def __str__(self) -> str:
        return f"{self.by}, {self.at:%Y-%m-%d}"
