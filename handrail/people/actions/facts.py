"""What is noted about a person, one row a fact: it is added, put right, stopped when it no longer holds, and taken up again."""

from datetime import datetime

from django.db import IntegrityError, transaction

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.people.actions.access import AlreadySo, KeyTaken
from handrail.people.models import Arrangement, ContactPoint, Fact, FamilyTie, Finding, Supporter


@action
def add_point(*, fact: ContactPoint, by: Staff, at: datetime) -> ContactPoint:
    """A new way to reach the person."""
    _add(fact, by, at)
    record("point.added", by=by, at=at, subject=fact, person=fact.person_id)
    return fact


@action
def change_point(*, fact: ContactPoint, by: Staff, at: datetime) -> ContactPoint:
    """A number changed, or what is safe there did."""
    fact.save()
    record("point.changed", by=by, at=at, subject=fact, person=fact.person_id)
    return fact


@action
def stop_point(*, fact: ContactPoint, by: Staff, at: datetime) -> None:
    """Nobody uses it any more."""
    _stop(fact, by, at)
    record("point.stopped", by=by, at=at, subject=fact, person=fact.person_id)


@action
def resume_point(*, fact: ContactPoint, by: Staff, at: datetime) -> None:
    """It is good again."""
    _resume(fact)
    record("point.resumed", by=by, at=at, subject=fact, person=fact.person_id)


@action
def add_supporter(*, fact: Supporter, by: Staff, at: datetime) -> Supporter:
    """Somebody who stands by the person."""
    _add(fact, by, at)
    record("supporter.added", by=by, at=at, subject=fact, person=fact.person_id)
    return fact


@action
def change_supporter(*, fact: Supporter, by: Staff, at: datetime) -> Supporter:
    """What they may be told changed, or how they are reached."""
    fact.save()
    record("supporter.changed", by=by, at=at, subject=fact, person=fact.person_id)
    return fact


@action
def stop_supporter(*, fact: Supporter, by: Staff, at: datetime) -> None:
    """They no longer stand by the person, or the person no longer wants it."""
    _stop(fact, by, at)
    record("supporter.stopped", by=by, at=at, subject=fact, person=fact.person_id)


@action
def resume_supporter(*, fact: Supporter, by: Staff, at: datetime) -> None:
    """They do again."""
    _resume(fact)
    record("supporter.resumed", by=by, at=at, subject=fact, person=fact.person_id)


@action
def arrange(*, fact: Arrangement, by: Staff, at: datetime) -> Arrangement:
    """Something is arranged for a need."""
    _add(fact, by, at)
    record("arrangement.added", by=by, at=at, subject=fact, person=fact.person_id)
    return fact


@action
def change_arrangement(*, fact: Arrangement, by: Staff, at: datetime) -> Arrangement:
    """It is arranged differently now."""
    fact.save()
    record("arrangement.changed", by=by, at=at, subject=fact, person=fact.person_id)
    return fact


@action
def stop_arrangement(*, fact: Arrangement, by: Staff, at: datetime) -> None:
    """It is no longer needed."""
    _stop(fact, by, at)
    record("arrangement.stopped", by=by, at=at, subject=fact, person=fact.person_id)


@action
def resume_arrangement(*, fact: Arrangement, by: Staff, at: datetime) -> None:
    """It is needed again."""
    _resume(fact)
    record("arrangement.resumed", by=by, at=at, subject=fact, person=fact.person_id)


@action
def note_finding(*, fact: Finding, by: Staff, at: datetime) -> Finding:
    """How the person wants to be found now. What they said before is kept."""
    before = Finding.objects.standing().filter(person=fact.person_id, program=fact.program_id)
    before.update(stopped_at=at, stopped_by=by)
    try:
        _add(fact, by, at)
    except KeyTaken:
        # Of two colleagues at the same moment the second hears that it is done.
        if before.exclude(pk=fact.pk).exists():
            raise AlreadySo from None
        raise
    record("finding.noted", by=by, at=at, subject=fact, person=fact.person_id)
    return fact


@action
def tie(*, fact: FamilyTie, by: Staff, at: datetime) -> FamilyTie:
    """Two people of the agency are family. It is a line in both their records."""
    pair = [fact.person_id, fact.other_id]
    if FamilyTie.objects.standing().filter(person__in=pair, other__in=pair).exclude(pk=fact.pk).exists():
        raise AlreadySo
    _add(fact, by, at)
    record("family.tied", by=by, at=at, subject=fact, person=fact.person_id)
    record("family.tied", by=by, at=at, subject=fact, person=fact.other_id)
    return fact


@action
def untie(*, fact: FamilyTie, by: Staff, at: datetime) -> None:
    """The tie was wrong, or they no longer want it to be known here."""
    _stop(fact, by, at)
    record("family.untied", by=by, at=at, subject=fact, person=fact.person_id)
    record("family.untied", by=by, at=at, subject=fact, person=fact.other_id)


def _add(fact: Fact, by: Staff, at: datetime) -> None:
    """The key was made by the sender's page: KeyTaken when a row of this key is there."""
    fact.note(by, at)
    try:
        with transaction.atomic():
            fact.save(force_insert=True)
    except IntegrityError as taken:
        raise KeyTaken from taken


def _stop(fact: Fact, by: Staff, at: datetime) -> None:
    if not type(fact).objects.standing().filter(pk=fact.pk).update(stopped_at=at, stopped_by=by):
        raise AlreadySo


def _resume(fact: Fact) -> None:
    if not type(fact).objects.filter(pk=fact.pk, stopped_at__isnull=False).update(stopped_at=None, stopped_by=None):
        raise AlreadySo
