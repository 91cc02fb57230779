"""An appointment: the next time together, and what became of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.contacts.models.contact import How, Part
from handrail.people.models import OfAPerson, OfAPersonQuerySet, Person


class AppointmentQuerySet(OfAPersonQuerySet["Appointment"]):
    """Which appointments are still open."""

    def open(self) -> AppointmentQuerySet:
        """Neither kept nor ended.

        Written as "not (not empty)": for "is empty" SQLite takes the index of kept_in, which leads to every open one there is.
        """
        return self.filter(~Q(kept_in__isnull=False), ended__isnull=True)


class Appointment(OfAPerson):
    """When and where to be together next. Moving it keeps where it was; what became of it is a row of its own."""

    # Both are found by Meta's indexes, which begin with them.
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contacts_appointments", db_index=False)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="appointments", db_index=False)
    at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    how = models.CharField(max_length=20, choices=How.choices, default=How.MET)
    place = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    made_in = models.OneToOneField(Part, on_delete=models.PROTECT, null=True, blank=True, related_name="next_time")
    kept_in = models.OneToOneField(Part, on_delete=models.PROTECT, null=True, blank=True, related_name="came_from")

    objects = AppointmentQuerySet.as_manager()  # type: ignore[misc]  # says more than that of every row of a person

    class Meta:
        indexes: ClassVar = [
            # Today asks for a worker's own day; a person's page for their next one.
            models.Index(fields=["staff", "at"], name="contacts_appointment_of_staff"),
            models.Index(fields=["person", "program", "at"], name="contacts_appointment_next"),
            # Whose colleague no longer walks there is looked for among all that were not kept, of a few weeks.
            models.Index(fields=["agency", "at"], condition=models.Q(kept_in__isnull=True), name="contacts_appointment_untold"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.at:%Y-%m-%d %H:%M}"

    @property
    def until(self) -> datetime:
        """When it is over, as planned."""
        return self.at + timedelta(minutes=self.minutes or 0)

    @property
    def is_open(self) -> bool:
        """Neither kept nor ended."""
        return self.kept_in_id is None and not hasattr(self, "ended")


class AskedBy(models.TextChoices):
    """Who wanted another time."""

    PERSON = "person", _("They asked for it")
    US = "us", _("We asked for it")


class AppointmentMoved(OfAPerson):
    """It was moved: from when, for whom, why."""

    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="moves")
    was_at = models.DateTimeField()
    # None: where it is did not change. Adding it without a default leaves the table, and its guards, as they are on SQLite.
    was_place = models.CharField(max_length=200, null=True, blank=True)
    asked_by = models.CharField(max_length=20, choices=AskedBy.choices)
    why = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "appointments moved"

    def __str__(self) -> str:
        return f"{self.was_at:%Y-%m-%d %H:%M}"


class Ending(models.TextChoices):
    """What became of an appointment that was not kept. No words of blame."""

    MISSED = "missed", _("We did not meet")
    BY_PERSON = "by_person", _("They called it off")
    BY_US = "by_us", _("We called it off")


class AppointmentEnded(OfAPerson):
    """It did not take place."""

    appointment = models.OneToOneField(Appointment, on_delete=models.PROTECT, related_name="ended")
    how = models.CharField(max_length=20, choices=Ending.choices)
    why = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "appointments ended"

    def __str__(self) -> str:
        return str(Ending(self.how).label)
