"""What contacts tells in the list of people: the last contact, the next appointment."""

from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.contacts.models import Appointment, Part
from handrail.people.columns import Column, register
from handrail.people.models import Person
from handrail.ui.moments import short_words


def last_contact(staff: Staff, at: datetime) -> dict[str, Any]:
    """When somebody last spoke with the person, in the programs the asker reaches them through."""
    theirs = Part.objects.known_to(staff, at).filter(person=OuterRef("pk"), at__lte=at).spoken().order_by("-at")
    return {"last_contact_at": Subquery(theirs.values("at")[:1])}


def next_appointment(staff: Staff, at: datetime) -> dict[str, Any]:
    """When somebody meets the person next."""
    coming = Appointment.objects.visible_to(staff, at).open().filter(person=OuterRef("pk"), at__gte=at)  # type: ignore[attr-defined]
    return {"next_appointment_at": Subquery(coming.order_by("at").values("at")[:1])}


def last_words(person: Person) -> str:
    """`Tue`, `13 Nov`."""
    moment = person.last_contact_at  # type: ignore[attr-defined]
    return capfirst(short_words(moment, with_time=False)) if moment else ""


def next_words(person: Person) -> str:
    """`Tue 11:00`."""
    moment = person.next_appointment_at  # type: ignore[attr-defined]
    return capfirst(short_words(moment)) if moment else ""


def offer() -> None:
    """Put the columns into the list."""
    register(Column("last_contact", _("Last contact"), last_contact, last_words, 10, "last_contact_at", _("Longest ago first")))
    register(
        Column("next_appointment", _("Next time"), next_appointment, next_words, 20, "next_appointment_at", _("Soonest first"))
    )
