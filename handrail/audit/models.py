"""The record of who opened and changed what. No foreign keys: an entry outlives everything it names."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from handrail.kit.ids import new_id


class Entry(models.Model):
    """One line of the record: somebody opened, listed or changed something of a person, or of the agency's set-up.

    Each line carries a seal over itself and the line before it, under a key that is not in the database, so that a line changed,
    taken out, put in or moved shows. Triggers on both databases refuse to change or delete a line.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency_id = models.UUIDField()
    seq = models.BigIntegerField(help_text="The line's number within its agency, from 1, without a gap.")
    at = models.DateTimeField()
    by_id = models.UUIDField(null=True, help_text="The staff member who acted; empty for Handrail itself.")
    verb = models.CharField(max_length=40, help_text="app noun and what happened to it, as in person.opened.")
    person_id = models.UUIDField(null=True, help_text="Whose record it concerns; empty for lists and set-up.")
    subject_id = models.UUIDField(null=True, help_text="The row acted on.")
    shown = models.BinaryField(default=bytes, help_text="For lists and searches: the ids shown, 16 bytes each.")
    detail = models.CharField(max_length=200, blank=True, default="", help_text="A fact in a word; never a person's words.")
    seal = models.BinaryField(help_text="HMAC-SHA256 over the seal before and this line, 32 bytes.")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["agency_id", "seq"], name="audit_entry_one_line_a_number")]
        indexes: ClassVar = [
            # "Who opened this record": one person's lines, newest first. Lines that concern nobody stay out of it.
            models.Index(
                fields=["person_id", "-seq"], name="audit_entry_of_person", condition=models.Q(person_id__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.verb}"

    @property
    def people_shown(self) -> list[UUID]:
        """The people a list or a search showed."""
        packed = bytes(self.shown)
        return [UUID(bytes=packed[start : start + 16]) for start in range(0, len(packed), 16)]


class Head(models.Model):
    """The end of an agency's chain: its last line's number and seal. Held only while lines are added.

    Kept outside the database every minute as well (`keeping.py`), because whoever can cut the tail off the record can also set
    this row back.
    """

    agency_id = models.UUIDField(primary_key=True)
    seq = models.BigIntegerField(default=0)
    seal = models.BinaryField()
    counted_to = models.BigIntegerField(default=0, help_text="Lists up to this line are counted in Appearance.")

    def __str__(self) -> str:
        return f"{self.agency_id} at {self.seq}"


class Appearance(models.Model):
    """How often a person appeared in lists and searches a staff member saw in a month. Counted from the entries, afterwards."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency_id = models.UUIDField()
    person_id = models.UUIDField()
    by_id = models.UUIDField()
    month = models.DateField(help_text="The first day of the month, UTC.")
    times = models.IntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person_id", "by_id", "month"], name="audit_appearance_once_a_month")
        ]

    def __str__(self) -> str:
        return f"{self.times} in {self.month:%B %Y}"
