"""Emergencies as a person's page shows them: whether the record is still open, and what is left to be said to whom."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.people import queries, rules
from handrail.people.models import EmergencyAccess, Person, ToldWhom

SHOWN = 5
LABELS: dict[ToldWhom, str | Promise] = {ToldWhom.PERSON: _("I told them"), ToldWhom.SUPERVISOR: _("I have seen it")}


@dataclass(frozen=True)
class Emergency:
    """One opening: is it mine, does it still hold, who has heard of it, and which buttons this reader gets."""

    access: EmergencyAccess
    mine: bool
    holds: bool
    heard: list[str]
    deeds: list[tuple[str, str | Promise]]


def emergencies_of(person: Person, staff: Staff, at: datetime) -> list[Emergency]:
    """The latest openings of a record."""
    may_tell = bool(rules.may_correct(staff, person, at))
    supervises = bool(may_tell and rules.decides_in(staff, person.pk, at))
    mine_to_note = [ToldWhom.PERSON, *([ToldWhom.SUPERVISOR] if supervises else [])] if may_tell else []
    return [_emergency(access, staff, at, mine_to_note) for access in queries.emergencies_of(person, SHOWN)]


def _emergency(access: EmergencyAccess, staff: Staff, at: datetime, mine_to_note: list[ToldWhom]) -> Emergency:
    heard = [told.whom for told in access.all_told]  # type: ignore[attr-defined]
    mine = access.staff_id == staff.pk
    return Emergency(
        access=access,
        mine=mine,
        holds=access.until_at > at,
        heard=heard,
        deeds=[] if mine else [(whom.value, LABELS[whom]) for whom in mine_to_note if whom not in heard],
    )
