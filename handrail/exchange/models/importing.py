"""One import: a file of people, on its way into one program."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Agency, Program, Staff
from handrail.accounts.roles import SUPERVISORS
from handrail.kit.ids import new_id
from handrail.kit.sealed_column import SealedJSON

MAY_BE_UNDONE_FOR = timedelta(days=1)


class FileKind(models.TextChoices):
    """What a file is, by what stands in it; never by its name."""

    UNKNOWN = "", _("A file")
    LIST = "csv", _("A list (CSV)")
    HEALTH = "fhir", _("Health records (FHIR)")


class StageName(models.TextChoices):
    """How far an import has come. Each is a row: when, and by whom."""

    SENT = "sent", _("Sent")
    LOOKED = "looked", _("Looked at")
    AGREED = "agreed", _("Columns agreed")
    READ = "read", _("Read")
    GIVEN_UP = "given_up", _("Cannot be read")
    APPLYING = "applying", _("Being added")
    COMPLETE = "complete", _("Complete")
    UNDOING = "undoing", _("Being undone")
    UNDONE = "undone", _("Undone")
    CALLED_OFF = "called_off", _("Called off")


AT_WORK = (StageName.SENT, StageName.AGREED, StageName.APPLYING, StageName.UNDOING)
"""The worker has something to do."""
BEFORE_ANYBODY_CAME = (StageName.SENT, StageName.LOOKED, StageName.AGREED, StageName.READ)
"""Nobody was added yet: to call it off is to forget it."""
OVER = (StageName.GIVEN_UP, StageName.COMPLETE, StageName.UNDONE, StageName.CALLED_OFF)
"""Nothing more happens by itself."""


class ImportQuerySet(models.QuerySet["Import"]):
    """Whose imports these are."""

    def visible_to(self, staff: Staff, at: datetime | None = None) -> ImportQuerySet:
        """Of the programs one supervises: those one began, and of others those that stand in the way, or can still be undone."""
        since = (at or timezone.now()) - MAY_BE_UNDONE_FOR
        lately = Stage.objects.filter(of=OuterRef("pk"), stage=StageName.COMPLETE, at__gte=since)
        programs = staff.programs_as(*SUPERVISORS)
        theirs = self.filter(agency_id=staff.agency_id, program__in=programs)
        return theirs.filter(
            Q(by=staff) | Q(Exists(Stage.objects.filter(of=OuterRef("pk"), is_writing=True))) | Q(Exists(lately))
        )

    def begun_by(self, staff: Staff) -> ImportQuerySet:
        """One's own: their reports tell of people nobody else knows."""
        return self.filter(by=staff)

    def writing(self) -> ImportQuerySet:
        """Those that take people over or back now: no other can, in the same program."""
        return self.filter(Exists(Stage.objects.filter(of=OuterRef("pk"), is_writing=True)))

    def not_over(self) -> ImportQuerySet:
        """Those that still go on, or wait for somebody."""
        return self.filter(~Exists(Stage.objects.filter(of=OuterRef("pk"), stage__in=OVER)))


class Import(models.Model):
    """People brought along in a file. Nobody sees them until all are there; for a day it can be undone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    file = models.UUIDField(help_text="Under which its sealed pieces are kept while they are needed.")
    size = models.BigIntegerField()
    kind = models.CharField(max_length=8, choices=FileKind.choices, blank=True)
    door = models.CharField(max_length=8, blank=True, help_text="`command`, where the file did not come by page.")
    looked = SealedJSON(default=dict, help_text="What a list looks like: encoding, separator, columns as guessed, examples.")
    columns = SealedJSON(default=dict, help_text="The same as somebody agreed to it.")
    why_not = models.CharField(max_length=40, blank=True, help_text="The name of the sentence that says why it cannot be read.")
    left_out = models.JSONField(default=dict, help_text="What was not taken: kinds and how many of each.")
    # How far the running stage has come: real counts, kept with each batch.
    read = models.IntegerField(default=0)
    to_do = models.IntegerField(default=0)
    done = models.IntegerField(default=0)
    stayed = models.IntegerField(default=0, help_text="Whom an undoing left, because somebody had worked with them.")
    cursor = models.CharField(max_length=64, blank=True)

    objects = ImportQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            # One's own imports, the latest first.
            models.Index(fields=["by", "-at"], name="exchange_import_own")
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        return max(self.stages.all(), key=lambda stage: (stage.at, stage.pk))

    @property
    def stage_name(self) -> StageName:
        """The same, as a name."""
        return StageName(self.stage.stage)

    @property
    def is_at_work(self) -> bool:
        """Whether the worker has something to do."""
        return self.stage_name in AT_WORK


class Stage(models.Model):
    """An import has come this far: when, and who said so."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    of = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="stages")
    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=12, choices=StageName.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    door = models.CharField(max_length=8, blank=True, help_text="`command`, where this was not said by page.")
    is_writing = models.BooleanField(default=False, help_text="It takes people over, or out, and has not come to its end.")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["of", "stage"], name="exchange_stage_once"),
            # Two imports into one program at the same moment would not know each other's people.
            models.UniqueConstraint(fields=["program"], condition=Q(is_writing=True), name="exchange_stage_one_writes"),
        ]

    def __str__(self) -> str:
        return str(StageName(self.stage).label)
