"""What every row about a person shares: whose it is, and the program it was made in."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from django.db import models
from django.db.models import Exists, OuterRef

from handrail.accounts.models import Agency, Program, Staff
from handrail.kit.ids import new_id
from handrail.people import reach
from handrail.people.models.person import Enrolment, EnrolmentQuerySet, Person

M = TypeVar("M", bound=models.Model, covariant=True)


class OfAPersonQuerySet(models.QuerySet[M]):
    """Who may see rows of a person: whoever reaches the person through the program the row was made in."""

    def visible_to(self, staff: Staff, at: datetime | None = None) -> OfAPersonQuerySet[M]:
        """The rows of the people this staff member reaches, made in the programs they reach them through."""
        return self._made_where(Enrolment.objects.visible_to(staff, at))

    def looked_after_by(self, staff: Staff, at: datetime | None = None) -> OfAPersonQuerySet[M]:
        """The same for what they reach by more than looking: these they may change."""
        return self._made_where(Enrolment.objects.looked_after_by(staff, at))

    def all_looked_after_by(self, staff: Staff, at: datetime | None = None) -> OfAPersonQuerySet[M]:
        """Those of `looked_after_by`, where nothing else leads to few of all rows: found by the people, if these are few.

        SQLite went through everybody of the agency to find that a peer has no text with two versions.
        """
        mine = self.looked_after_by(staff, at)
        if not reach.reaches_few(staff):
            return mine
        return mine.filter(person__in=Enrolment.objects.all_looked_after_by(staff, at).values("person"))

    def _made_where(self, reached: EnrolmentQuerySet) -> OfAPersonQuerySet[M]:
        return self.filter(Exists(reached.filter(person=OuterRef("person"), program=OuterRef("program"))))


class OfAPerson(models.Model):
    """A row about a person. It stays in the program it was made in: no peer of another program reads it.

    Rows are found by the person. An index on the agency or the program alone finds too many to be of use.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="%(app_label)s_%(class)ss")
    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="+", db_index=False)

    objects = OfAPersonQuerySet.as_manager()

    class Meta:
        abstract = True
