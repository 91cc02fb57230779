"""Lists of people: everybody one reaches, narrowed and in the order one wants, with what each column tells.

However long a list is, only what is shown of it is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple, overload
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery

from handrail.accounts.models import Program, Staff
from handrail.kit.questions import hang, written_once
from handrail.people.models import EmergencyAccess, Enrolment, Person, Phase, WalksWith
from handrail.people.models.person import EnrolmentQuerySet

if TYPE_CHECKING:
    from handrail.people.columns import Column

LISTED, REACHED, ALONE = "listed", "reached", "alone"
"""Which enrolments a list is about: those in one's list, all that one reaches, those in which nobody walks with the person."""
FEW = 1000
"""So many places are gone by one by one. Where they are more, for whoever supervises very many, every question finds them anew."""
ON_A_LINE = ("agency", "chosen_name", "pronouns")
"""What a line of a list tells of a person themselves."""


@dataclass(frozen=True)
class Wanted:
    """What somebody asked the list for. Keys and words of ours only: it stands in the address."""

    alone: bool = False
    program: UUID | None = None
    peer: UUID | None = None
    phase: str = ""
    sort: str = ""

    @property
    def narrows(self) -> bool:
        """Whether some people are left out."""
        return any(self.narrowing)

    @property
    def narrowing(self) -> tuple[UUID | None, UUID | None, str]:
        """By which some people are left out."""
        return self.program, self.peer, self.phase


@dataclass
class Companion:
    """Who walks with somebody in one program, as a line names them."""

    place_id: UUID
    peer_id: UUID
    name: str


@dataclass
class Place:
    """Where somebody of a list is reached; rows of enrolment, program, walk and peer would be four times as much to make."""

    pk: UUID
    person_id: UUID
    program_id: UUID
    program: str
    walks_now: list[Companion] = field(default_factory=list)


class PeopleList:
    """Those one reaches, each with the programs and peers they are reached through, and the columns of the apps above."""

    def __init__(self, staff: Staff, at: datetime, wanted: Wanted, columns: Iterable[Column] = ()) -> None:
        self.staff, self.at, self.wanted, self.columns = staff, at, wanted, list(columns)
        self.few = None if wanted.alone else few_listed(staff, at)
        places = None if self.few is None else [place.pk for place in self.few]
        self.asked = (staff, at, ALONE if wanted.alone else LISTED, *wanted.narrowing, places)

    def count(self) -> int:
        """How many they are."""
        if self.few is not None and not self.wanted.narrows:
            return len({place.person for place in self.few})
        many = _how_many(*self.asked)
        return many[0] if many else 0

    @overload
    def __getitem__(self, which: int) -> Person: ...
    @overload
    def __getitem__(self, which: slice) -> list[Person]: ...
    def __getitem__(self, which: int | slice) -> Person | list[Person]:
        if isinstance(which, int):
            return self[which : which + 1][0]
        by = next((column for column in self.columns if column.sort_words and column.name == self.wanted.sort), None)
        people = _some_of(by, which.start or 0, which.stop, *self.asked)
        tell_columns(people, self.columns, self.staff, self.at)
        return with_places(people, *self.asked)


def my_people(staff: Staff, at: datetime) -> PeopleList:
    """Everybody in this staff member's list, by name."""
    return PeopleList(staff, at, Wanted())


def nobody_walks_with_yet(staff: Staff, at: datetime) -> PeopleList:
    """People of the programs this staff member supervises with whom nobody walks; with those programs only."""
    return PeopleList(staff, at, Wanted(alone=True))


def within_reach(people: Iterable[UUID], staff: Staff, at: datetime) -> dict[UUID, Person]:
    """The rows of these people, as far as they may be seen, with the programs they are reached through."""
    rows = _of_these(list(people), staff, at)
    return {person.pk: person for person in with_places(rows, staff, at, REACHED)}


def with_places(people: list[Person], staff: Staff, at: datetime, which: str, *narrowing: Any) -> list[Person]:
    """Each with the places they are `reached` at, who walks with them there, and whether an emergency opened them."""
    there = [Place(*row) for row in _places(people, staff, at, which, *narrowing)] if people else []
    walks = [Companion(*row) for row in _walks([place.pk for place in there], at)] if there else []
    hang(people, "reached", there, by="person")
    hang(there, "walks_now", walks, by="place")
    hang(people, "opened_by_me", _opened(people, staff, at) if people else [], by="person")
    return people


def tell_columns(people: list[Person], columns: list[Column], staff: Staff, at: datetime) -> None:
    """Put onto each person what the columns tell of them, as `told`."""
    of_each = defaultdict(list)
    for one in _told(people, columns, staff, at) if people and columns else []:
        of_each[one["person"]].append(one)
    for person in people:
        person.told = {column.name: _one_of(column, of_each[person.pk]) for column in columns}  # type: ignore[attr-defined]


def _one_of(column: Column, places: list[dict[str, Any]]) -> Any:
    values = [one[column.name] for one in places if one[column.name] is not None]
    return column.of_several(values) if values else None


class ListedPlace(NamedTuple):
    """An enrolment in somebody's list."""

    pk: UUID
    person: UUID
    program: UUID
    from_at: datetime
    until_at: datetime | None


def few_listed(staff: Staff, at: datetime) -> list[ListedPlace] | None:
    """The enrolments in one's list; None when they are more than a few. Found once, all that is told of a list goes by them."""
    found: list[ListedPlace] = staff.asked_once(
        ("listed", at), lambda: [ListedPlace(*row) for row in _listed(staff, at, FEW + 1)]
    )
    return found if len(found) <= FEW else None


