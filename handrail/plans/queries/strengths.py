"""Strengths, and the moments in which they showed."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Min, QuerySet, Window
from django.db.models.functions import RowNumber

from handrail.accounts.models import Staff
from handrail.kit.questions import hang, written_once
from handrail.plans.models import Strength, StrengthShown
from handrail.plans.queries.words import read_asides

MOMENTS_SHOWN = 3
"""On the plan a strength shows its last so many moments, and tells how many there were. All of them stand on its own page."""


def read_moments(strengths: list[Any]) -> None:
    """Let each of these strengths know its last moments (`lately`); asked once for all."""
    hang(strengths, "lately", _moments(strengths) if strengths else [], by="strength")


def whole_strength(strength: Strength) -> Any:
    """The same strength as its page tells it."""
    whole: list[Any] = _this_strength(strength)
    read_moments(whole)
    read_asides([one.own for one in whole])
    return whole[0]


@written_once
def _this_strength(strength: Strength) -> QuerySet[Strength]:
    return Strength.objects.filter(pk=strength.pk).select_related("own", "person").order_by("id")


@written_once
def strengths_there(people: list[UUID], programs: list[UUID]) -> QuerySet[Strength]:
    """Strengths of these people in these programs, with their words."""
    there = Strength.objects.standing().filter(person__in=people, program__in=programs)
    return there.select_related("own").order_by("made_at", "id")


@written_once
def _moments(strengths: list[Strength]) -> QuerySet[StrengthShown]:
    """The last of each, the newest first; every one knows how many there are (`times`) and since when (`since`)."""
    every = StrengthShown.objects.standing().filter(strength__in=strengths)
    counted = every.annotate(
        nth=Window(RowNumber(), partition_by="strength", order_by=[F("at").desc(), F("id").desc()]),
        times=Window(Count("id"), partition_by="strength"),
        since=Window(Min("at"), partition_by="strength"),
    )
    return counted.filter(nth__lte=MOMENTS_SHOWN).order_by("-at", "-id")


def moments_of(strength: Strength) -> QuerySet[StrengthShown]:
    """Every moment in which a strength showed, the newest first."""
    return StrengthShown.objects.standing().filter(strength=strength).select_related("by").order_by("-at", "-id")


def strength_words(keys: Iterable[str]) -> dict[str, str]:
    """The words of these strengths as they read now, also of those that were taken out."""
    there = Strength.objects.filter(pk__in=list(keys)).select_related("own")
    return {str(one.pk): one.words for one in there}


def strength_by(key: str, person: UUID) -> Strength | None:
    """The strength of this key, when it is this person's."""
    return Strength.objects.filter(pk=key, person=person).first()


def strength_sent_by(staff: Staff, key: UUID) -> Strength | None:
    """The strength somebody wrote down under this key, as long as they reach it."""
    return Strength.objects.visible_to(staff).filter(made_by=staff, pk=key).first()


def moment_sent_by(staff: Staff, key: UUID) -> StrengthShown | None:
    """The same for a moment."""
    return StrengthShown.objects.visible_to(staff).filter(by=staff, pk=key).first()
