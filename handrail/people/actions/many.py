"""Many people at once: the same promises as for one (a line of the record each, keys to be found by), kept quickly.

For people who come together in a file, and for whoever fills an installation to measure it. Somebody who is added here and not
enrolled yet is reached by nobody: reaching goes by enrolment. `enrol_many` lets them all be there at one moment, and
`take_out_many` is the way back while nobody has worked with them.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from handrail.accounts.models import Program, Staff
from handrail.audit.journal import action, record
from handrail.kit.ids import new_id
from handrail.kit.many import insert_many, keep_many
from handrail.people.models import ContactPoint, Enrolment, Fact, Person, SearchKey, Supporter, WalksWith
from handrail.people.search import index, index_new

ENROLMENT = ("id", "agency", "person", "program", "from_at", "enrolled_by", "ending", "why_ended")


@dataclass(frozen=True)
class Arrival:
    """Somebody who is about to be added, and what is known of them in the program: rows without an owner yet."""

    person: Person
    points: Sequence[ContactPoint] = ()
    supporters: Sequence[Supporter] = ()


@action
def add_many(*, arrivals: Sequence[Arrival], program: Program, by: Staff, at: datetime, detail: str = "") -> list[Person]:
    """Add these people. Nobody reaches them before they are enrolled."""
    people = [arrival.person for arrival in arrivals]
    for person in people:
        person.agency_id, person.made_by, person.made_at = by.agency_id, by, at
    keep_many(Person, people)
    keep_many(ContactPoint, _noted(((one.person, one.points) for one in arrivals), program, by, at))
    keep_many(Supporter, _noted(((one.person, one.supporters) for one in arrivals), program, by, at))
    index_new(people)
    for person in people:
        record("person.added", by=by, at=at, subject=person, person=person, detail=detail)
    return people


def _noted(facts: Iterable[tuple[Person, Sequence[Fact]]], program: Program, by: Staff, at: datetime) -> list[Fact]:
    rows = []
    for person, theirs in facts:
        for fact in theirs:
            fact.person, fact.program = person, program
            fact.note(by, at)
            rows.append(fact)
    return rows


@dataclass(frozen=True)
class Change:
    """What becomes known of somebody who is here: fields of their own that were set anew, and what is noted besides."""

    person: Person
    fields: Sequence[str] = ()
    points: Sequence[ContactPoint] = ()
    supporters: Sequence[Supporter] = ()

    @property
    def says_something(self) -> bool:
        """Whether anything is to be kept."""
        return bool(self.fields or self.points or self.supporters)


@action
def change_many(*, changes: Sequence[Change], program: Program, by: Staff, at: datetime, detail: str = "") -> None:
    """Keep what changed about these people: of each no other field than those that are named."""
    people = [change.person for change in changes]
    for fields in {tuple(change.fields) for change in changes if change.fields}:
        Person.objects.bulk_update([one.person for one in changes if tuple(one.fields) == fields], fields)
    keep_many(ContactPoint, _noted(((one.person, one.points) for one in changes), program, by, at))
    keep_many(Supporter, _noted(((one.person, one.supporters) for one in changes), program, by, at))
    index(*people)
    for person in people:
        record("person.corrected", by=by, at=at, subject=person, person=person, detail=detail)


@action
def enrol_many(
    *, people: Collection[UUID], program: Program, by: Staff, at: datetime, subject: object = None, detail: str = ""
) -> int:
    """They are all part of the program from this moment. One line for all of them; each has one of their own already."""
    many = insert_many(Enrolment, ENROLMENT, (_enrolment(person, program, by, at) for person in people))
    record("people.enrolled", by=by, at=at, subject=subject or program, detail=detail)
    return many


@action
def enrol_each(*, people: Collection[UUID], program: Program, by: Staff, at: datetime, detail: str = "") -> None:
    """The same for people who were known before: that they are part of the program now stands in the record of each."""
    rows = [_enrolment(person, program, by, at) for person in people]
    insert_many(Enrolment, ENROLMENT, rows)
    for key, _agency, person, *_rest in rows:
        record("enrolment.begun", by=by, at=at, subject=key, person=person, detail=detail)


def _enrolment(person: UUID, program: Program, by: Staff, at: datetime) -> tuple[Any, ...]:
    return (new_id(), by.agency_id, person, program.pk, at, by.pk, "", "")


@action
def walk_with_many(*, walks: Iterable[tuple[UUID, UUID]], by: Staff, at: datetime) -> int:
    """A peer walks with each of these (enrolment, peer), as was arranged with them. One line for all."""
    names = ("id", "agency", "enrolment", "peer", "from_at", "chosen_by_person", "why_ended")
    many = insert_many(
        WalksWith, names, ((new_id(), by.agency_id, enrolment, peer, at, False, "") for enrolment, peer in walks)
    )
    record("people.walked_with", by=by, at=at)
    return many


@action
def take_out_many(*, people: Collection[UUID], by: Staff, at: datetime, detail: str = "") -> None:
    """As if they had never been added: whoever is enrolled nowhere and with whom nobody has worked. Their lines stay."""
    SearchKey.objects.filter(person__in=people)._raw_delete(SearchKey.objects.db)
    ContactPoint.objects.filter(person__in=people)._raw_delete(ContactPoint.objects.db)
    Supporter.objects.filter(person__in=people)._raw_delete(Supporter.objects.db)
    Person.objects.filter(pk__in=people)._raw_delete(Person.objects.db)
    for person in people:
        record("person.taken_out", by=by, at=at, person=person, detail=detail)
