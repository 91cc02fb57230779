"""Preparation sheets: those ahead, those that are over, and one as its page tells it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Prefetch, QuerySet

from handrail.accounts.models import Program, Staff
from handrail.kit.questions import written_once
from handrail.kit.whether import none_without
from handrail.people.models import Person
from handrail.plans.models import Answer, OwnWords, Preparation, PreparationDone, Tick
from handrail.plans.queries.words import beside, own_words


def preparations_of(person: Person, programs: Iterable[Program]) -> list[Preparation]:
    """The sheets somebody still has ahead, by their day; those without a day last. Each with its words and its program."""
    return _open(person, list(programs))


@none_without(Preparation)
@written_once
def _open(person: Person, programs: list[Program]) -> QuerySet[Preparation]:
    sheets = Preparation.objects.open().filter(person=person, program__in=programs).select_related("own", "program")
    return sheets.order_by(F("on").asc(nulls_last=True), F("at_hour").asc(nulls_first=True), "id")


@written_once
def preparations_there(people: list[UUID], programs: list[UUID]) -> QuerySet[Preparation]:
    """The sheets these people have ahead in these programs, with their words."""
    sheets = Preparation.objects.open().filter(person__in=people, program__in=programs).select_related("own")
    return sheets.order_by(F("on").asc(nulls_last=True), "id")


def preparation_words(keys: Iterable[str]) -> dict[str, str]:
    """The words of these sheets as they read now, also of those that are over or put away."""
    return {str(one.pk): one.words for one in Preparation.objects.filter(pk__in=list(keys)).select_related("own")}


def preparation_by(key: str, person: UUID) -> Preparation | None:
    """The sheet of this key, when it is this person's."""
    return Preparation.objects.filter(pk=key, person=person).first()  # type: ignore[return-value]


def prepared_lately(person: Person, programs: Iterable[Program], most: int) -> list[PreparationDone]:
    """What was prepared and is over, the latest first; each with its sheet."""
    return _lately(person, list(programs), most)


@none_without(PreparationDone)
@written_once
def _lately(person: Person, programs: list[Program], most: int) -> QuerySet[PreparationDone]:
    return _done(person, programs).order_by("-at", "-id")[:most]


def prepared(person: Person, programs: Iterable[Program]) -> QuerySet[PreparationDone]:
    """The same, all of it."""
    return _done(person, list(programs)).order_by("-at", "-id")


def _done(person: Person, programs: list[Program]) -> QuerySet[PreparationDone]:
    done = PreparationDone.objects.standing().filter(person=person, program__in=programs)
    return done.filter(preparation__taken_back_at__isnull=True).select_related("preparation__own", "preparation__program")


def done_by_how(person: Person, programs: Iterable[Program]) -> dict[str, int]:
    """How often somebody did what they had prepared on their own, with help, or had it done."""
    return {row["how"]: row["times"] for row in _counted(person, list(programs))}


@none_without(PreparationDone)
@written_once
def _counted(person: Person, programs: list[Program]) -> QuerySet[Any, dict[str, Any]]:
    done = PreparationDone.objects.standing().filter(person=person, program__in=programs)
    return done.filter(preparation__taken_back_at__isnull=True).order_by().values("how").annotate(times=Count("pk"))  # type: ignore[return-value]


def whole_preparation(preparation: Preparation) -> Preparation:
    """The same sheet with all it says: `all_answers` (each with its `ticks_now`), and `doings_now`."""
    ticks = Prefetch("ticks", queryset=Tick.objects.standing(), to_attr="ticks_now")
    answers = Answer.objects.select_related("own").prefetch_related(ticks, beside("own"))
    done = PreparationDone.objects.standing().select_related("by").order_by("at", "id")
    sheets = Preparation.objects.select_related("own", "person").prefetch_related(
        Prefetch("answers", queryset=answers, to_attr="all_answers"),
        Prefetch("doings", queryset=done, to_attr="doings_now"),
        beside("own"),
    )
    return sheets.get(pk=preparation.pk)


def answer_to(preparation: Preparation, prompt: str) -> OwnWords | None:
    """What is said to one question of a sheet, when something is."""
    return own_words().filter(answer__preparation=preparation, answer__prompt=prompt).first()


def answers() -> QuerySet[Answer]:
    """Answers, each with its words and its sheet."""
    return Answer.objects.select_related("own", "preparation", "person")


def preparation_sent_by(staff: Staff, key: UUID) -> Preparation | None:
    """The sheet somebody began under this key, as long as they reach it."""
    return Preparation.objects.visible_to(staff).filter(made_by=staff, pk=key).first()  # type: ignore[return-value]


@written_once
def prepared_for(staff: Staff, first: date, last: date, at: datetime) -> QuerySet[Preparation]:
    """The open sheets of these days, of the people this staff member looks after."""
    sheets = Preparation.objects.open().looked_after_by(staff, at).filter(on__gte=first, on__lte=last)
    return sheets.select_related("person").order_by("on", F("at_hour").asc(nulls_first=True), "id")  # type: ignore[return-value]
