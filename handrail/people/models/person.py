"""A person, the programs they are part of, and who walks with them."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Agency, Login, Program, RoleHeld, Staff
from handrail.accounts.roles import PEERS
from handrail.kit.constraints import starts_before_it_ends
from handrail.kit.ids import new_id
from handrail.kit.spans import holds_at
from handrail.people import reach


class PersonQuerySet(models.QuerySet["Person"]):
    """Who may see whom."""

    def visible_to(self, staff: Staff, at: datetime | None = None) -> PersonQuerySet:
        """The people this staff member reaches in any program, by any of the ways in `reach`, minus blocks."""
        reached = Enrolment.objects.visible_to(staff, at).filter(person=OuterRef("pk"))
        return self.filter(Exists(reached), agency_id=staff.agency_id)

    def looked_after_by(self, staff: Staff, at: datetime | None = None) -> PersonQuerySet:
        """The people this staff member reaches by more than looking: those they may decide about."""
        looked_after = Enrolment.objects.all_looked_after_by(staff, at)
        return self.filter(agency_id=staff.agency_id, pk__in=looked_after.values("person"))


class AgeBand(models.TextChoices):
    """How old somebody is, as far as it changes how one talks with them."""

    CHILD = "child", _("A child")
    YOUNG = "young", _("A young person")
    ADULT = "adult", _("An adult")
    OLDER = "older", _("An older adult")


class Interpreter(models.TextChoices):
    """Whether an interpreter is needed."""

    NO = "no", _("No")
    SOMETIMES = "sometimes", _("For papers and hard talks")
    YES = "yes", _("Always")


class Person(models.Model):
    """Somebody the agency walks with. The name they choose comes first; any other name only if it is needed.

    What stands here is who they are, told once: every program that reaches them reads it. What is written about them is a row
    of its own, and stays in its program.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    chosen_name = models.CharField(max_length=120)
    legal_name = models.CharField(max_length=120, blank=True)
    other_names = models.CharField(max_length=200, blank=True, help_text="What else they are called, parted by commas.")
    pronouns = models.CharField(max_length=40, blank=True)
    born_on = models.DateField(null=True, blank=True)
    born_year = models.PositiveSmallIntegerField(null=True, blank=True, help_text="When the whole date is not known.")
    born_month = models.PositiveSmallIntegerField(null=True, blank=True)
    age_said = models.CharField(
        max_length=20, choices=AgeBand.choices, blank=True, help_text="When not even the year is known."
    )
    speaks = models.CharField(max_length=120, blank=True)
    reads = models.CharField(max_length=120, blank=True)
    interpreter = models.CharField(max_length=20, choices=Interpreter.choices, blank=True)
    culture = models.TextField(max_length=1000, blank=True)
    faith = models.TextField(max_length=1000, blank=True)
    body_needs = models.TextField(max_length=1000, blank=True)
    senses_needs = models.TextField(max_length=1000, blank=True)
    reading_needs = models.TextField(max_length=1000, blank=True)
    login = models.ForeignKey(Login, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "people"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(born_on__isnull=True) | Q(born_year__isnull=True), name="people_person_born_once"
            ),
            models.CheckConstraint(
                condition=Q(born_month__isnull=True) | Q(born_year__isnull=False, born_month__range=(1, 12)),
                name="people_person_month_of_a_year",
            ),
        ]
        indexes: ClassVar = [
            # Lists are in the order of names within an agency.
            models.Index(fields=["agency", "chosen_name", "id"], name="people_person_by_name")
        ]

    def __str__(self) -> str:
        return self.chosen_name

    @property
    def concerns(self) -> UUID:
        """Opening this row opens this person's record."""
        return self.pk

    @cached_property
    def other_records(self) -> frozenset[UUID]:
        """The other records of this one person, if somebody said that there are any. Who may read them is another question."""
        return frozenset(apps.get_model("people", "OnePerson").objects.records_of(self))

    @property
    def all_records(self) -> list[UUID]:
        """This record, and the others."""
        return [self.pk, *sorted(self.other_records)]


