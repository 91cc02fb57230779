"""What of a plan a contact can touch in one tap: a tool was used together, a strength showed, something was prepared."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.plans import actions, queries
from handrail.plans.touching import Kind, Said, Touchable, register


def tools(people: list[UUID], programs: list[UUID]) -> list[Touchable]:
    """The tools of these people."""
    return [Touchable(str(one.pk), one.words, one.person_id, one.program_id) for one in queries.tools_there(people, programs)]


def strengths(people: list[UUID], programs: list[UUID]) -> list[Touchable]:
    """The strengths of these people."""
    there = queries.strengths_there(people, programs)
    return [Touchable(str(one.pk), one.words, one.person_id, one.program_id) for one in there]


def preparations(people: list[UUID], programs: list[UUID]) -> list[Touchable]:
    """What these people prepare."""
    there = queries.preparations_there(people, programs)
    return [Touchable(str(one.pk), one.words, one.person_id, one.program_id) for one in there]


def tool_was_used(said: Said, by: Staff, at: datetime) -> None:
    """A note of it is signed. Whether it helped can be said on the plan."""
    if tool := queries.tool_by(said.key, said.person_id):
        actions.use_tool(tool=tool, by=by, at=at, said_in=said.part)


def strength_showed(said: Said, by: Staff, at: datetime) -> None:
    """A note of it is signed."""
    if strength := queries.strength_by(said.key, said.person_id):
        actions.note_strength(strength=strength, by=by, at=at, said_in=said.part)


def it_was_prepared(said: Said, by: Staff, at: datetime) -> None:
    """A note of it is signed. How it went is told on the sheet, when it is over."""
    if preparation := queries.preparation_by(said.key, said.person_id):
        actions.work_on_preparation(preparation=preparation, by=by, at=at)


def offer() -> None:
    """Let contacts touch them."""
    register(Kind("tool", _("Used together"), _("Wellness tools used"), tools, queries.tool_words, tool_was_used))
    register(Kind("strength", _("Strong today"), _("A strength showed"), strengths, queries.strength_words, strength_showed))
    register(
        Kind(
            "preparation",
            _("Prepared together"),
            _("Prepared together"),
            preparations,
            queries.preparation_words,
            it_was_prepared,
        )
    )
