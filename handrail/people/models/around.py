"""The people around a person: who stands by them, and family who are people of the agency themselves."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.people.models.facts import Fact, FactQuerySet
from handrail.people.models.person import Enrolment, EnrolmentQuerySet, Person


class Relation(models.TextChoices):
    """What a supporter is to the person."""

    FAMILY = "family", _("Family")
    PARTNER = "partner", _("Partner")
    FRIEND = "friend", _("Friend")
    GUARDIAN = "guardian", _("Guardian")
    AGENT = "agent", _("Speaks for them by a directive")
    PROFESSIONAL = "professional", _("Somebody who works with them")
    OTHER = "other", _("Somebody else")


class MayKnow(models.TextChoices):
    """What a supporter may be told. Nothing opens by it yet; it is what the person said."""

    NOTHING = "nothing", _("Nothing, not even that we know them")
    IN_TOUCH = "in_touch", _("Only that we are in touch")
    SOME = "some", _("What they wrote below")


class Supporter(Fact):
    """Somebody who stands by the person: who, what they are to them, how to reach them, and what they may be told."""

    name = models.CharField(max_length=120)
    relation = models.CharField(max_length=20, choices=Relation.choices, default=Relation.FAMILY)
    relation_words = models.CharField(max_length=80, blank=True)
    how_to_reach = models.CharField(max_length=200, blank=True)
    may_know = models.CharField(max_length=20, choices=MayKnow.choices, default=MayKnow.NOTHING)
    may_know_words = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return str(Relation(self.relation).label)


class Kin(models.TextChoices):
    """What the other one is to the person."""

    PARENT = "parent", _("Parent")
    CHILD = "child", _("Child")
    PARTNER = "partner", _("Partner")
    SIBLING = "sibling", _("Brother or sister")
    GRANDPARENT = "grandparent", _("Grandparent")
    GRANDCHILD = "grandchild", _("Grandchild")
    OTHER = "other", _("Other family")


TURNED = {
    Kin.PARENT: Kin.CHILD,
    Kin.CHILD: Kin.PARENT,
    Kin.GRANDPARENT: Kin.GRANDCHILD,
    Kin.GRANDCHILD: Kin.GRANDPARENT,
}
"""The same tie seen from the other side; all others are the same from both."""


class FamilyTieQuerySet(FactQuerySet["FamilyTie"]):
    """Who may know of a tie between two people."""

    def visible_to(self, staff: Staff, at: datetime | None = None) -> FamilyTieQuerySet:
        """Whoever reaches both of them, and one of them through the program the tie was noted in."""
        return self._between(Enrolment.objects.visible_to(staff, at))

    def looked_after_by(self, staff: Staff, at: datetime | None = None) -> FamilyTieQuerySet:
        """The same for those who reach both by more than looking."""
        return self._between(Enrolment.objects.looked_after_by(staff, at))

    def _between(self, reached: EnrolmentQuerySet) -> FamilyTieQuerySet:
        both = Exists(reached.filter(person=OuterRef("person"))), Exists(reached.filter(person=OuterRef("other")))
        here = Q(person=OuterRef("person")) | Q(person=OuterRef("other"))
        return self.filter(*both, Exists(reached.filter(here, program=OuterRef("program"))))


class FamilyTie(Fact):
    """Two people of the agency are family. Each has a record of their own; the tie opens neither."""

    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="ties_from_others")
    kin = models.CharField(max_length=20, choices=Kin.choices)

    objects: ClassVar = FamilyTieQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            *Fact.Meta.constraints,
            models.CheckConstraint(condition=~Q(person=F("other")), name="people_familytie_not_oneself"),
            # Once in each program, from whichever side it is told: another program's tie must not show by its refusal.
            models.UniqueConstraint(
                Least("person", "other"),
                Greatest("person", "other"),
                "program",
                condition=Q(stopped_at__isnull=True),
                name="people_familytie_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return str(Kin(self.kin).label)

    def seen_from(self, person: Person) -> tuple[Person, Kin]:
        """The other one, and what they are to this person."""
        kin = Kin(self.kin)
        return (self.other, kin) if person.pk == self.person_id else (self.person, TURNED.get(kin, kin))
