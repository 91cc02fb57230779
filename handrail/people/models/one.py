"""Two records that turned out to be one person's."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from handrail.accounts.models import Agency, Staff
from handrail.kit.constraints import both_or_neither
from handrail.kit.ids import new_id
from handrail.kit.questions import written_once
from handrail.kit.whether import none_without
from handrail.people.models.person import Enrolment, Person


class OnePersonQuerySet(models.QuerySet["OnePerson"]):
    """Which records are one person's, and who may know it."""

    def visible_to(self, staff: Staff, at: datetime | None = None) -> OnePersonQuerySet:
        """Whoever reaches both."""
        reached = Enrolment.objects.visible_to(staff, at)
        both = (Exists(reached.filter(person=OuterRef(name))) for name in ("one", "other"))
        return self.filter(*both, agency_id=staff.agency_id)

    def standing(self) -> OnePersonQuerySet:
        """Those nobody has parted again."""
        return self.filter(parted_at__isnull=True)

    def records_of(self, person: Person | UUID) -> set[UUID]:
        """The other records of this one person: the one all of them go on as, and whichever go on as it."""
        own = person.pk if isinstance(person, Person) else person
        return {record for pair in _pairs_with(person) for record in pair} - {own}


class OnePerson(models.Model):
    """Somebody was known twice: `other` goes on as `one`. Both records keep what was written in them, and can be parted again."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    one = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    parted_at = models.DateTimeField(null=True, blank=True)
    parted_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = OnePersonQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "one person"
        constraints: ClassVar = [
            both_or_neither("parted_at", "parted_by"),
            models.CheckConstraint(condition=~Q(one=F("other")), name="people_oneperson_of_two"),
            models.UniqueConstraint(
                fields=["other"], condition=Q(parted_at__isnull=True), name="people_oneperson_goes_on_once"
            ),
        ]

    def __str__(self) -> str:
        return "one person"

    @property
    def concerns(self) -> UUID:
        """Opening this row opens the record that goes on."""
        return self.one_id


@none_without(OnePerson, "one", "other")
@written_once
def _pairs_with(person: Person | UUID) -> models.QuerySet[OnePerson, tuple[UUID, UUID]]:
    """The pairs a record is in, and those of the record it goes on as."""
    standing = OnePerson.objects.standing()
    as_whom = standing.filter(other=person).values("one")
    return standing.filter(Q(one=person) | Q(one__in=as_whom)).values_list("one", "other")
