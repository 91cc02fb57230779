"""What contacts tells in the list of people: the last contact, the next appointment."""

from datetime import datetime

from django.db.models import OuterRef, Subquery
from django.db.models.expressions import Combinable
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from handrail.contacts.models import Appointment, Part
from handrail.people.columns import Column, register
from handrail.ui.moments import short_words

OF_A_PLACE = {"person": OuterRef("person"), "program": OuterRef("program")}


def last_contact(at: datetime) -> Combinable:
    """When somebody last spoke with the person in a program."""
    return Subquery(Part.objects.filter(**OF_A_PLACE, at__lte=at).spoken().order_by("-at").values("at")[:1])


def next_appointment(at: datetime) -> Combinable:
    """When somebody meets the person there next."""
    return Subquery(Appointment.objects.open().filter(**OF_A_PLACE, at__gte=at).order_by("at").values("at")[:1])


def last_words(moment: datetime) -> str:
    """`Tue`, `13 Nov`."""
    return capfirst(short_words(moment, with_time=False))


def next_words(moment: datetime) -> str:
    """`Tue 11:00`."""
    return capfirst(short_words(moment))


def offer() -> None:
    """Put the columns into the list."""
    register(Column("last_contact", _("Last contact"), last_contact, max, last_words, 10, _("Longest ago first")))
    register(Column("next_appointment", _("Next time"), next_appointment, min, next_words, 20, _("Soonest first")))
