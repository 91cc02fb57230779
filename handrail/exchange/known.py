"""Who of a file came before: found by the mark of the record, and held against what it told then."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef

from handrail.exchange.making import Facts, differs
from handrail.exchange.models import Import, Origin, Record
from handrail.exchange.telling import names_in, phones_in, places_in, same_by
from handrail.people.models import Enrolment, OnePerson, Person
from handrail.people.search.weighing import WORTH_ASKING, Known, known_of, weigh

BORN = ("born_on", "born_year", "born_month")
MOST_COMPARED = 6
"""Names, and addresses, of one record that are held against others. A person's has two or three."""


def known_from(facts: Facts) -> Known:
    """What a record tells, made ready to be held against others."""
    born_on = date.fromisoformat(facts["born_on"]) if facts.get("born_on") else None
    return known_of(names_in(facts)[:MOST_COMPARED], born_on, phones_in(facts), places_in(facts)[:MOST_COMPARED])


def fits(now: Facts, before: Facts) -> bool:
    """Whether both tell of one person, so that nobody has to be asked. A number alone says nothing: many lists count from 1."""
    if names_in(now) == names_in(before) and all(now.get(name) == before.get(name) for name in BORN):
        return True
    return weigh(known_from(now), known_from(before)) >= WORTH_ASKING


def same_record(now: Facts, before: Facts) -> bool:
    """Whether both say the same of who it is about; who stands by them, and what they hope for, may differ."""
    return same_by(now) == same_by(before)


@dataclass(frozen=True)
class Before:
    """Somebody who came into this program with a record of the same mark."""

    origin: Origin
    told: Facts
    person_id: UUID
    """Of two records that are one person's, the one that goes on."""
    is_theirs: bool
    """Whether the one who brings the file looks after them now."""
    same: bool
    """It tells now what it told then, and nothing else."""
    fits: bool
    """It tells of the same person, as far as anybody can say without asking."""

    @property
    def reasons(self) -> list[list[str]]:
        """Of somebody the asker does not look after nothing is told, but that the record came before."""
        return [] if self.is_theirs else [["not_yours", ""]]


def came_before(imported: Import, records: Collection[Record], at: datetime) -> dict[UUID, Before]:
    """Of each record whoever came with it before, as far as the one who brings the file may know of it.

    Those they look after now, and those they brought themselves. Of anybody else only to whoever holds all that was told of
    them, and more than a name: they learn that the record came before, and nothing besides. Whoever is not part of the program yet,
    or not any more because it is undone, is not here.
    """
    by_mark: defaultdict[str, list[Origin]] = defaultdict(list)
    part_of_it = Enrolment.objects.filter(person=OuterRef("person"), program=OuterRef("program"))
    origins = Origin.objects.filter(Exists(part_of_it), program=imported.program_id, mark__in={one.mark for one in records})
    for origin in origins.annotate(made_by=F("person__made_by")).order_by("at", "id"):
        by_mark[origin.mark].append(origin)
    if not by_mark:
        return {}
    every = {origin.person_id for some in by_mark.values() for origin in some}
    as_whom = _who_goes_on(imported, every, at)
    looked_after = Person.objects.looked_after_by(imported.by, at).filter(pk__in=every | set(as_whom.values()))
    theirs = set(looked_after.values_list("pk", flat=True))
    found = {}
    for one in records:
        told = one.told if one.mark in by_mark else {}
        people = [_held_against(told, origin, as_whom, theirs) for origin in by_mark.get(one.mark, [])]
        may_know = [before for before in people if _may_know(imported, before)]
        if may_know:  # of several the first who came, among those whom it fits best
            found[one.pk] = max(may_know, key=lambda before: (before.same, before.fits, before.is_theirs))
    return found


def _who_goes_on(imported: Import, people: Collection[UUID], at: datetime) -> dict[UUID, UUID]:
    """In whose record they go on, of those who turned out to be somebody known; as far as the one who brings the file may know."""
    joined = OnePerson.objects.standing().visible_to(imported.by, at).filter(other__in=people)
    return dict(joined.values_list("other", "one"))


def _held_against(told: Facts, origin: Origin, as_whom: dict[UUID, UUID], theirs: Collection[UUID]) -> Before:
    before = Record(sealed=origin.sealed).told
    person, same = as_whom.get(origin.person_id, origin.person_id), not differs(told, before)
    return Before(origin, before, person, person in theirs, same, same or fits(told, before))


def _may_know(imported: Import, before: Before) -> bool:
    if before.is_theirs:
        return True
    brought_them = before.origin.made_by == imported.by_id  # type: ignore[attr-defined]  # asked for above
    return (brought_them and before.fits) or (before.same and _tells_more_than_a_name(before.told))


def _tells_more_than_a_name(facts: Facts) -> bool:
    """Names can be guessed."""
    return any(facts.get(what) for what in ("born_on", "points", "number"))
