"""The second half of the dry run: each record beside whoever came before, whoever is known, and the other records of the file."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from uuid import UUID

from django.db import connection

from handrail.exchange.making import differs
from handrail.exchange.models import Alike, Clue, Import, Origin, Record, RecordKind, Verdict
from handrail.exchange.reading import came_before
from handrail.exchange.telling import names_in, phones_in, places_in
from handrail.kit.many import as_read, change_many, insert_many, keep_many
from handrail.kit.sealed import number_of
from handrail.people.models import Person
from handrail.people.search.weighing import WORTH_ASKING, Known, clues_of, known_of, known_to, weigh

AT_ONCE = 250
MOST_SHARE = 60
"""A clue that more than these share says too little to be followed."""
MOST_ALIKE = 5
MOST_KEPT_READY = 20_000


def gather_some(imported: Import) -> int:
    """Give the next people of the file what belongs to them in it, and note what others would share with them. None at the end."""
    after = int(imported.cursor.partition(":")[2] or 0)
    people = Record.objects.filter(of=imported, kind=RecordKind.PERSON, number__gt=after).exclude(verdict=Verdict.NOT_TAKEN)
    records = list(people.order_by("number")[:AT_ONCE])
    if not records:
        return 0
    _gather(imported, records)
    _note_clues(imported, ((one.number, None, known_by(one)) for one in records))
    imported.cursor = f"gather:{records[-1].number}"
    imported.save(update_fields=["cursor"])
    return len(records)


def known_by(record: Record) -> Known:
    """What a record tells, made ready to be held against others."""
    facts = record.told
    born_on = date.fromisoformat(facts["born_on"]) if facts.get("born_on") else None
    return known_of(names_in(facts), born_on, phones_in(facts), places_in(facts))


def _gather(imported: Import, records: list[Record]) -> None:
    """Supporters and hopes stand in records of their own; they name whose they are."""
    by_ref = {ref: one for one in records for ref in (one.ref, one.ref_too) if ref}
    theirs = Record.objects.filter(of=imported, kind__in=[RecordKind.SUPPORTER, RecordKind.HOPE], ref__in=by_ref, verdict="")
    told = {one.pk: one.told for one in records}
    belonging = list(theirs.order_by("number"))
    for one in belonging:
        owner = by_ref[one.ref]
        for what, rows in one.told.items():
            told[owner.pk].setdefault(what, []).extend(rows)
    for owner in {by_ref[one.ref].pk: by_ref[one.ref] for one in belonging}.values():
        owner.told = told[owner.pk]
    change_many(Record, ["sealed"], [one for one in records if one.ref])
    Record.objects.filter(pk__in=[one.pk for one in belonging]).update(verdict=Verdict.KNOWN)


def note_known_some(imported: Import, at: datetime) -> int:
    """Note the same of the next of those whom the one who brought the file looks after. None at the end."""
    after = UUID(imported.cursor.partition(":")[2] or str(UUID(int=0)))
    theirs = Person.objects.looked_after_by(imported.by, at).filter(pk__gt=after).order_by("pk")
    people = list(theirs.values_list("pk", flat=True)[:AT_ONCE])
    if not people:
        return 0
    known = known_to(imported.by, people, at)
    _note_clues(imported, ((None, person, one) for person, one in known.items()))
    imported.cursor = f"known:{people[-1]}"
    imported.save(update_fields=["cursor"])
    return len(people)


def _note_clues(imported: Import, everybody: Iterable[tuple[int | None, UUID | None, Known]]) -> None:
    rows = (
        (imported.agency_id, imported.pk, number_of(clue, f"exchange.clue {imported.pk}"), number, person)
        for number, person, known in everybody
        for clue in clues_of(known)
    )
    insert_many(Clue, ("agency", "of", "clue", "number", "person"), rows)


def leave_out_what_says_nothing(imported: Import) -> None:
    """Clues that only one has, or too many."""
    table = connection.ops.quote_name(Clue._meta.db_table)
    key = Clue._meta.get_field("of").get_db_prep_value(imported.pk, connection)
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {table} WHERE of_id = %s AND clue IN "  # noqa: S608 - names of ours
            f"(SELECT clue FROM {table} WHERE of_id = %s GROUP BY clue HAVING count(*) NOT BETWEEN 2 AND {MOST_SHARE})",
            [key, key],
        )


def compare_some(imported: Import, at: datetime, known: dict[int, Known]) -> int:
    """The next people of the file: new, changed, here already, or alike? Returns how many; none at the end.

    `known`: what earlier records tell, by their number, so that none is made ready again and again; it is kept within bounds.
    """
    after = int(imported.cursor.partition(":")[2] or 0)
    people = Record.objects.filter(of=imported, kind=RecordKind.PERSON, number__gt=after).exclude(verdict=Verdict.NOT_TAKEN)
    records = list(people.order_by("number")[:AT_ONCE])
    if not records:
        return 0
    _refuse_twice(imported, records)
    _hold_against_before(imported, [one for one in records if not one.verdict], at)
    _hold_against_others(imported, records, known, at)
    change_many(Record, ["verdict", "reasons", "person"], records)
    imported.cursor, imported.done = f"compare:{records[-1].number}", imported.done + len(records)
    imported.save(update_fields=["cursor", "done"])
    return len(records)


def _refuse_twice(imported: Import, records: list[Record]) -> None:
    """Of the same record twice the first counts; of one number for two people as well."""
    marks = [one.mark for one in records]
    first: dict[str, Record] = {}
    same = Record.objects.filter(of=imported, kind=RecordKind.PERSON, mark__in=marks).exclude(verdict=Verdict.NOT_TAKEN)
    for one in same.order_by("number"):
        first.setdefault(one.mark, one)
    for one in records:
        if first[one.mark].pk != one.pk:
            alike = not differs(one.told, first[one.mark].told)
            one.verdict, one.reasons = Verdict.NOT_TAKEN, [["twice" if alike else "number_twice", ""]]


def _hold_against_before(imported: Import, records: list[Record], at: datetime) -> None:
    origins = came_before(imported, [one.mark for one in records], at)
    theirs = set(
        Person.objects.looked_after_by(imported.by, at)
        .filter(pk__in=[one.person_id for one in origins.values()])
        .values_list("pk", flat=True)
    )
    for one in records:
        if origin := origins.get(one.mark):
            _beside(one, origin, origin.person_id in theirs)


def _beside(one: Record, origin: Origin, is_theirs: bool) -> None:
    """Whoever the asker does not look after any more is left as they are, and nothing is told of them."""
    one.verdict = Verdict.KNOWN
    if not is_theirs:
        one.reasons = [["not_yours", ""]]
        return
    one.person_id = origin.person_id
    if differs(one.told, Record(sealed=origin.sealed).told):
        one.verdict = Verdict.CHANGED


def _hold_against_others(imported: Import, batch: list[Record], known: dict[int, Known], at: datetime) -> None:
    """Each against the records before it in the file, and against whoever is known, as far as they share a clue."""
    records = [one for one in batch if not one.verdict]
    if not records:
        return
    own = {one.number: known_by(one) for one in records}
    sharing = _sharing(imported, records)
    settled = {one.number for one in batch if one.verdict}
    there = _standing(imported, {other for _number, other, _person in sharing if other is not None} - settled)
    people = known_to(imported.by, {person for _number, _other, person in sharing if person}, at)
    while len(known) > MOST_KEPT_READY:
        known.pop(next(iter(known)))
    missing = [number for number in there if number not in known and number not in own]
    for one in _in_parts(imported, missing):
        known[one.number] = known_by(one)
    keys = {one.number: one.pk for one in records}
    pairs: defaultdict[int, list[Alike]] = defaultdict(list)
    for number, other, person in sharing:
        if number not in own or (other is not None and other not in there):
            continue
        beside = people.get(person) if person else own.get(other or 0) or known.get(other or 0)
        if beside is not None and (weight := weigh(own[number], beside)) >= WORTH_ASKING:
            pair = Alike(agency_id=imported.agency_id, of=imported, record_id=keys[number], person_id=person, weight=weight)
            pair.other_id = there[other] if other is not None else None
            pairs[number].append(pair)
    for one in records:
        one.verdict = Verdict.ALIKE if one.number in pairs else Verdict.NEW
    likeliest = (one for some in pairs.values() for one in sorted(some, key=lambda pair: -pair.weight)[:MOST_ALIKE])
    keep_many(Alike, likeliest)
    known |= own


def _sharing(imported: Import, records: list[Record]) -> list[tuple[int, int | None, UUID | None]]:
    """Who shares a clue with these records, of those before them in the file and of whoever is known: each pair once."""
    table = connection.ops.quote_name(Clue._meta.db_table)
    key = Clue._meta.get_field("of").get_db_prep_value(imported.pk, connection)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT DISTINCT own.number, other.number, other.person_id FROM {table} own "  # noqa: S608 - names of ours
            f"JOIN {table} other ON other.of_id = own.of_id AND other.clue = own.clue "
            "WHERE own.of_id = %s AND own.number BETWEEN %s AND %s AND (other.number < own.number OR other.number IS NULL)",
            [key, records[0].number, records[-1].number],
        )
        found = cursor.fetchall()
    person_of = as_read(Clue, "person")
    return [(number, other, person_of(person)) for number, other, person in found]


def _standing(imported: Import, numbers: Collection[int]) -> dict[int, UUID]:
    """Those of these records that are taken over as people of their own, each with its key."""
    found: dict[int, UUID] = {}
    settled = [Verdict.NOT_TAKEN, Verdict.KNOWN, Verdict.CHANGED]
    for some in _some(numbers):
        records = Record.objects.filter(of=imported, number__in=some).exclude(verdict__in=settled)
        found |= dict(records.values_list("number", "pk"))
    return found


def _in_parts(imported: Import, numbers: Collection[int]) -> Iterator[Record]:
    for some in _some(numbers):
        yield from Record.objects.filter(of=imported, number__in=some).only("number", "sealed")


def _some(numbers: Collection[int]) -> Iterator[list[int]]:
    """A database takes only so many in one question."""
    rest = iter(sorted(numbers))
    while some := list(islice(rest, 5_000)):
        yield some
