"""Hard times: what goes on, and what was."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from handrail.accounts.models import Program, Staff
from handrail.crisis.models import CrisisNote, InCrisis
from handrail.kit.questions import hang, written_once
from handrail.people.models import Person
from handrail.plans.models import OwnWords

MOST_TOLD = 20
ONE_NIGHT = timedelta(hours=18)
"""What was begun longer ago and not ended is another time."""


def going_on(person: Person, programs: Iterable[Program], at: datetime) -> InCrisis | None:
    """The time that is hard right now, if one was begun lately and is not over."""
    found = _going_on(person, [program.pk for program in programs], at - ONE_NIGHT)
    return found[0] if found else None


@written_once
def _going_on(person: Person, programs: list[UUID], since: datetime) -> QuerySet[InCrisis]:
    open_now = InCrisis.objects.standing().filter(
        person=person, program__in=programs, ended_at__isnull=True, began_at__gt=since
    )
    return open_now.order_by("-began_at", "-id")[:1]


def uses() -> QuerySet[InCrisis]:
    """Times that were hard, each with who was there."""
    return InCrisis.objects.select_related("by", "ended_by", "person", "program")


def uses_of(person: Person, program: Program) -> list[Any]:
    """The last times that were hard, in one program, each with its notes as `said`."""
    found: list[Any] = _uses_of(person, program)
    hang(found, "said", _notes(found) if found else [], by="use")
    return found


@written_once
def _uses_of(person: Person, program: Program) -> QuerySet[InCrisis]:
    rows = InCrisis.objects.standing().filter(person=person, program=program).select_related("by")
    return rows.order_by("-began_at", "-id")[:MOST_TOLD]


@written_once
def _notes(found: list[InCrisis]) -> QuerySet[CrisisNote]:
    return CrisisNote.objects.filter(use__in=found).select_related("own").order_by("id")


def notes_of(use: InCrisis) -> dict[str, OwnWords]:
    """What was said of a hard time, by what it is about."""
    return {note.about: note.own for note in CrisisNote.objects.filter(use=use).select_related("own")}


def note_of(use: InCrisis, about: str) -> OwnWords | None:
    """One of them."""
    return notes_of(use).get(about)


def use_sent_by(staff: Staff, key: UUID) -> InCrisis | None:
    """What somebody began under this key, as long as they reach it."""
    sent: InCrisis | None = InCrisis.objects.visible_to(staff).filter(by=staff, pk=key).first()
    return sent
