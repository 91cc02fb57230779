"""Where the work happens: the agency, its programs and their sites."""

from __future__ import annotations

import zoneinfo
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from handrail.kit.ids import new_id

if TYPE_CHECKING:
    from datetime import datetime

    from handrail.accounts.models.staff import Staff


class Installation(models.Model):
    """This copy of Handrail. One row; whether it was made as a demo is decided once and for all when it is made."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    demo = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=models.Q(id=1), name="accounts_installation_is_one")]

    def __str__(self) -> str:
        return "demo" if self.demo else "installation"


class PersonWord(models.TextChoices):
    """What this agency calls the people it walks with. Never "patient" or "client"."""

    PERSON = "person", _("person")
    PARTICIPANT = "participant", _("participant")
    PEER = "peer", _("peer")


class AgencyQuerySet(models.QuerySet["Agency"]):
    def visible_to(self, staff: Staff, at: datetime | None = None) -> AgencyQuerySet:
        """Everybody sees their own agency."""
        return self.filter(pk=staff.agency_id)


class Agency(models.Model):
    """An organisation that runs peer support. Everything else belongs to exactly one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=120)
    person_word = models.CharField(max_length=20, choices=PersonWord.choices, default=PersonWord.PERSON)
    time_zone = models.CharField(max_length=60, default="America/New_York")
    pack = models.CharField(max_length=20, default="generic", help_text="The jurisdiction pack its rules come from.")
    phone = models.CharField(max_length=40, blank=True, help_text="The number people call; it stands on wallet cards.")

    objects = AgencyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "agencies"

    def __str__(self) -> str:
        return self.name

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        """The agency's own time: what every date and hour on its pages is told in."""
        return zoneinfo.ZoneInfo(self.time_zone)


class Setting(models.TextChoices):
    """Where a program does its work."""

    COMMUNITY = "community", _("In the community")
    OUTPATIENT = "outpatient", _("Outpatient")
    INPATIENT = "inpatient", _("Inpatient")
    EMERGENCY = "emergency", _("Emergency department")
    RESIDENTIAL = "residential", _("Residential")
    JUSTICE = "justice", _("Jail, court or re-entry")
    SCHOOL = "school", _("School or campus")


class Part2(models.TextChoices):
    """Whether 42 CFR Part 2 covers the program's records. Not known counts as yes."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNDETERMINED = "undetermined", _("Not known yet (treated as yes)")


class ProgramQuerySet(models.QuerySet["Program"]):
    def visible_to(self, staff: Staff, at: datetime | None = None) -> ProgramQuerySet:
        """The programs of the asker's own agency."""
        return self.filter(agency_id=staff.agency_id)

    def open(self) -> ProgramQuerySet:
        """Programs that still take people."""
        return self.filter(closed_at__isnull=True)


class Program(models.Model):
    """A team with a purpose and a setting. What is written in one program is not read in another."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="programs")
    name = models.CharField(max_length=120)
    setting = models.CharField(max_length=20, choices=Setting.choices, default=Setting.COMMUNITY)
    part2 = models.CharField(max_length=20, choices=Part2.choices, default=Part2.UNDETERMINED)
    medicaid_funded = models.BooleanField(default=False)
    clinical = models.BooleanField(default=False)
    wants_measures = models.BooleanField(
        default=False, help_text="Goals here should say how one will know. A goal without is marked, and never held back."
    )
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = ProgramQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["agency", "name"], name="accounts_program_name_once")]

    def __str__(self) -> str:
        return self.name


class SiteQuerySet(models.QuerySet["Site"]):
    def visible_to(self, staff: Staff, at: datetime | None = None) -> SiteQuerySet:
        """The sites of the asker's own agency."""
        return self.filter(agency_id=staff.agency_id)


class Site(models.Model):
    """A place a program works from."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="sites")
    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="sites")
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=200, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = SiteQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name
