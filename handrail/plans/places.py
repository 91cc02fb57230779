"""Where each text in the person's own words stands. Apps say it for their kinds of text in their `apps.py`."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from handrail.accounts.models import Staff
from handrail.plans.models import OwnWords


def _open(own: OwnWords, by: Staff) -> str:
    return ""


@dataclass(frozen=True)
class Place:
    """The page on which texts of a kind are read, and whether such a text may be emptied again: an answer may, a goal may not.

    `shown` is the template that shows the text in its place when it was just put better.
    `closed` says in a sentence why this text cannot be changed by this staff member now, as when it was signed; else nothing.
    """

    page: Callable[[OwnWords], str]
    may_be_empty: bool = False
    shown: str = "plans/_words.html"
    closed: Callable[[OwnWords, Staff], str | Promise] = _open


def _the_plan(own: OwnWords) -> str:
    return reverse("plans:plan_show", args=[own.person_id])


def _the_sheet(own: OwnWords) -> str:
    return reverse("plans:preparation_show", args=[own.preparation.pk])


def _the_sheet_it_answers(own: OwnWords) -> str:
    return reverse("plans:preparation_show", args=[own.answer.preparation_id])


def _the_choice(own: OwnWords) -> str:
    return reverse("plans:choice_show", args=[own.choice.pk])


def _the_choice_it_is_part_of(own: OwnWords) -> str:
    return reverse("plans:choice_show", args=[getattr(own, own.kind).choice_id])


ON_THE_PLAN = Place(_the_plan)
_places: dict[str, Place] = {
    "toolhow": Place(_the_plan, may_be_empty=True),
    "preparation": Place(_the_sheet),
    "answer": Place(_the_sheet_it_answers, may_be_empty=True, shown="plans/_answer.html"),
    "choice": Place(_the_choice),
    "matter": Place(_the_choice_it_is_part_of),
    "option": Place(_the_choice_it_is_part_of),
    "thought": Place(_the_choice_it_is_part_of, may_be_empty=True, shown="plans/_answer.html"),
}


def register(kind: str, place: Place) -> None:
    """Say where texts of a kind stand. Whatever says nothing stands on the plan."""
    _places[kind] = place


def place_of(own: OwnWords) -> Place:
    """Where a text stands."""
    return _places.get(own.kind, ON_THE_PLAN)


def page_of(own: OwnWords) -> str:
    """The page to go back to, at the text."""
    return f"{place_of(own).page(own)}#words-{own.pk}"
