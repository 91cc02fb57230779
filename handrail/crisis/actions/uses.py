"""What is done in a crisis, and afterwards."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from handrail.accounts.models import Program, Staff
from handrail.audit.journal import action, record
from handrail.crisis.models import CrisisNote, InCrisis, Said
from handrail.kit.errors import AlreadySo
from handrail.kit.sent import under_its_key
from handrail.people.models import Person
from handrail.plans.actions import Kept
from handrail.plans.actions.shared import put_back, take_back, whose
from handrail.plans.actions.words import write_in_its_place
from handrail.plans.models import fingerprint


@action
def begin_use(*, person: Person, program: Program, by: Staff, at: datetime, key: UUID | None = None) -> InCrisis:
    """Be with somebody in a crisis: the first thing that is kept of it."""
    use = InCrisis(agency_id=by.agency_id, person=person, program=program, began_at=at, by=by)
    use.pk = key or use.pk
    under_its_key(use)
    record("incrisis.begun", by=by, at=at, subject=use, person=use.person_id)
    return use


@action
def keep_tried(*, use: InCrisis, tried: Sequence[str], by: Staff, at: datetime) -> InCrisis:
    """Keep what was tried together."""
    use.tried = list(tried)
    use.save(update_fields=["tried"])
    record("incrisis.tried", by=by, at=at, subject=use, person=use.person_id)
    return use


@action
def write_note(
    *,
    use: InCrisis,
    about: Said,
    text: str,
    by: Staff,
    at: datetime,
    opened: str = fingerprint(""),
    page: UUID | None = None,
) -> Kept:
    """What is happening, what comes next, what was learned; in the person's own words."""
    note = CrisisNote(**whose(use), use=use, about=about)
    return write_in_its_place(note, "crisisnote.written", text=text, by=by, at=at, opened=opened, page=page)


@action
def end_use(*, use: InCrisis, by: Staff, at: datetime) -> InCrisis:
    """It is over for now."""
    if not InCrisis.objects.standing().filter(pk=use.pk, ended_at__isnull=True).update(ended_at=at, ended_by=by):
        raise AlreadySo
    record("incrisis.ended", by=by, at=at, subject=use, person=use.person_id)
    return use


@action
def go_on(*, use: InCrisis, by: Staff, at: datetime) -> InCrisis:
    """It is not over after all."""
    if not InCrisis.objects.standing().filter(pk=use.pk, ended_at__isnull=False).update(ended_at=None, ended_by=None):
        raise AlreadySo
    record("incrisis.went_on", by=by, at=at, subject=use, person=use.person_id)
    return use


@action
def take_out_use(*, use: InCrisis, by: Staff, at: datetime) -> InCrisis:
    """It was begun by mistake."""
    take_back(InCrisis.objects.filter(pk=use.pk), by, at)
    record("incrisis.taken_out", by=by, at=at, subject=use, person=use.person_id)
    return use


@action
def put_back_use(*, use: InCrisis, by: Staff, at: datetime) -> InCrisis:
    """It was no mistake."""
    put_back(InCrisis.objects.filter(pk=use.pk))
    record("incrisis.put_back", by=by, at=at, subject=use, person=use.person_id)
    return use
