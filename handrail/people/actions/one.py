"""Two records are one person's, or two people's after all. Nothing that was written moves: it stays where it was written.

The record that does not go on leaves the lists: its time in each program that the colleague looks after goes on in the other
record, with whoever walked with the person there, and whoever reaches the person there reads on in it. Signed text is locked by
the database, so it could not move if we wished.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.accounts.roles import SUPERVISORS
from handrail.audit.journal import action, record
from handrail.kit.errors import AlreadySo, Refused
from handrail.kit.once import once
from handrail.people import endings
from handrail.people.actions.kept_apart import hold_together, one_at_a_time
from handrail.people.actions.support import end_what_runs_there
from handrail.people.models import (
    EmergencyAccess,
    Enrolment,
    OfAPerson,
    OnePerson,
    Person,
    SameAnswer,
    SamePerson,
    Told,
    ToldWhom,
    WalksWith,
)


class StillOpen(Refused):
    """Nobody writes in the record that does not go on, so nothing may wait there. `matters` says what does."""

    sentence = _("Something still waits in the other record. Please see to it first.")

    def __init__(self, matters: Iterable[str | Promise]) -> None:
        super().__init__()
        self.matters = list(matters)


class OpenSince(StillOpen):
    sentence = _(
        "Something that began while the two records were read as one is still open. It may be the other person’s. "
        "Please see to it first."
    )


class JoinedAlready(Refused):
    sentence = _(
        "One of these records already belongs together with another one. Say first that those two are different people."
    )


class FromTheOther(JoinedAlready):
    sentence = _(
        "An earlier record already goes on as the other one. Open that other one, and say there that they are one person."
    )


class NotFromHere(Refused):
    """So much for whoever may not see with which other record one of them belongs together."""

    sentence = _("These two records cannot be put together from here.")


@action
def join(*, one: Person, other: Person, by: Staff, at: datetime) -> OnePerson:
    """`other` goes on as `one`. Whoever may never open the one may not open the other either."""
    records = one_at_a_time([one.pk, other.pk])
    _refuse_a_third(one, other, by, at)
    ends = list(_decided_by(by, at).filter(person=other).order_by("from_at", "id"))
    if matters := [matter for enrolment in ends for matter in endings.matters_of(enrolment, by, at)] + _not_told_yet(other):
        raise StillOpen(matters)
    joined = OnePerson(agency_id=by.agency_id, one=one, other=other, at=at, by=by)
    with once():
        joined.save(force_insert=True)
    hold_together(records, by, at)
    for enrolment in ends:
        _go_on(enrolment, one, by, at)
    record("person.joined", by=by, at=at, subject=joined, person=one)
    record("person.joined", by=by, at=at, subject=joined, person=other)
    return joined


def _refuse_a_third(one: Person, other: Person, by: Staff, at: datetime) -> None:
    """No record goes on as one that goes on itself, nor as two. Where it would go the other way round, that is said."""
    standing = OnePerson.objects.standing()
    in_the_way = standing.filter(Q(other__in=[one.pk, other.pk]) | Q(one=other))
    if not in_the_way.exists():
        return
    seen = standing.visible_to(by, at)
    if not seen.filter(pk__in=in_the_way.values("pk")).exists():
        raise NotFromHere
    raise JoinedAlready if seen.filter(Q(other__in=[one.pk, other.pk]) | Q(one=one)).exists() else FromTheOther


def _decided_by(staff: Staff, at: datetime) -> QuerySet[Enrolment]:
    """Whose time in a program is this colleague's to see to. Of any other they may not even hear what is open there."""
    theirs = Enrolment.objects.looked_after_by(staff, at).running_at(at)
    return theirs.filter(program__in=staff.programs_as(*SUPERVISORS))


def _not_told_yet(person: Person) -> list[str | Promise]:
    """Nobody tells the person of an emergency in a record that nobody looks after."""
    told = Told.objects.filter(access=OuterRef("pk"), whom=ToldWhom.PERSON)
    if not EmergencyAccess.objects.filter(~Exists(told), person=person).exists():
        return []
    return [_("This record was opened in an emergency, and the person has not heard of it yet.")]


