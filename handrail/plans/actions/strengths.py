"""What is done with strengths, and with the moments in which they show."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.kit.merging import merge
from handrail.kit.once import once
from handrail.kit.sent import under_its_key
from handrail.plans.actions.goals import ChangedMeanwhile
from handrail.plans.actions.shared import put_back, take_back, whose
from handrail.plans.actions.words import first_words
from handrail.plans.models import Strength, StrengthShown


@action
def add_strength(*, strength: Strength, text: str, where: str = "", by: Staff, at: datetime) -> Strength:
    """Write down a strength. `strength` names person and program; `where` it showed first, if that is told."""
    strength.agency_id, strength.made_at, strength.made_by = by.agency_id, at, by
    strength.own = first_words(strength, text, by, at)
    under_its_key(strength)
    if where:
        StrengthShown.objects.create(**whose(strength), strength=strength, where=where, at=at, by=by)
    record("strength.added", by=by, at=at, subject=strength, person=strength.person_id)
    return strength


@action
def change_strength(*, strength: Strength, by: Staff, at: datetime, opened: Mapping[str, str] | None = None) -> Strength:
    """Keep another skill area, or who noticed it; `strength` as it was typed. `opened`: the marks of what the page began with."""
    held = Strength.objects.select_for_update(of=("self",)).get(pk=strength.pk)
    merged = merge(strength.facts(), opened or {}, held.facts(), knows=opened is None)
    if merged.both:
        raise ChangedMeanwhile(merged.both)
    for name in merged.take:
        for field in ("noticed_by", "noticed_by_whom") if name == "noticed_by" else (name,):
            setattr(held, field, getattr(strength, field))
    held.save(update_fields=["area", "noticed_by", "noticed_by_whom"])
    record("strength.changed", by=by, at=at, subject=held, person=held.person_id)
    return held


@action
def note_strength(
    *,
    strength: Strength,
    by: Staff,
    at: datetime,
    where: str = "",
    said_in: UUID | None = None,
    key: UUID | None = None,
) -> StrengthShown:
    """It showed once more. Said in a contact, once a contact."""
    shown = StrengthShown(**whose(strength), strength=strength, where=where, at=at, by=by, said_in=said_in)
    if said_in:
        with once():
            shown.save(force_insert=True)
    else:
        shown.pk = key or shown.pk
        under_its_key(shown)
    record("strength.shown", by=by, at=at, subject=shown, person=shown.person_id)
    return shown


@action
def take_out_moment(*, shown: StrengthShown, by: Staff, at: datetime) -> StrengthShown:
    """It was noted by mistake."""
    take_back(StrengthShown.objects.filter(pk=shown.pk), by, at)
    record("strength.moment_taken_out", by=by, at=at, subject=shown, person=shown.person_id)
    return shown


@action
def put_back_moment(*, shown: StrengthShown, by: Staff, at: datetime) -> StrengthShown:
    """It was no mistake."""
    put_back(StrengthShown.objects.filter(pk=shown.pk))
    record("strength.moment_put_back", by=by, at=at, subject=shown, person=shown.person_id)
    return shown


@action
def take_out_strength(*, strength: Strength, by: Staff, at: datetime) -> Strength:
    """The person does not say so of themselves any more."""
    take_back(Strength.objects.filter(pk=strength.pk), by, at)
    record("strength.taken_out", by=by, at=at, subject=strength, person=strength.person_id)
    return strength


@action
def put_back_strength(*, strength: Strength, by: Staff, at: datetime) -> Strength:
    """They do."""
    put_back(Strength.objects.filter(pk=strength.pk))
    record("strength.put_back", by=by, at=at, subject=strength, person=strength.person_id)
    return strength
