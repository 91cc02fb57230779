"""What is agreed with a person about walking together, where on the road they are, and the day it ends."""

from datetime import datetime

from django.db import IntegrityError, transaction

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.kit.errors import AlreadySo, KeyTaken
from handrail.kit.once import once
from handrail.people import endings
from handrail.people.models import Ending, Enrolment, Phase, PhaseName, SupportAgreement, WalksWith


@action
def agree(*, agreement: SupportAgreement, by: Staff, at: datetime) -> SupportAgreement:
    """From now on this is agreed; what was agreed before has ended and is kept."""
    same = SupportAgreement.objects.filter(person=agreement.person_id, program=agreement.program_id)
    same.running_at(at).exclude(pk=agreement.pk).update(until_at=at)
    agreement.agency_id, agreement.agreed_by, agreement.from_at = by.agency_id, by, at
    try:
        with transaction.atomic():
            agreement.save(force_insert=True)
    except IntegrityError as there:
        # Of two colleagues at the same moment the second hears that it is done; a key that is taken is another thing.
        raced = same.filter(until_at__isnull=True).exclude(pk=agreement.pk).exists()
        raise (AlreadySo if raced else KeyTaken) from there
    record("agreement.made", by=by, at=at, subject=agreement, person=agreement.person_id)
    return agreement


@action
def enter_phase(*, enrolment: Enrolment, phase: PhaseName, words: str, by: Staff, at: datetime) -> Phase:
    """The person is somewhere else on their road now. Where they were before is kept."""
    running = Phase.objects.filter(enrolment=enrolment).running_at(at)
    if running.filter(phase=phase, words=words).exists():
        raise AlreadySo
    running.update(until_at=at)
    entered = Phase(
        agency_id=by.agency_id,
        person_id=enrolment.person_id,
        program_id=enrolment.program_id,
        enrolment=enrolment,
        phase=phase,
        words=words,
        from_at=at,
        noted_by=by,
    )
    with once():
        entered.save(force_insert=True)
    record("enrolment.phase", by=by, at=at, subject=enrolment, person=enrolment.person_id)
    return entered


@action
def end_enrolment(*, enrolment: Enrolment, ending: Ending, why: str, by: Staff, at: datetime) -> Enrolment:
    """The person is no longer part of the program. Whoever walked with them there stops; everything written is kept."""
    running = Enrolment.objects.select_for_update().running_at(at).filter(pk=enrolment.pk)
    if not running.exists():
        raise AlreadySo
    endings.settle(enrolment, by, at)
    ended = {"until_at": at, "ended_by": by, "ending": ending, "why_ended": why}
    if not Enrolment.objects.running_at(at).filter(pk=enrolment.pk).update(**ended):
        raise AlreadySo
    record("enrolment.ended", by=by, at=at, subject=enrolment, person=enrolment.person_id)
    end_what_runs_there(enrolment, by, at)
    return enrolment


def end_what_runs_there(enrolment: Enrolment, by: Staff, at: datetime) -> None:
    """With somebody's time in a program ends who walks with them there, where they are on their road, and what was agreed."""
    for walk in WalksWith.objects.running_at(at).filter(enrolment=enrolment).order_by("id"):
        WalksWith.objects.filter(pk=walk.pk).update(until_at=at)
        record("walk.ended", by=by, at=at, subject=walk, person=enrolment.person_id)
    Phase.objects.filter(enrolment=enrolment).running_at(at).update(until_at=at)
    agreed = SupportAgreement.objects.filter(person=enrolment.person_id, program=enrolment.program_id)
    agreed.running_at(at).update(until_at=at)


@action
def welcome_back(*, enrolment: Enrolment, by: Staff, at: datetime) -> Enrolment:
    """They came back, or it was a slip: the same person is part of the program again. What ended stays as it was."""
    again = Enrolment(
        agency_id=by.agency_id,
        person_id=enrolment.person_id,
        program_id=enrolment.program_id,
        from_at=at,
        enrolled_by=by,
    )
    with once():
        again.save(force_insert=True)
    record("enrolment.reopened", by=by, at=at, subject=again, person=enrolment.person_id)
    return again
