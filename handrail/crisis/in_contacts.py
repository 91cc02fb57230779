"""What a contact can touch in one tap: they worked on a crisis plan, a family's, or one against going back."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.crisis import queries
from handrail.plans.touching import Kind, Said, Touchable, register


def plans(people: list[UUID], programs: list[UUID]) -> list[Touchable]:
    """The plans of these people that were begun."""
    there = queries.plans_there(people, programs)
    return [Touchable(str(one.pk), str(one.guide.name), one.person_id, one.program_id) for one in there]


def words(keys: list[str]) -> dict[str, str]:
    """Which plan it is."""
    return {str(one.pk): str(one.guide.name) for one in queries.plans_by(keys)}


def worked_on(said: Said, by: Staff, at: datetime) -> None:
    """The note tells it. What was written in the plan is kept there, by whom and when, as it was typed."""


def offer() -> None:
    """Let contacts touch plans."""
    register(Kind("guidedplan", _("Worked on together"), _("Plans worked on"), plans, words, worked_on))
