"""What opens and closes a record beside walking together: cover, emergency access, and the people who may never."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Agency, Program, Staff, Supervises
from handrail.accounts.roles import SUPERVISORS, Role
from handrail.kit.constraints import both_or_neither, starts_before_it_ends
from handrail.kit.ids import new_id
from handrail.kit.spans import holds_at
from handrail.people import reach
from handrail.people.models.person import Enrolment, Person


class CoverQuerySet(models.QuerySet["Cover"]):
    """Which cover holds, and who may know of it."""

    def visible_to(self, staff: Staff, at: datetime | None = None) -> CoverQuerySet:
        """Cover is about colleagues, not about people: everybody of the agency may know it."""
        return self.filter(agency_id=staff.agency_id)

    def running_at(self, moment: datetime) -> CoverQuerySet:
        """Cover that holds now."""
        return self.filter(holds_at(moment))

    def not_over_at(self, moment: datetime) -> CoverQuerySet:
        """Cover that holds or is still to come; what was called off before it began is neither."""
        return self.filter(until_at__gt=moment).exclude(until_at=models.F("from_at"))


class Cover(models.Model):
    """A colleague stands in for a peer in one program, from one moment until another: planned, dated, never open-ended."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="+")
    covered = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="covered_by")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="covers")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    planned_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = CoverQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            starts_before_it_ends("from_at", "until_at"),
            models.CheckConstraint(condition=~Q(covered=models.F("by")), name="people_cover_not_oneself"),
        ]

    def __str__(self) -> str:
        return f"{self.by} for {self.covered}"

    @property
    def last_moment(self) -> datetime:
        """A moment of the last day: cover ends at the midnight after it."""
        return self.until_at - timedelta(microseconds=1)


class EmergencyAccessQuerySet(models.QuerySet["EmergencyAccess"]):
    """Which emergencies hold, and who may know of them."""

    def visible_to(self, staff: Staff, at: datetime | None = None) -> EmergencyAccessQuerySet:
        """The emergencies of the people this staff member reaches."""
        return self.filter(Exists(Enrolment.objects.visible_to(staff, at).filter(person=OuterRef("person"))))

    def answered_for_by(self, staff: Staff, at: datetime | None = None) -> EmergencyAccessQuerySet:
        """Emergencies opened by whoever this staff member supervises, and for a director all; never of people closed to them.

        The person may be out of their reach: that it happened, by whom and why, is what they hear.
        """
        answered_for = self.filter(agency_id=staff.agency_id).exclude(reach.closed_to(staff))
        if staff.has(Role.DIRECTOR):
            return answered_for
        if not staff.has(*SUPERVISORS):
            return self.none()
        supervised = Supervises.objects.running_at(at or timezone.now()).filter(supervisor=staff)
        return answered_for.filter(staff__in=supervised.values("staff"))

    def running_at(self, moment: datetime) -> EmergencyAccessQuerySet:
        """Emergency access that still opens the record."""
        return self.filter(holds_at(moment, start="at"))

    def by_others_than(self, staff: Staff) -> EmergencyAccessQuerySet:
        """Nobody ticks off their own emergency."""
        return self.exclude(staff=staff)


class AnsweredForQuerySet(EmergencyAccessQuerySet):
    """The same rows, for those who answer for the colleague who opened one."""

    def visible_to(self, staff: Staff, at: datetime | None = None) -> EmergencyAccessQuerySet:
        """Of the people they reach, and those they answer for."""
        return super().visible_to(staff, at) | self.answered_for_by(staff, at)


class EmergencyAccess(models.Model):
    """Somebody opened a record not theirs, because it could not wait: for 8 hours, with a reason, and not in secret."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="emergencies")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="emergencies")
    reason = models.TextField(max_length=1000)
    at = models.DateTimeField()
    until_at = models.DateTimeField()

    objects = EmergencyAccessQuerySet.as_manager()
    answered_for = AnsweredForQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "emergency access"
        constraints: ClassVar = [starts_before_it_ends("at", "until_at")]

    def __str__(self) -> str:
        return f"{self.staff} on {self.at:%Y-%m-%d}"


class ToldWhom(models.TextChoices):
    """Who has to hear of an emergency access."""

    PERSON = "person", _("The person")
    SUPERVISOR = "supervisor", _("A supervisor")


class Told(models.Model):
    """The person, or a supervisor, has heard of an emergency access."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    access = models.ForeignKey(EmergencyAccess, on_delete=models.PROTECT, related_name="told")
    whom = models.CharField(max_length=20, choices=ToldWhom.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "told"
        constraints: ClassVar = [models.UniqueConstraint(fields=["access", "whom"], name="people_told_once")]

    def __str__(self) -> str:
        return str(ToldWhom(self.whom).label)


class BlockKind(models.TextChoices):
    """Why somebody may never open a record."""

    ASKED = "asked", _("The person asked for it")
    SAME = "same", _("It is their own record")
    RELATIVE = "relative", _("They are family or close to the person")


class BlockQuerySet(models.QuerySet["Block"]):
    """Which blocks stand, and who may know of them."""

    def visible_to(self, staff: Staff, at: datetime | None = None) -> BlockQuerySet:
        """The blocks of the people this staff member reaches; never one's own, for then nobody is reached."""
        return self.filter(Exists(Enrolment.objects.visible_to(staff, at).filter(person=OuterRef("person"))))

    def standing(self) -> BlockQuerySet:
        """Blocks that have not been lifted."""
        return self.filter(lifted_at__isnull=True)


class Block(models.Model):
    """A staff member who may never open this record: not as administrator, not in an emergency. Stronger than every way in."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="blocks")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="blocked_from")
    kind = models.CharField(max_length=20, choices=BlockKind.choices, default=BlockKind.ASKED)
    at = models.DateTimeField()
    set_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    held_for = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    """It was set on that other record of this one person, and holds here as long as the two are one (OnePerson)."""

    objects = BlockQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            both_or_neither("lifted_at", "lifted_by"),
            models.UniqueConstraint(
                fields=["person", "staff"], condition=Q(lifted_at__isnull=True), name="people_block_once_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return str(BlockKind(self.kind).label)
