"""People are taken over: in short batches, seen by nobody, and then all at once."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import F, QuerySet

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.exchange.actions.importing import BY_FILE, enter, forget_file, held_at
from handrail.exchange.actions.meanwhile import came_meanwhile
from handrail.exchange.known import came_before
from handrail.exchange.making import Facts, arrival_of, change_of, hopes_of, pair_of, standing_of
from handrail.exchange.models import (
    Alike,
    AlikeAnswer,
    Brought,
    Import,
    Origin,
    Record,
    RecordKind,
    StageName,
    Verdict,
)
from handrail.exchange.one import Group, groups_of
from handrail.kit.many import change_many, keep_many
from handrail.people.actions import many
from handrail.people.models import Enrolment, Person, SamePerson


@action
def take_some(*, imported: Import, at_once: int, at: datetime) -> int:
    """The next of them, without anybody seeing them. Returns how many; none when all were taken."""
    held = held_at(imported, StageName.APPLYING)
    groups = groups_of(held)
    # Of whoever is one with somebody, the first of the file comes, if nobody of them is here.
    ones = [one for group in groups for one in group.records[0 if group.people else 1 :]]
    records = list(_to_take(held).exclude(pk__in=ones)[:at_once])
    settled = {group.records[0] for group in groups}
    came = came_meanwhile(held, [one for one in records if one.pk not in settled], at)
    _take(held, [one for one in records if one.pk not in came], at)
    Import.objects.filter(pk=held.pk).update(done=held.done + len(records))
    record("import.batch", by=held.by, at=at, subject=held, detail=held.stage.door)
    return len(records)


def _to_take(held: Import) -> QuerySet[Record]:
    """Who is new, and who looks like somebody; as far as they were not taken yet."""
    wanted = Record.objects.filter(of=held, kind=RecordKind.PERSON, verdict__in=[Verdict.NEW, Verdict.ALIKE], was_taken=False)
    return wanted.order_by("number")


def _take(held: Import, records: list[Record], at: datetime) -> None:
    """Each becomes a person under its own key; enrolled nowhere, so that nobody reaches them."""
    if not records:
        return
    told = {one.pk: one.told for one in records}
    arrivals = [arrival_of(told[one.pk], one.pk) for one in records]
    many.add_many(arrivals=arrivals, program=held.program, by=held.by, at=at, detail=BY_FILE)
    for one in records:
        one.person_id = one.pk
    Record.objects.filter(pk__in=[one.pk for one in records]).update(person=F("pk"), was_taken=True)
    keep_many(Origin, (_origin_of(held, one, one.pk, at) for one in records))
    keep_many(Brought, (hope for one in records for hope in hopes_of(told[one.pk], one.pk, held, at)))


def _origin_of(held: Import, one: Record, person: UUID, at: datetime) -> Origin:
    own = {"agency_id": held.agency_id, "person_id": person, "program_id": held.program_id}
    return Origin(**own, mark=one.mark, sealed=one.sealed, at=at)


@action
def complete(*, imported: Import, at: datetime) -> Import:
    """Everybody is there: from this moment all of them are seen, and what changed is changed."""
    held = held_at(imported, StageName.APPLYING)
    groups = groups_of(held)
    changed = list(Record.objects.filter(of=held, kind=RecordKind.PERSON, verdict=Verdict.CHANGED).order_by("number"))
    known = {one.person_id for one in changed if one.person_id} | {one for group in groups for one in group.people}
    theirs = _looked_after(held.by, known, at)
    goes_to = _who_is_one(groups, theirs)
    # Whoever was to be one with somebody who is not theirs any more comes as a person of their own: nobody is lost.
    _take(held, list(_to_take(held).exclude(pk__in=goes_to)), at)
    taken = Record.objects.filter(of=held, kind=RecordKind.PERSON, was_taken=True)
    new = list(taken.order_by("number").values_list("person", flat=True))
    if new:
        many.enrol_many(people=new, program=held.program, by=held.by, at=at, subject=held, detail=BY_FILE)
    _join(held, goes_to, theirs, at)
    _change(held, changed, theirs, at)
    _tell_apart(held, at)
    forget_file(held)
    door = held.stage.door
    enter(held, StageName.COMPLETE, held.by, at, door=door)
    record("import.complete", by=held.by, at=at, subject=held, detail=door)
    return held


def _who_is_one(groups: list[Group], theirs: Collection[UUID]) -> dict[UUID, UUID]:
    """To whom each record goes that is no person of its own. `theirs`: those of them who are here already."""
    goes_to: dict[UUID, UUID] = {}
    for group in groups:
        first, *others = group.records
        if person := group.meets(theirs):
            goes_to |= dict.fromkeys(group.records, person)
        else:
            goes_to |= dict.fromkeys(others, first)  # the person has the key of the record
    return goes_to


@dataclass
class _News:
    """What a record tells of somebody who is here. `before`: what it told the time before; nothing, if it is the first."""

    record: Record
    person: Person
    origin: Origin
    before: Facts = field(default_factory=dict)


def _join(held: Import, goes_to: dict[UUID, UUID], theirs: dict[UUID, Person], at: datetime) -> None:
    """Whoever somebody said is one with somebody else: what the file tells goes to that record, and takes nothing from it."""
    joined = list(Record.objects.filter(pk__in=goes_to, was_taken=False).order_by("number"))
    if not joined:
        return
    wanted = set(goes_to.values())
    people = {key: person for key, person in theirs.items() if key in wanted}
    people |= _held_still(wanted - set(people))
    known = Origin.objects.filter(program=held.program_id, person__in=people, mark__in={one.mark for one in joined})
    origins = {(one.mark, one.person_id): one for one in known}
    before = {key: Record(sealed=origin.sealed).told for key, origin in origins.items()}
    news, new = [], []
    for one in joined:
        key = (one.mark, goes_to[one.pk])
        if key not in origins:
            origins[key] = _origin_of(held, one, key[1], at)
            new.append(origins[key])
        news.append(_News(one, people[key[1]], origins[key], before.get(key, {})))
    keep_many(Origin, new)
    _write(held, news, at)
    here = Enrolment.objects.running_at(at).filter(program=held.program_id, person__in=people)
    if missing := set(people) - set(here.values_list("person", flat=True)):
        many.enrol_each(people=missing, program=held.program, by=held.by, at=at, detail=BY_FILE)


def _change(held: Import, changed: list[Record], theirs: dict[UUID, Person], at: datetime) -> None:
    """What the file tells otherwise than the last time; and only where nobody changed it here since.

    Of whoever they do not look after now nothing is changed: the next time it is told again.
    """
    news = []
    known = came_before(held, changed, at)
    for one in changed:
        before = known.get(one.pk)
        if before and before.fits and before.person_id == one.person_id and (person := theirs.get(before.person_id)):
            news.append(_News(one, person, before.origin, before.told))
    _write(held, news, at)


def _write(held: Import, news: list[_News], at: datetime) -> None:
    standing = standing_of({one.person.pk for one in news}, held)
    changes, hopes = [], []
    for one in news:
        told = one.record.told
        change, undoing = change_of(one.person, told, one.before, standing[one.person.pk])
        one.origin.sealed, one.record.person_id = one.record.sealed, one.person.pk
        one.record.told = told | {"undoing": undoing | {"before": one.before, "origin": str(one.origin.pk)}}
        came = hopes_of(told, one.person.pk, held, at, besides=one.before)
        if change.says_something:
            changes.append(change)
        elif came:
            record("brought.came", by=held.by, at=at, subject=held, person=one.person, detail=BY_FILE)
        hopes += came
    if changes:
        many.change_many(changes=changes, program=held.program, by=held.by, at=at, detail=BY_FILE)
    keep_many(Brought, hopes)
    change_many(Record, ["sealed", "person"], [one.record for one in news])
    change_many(Origin, ["sealed"], {one.origin.pk: one.origin for one in news}.values())


def _tell_apart(held: Import, at: datetime) -> None:
    """Of whom somebody said that they are somebody else: the pair is not asked about again."""
    pairs = Alike.objects.filter(of=held, answer=AlikeAnswer.DIFFERENT).select_related("record", "other")
    for alike in pairs.order_by("id"):
        if (pair := pair_of(alike, at)) and not SamePerson.objects.filter(one=pair.one_id, other=pair.other_id).exists():
            pair.save(force_insert=True)
            record("people.told_apart", by=held.by, at=at, subject=pair)


def _looked_after(by: Staff, people: Iterable[UUID], at: datetime) -> dict[UUID, Person]:
    """Only whom the one who brought the file looks after, now: a block, or another peer, may have come between."""
    theirs = Person.objects.looked_after_by(by, at).filter(pk__in=list(people))
    return _held_still(theirs.values_list("pk", flat=True))


def _held_still(people: Iterable[UUID]) -> dict[UUID, Person]:
    """These people as they are now. Nobody else writes their fields meanwhile; in one order, so that no two wait for each other."""
    every = Person.objects.select_for_update().filter(pk__in=list(people)).order_by("pk")
    return {one.pk: one for one in every}
