"""What a contact can touch in one tap: they worked on the directive."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.directives import queries
from handrail.plans.touching import Kind, Said, Touchable, register


def directives(people: list[UUID], programs: list[UUID]) -> list[Touchable]:
    """The drafts of these people, and what they signed."""
    there = queries.directives_there(people, programs)
    return [Touchable(str(one.pk), str(one.rules.document), one.person_id, one.program_id) for one in there]


def words(keys: list[str]) -> dict[str, str]:
    """What the paper is called in its state."""
    return {str(one.pk): str(one.rules.document) for one in queries.directives_by(keys)}


def worked_on(said: Said, by: Staff, at: datetime) -> None:
    """The note tells it. What was written in the directive is kept there, and who helped with it."""


def offer() -> None:
    """Let contacts touch directives."""
    register(Kind("directive", _("Worked on the directive"), _("Directive worked on"), directives, words, worked_on))
