"""The column of the list that this app itself offers: how often was agreed."""

from datetime import datetime

from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from handrail.people.columns import Column, register
from handrail.people.models import SupportAgreement
from handrail.people.saying import short_rhythm_words

AS_THEY_WANT = 100_000
"""In days: after every rhythm that was agreed, and before those with whom nothing was."""


def value(at: datetime) -> Combinable:
    """The days of the rhythm agreed in a program."""
    running = SupportAgreement.objects.running_at(at).filter(person=OuterRef("person"), program=OuterRef("program"))
    days = running.annotate(days=Coalesce(F("every_days"), Value(AS_THEY_WANT))).order_by("days")
    return Subquery(days.values("days")[:1])


def words(days: int) -> str:
    """`Weekly`."""
    return short_rhythm_words(None if days == AS_THEY_WANT else days)


def offer() -> None:
    """Put the column into the list."""
    register(Column("rhythm", _("Agreed"), value, min, words, order=30, sort_words=_("Most often first")))
