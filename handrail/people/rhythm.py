"""The column of the list that this app itself offers: how often was agreed."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.people.columns import Column, register
from handrail.people.models import Person, SupportAgreement
from handrail.people.saying import short_rhythm_words


def annotate(staff: Staff, at: datetime) -> dict[str, Any]:
    """The shortest rhythm agreed in the programs the reader reaches the person through, and whether anything was agreed."""
    running = SupportAgreement.objects.running_at(at).filter(person=OuterRef("pk")).visible_to(staff, at)
    shortest = running.order_by(F("every_days").asc(nulls_last=True), "id").values("every_days")[:1]
    return {"rhythm_days": Subquery(shortest), "has_agreement": Exists(running)}


def words(person: Person) -> str:
    """`Weekly`; nothing while nothing is agreed."""
    if not person.has_agreement:  # type: ignore[attr-defined]
        return ""
    return short_rhythm_words(person.rhythm_days)  # type: ignore[attr-defined]


def offer() -> None:
    """Put the column into the list."""
    register(Column("rhythm", _("Agreed"), annotate, words, order=30, sort_by="rhythm_days", sort_words=_("Most often first")))
