"""A file's sealed pieces, and the records found in it."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Agency, Staff
from handrail.exchange.models.importing import Import
from handrail.kit.bytewise import BytewiseField
from handrail.kit.ids import new_id
from handrail.kit.sealed import seal, unseal
from handrail.people.models import Person

PIECE_BYTES = 256 * 1024


class Piece(models.Model):
    """A stretch of a file, sealed before it is kept. It goes as soon as it has been read for good."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    file = models.UUIDField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    number = models.IntegerField()
    sealed = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["file", "number"], name="exchange_piece_in_order")]

    def __str__(self) -> str:
        return f"{self.number}"


class RecordKind(models.TextChoices):
    """What a record tells of."""

    PERSON = "person", _("A person")
    SUPPORTER = "supporter", _("Somebody who stands by a person")
    HOPE = "hope", _("A goal or a plan")


class Verdict(models.TextChoices):
    """What becomes of a record about a person."""

    NEW = "new", _("New")
    CHANGED = "changed", _("Changed")
    KNOWN = "known", _("Here already")
    ALIKE = "alike", _("Same person?")
    NOT_TAKEN = "not_taken", _("Not taken")


class Record(models.Model):
    """One record of a file: what it tells, sealed, and what becomes of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    of = models.ForeignKey(
        Import, on_delete=models.CASCADE, related_name="records", db_index=False
    )  # the constraint's index has it
    number = models.IntegerField(help_text="Its place among the records of the file.")
    line = models.IntegerField(help_text="The line of a list, or the record of a document, to be told to somebody.")
    document = models.IntegerField(default=0, help_text="Which document of several.")
    kind = models.CharField(max_length=12, choices=RecordKind.choices)
    sealed = models.TextField()
    mark = BytewiseField(max_length=32, blank=True, help_text="By which the same record is known when it comes again.")
    ref = BytewiseField(max_length=32, blank=True, help_text="A mark of how others name it; of others, whom they name.")
    ref_too = BytewiseField(max_length=32, blank=True, help_text="The same of the whole name, with the home it is from.")
    verdict = models.CharField(max_length=12, choices=Verdict.choices, blank=True)
    reasons = models.JSONField(default=list, help_text="Names of the sentences that say why, with the column; nobody's words.")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    was_taken = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["of", "number"], name="exchange_record_in_order")]
        indexes: ClassVar = [
            # The report goes through one verdict after the other, in the order of the file.
            models.Index(fields=["of", "kind", "verdict", "number"], name="exchange_record_report"),
            # What belongs to a person is found by whom it names; the same record twice by its mark.
            models.Index(fields=["of", "ref"], name="exchange_record_ref", condition=~Q(ref="")),
            models.Index(fields=["of", "ref_too"], name="exchange_record_ref_too", condition=~Q(ref_too="")),
            models.Index(fields=["of", "mark"], name="exchange_record_mark", condition=~Q(mark="")),
        ]

    def __str__(self) -> str:
        return f"{self.line}"

    @property
    def told(self) -> dict[str, Any]:
        """What it tells."""
        told: dict[str, Any] = json.loads(unseal(self.sealed, "exchange.record")) if self.sealed else {}
        return told

    @told.setter
    def told(self, told: dict[str, Any]) -> None:
        self.sealed = self.telling(told)

    @staticmethod
    def telling(told: dict[str, Any]) -> str:
        """The same, sealed."""
        return seal(json.dumps(told, ensure_ascii=False), "exchange.record")