@written_once
def _listed(staff: Staff, at: datetime, most: int) -> QuerySet[Enrolment, tuple[UUID, UUID, UUID, datetime, datetime | None]]:
    return Enrolment.objects.listed_for(staff, at).values_list("pk", "person", "program", "from_at", "until_at")[:most]


def _within(
    staff: Staff,
    at: datetime,
    which: str,
    program: UUID | None = None,
    peer: UUID | None = None,
    phase: str = "",
    few: list[UUID] | None = None,
) -> EnrolmentQuerySet:
    """The enrolments a list is about: those found already, where they are few. The questions hand `which` on to here."""
    every = Enrolment.objects.all()
    if few is not None:
        reached = every.filter(pk__in=few)
    elif which == ALONE:
        reached = every.reached_by_way("nobody_yet", staff, at)
    else:
        reached = every.listed_for(staff, at) if which == LISTED else every.visible_to(staff, at)
    if program or peer or phase:
        reached = reached.running_at(at)
    if program:
        reached = reached.filter(program=program)
    if peer:
        theirs = WalksWith.objects.carried_at(at).filter(enrolment=OuterRef("pk"), peer=peer)
        reached = reached.filter(Exists(theirs))
    if phase:
        there: Any = Phase.objects.running_at(at).filter(enrolment=OuterRef("pk"), phase=phase)
        reached = reached.filter(Exists(there))
    return reached


def _people(staff: Staff, at: datetime, *which: Any) -> QuerySet[Person]:
    return Person.objects.filter(agency_id=staff.agency_id, pk__in=_within(staff, at, *which).values("person"))


@written_once
def _how_many(staff: Staff, at: datetime, *which: Any) -> QuerySet[Person, int]:
    counted = _people(staff, at, *which).values("agency").annotate(many=Count("pk"))
    return counted.order_by().values_list("many", flat=True)


@written_once
def _some_of(by: Column | None, first: int, end: int | None, staff: Staff, at: datetime, *which: Any) -> QuerySet[Person]:
    people = _people(staff, at, *which).only(*ON_A_LINE)
    if by is None:
        return people.order_by("chosen_name", "id")[first:end]
    told = _of_each_place(Enrolment.objects.visible_to(staff, at).filter(person=OuterRef("pk")), [by], at)
    best = F(by.name).desc(nulls_last=True) if by.of_several is max else F(by.name).asc(nulls_last=True)
    told = people.annotate(**{by.name: Subquery(told.order_by(best).values(by.name)[:1])})
    return told.order_by(F(by.name).asc(nulls_last=True), "chosen_name", "id")[first:end]


@written_once
def _of_these(people: list[UUID], staff: Staff, at: datetime) -> QuerySet[Person]:
    return Person.objects.visible_to(staff, at).filter(pk__in=people).order_by("chosen_name", "id")


@written_once
def _places(people: list[Person], staff: Staff, at: datetime, *which: Any) -> QuerySet[Enrolment, tuple[UUID, UUID, UUID, str]]:
    there = _within(staff, at, *which).running_at(at).filter(person__in=people).order_by("from_at", "id")
    return there.values_list("pk", "person", "program", "program__name")


@written_once
def _walks(enrolments: list[UUID], at: datetime) -> QuerySet[WalksWith, tuple[UUID, UUID, str]]:
    carried = WalksWith.objects.carried_at(at).filter(enrolment__in=enrolments).order_by("from_at", "id")
    return carried.values_list("enrolment", "peer", "peer__name")


@written_once
def _opened(people: list[Person], staff: Staff, at: datetime) -> QuerySet[EmergencyAccess]:
    return EmergencyAccess.objects.running_at(at).filter(staff=staff, person__in=people).order_by("-until_at")


@written_once
def _told(people: list[Person], columns: list[Column], staff: Staff, at: datetime) -> QuerySet[Enrolment, dict[str, Any]]:
    there = _of_each_place(Enrolment.objects.visible_to(staff, at).filter(person__in=people), columns, at)
    asked: QuerySet[Enrolment, dict[str, Any]] = there.values("person", *(column.name for column in columns))
    return asked


def _of_each_place(enrolments: EnrolmentQuerySet, columns: list[Column], at: datetime) -> Any:
    return enrolments.annotate(**{column.name: column.value(at) for column in columns})


def programs_and_peers(staff: Staff, at: datetime) -> tuple[list[Program], list[Staff]]:
    """The programs of everybody in one's list, and who walks with them there."""
    few = few_listed(staff, at)
    if few is None:
        return _programs_of_all(staff, at), _peers_of_all(staff, at)
    now = [place for place in few if place.from_at <= at and (place.until_at is None or place.until_at > at)]
    if not now:
        return [], []
    return _programs({place.program for place in now}), _peers_of([place.pk for place in now], at)


@written_once
def _programs(keys: set[UUID]) -> QuerySet[Program]:
    return Program.objects.filter(pk__in=keys).order_by("name", "id")


@written_once
def _peers_of(enrolments: list[UUID], at: datetime) -> QuerySet[Staff]:
    walks = WalksWith.objects.carried_at(at).filter(enrolment__in=enrolments)
    return Staff.objects.filter(pk__in=walks.values("peer")).order_by("name", "id")


@written_once
def _programs_of_all(staff: Staff, at: datetime) -> QuerySet[Program]:
    reached = Enrolment.objects.listed_for(staff, at).running_at(at)
    return Program.objects.filter(pk__in=reached.values("program")).order_by("name", "id")


@written_once
def _peers_of_all(staff: Staff, at: datetime) -> QuerySet[Staff]:
    reached = Enrolment.objects.listed_for(staff, at).running_at(at)
    walks = WalksWith.objects.carried_at(at).filter(enrolment__in=reached)
    return Staff.objects.filter(pk__in=walks.values("peer")).order_by("name", "id")