def _go_on(enrolment: Enrolment, one: Person, by: Staff, at: datetime) -> None:
    """Somebody's time in a program goes on in the other record, and with whom they walk."""
    there = Enrolment.objects.running_at(at).filter(person=one, program=enrolment.program_id).first()
    if there is None:
        there = Enrolment.objects.create(
            agency_id=by.agency_id, person=one, program_id=enrolment.program_id, from_at=at, enrolled_by=by
        )
    with_them = set(WalksWith.objects.running_at(at).filter(enrolment=there).values_list("peer", flat=True))
    walks = WalksWith.objects.running_at(at).filter(enrolment=enrolment)
    for walk in walks.exclude(peer__in=with_them).order_by("id"):
        WalksWith.objects.create(
            agency_id=by.agency_id, enrolment=there, peer_id=walk.peer_id, from_at=at, chosen_by_person=walk.chosen_by_person
        )
    walks.update(until_at=at)
    Enrolment.objects.filter(pk=enrolment.pk).update(until_at=at, ended_by=by, goes_on_as=one)


@action
def part(*, joined: OnePerson, by: Staff, at: datetime) -> OnePerson:
    """They are two people after all: each has again what was theirs, and keeps what was written meanwhile."""
    every = one_at_a_time([joined.one_id, joined.other_id])
    parted = OnePerson.objects.standing().filter(pk=joined.pk).update(parted_at=at, parted_by=by)
    if not parted:
        raise AlreadySo
    for records in ({joined.other_id}, every - {joined.other_id}):
        hold_together(records, by, at)
    begun = [(enrolment, _goes_on_here_too(enrolment, joined)) for enrolment in _begun_by(joined).order_by("id")]
    ends = {enrolment.pk for enrolment, third in begun if third is None}
    theirs = _decided_by(by, at).filter(pk__in=ends).order_by("from_at", "id")
    if matters := [matter for enrolment in theirs for matter in endings.matters_of(enrolment, by, at)]:
        raise OpenSince(matters)
    _take_up_again(joined, every, at)
    for enrolment, third in begun:
        if third is None:
            _take_back(enrolment, by, at)
        else:
            Enrolment.objects.filter(pk=enrolment.pk).update(from_at=third.until_at)
    record("person.parted", by=by, at=at, subject=joined, person=joined.one_id)
    record("person.parted", by=by, at=at, subject=joined, person=joined.other_id)
    return joined


def _begun_by(joined: OnePerson) -> QuerySet[Enrolment]:
    """The one's time in programs that only the other was part of."""
    return Enrolment.objects.filter(person=joined.one_id, from_at=joined.at, until_at__isnull=True)


def _goes_on_here_too(enrolment: Enrolment, joined: OnePerson) -> Enrolment | None:
    """The time of a third record that went on here later: it stays, and from then on it is theirs."""
    return _of_third_records(joined).filter(program=enrolment.program_id).order_by("until_at", "id").first()


def _of_third_records(joined: OnePerson) -> QuerySet[Enrolment]:
    later = Enrolment.objects.filter(goes_on_as=joined.one_id, until_at__gte=joined.at)
    return later.exclude(person=joined.other_id)


def _take_up_again(joined: OnePerson, every: Collection[UUID], at: datetime) -> None:
    """What the joining ended is as before, but for what somebody ended themselves since."""
    there = WalksWith.objects.running_at(at).filter(enrolment__person=joined.one_id)
    still, carried = _who(there), _who(WalksWith.objects.running_at(joined.at).filter(enrolment__person=joined.one_id))
    programs = set(Enrolment.objects.running_at(at).filter(person=joined.one_id).values_list("program", flat=True))
    ended = WalksWith.objects.filter(until_at=joined.at)
    went_on = Enrolment.objects.filter(person=joined.other_id, goes_on_as=joined.one_id, until_at=joined.at)
    for enrolment in went_on.order_by("id"):
        again = Enrolment.objects.filter(person=joined.other_id, program=enrolment.program_id, until_at__isnull=True).exists()
        if enrolment.program_id not in programs or again:
            Enrolment.objects.filter(pk=enrolment.pk).update(goes_on_as=None)
            continue
        Enrolment.objects.filter(pk=enrolment.pk).update(until_at=None, ended_by=None, goes_on_as=None)
        for walk in ended.filter(enrolment=enrolment).order_by("id"):
            who = (enrolment.program_id, walk.peer_id)
            if who in still or who not in carried:  # who was kept away by the joining, nobody ended it
                _walk_again(walk)
    _end_what_was_carried(joined, there.filter(from_at=joined.at), at)
    kept_away = ended.filter(enrolment__person__in=every, enrolment__until_at__isnull=True)
    for walk in kept_away.exclude(enrolment__person=joined.other_id).order_by("id"):
        _walk_again(walk)


