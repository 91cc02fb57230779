"""The second half of the dry run: each record beside whoever came before, whoever is known, and the other records of the file."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from itertools import islice
from uuid import UUID

from django.db import connection

from handrail.exchange.known import Before, came_before, known_from
from handrail.exchange.making import Standing, change_of, new_hopes, standing_of, stays_as_here
from handrail.exchange.models import Alike, Clue, Import, Record, RecordKind, Verdict
from handrail.exchange.within import refuse_twice
from handrail.kit.many import as_read, change_many, insert_many, keep_many
from handrail.kit.sealed import number_of
from handrail.people.models import Person
from handrail.people.search.weighing import WORTH_ASKING, Known, clues_of, known_to, weigh

AT_ONCE = 250
MOST_SHARE = 60
"""A clue that more than these share says too little to be followed."""
MOST_ALIKE = 5
MOST_KEPT_READY = 20_000
MOST_CLUES = 300
"""Of one record. Somebody's has a few dozen."""


def gather_some(imported: Import) -> int:
    """Go through the next people of the file: who stands in it twice, and what others would share with them. None at the end."""
    after = int(imported.cursor.partition(":")[2] or 0)
    people = Record.objects.filter(of=imported, kind=RecordKind.PERSON, number__gt=after).exclude(verdict=Verdict.NOT_TAKEN)
    records = list(people.order_by("number")[:AT_ONCE])
    if not records:
        return 0
    refuse_twice(imported, records)
    _note_clues(imported, ((one.number, None, known_by(one)) for one in records if not one.verdict))
    imported.cursor = f"gather:{records[-1].number}"
    imported.save(update_fields=["cursor"])
    return len(records)


def known_by(record: Record) -> Known:
    """What a record tells, made ready to be held against others."""
    return known_from(record.told)


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
        for clue in sorted(clues_of(known), key=lambda clue: (clue.startswith("in "), clue))[:MOST_CLUES]
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
    asked = _hold_against_before(imported, records, at)
    _hold_against_others(imported, records, known, asked, at)
    change_many(Record, ["verdict", "reasons", "person"], records)
    imported.cursor, imported.done = f"compare:{records[-1].number}", imported.done + len(records)
    imported.save(update_fields=["cursor", "done"])
    return len(records)


def _hold_against_before(imported: Import, records: list[Record], at: datetime) -> dict[UUID, Alike]:
    """Who came before is here already, or changes. The pairs in which only the number is the same: somebody has to say."""
    before = came_before(imported, records, at)
    telling = {key: one.person_id for key, one in before.items() if one.fits and one.is_theirs and not one.same}
    people = Person.objects.in_bulk(set(telling.values()))
    standing = standing_of(people, imported)
    asked = {}
    for one in records:
        if (known := before.get(one.pk)) is None:
            continue
        if known.fits:
            person = people.get(known.person_id) if one.pk in telling else None
            _beside(one, known, person, standing)
            continue
        one.reasons = [["number_of_another", ""]]
        weight = weigh(known_by(one), known_from(known.told))
        asked[one.pk] = Alike(agency_id=imported.agency_id, of=imported, person_id=known.person_id, weight=weight)
    return asked


def _beside(one: Record, known: Before, person: Person | None, standing: dict[UUID, Standing]) -> None:
    """Somebody who is here. `person`: if the asker looks after them, and the record tells otherwise than the last time."""
    one.verdict, one.person_id, one.reasons = Verdict.KNOWN, known.person_id, known.reasons
    if person is None:
        return
    told = one.told
    if stays_as_here(person, told, known.told):
        one.reasons = [["kept_ours", ""]]
    change, _undoing = change_of(person, told, known.told, standing[person.pk])
    if change.says_something or new_hopes(told, known.told):
        one.verdict = Verdict.CHANGED


def _hold_against_others(
    imported: Import, batch: list[Record], known: dict[int, Known], asked: dict[UUID, Alike], at: datetime
) -> None:
    """Each against the records before it in the file, and against whoever is known, as far as they share a clue.

    `asked`: about whom somebody is asked whatever they share.
    """
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
    pairs: defaultdict[int, list[Alike]] = defaultdict(list)
    for number, other, person in sharing:
        if number not in own or (other is not None and other not in there):
            continue
        beside = people.get(person) if person else own.get(other or 0) or known.get(other or 0)
        if beside is not None and (weight := weigh(own[number], beside)) >= WORTH_ASKING:
            pair = Alike(agency_id=imported.agency_id, of=imported, person_id=person, weight=weight)
            pair.other_id = there[other] if other is not None else None
            pairs[number].append(pair)
    _keep_pairs(records, pairs, asked)
    known |= own


def _keep_pairs(records: list[Record], pairs: dict[int, list[Alike]], asked: dict[UUID, Alike]) -> None:
    """About the likeliest somebody is asked."""
    kept = []
    for one in records:
        first = [asked[one.pk]] if one.pk in asked else []
        others = [pair for pair in pairs.get(one.number, []) if not first or pair.person_id != first[0].person_id]
        likeliest = [*first, *sorted(others, key=lambda pair: -pair.weight)][:MOST_ALIKE]
        for pair in likeliest:
            pair.record = one
        one.verdict = Verdict.ALIKE if likeliest else Verdict.NEW
        kept += likeliest
    keep_many(Alike, kept)


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
