"""Reads of what is known and agreed: always in the programs one asks for, because it stays in the program it was made in."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from handrail.accounts.models import Program, Staff
from handrail.kit.questions import written_once
from handrail.kit.whether import none_without
from handrail.people.models import (
    Arrangement,
    ContactPoint,
    Enrolment,
    Fact,
    FamilyTie,
    Finding,
    Person,
    Phase,
    SupportAgreement,
    Supporter,
    WalksWith,
)
from handrail.people.models.facts import FactQuerySet
from handrail.people.search.finding import find_people
from handrail.people.standing import standing_of

MOST_TO_TIE = 20

M = TypeVar("M", bound=Model)
F = TypeVar("F", bound=Fact)


def programs_of(person: Person, staff: Staff, at: datetime) -> list[Program]:
    """The programs through which this staff member reaches the person: what was written there they may read."""
    return standing_of(staff, person.pk, at).programs


def programs_looked_after(person: Person, staff: Staff, at: datetime) -> list[Program]:
    """Those where they do more than look: there they may write. Only where the person is part of the program now."""
    return standing_of(staff, person.pk, at).programs_looked_after


@written_once
def agreements(people: Iterable[Person], programs: Iterable[Program], at: datetime) -> QuerySet[SupportAgreement]:
    """What is agreed now with these people in these programs: one row for each person and program that has one."""
    running = SupportAgreement.objects.running_at(at).filter(person__in=people, program__in=programs)
    return running.select_related("program").order_by("from_at", "id")


@written_once
def rhythms(
    people: Iterable[UUID], programs: Iterable[UUID], at: datetime
) -> QuerySet[SupportAgreement, tuple[UUID, UUID, int | None]]:
    """How often was agreed with these people in these programs, where anything was: person, program, days."""
    running = SupportAgreement.objects.running_at(at).filter(person__in=people, program__in=programs)
    return running.order_by("from_at", "id").values_list("person", "program", "every_days")


def arrangements_of(person: Person, programs: list[Program]) -> list[Arrangement]:
    """What is arranged for a person: to be shown wherever something is planned or written down with them."""
    return [one for one in all_arrangements_of(person, programs) if one.stopped_at is None]


@none_without(Arrangement)
@written_once
def all_arrangements_of(person: Person, programs: list[Program]) -> FactQuerySet[Arrangement]:
    """The same with what was arranged before."""
    return _there(Arrangement, person, programs).order_by("kind", "noted_at", "id")


@none_without(ContactPoint)
@written_once
def points_of(person: Person, programs: list[Program]) -> FactQuerySet[ContactPoint]:
    """Every way to reach a person, those stopped included; what to try first comes first, what is never used last."""
    return _there(ContactPoint, person, programs).order_by("never", "-is_best", "noted_at", "id")


@none_without(Supporter)
@written_once
def supporters_of(person: Person, programs: list[Program]) -> FactQuerySet[Supporter]:
    """Everybody who stands by a person, or did."""
    return _there(Supporter, person, programs).order_by("noted_at", "id")


@none_without(Finding)
@written_once
def findings_of(person: Person, programs: list[UUID]) -> FactQuerySet[Finding]:
    """How they want to be found and met, one row a program."""
    return Finding.objects.standing().filter(person=person, program__in=programs).select_related("program").order_by("id")


def _there(model: type[F], person: Person, programs: list[Program]) -> FactQuerySet[F]:
    rows: FactQuerySet[F] = model.objects.all()
    return rows.filter(person=person, program__in=programs).select_related("program")


@none_without(SupportAgreement)
@written_once
def all_agreements_of(person: Person, programs: list[UUID]) -> QuerySet[SupportAgreement]:
    """What is and was agreed, the latest first."""
    return SupportAgreement.objects.filter(person=person, program__in=programs).order_by("-from_at", "-id")


@none_without(Phase)
@written_once
def phases_of(person: Person, enrolments: list[Enrolment]) -> QuerySet[Phase]:
    """Where on the road somebody is and was, the latest first."""
    return Phase.objects.filter(person=person, enrolment__in=enrolments).order_by("-from_at", "-id")


def ties_of(person: Person, staff: Staff, at: datetime) -> list[FamilyTie]:
    """Who of the person's family is a person of the agency, as far as the asker reaches both."""
    # Most have none. Found first, by the person; then asked which of them may be known.
    ties = _ties_with(person)
    return _may_be_known(ties, staff, at) if ties else []


@none_without(FamilyTie, "person", "other")
@written_once
def _ties_with(person: Person) -> QuerySet[FamilyTie, UUID]:
    """Told from either side."""
    return FamilyTie.objects.standing().filter(Q(person=person) | Q(other=person)).values_list("pk", flat=True)


@written_once
def _may_be_known(ties: list[UUID], staff: Staff, at: datetime) -> QuerySet[FamilyTie]:
    visible = FamilyTie.objects.visible_to(staff, at).filter(pk__in=ties)
    return visible.select_related("person", "other").order_by("noted_at", "id")


def ties_looked_after(person: Person, staff: Staff, at: datetime) -> set[UUID]:
    """Those of them that the asker may take back."""
    both = FamilyTie.objects.looked_after_by(staff, at).filter(Q(person=person) | Q(other=person))
    return set(both.values_list("pk", flat=True))


def others_to_tie(person: Person, staff: Staff, at: datetime) -> QuerySet[Person]:
    """The people a colleague looks after who are not tied to this person yet, as far as the colleague may know."""
    tied = FamilyTie.objects.visible_to(staff, at).standing().filter(Q(person=person) | Q(other=person))
    everybody = Person.objects.looked_after_by(staff, at).exclude(pk=person.pk)
    return everybody.exclude(pk__in=tied.values("person")).exclude(pk__in=tied.values("other")).order_by("chosen_name", "id")


def found_to_tie(person: Person, staff: Staff, words: str, at: datetime) -> list[Person]:
    """Those of them whom the words may mean, the likeliest first."""
    likeliest = [one.person_id for one in find_people(staff, words, at)]
    others = {other.pk: other for other in others_to_tie(person, staff, at).filter(pk__in=likeliest)}
    return [others[pk] for pk in likeliest if pk in others][:MOST_TO_TIE]


def chosen_to_tie(person: Person, staff: Staff, at: datetime, key: str) -> list[Person]:
    """The one that was chosen, while they may be; nobody for a key that makes no sense."""
    with suppress(ValueError):
        return list(others_to_tie(person, staff, at).filter(pk=UUID(key)))
    return []


def sent_before(model: type[M], staff: Staff, key: UUID, person: Person) -> M | None:
    """The row of this person that somebody made under this key, while they still look after them there."""
    rows: Any = model
    maker = "agreed_by" if model is SupportAgreement else "noted_by"
    found: M | None = rows.objects.all().looked_after_by(staff).filter(pk=key, person=person, **{maker: staff}).first()
    return found


@written_once
def reviews_due(staff: Staff, on: date, at: datetime) -> QuerySet[SupportAgreement]:
    """Agreements of the people a peer walks with that are to be looked at again."""
    mine = WalksWith.objects.carried_at(at).filter(
        peer=staff, enrolment__person=OuterRef("person"), enrolment__program=OuterRef("program")
    )
    running = SupportAgreement.objects.running_at(at).filter(agency=staff.agency_id, until_at__isnull=True)
    due = running.filter(Exists(mine), review_on__lte=on)
    return due.all_looked_after_by(staff, at).select_related("person").order_by("review_on", "id")
