"""What a person can be found by, made ready for the database; and that two people who look alike are not one."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Agency, Program, Staff
from handrail.kit.bytewise import BytewiseField
from handrail.kit.ids import new_id
from handrail.people.models.person import Enrolment, Person

LONGEST_KEY = 40


class KeyKind(models.TextChoices):
    """In which way a key stands for somebody."""

    WHOLE = "whole", _("A whole name")
    NAME = "name", _("A name, or a part of one")
    INNER = "inner", _("What is left of a name without its first letters")
    NEAR = "near", _("A name with one letter left out")
    SOUND = "sound", _("How a name sounds")
    NICK = "nick", _("The full name of a short one")
    PHONE = "phone", _("A phone number from its beginning")
    PHONE_END = "end", _("A phone number from its end")
    BORN = "born", _("A birth date")


class SearchKeyQuerySet(models.QuerySet["SearchKey"]):
    """Which keys somebody may find people by."""

    def visible_to(self, staff: Staff, at: datetime | None = None) -> SearchKeyQuerySet:
        """Of the people this staff member reaches; what was told in one program, only for whoever reaches them through it."""
        reached = Enrolment.objects.visible_to(staff, at).filter(person=OuterRef("person"))
        told_there = reached.filter(program=OuterRef("program"))
        own = Q(program__isnull=True) & Q(Exists(reached))
        return self.filter(own | Q(Exists(told_there)), agency_id=staff.agency_id)


class SearchKey(models.Model):
    """One way to find a person: made from their names, birth date and numbers whenever those change, and only a hint.

    Names belong to the person; a phone number belongs to the program it was told in, and `program` says which.
    """

    id = models.BigAutoField(primary_key=True)  # about thirty rows a person, made anew at any time, and named by nobody
    # The person holds their keys. That agency and program are there as well is looked up for no row of the thirty.
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="search_keys", db_index=False)
    program = models.ForeignKey(
        Program, on_delete=models.CASCADE, null=True, blank=True, related_name="+", db_index=False, db_constraint=False
    )
    kind = models.CharField(max_length=5, choices=KeyKind.choices)
    key = BytewiseField(max_length=LONGEST_KEY)

    objects = SearchKeyQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            # Whoever reaches many people: from the key to the person, in the order of keys. Holds all that is asked for.
            models.Index(fields=["agency", "kind", "key", "person"], name="people_searchkey_by_key"),
            # Whoever reaches few: from each person to their keys. Also stands in for the index of the foreign key.
            models.Index(fields=["person", "kind", "key"], name="people_searchkey_by_person"),
        ]

    def __str__(self) -> str:
        return str(KeyKind(self.kind).label)


class SameAnswer(models.TextChoices):
    """What somebody who may see both said."""

    DIFFERENT = "different", _("Somebody else")


class SamePersonQuerySet(models.QuerySet["SamePerson"]):
    """Who may know of a pair."""

    def visible_to(self, staff: Staff, at: datetime | None = None) -> SamePersonQuerySet:
        """Pairs of which this staff member reaches both."""
        reached = Enrolment.objects.visible_to(staff, at)
        both = (Exists(reached.filter(person=OuterRef(name))) for name in ("one", "other"))
        return self.filter(*both, agency_id=staff.agency_id)


class SamePerson(models.Model):
    """Two people looked alike, and somebody who may see both was asked whether they are one. The pair is not asked again."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    one = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)  # the constraint's index has it
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=20, choices=SameAnswer.choices)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = SamePersonQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "same people"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["one", "other"], name="people_sameperson_asked_once"),
            # The smaller key first: a pair has no order, so it must not stand there twice.
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="people_sameperson_smaller_key_first"),
        ]

    def __str__(self) -> str:
        return str(SameAnswer(self.answer).label)