def _end_what_was_carried(joined: OnePerson, walks: QuerySet[WalksWith], at: datetime) -> None:
    """They walk on with the other; and with the one only where they walked with a third record of theirs, too."""
    thirds = WalksWith.objects.filter(enrolment__in=_of_third_records(joined), until_at=F("enrolment__until_at"))
    later = thirds.order_by("-until_at").values_list("enrolment__program", "peer", "until_at")
    since = {(program, peer): until for program, peer, until in later}
    for walk in walks.select_related("enrolment").order_by("id"):
        from_at = since.get((walk.enrolment.program_id, walk.peer_id))
        WalksWith.objects.filter(pk=walk.pk).update(**({"from_at": from_at} if from_at else {"until_at": at}))


def _who(walks: QuerySet[WalksWith]) -> set[tuple[UUID, UUID]]:
    """In which program, and with whom."""
    return set(walks.values_list("enrolment__program", "peer"))


def _walk_again(walk: WalksWith) -> None:
    """As before, unless the person asked meanwhile that they never meet, or they walk again already."""
    enrolment = walk.enrolment
    kept_away = enrolment.person.blocks.standing().filter(staff=walk.peer_id)
    again = WalksWith.objects.filter(enrolment=enrolment, peer=walk.peer_id, until_at__isnull=True)
    if not kept_away.exists() and not again.exists():
        WalksWith.objects.filter(pk=walk.pk).update(until_at=None)


def _take_back(enrolment: Enrolment, by: Staff, at: datetime) -> None:
    """Was nothing written there since, it is as if it had never been; else it ends as any, and its supervisors still read it."""
    if _anything_written(enrolment):
        endings.settle(enrolment, by, at)
        Enrolment.objects.filter(pk=enrolment.pk).update(until_at=at, ended_by=by)
        end_what_runs_there(enrolment, by, at)
        return
    WalksWith.objects.filter(enrolment=enrolment).delete()
    enrolment.delete()


def _anything_written(enrolment: Enrolment) -> bool:
    """Whether any row of any table belongs to somebody's time in a program: told by the models themselves.

    Who walked with them before walks on in it from its first moment: that alone was written by nobody.
    """
    there = Q(person=enrolment.person_id, program=enrolment.program_id)
    rows: list[tuple[Any, Q]] = [(model, there) for model in apps.get_models() if issubclass(model, OfAPerson)]
    hanging: list[Any] = [
        one for one in Enrolment._meta.get_fields(include_hidden=True) if one.auto_created and not one.concrete
    ]
    rows += [(one.related_model, Q(**{one.field.name: enrolment})) for one in hanging]
    begun_since = Q(enrolment=enrolment, from_at__gt=enrolment.from_at)
    return any(row._base_manager.filter(begun_since if row is WalksWith else its).exists() for row, its in rows)


@action
def tell_apart(*, one: Person, other: Person, by: Staff, at: datetime) -> SamePerson:
    """They look alike, and are two people: nobody asks again."""
    smaller, larger = sorted((one, other), key=lambda somebody: somebody.pk)
    pair = SamePerson(agency_id=by.agency_id, one=smaller, other=larger, answer=SameAnswer.DIFFERENT, by=by, at=at)
    with once():
        pair.save(force_insert=True)
    record("people.told_apart", by=by, at=at, subject=pair)
    return pair