class EnrolmentQuerySet(models.QuerySet["Enrolment"]):
    """Who may see whom, and through which program."""

    def visible_to(self, staff: Staff, at: datetime | None = None) -> EnrolmentQuerySet:
        """The enrolments this staff member reaches: a person, and the program through which they are reached."""
        return self.filter(reach.reached_by(staff, at or timezone.now()))

    def looked_after_by(self, staff: Staff, at: datetime | None = None) -> EnrolmentQuerySet:
        """The enrolments this staff member reaches by more than looking."""
        return self.filter(reach.looked_after_by(staff, at or timezone.now()))

    def all_reached_by(self, staff: Staff, at: datetime) -> EnrolmentQuerySet:
        """Those of `visible_to`, found by whom the staff member reaches: for going through all of them."""
        return self.filter(reach.reached_by(staff, at, reach.as_a_list))

    def all_looked_after_by(self, staff: Staff, at: datetime | None = None) -> EnrolmentQuerySet:
        """The same for `looked_after_by`."""
        return self.filter(reach.looked_after_by(staff, at or timezone.now(), reach.as_a_list))

    def kept_by(self, staff: Staff, at: datetime) -> EnrolmentQuerySet:
        """The enrolments this staff member looks after, and not only while standing in for a colleague."""
        return self.filter(reach.kept_by(staff, at))

    def listed_for(self, staff: Staff, at: datetime) -> EnrolmentQuerySet:
        """The enrolments that put a person into this staff member's list."""
        return self.filter(reach.listed_for(staff, at))

    def reached_by_way(self, way: str, staff: Staff, at: datetime) -> EnrolmentQuerySet:
        """The enrolments this staff member reaches by this one way, whatever others there are."""
        return self.filter(reach.reached_by_way(way, staff, at))

    def running_at(self, moment: datetime) -> EnrolmentQuerySet:
        """Enrolments that have begun and not ended."""
        return self.filter(holds_at(moment))


class Ending(models.TextChoices):
    """Why somebody is no longer part of a program. None of them is anybody's fault."""

    REACHED = "reached", _("They have what they came for")
    WISH = "wish", _("They want to stop for now")
    ELSEWHERE = "elsewhere", _("They go on somewhere else")
    MOVED = "moved", _("They moved away")
    LOST_TOUCH = "lost_touch", _("We lost touch")
    DIED = "died", _("They died")
    OTHER = "other", _("Something else")


class Enrolment(models.Model):
    """A person is part of a program, from one moment until another. What is written there stays in that program."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="enrolments")
    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="enrolments")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)
    enrolled_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    ended_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ending = models.CharField(max_length=20, choices=Ending.choices, blank=True)
    why_ended = models.CharField(max_length=300, blank=True)
    goes_on_as = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    """In whose record it goes on, when this one and that turned out to be one person's (OnePerson)."""

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            starts_before_it_ends("from_at", "until_at"),
            models.UniqueConstraint(
                fields=["person", "program"], condition=Q(until_at__isnull=True), name="people_enrolment_once_at_a_time"
            ),
        ]
        indexes: ClassVar = [
            # Few go on in another: they are found without going through all.
            models.Index(fields=["goes_on_as"], condition=Q(goes_on_as__isnull=False), name="people_enrolment_goes_on")
        ]

    def __str__(self) -> str:
        return str(self.program)


class WalksWithQuerySet(models.QuerySet["WalksWith"]):
    """Which walks run, which are carried, and who may know of them."""

    def visible_to(self, staff: Staff, at: datetime | None = None) -> WalksWithQuerySet:
        """Who walks with the people this staff member reaches, in the programs they reach them through."""
        return self.filter(enrolment__in=Enrolment.objects.visible_to(staff, at))

    def running_at(self, moment: datetime) -> WalksWithQuerySet:
        """Walks that have begun and not ended."""
        return self.filter(holds_at(moment))

    def carried_at(self, moment: datetime) -> WalksWithQuerySet:
        """Running walks whose peer still works as one there: when a peer leaves, nobody carries what they left open."""
        works = RoleHeld.objects.held_at(moment).filter(
            staff=OuterRef("peer"), program=OuterRef("enrolment__program"), role__in=PEERS
        )
        return self.running_at(moment).filter(Exists(works), peer__left_at__isnull=True)


class WalksWith(models.Model):
    """A peer walks with a person in one program. Whether the person chose them, and why it ended, is part of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="walks")
    peer = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="walks")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)
    chosen_by_person = models.BooleanField(default=False)
    why_ended = models.CharField(max_length=300, blank=True)

    objects = WalksWithQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "walks with"
        constraints: ClassVar = [
            starts_before_it_ends("from_at", "until_at"),
            models.UniqueConstraint(
                fields=["enrolment", "peer"], condition=Q(until_at__isnull=True), name="people_walkswith_once_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return str(self.peer)

    @property
    def person_id(self) -> UUID:
        """Whose record this row belongs to."""
        return self.enrolment.person_id
