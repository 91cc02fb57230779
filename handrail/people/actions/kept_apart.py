"""A colleague never opens a record any more. Of somebody with several records (OnePerson) it holds for all of them.

A request stands in the record it was asked in until it is lifted there. For as long as two records are one person's it holds in
the other one too: that row names the record it is held for, and is nobody's request. When the two are parted such rows end, but
for what was asked while they were one: nobody knows which of two asked, so both keep it.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.kit.errors import AlreadySo, Refused
from handrail.kit.once import once
from handrail.people.models import Block, BlockKind, OnePerson, Person, WalksWith

Who = tuple[UUID, UUID]
"""A record, and the colleague who never opens it."""


class AskedElsewhere(Refused):
    """It is held for another record. Who may read that one hears which; the others hear no more than this."""

    sentence = _("This cannot be lifted here.")


class _MoreRecords(Exception):
    """Meanwhile another record turned out to be theirs."""


def one_at_a_time(people: Collection[UUID]) -> set[UUID]:
    """Whoever decides about these people waits for whoever decides about them just now. Gives all their records, locked.

    They are locked in the order of their keys, and read again afterwards: one may have come in while this waited. Then all
    locks are let go and it begins anew, so that nobody waits for somebody who waits for them.
    """
    records = _all_records(people)
    while True:
        try:
            with transaction.atomic():
                list(Person.objects.select_for_update().filter(pk__in=records).order_by("pk").values_list("pk", flat=True))
                now = _all_records(people)
                if not now <= records:
                    raise _MoreRecords
                return now
        except _MoreRecords:
            records |= now


def _all_records(people: Collection[UUID]) -> set[UUID]:
    return {record for person in people for record in (person, *OnePerson.objects.records_of(person))}


@action
def keep_apart(*, person: Person, staff: Staff, kind: BlockKind, by: Staff, at: datetime) -> Block:
    """From now on this colleague never opens this record, by no way at all; if they walk with the person, that ends."""
    records = one_at_a_time([person.pk])
    if Block.objects.standing().filter(person=person, staff=staff, held_for__isnull=True).exists():
        raise AlreadySo
    block = _ask(person.pk, staff.pk, kind, by, at)
    for other in sorted(records - {person.pk}):
        if not Block.objects.standing().filter(person=other, staff=staff, held_for__isnull=True).exists():
            _ask(other, staff.pk, kind, by, at, held_for=person.pk)
    return block


def _ask(person_id: UUID, staff_id: UUID, kind: str, by: Staff, at: datetime, held_for: UUID | None = None) -> Block:
    """A new request, or what is held for it; in the place of what was only held until now."""
    held = Block.objects.standing().filter(person=person_id, staff=staff_id).first()
    if held is None:
        return _set(person_id, staff_id, kind, by, at, held_for)
    held.kind, held.at, held.set_by, held.held_for_id = kind, at, by, held_for
    held.save(update_fields=["kind", "at", "set_by", "held_for"])
    record("block.set", by=by, at=at, subject=held, person=person_id)
    return held


def _set(person_id: UUID, staff_id: UUID, kind: str, by: Staff, at: datetime, held_for: UUID | None = None) -> Block:
    block = Block(agency_id=by.agency_id, person_id=person_id, staff_id=staff_id, kind=kind, at=at, set_by=by)
    block.held_for_id = held_for
    with once():
        block.save(force_insert=True)
    record("block.set", by=by, at=at, subject=block, person=person_id)
    for walk in WalksWith.objects.running_at(at).filter(enrolment__person=person_id, peer=staff_id).order_by("id"):
        WalksWith.objects.filter(pk=walk.pk).update(until_at=at)
        record("walk.ended", by=by, at=at, subject=walk, person=person_id)
    return block


@action
def lift_block(*, block: Block, by: Staff, at: datetime) -> Block:
    """The person changed their mind: the colleague may open the record again, if anything else lets them.

    What was asked in another record of theirs stays asked there, and holds here as long as they are one.
    """
    records = one_at_a_time([block.person_id])
    block.refresh_from_db()
    if block.lifted_at:
        raise AlreadySo
    if block.held_for_id:
        raise AskedElsewhere
    _lift(block, by, at)
    hold_together(records, by, at)
    block.refresh_from_db()
    return block


def _lift(block: Block, by: Staff, at: datetime) -> None:
    Block.objects.filter(pk=block.pk).update(lifted_at=at, lifted_by=by)
    record("block.lifted", by=by, at=at, subject=block, person=block.person_id)


def hold_together(records: Collection[UUID], by: Staff, at: datetime) -> None:
    """These are the records of one person now: what was asked in one holds in all, and what nobody asked any more ends."""
    standing = list(Block.objects.standing().filter(person__in=records).order_by("id"))
    asked = {(block.person_id, block.staff_id): block.kind for block in standing if block.held_for_id is None}
    for block in standing:
        if block.held_for_id and block.held_for_id not in records and _asked_while_one(block):
            Block.objects.filter(pk=block.pk).update(held_for=None)
            asked[block.person_id, block.staff_id] = block.kind
            block.held_for_id = None
    asked = _themselves(records) | asked
    there = {(block.person_id, block.staff_id) for block in standing}
    for block in standing:
        if block.held_for_id is not None:
            _hold_for_another(block, [who for who, staff in sorted(asked) if staff == block.staff_id], by, at, there)
    for (held_for, staff), kind in sorted(asked.items()):
        for person_id in sorted(records):
            if (person_id, staff) not in there | asked.keys():
                there.add((person_id, staff))
                _set(person_id, staff, kind, by, at, held_for)


def _hold_for_another(block: Block, asked_in: list[UUID], by: Staff, at: datetime, there: set[Who]) -> None:
    """It stays as long as somebody asks for it in any of their records."""
    if not asked_in:
        _lift(block, by, at)
        there.discard((block.person_id, block.staff_id))
    elif block.held_for_id not in asked_in:
        Block.objects.filter(pk=block.pk).update(held_for=asked_in[0])


def _asked_while_one(block: Block) -> bool:
    """It was set in the same moment in which it was asked for, and not by the joining."""
    asked = Block.objects.standing().filter(person=block.held_for_id, staff=block.staff_id, held_for__isnull=True)
    return asked.filter(at=block.at).exists()


def _themselves(records: Collection[UUID]) -> dict[Who, str]:
    """Nobody opens their own record; nor any other of theirs."""
    found: dict[Who, str] = {}
    for person in Person.objects.filter(pk__in=records, login__isnull=False).order_by("pk"):
        staff = Staff.objects.filter(agency_id=person.agency_id, login=person.login_id)
        found |= {(person.pk, one): BlockKind.SAME.value for one in staff.values_list("pk", flat=True)}
    return found
