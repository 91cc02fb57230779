"""What is noted about a person, one row a fact: it is added, put right, stopped when it no longer holds, and taken up again."""

from collections.abc import Sequence
from datetime import datetime

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.kit.errors import AlreadySo, KeyTaken
from handrail.kit.sent import under_its_key
from handrail.people.models import Arrangement, ContactPoint, Fact, FamilyTie, Finding, Supporter
from handrail.people.search import index


@action
def add_point(*, fact: ContactPoint, by: Staff, at: datetime) -> ContactPoint:
    """A new way to reach the person."""
    _add(fact, by, at)
    index(fact.person)
    record("point.added", by=by, at=at, subject=fact, person=fact.person_id)
    return fact


@action
def change_point(*, fact: ContactPoint, fields: Sequence[str], by: Staff, at: datetime) -> ContactPoint:
    """A number changed, or what is safe there did."""
    fact.save(update_fields=list(fields))
    index(fact.person)
    record("point.changed", by=by, at=at, subject=fact, person=fact.person_id)
    return fact


@action
def stop_point(*, fact: ContactPoint, by: Staff, at: datetime, why: str = "") -> None:
    """Nobody uses it any more."""
    _stop(fact, by, at, why)
    index(fact.person)
    record("point.stopped", by=by, at=at, subject=fact, person=fact.person_id)


@action
def resume_point(*, fact: ContactPoint, by: Staff, at: datetime) -> None:
    """It is good again."""
    _resume(fact)
    index(fact.person)
    record("point.resumed", by=by, at=at, subject=fact, person=fact.person_id)


@action
def add_supporter(*, fact: Supporter, by: Staff, at: datetime) -> Supporter:
    """Somebody who stands by the person."""
    _add(fact, by, at)
    record("supporter.added", by=by, at=at, subject=fact, person=fact.person_id)
    return fact


@action
def change_supporter(*, fact: Supporter, fields: Sequence[str], by: Staff, at: datetime) -> Supporter:
    """What they may be told changed, or how they are reached."""
    fact.save(update_fields=list(fields))
    record("supporter.changed", by=by, at=at, subject=fact, person=fact.person_id)
    return fact


@action
def stop_supporter(*, fact: Supporter, by: Staff, at: datetime, why: str = "") -> None:
    """They no longer stand by the person, or the person no longer wants it."""
    _stop(fact, by, at, why)
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
def change_arrangement(*, fact: Arrangement, fields: Sequence[str], by: Staff, at: datetime) -> Arrangement:
    """It is arranged differently now."""
    fact.save(update_fields=list(fields))
    record("arrangement.changed", by=by, at=at, subject=fact, person=fact.person_id)
    return fact


@action
def stop_arrangement(*, fact: Arrangement, by: Staff, at: datetime, why: str = "") -> None:
    """It is no longer needed."""
    _stop(fact, by, at, why)
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
    """Two people of the agency are family. It is a line in both their records.

    Asked in this program alone: a refusal must not tell what was told in another.
    """
    pair = [fact.person_id, fact.other_id]
    told_here = FamilyTie.objects.standing().filter(program=fact.program_id, person__in=pair, other__in=pair)
    if told_here.exclude(pk=fact.pk).exists():
        raise AlreadySo
    try:
        _add(fact, by, at)
    except KeyTaken:
        # Of two colleagues at the same moment, each from another side, the second hears that it is done.
        if told_here.exclude(pk=fact.pk).exists():
            raise AlreadySo from None
        raise
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
    under_its_key(fact)


def _stop(fact: Fact, by: Staff, at: datetime, why: str = "") -> None:
    stopped = {"stopped_at": at, "stopped_by": by, "why_stopped": why}
    if not type(fact).objects.standing().filter(pk=fact.pk).update(**stopped):
        raise AlreadySo


def _resume(fact: Fact) -> None:
    again = {"stopped_at": None, "stopped_by": None, "why_stopped": ""}
    if not type(fact).objects.filter(pk=fact.pk, stopped_at__isnull=False).update(**again):
        raise AlreadySo
