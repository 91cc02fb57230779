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

    `closed` says in a sentence why this text cannot be changed by this staff member now, as when it was signed; else nothing.
    """

    page: Callable[[OwnWords], str]
    may_be_empty: bool = False
    closed: Callable[[OwnWords, Staff], str | Promise] = _open


def _the_plan(own: OwnWords) -> str:
    return reverse("plans:plan_show", args=[own.person_id])


ON_THE_PLAN = Place(_the_plan)
_places: dict[str, Place] = {}


def register(kind: str, place: Place) -> None:
    """Say where texts of a kind stand. Whatever says nothing stands on the plan."""
    _places[kind] = place


def place_of(own: OwnWords) -> Place:
    """Where a text stands."""
    return _places.get(own.kind, ON_THE_PLAN)


def page_of(own: OwnWords) -> str:
    """The page to go back to, at the text."""
    return f"{place_of(own).page(own)}#words-{own.pk}"
