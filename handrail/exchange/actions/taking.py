"""People are taken over: in short batches, seen by nobody, and then all at once."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import F, QuerySet

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.exchange.actions.importing import BY_FILE, enter, forget_file, held_at
from handrail.exchange.making import Standing, arrival_of, change_of, hopes_of, pair_of, standing_of
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
from handrail.exchange.one import groups_of
from handrail.kit.ids import new_id
from handrail.kit.many import change_many, insert_many, keep_many
from handrail.people.actions import many
from handrail.people.models import Enrolment, Person, SamePerson


@action
def take_some(*, imported: Import, at_once: int, at: datetime) -> int:
    """The next of them, without anybody seeing them. Returns how many; none when all were taken."""
    held = held_at(imported, StageName.APPLYING)
    # Of whoever is one with somebody, the first of the file comes, if nobody of them is here.
    ones = [one for group in groups_of(held) for one in group.records[0 if group.people else 1 :]]
    records = list(_to_take(held).exclude(pk__in=ones)[:at_once])
    _take(held, records, at)
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
    _note_origins(held, records, at)
    keep_many(Brought, (hope for one in records for hope in hopes_of(told[one.pk], one.pk, held, at)))


def _note_origins(held: Import, records: Iterable[Record], at: datetime) -> None:
    rows = [(new_id(), held.agency_id, one.person_id, held.program_id, one.mark, one.sealed, at) for one in records]
    insert_many(Origin, ("id", "agency", "person", "program", "mark", "sealed", "at"), rows)


@action
def complete(*, imported: Import, at: datetime) -> Import:
    """Everybody is there: from this moment all of them are seen, and what changed is changed."""
    held = held_at(imported, StageName.APPLYING)
    goes_to, theirs = _who_is_one(held, at)
    # Whoever was to be one with somebody who is not theirs any more comes as a person of their own: nobody is lost.
    _take(held, list(_to_take(held).exclude(pk__in=goes_to)), at)
    taken = Record.objects.filter(of=held, kind=RecordKind.PERSON, was_taken=True)
    new = list(taken.order_by("number").values_list("person", flat=True))
    if new:
        many.enrol_many(people=new, program=held.program, by=held.by, at=at, subject=held, detail=BY_FILE)
    _join(held, goes_to, theirs, at)
    _change(held, at)
    _tell_apart(held, at)
    forget_file(held)
    door = held.stage.door
    enter(held, StageName.COMPLETE, held.by, at, door=door)
    record("import.complete", by=held.by, at=at, subject=held, detail=door)
    return held


def _who_is_one(held: Import, at: datetime) -> tuple[dict[UUID, UUID], dict[UUID, Person]]:
    """To whom each record goes that is no person of its own, and those of them who are here already."""
    groups = groups_of(held)
    theirs = _looked_after(held.by, [person for group in groups for person in group.people], at)
    goes_to: dict[UUID, UUID] = {}
    for group in groups:
        first, *others = group.records
        if person := group.meets(theirs):
            goes_to |= dict.fromkeys(group.records, person)
        else:
            goes_to |= dict.fromkeys(others, first)  # the person has the key of the record
    return goes_to, theirs


def _join(held: Import, goes_to: dict[UUID, UUID], theirs: dict[UUID, Person], at: datetime) -> None:
    """Whoever somebody said is one with somebody else: what the file tells goes to that record, and takes nothing from it."""
    joined = list(Record.objects.filter(pk__in=goes_to, was_taken=False).order_by("number"))
    if not joined:
        return
    for one in joined:
        one.person_id = goes_to[one.pk]
    wanted = set(goes_to.values())
    people = {key: person for key, person in theirs.items() if key in wanted}
    people |= Person.objects.in_bulk(wanted - set(people))
    _write_changes(held, [(one, {}) for one in joined], people, at)
    known = _origins_of(held, joined)
    _note_origins(held, [one for one in joined if one.mark not in known], at)
    here = Enrolment.objects.running_at(at).filter(program=held.program_id, person__in=people)
    missing = set(people) - set(here.values_list("person", flat=True))
    if missing:
        many.enrol_many(people=missing, program=held.program, by=held.by, at=at, subject=held, detail=BY_FILE)


def _change(held: Import, at: datetime) -> None:
    """What the file tells otherwise than the last time; and only where nobody changed it here since."""
    changed = list(Record.objects.filter(of=held, kind=RecordKind.PERSON, verdict=Verdict.CHANGED).order_by("number"))
    theirs = _looked_after(held.by, [one.person_id for one in changed if one.person_id], at)
    origins = _origins_of(held, changed)
    pairs = [(one, Record(sealed=origins[one.mark].sealed).told) for one in changed if one.mark in origins]
    sealed = {one.mark: one.sealed for one in changed}
    _write_changes(held, pairs, theirs, at)
    # Of whoever they do not look after now nothing was changed: the next time it is told again.
    written = {mark: origin for mark, origin in origins.items() if origin.person_id in theirs}
    for mark, origin in written.items():
        origin.sealed = sealed[mark]
    change_many(Origin, ["sealed"], written.values())


def _origins_of(held: Import, records: list[Record]) -> dict[str, Origin]:
    """Where these people came from, by the mark of their record: another person may have come with the same one."""
    people = {one.mark: one.person_id for one in records}
    origins = Origin.objects.filter(program=held.program_id, mark__in=people, person__in=set(people.values()))
    return {one.mark: one for one in origins if people[one.mark] == one.person_id}


def _write_changes(held: Import, pairs: list[tuple[Record, dict]], theirs: dict[UUID, Person], at: datetime) -> None:
    changes, touched, hopes = [], [], []
    standing: dict[UUID, Standing] = standing_of(theirs, held)
    for one, before in pairs:
        person = theirs.get(one.person_id) if one.person_id else None
        if person is None:
            continue
        told = one.told
        change, undoing = change_of(person, told, before, standing[person.pk])
        one.told = told | {"undoing": undoing | {"before": before}}
        touched.append(one)
        hopes += hopes_of(told, person.pk, held, at, besides=before)
        if change.fields or change.points or change.supporters:
            changes.append(change)
    if changes:
        many.change_many(changes=changes, program=held.program, by=held.by, at=at, detail=BY_FILE)
    keep_many(Brought, hopes)
    change_many(Record, ["sealed", "person"], touched)


def _tell_apart(held: Import, at: datetime) -> None:
    """Of whom somebody said that they are somebody else: the pair is not asked about again."""
    pairs = Alike.objects.filter(of=held, answer=AlikeAnswer.DIFFERENT).select_related("record", "other")
    for alike in pairs.order_by("id"):
        if (pair := pair_of(alike, at)) and not SamePerson.objects.filter(one=pair.one_id, other=pair.other_id).exists():
            pair.save(force_insert=True)
            record("people.told_apart", by=held.by, at=at, subject=pair)


def _looked_after(by: Staff, people: Iterable[UUID], at: datetime) -> dict[UUID, Person]:
    """Only whom the one who brought the file looks after, now: a block, or another peer, may have come between."""
    return {one.pk: one for one in Person.objects.looked_after_by(by, at).filter(pk__in=list(people))}
