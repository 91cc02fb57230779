"""A contact: what was done together, with one part for each person."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from handrail.accounts.models import Agency, Staff
from handrail.contacts.models.holding import held_by
from handrail.kit.ids import new_id
from handrail.people.models import OfAPerson, OfAPersonQuerySet, Person

LONGEST_TEXT = 10_000


class How(models.TextChoices):
    """By which way they were together."""

    MET = "met", pgettext_lazy("how a contact was", "Met")
    CALLED = "called", pgettext_lazy("how a contact was", "Called")
    TEXTED = "texted", pgettext_lazy("how a contact was", "Texted")
    TRIED = "tried", pgettext_lazy("how a contact was", "Tried, no answer")
    VIDEO = "video", pgettext_lazy("how a contact was", "Video")
    MAILED = "mailed", pgettext_lazy("how a contact was", "E-mail")
    LETTER = "letter", pgettext_lazy("how a contact was", "Letter")


class Where(models.TextChoices):
    """In what kind of place."""

    OUT = "out", _("Out and about")
    OURS = "ours", _("At our place")
    THEIRS = "theirs", _("At their place")
    HOSPITAL = "hospital", _("Hospital or emergency department")
    RESIDENTIAL = "residential", _("Residence or shelter")
    JUSTICE = "justice", _("Jail or court")
    SCHOOL = "school", _("School or campus")
    WORK = "work", _("At work")


class ContactQuerySet(models.QuerySet["Contact"]):
    """Which contacts are still being written, and by whom."""

    def visible_to(self, staff: Staff, at: datetime | None = None) -> ContactQuerySet:
        """The contacts of which the asker may read some person's part."""
        return self.filter(Exists(Part.objects.visible_to(staff, at).filter(contact=OuterRef("pk"))))

    def unsigned(self) -> ContactQuerySet:
        """Drafts."""
        return self.exclude(Exists(Part.objects.signed().filter(contact=OuterRef("pk"))))


class Contact(models.Model):
    """Time with one person or several: who of us, when, how long, how and where. What concerns one person is in their part.

    A draft until its parts are signed. `version` counts its changes, so that two open pages never write over each other.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", db_index=False)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="contacts", db_index=False)  # found by Meta's index
    at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    how = models.CharField(max_length=20, choices=How.choices, default=How.MET)
    where = models.CharField(max_length=20, choices=Where.choices, blank=True)
    place = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)
    page = models.UUIDField(null=True, blank=True, help_text="The open page it was last saved from.")
    turn = models.PositiveIntegerField(default=0, help_text="How often that page had sent something by then.")
    begun_at = models.DateTimeField()
    noted_at = models.DateTimeField(help_text="When a line of the record last told that it was written on.")

    objects = ContactQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            # What a writer did at the same time.
            models.Index(fields=["staff", "at"], name="contacts_contact_of_staff")
        ]

    def __str__(self) -> str:
        return f"{self.get_how_display()} {self.at:%Y-%m-%d}"

    def get_how_display(self) -> Any:  # type: ignore[no-redef]
        """In words. Django's own way goes through all choices each time, and a page tells it of twenty contacts."""
        return How(self.how).label


class PartQuerySet(OfAPersonQuerySet["Part"]):
    """Who may read a part. What is not signed is its writer's; when they can no longer finish it, their supervisor's."""

    def visible_to(self, staff: Staff, at: datetime | None = None) -> PartQuerySet:
        """Signed, or to be finished by the asker; of people they reach, in the programs they reach them through."""
        return self.known_to(staff, at).filter(is_signed() | held_by(staff, at or timezone.now()))

    def known_to(self, staff: Staff, at: datetime | None = None) -> PartQuerySet:
        """That there was a contact, when and how, is known to whoever reaches the person there, signed or not."""
        return super().visible_to(staff, at)  # type: ignore[return-value]

    def signed(self) -> PartQuerySet:
        """Locked for good."""
        return self.filter(is_signed())

    def unsigned(self) -> PartQuerySet:
        """Drafts."""
        return self.filter(signed_at__isnull=True)

    def to_finish_by(self, staff: Staff, at: datetime | None = None) -> PartQuerySet:
        """Drafts this staff member finishes: their own, and those of colleagues who no longer can."""
        open_now = self.unsigned().filter(held_by(staff, at or timezone.now()), agency=staff.agency_id)
        return open_now.known_to(staff, at)  # type: ignore[attr-defined,no-any-return]

    def spoken(self) -> PartQuerySet:
        """Somebody answered: trying does not count as having spoken."""
        return self.exclude(how=How.TRIED)

    def talked(self) -> PartQuerySet:
        """Both heard the other's voice: what was written is not yet an answer."""
        return self.filter(how__in=(How.MET, How.CALLED, How.VIDEO))

    def without_texts(self) -> PartQuerySet:
        """For lists that tell that there is a note, and not what it says."""
        return self.defer("did", "words", "next_words")


def is_signed() -> Q:
    """The condition on parts."""
    return Q(signed_at__isnull=False)


class Part(OfAPerson):
    """One person's part of a contact: their goals, their words, what was done with them. Nobody else's words stand here.

    `signed_at` repeats what its signature says, so that what is still open is found without asking every part there ever was.
    """

    # Both are found by Meta's indexes, which begin with them.
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contacts_parts", db_index=False)
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="parts", db_index=False)
    # Both are the contact's own, kept here so that the latest of a person is found in the index alone.
    at = models.DateTimeField()
    how = models.CharField(max_length=20, choices=How.choices)
    signed_at = models.DateTimeField(null=True, blank=True)
    did = models.TextField(max_length=LONGEST_TEXT, blank=True)
    words = models.TextField(max_length=LONGEST_TEXT, blank=True)
    next_words = models.TextField(max_length=LONGEST_TEXT, blank=True)
    together = models.BooleanField(default=False)
    language = models.CharField(max_length=60, blank=True)
    with_whom = models.CharField(max_length=200, blank=True)
    story_intent = models.CharField(max_length=500, blank=True)
    story_effect = models.CharField(max_length=500, blank=True)
    value_named = models.CharField(max_length=1000, blank=True)

    objects = PartQuerySet.as_manager()  # type: ignore[misc]  # says more than that of every row of a person

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["contact", "person"], name="contacts_part_once_a_person")]
        indexes: ClassVar = [
            # The latest contacts of a person in a program: their page, the caseload, "longer than agreed".
            models.Index(fields=["person", "program", "-at", "how"], name="contacts_part_latest"),
            # What is not signed yet is little, however much was: a writer's own, and what their supervisor finishes.
            models.Index(fields=["agency", "contact"], condition=Q(signed_at__isnull=True), name="contacts_part_still_open"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.at:%Y-%m-%d}"

    @property
    def is_signed(self) -> bool:
        """Locked for good."""
        return self.signed_at is not None


class PartActivity(models.Model):
    """Something that was done with the person, by its key in the scope of practice."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", db_index=False)
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="activities", db_index=False)  # found by Meta's
    activity = models.CharField(max_length=60)

    class Meta:
        verbose_name_plural = "part activities"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["part", "activity"], name="contacts_partactivity_once"),
        ]

    def __str__(self) -> str:
        return self.activity
