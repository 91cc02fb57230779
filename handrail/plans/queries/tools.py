"""Wellness tools, and how they helped."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber

from handrail.accounts.models import Staff
from handrail.kit.questions import hang, written_once
from handrail.plans.models import Tool, ToolUsed
from handrail.plans.queries.words import read_asides

USES_SHOWN = 20
"""The picture of a tool holds its last so many uses. All of them stand on its own page."""


def read_uses(tools: list[Any]) -> None:
    """Let each of these tools know its last uses (`lately`), the newest first; asked once for all."""
    hang(tools, "lately", _uses(tools) if tools else [], by="tool")


def whole_tool(tool: Tool) -> Any:
    """The same tool as its page tells it."""
    whole: list[Any] = _this_tool(tool)
    read_uses(whole)
    read_asides([text for one in whole for text in (one.own, one.how)])
    return whole[0]


@written_once
def _this_tool(tool: Tool) -> QuerySet[Tool]:
    return Tool.objects.filter(pk=tool.pk).select_related("own", "how", "person").order_by("id")


@written_once
def tools_there(people: list[UUID], programs: list[UUID]) -> QuerySet[Tool]:
    """Tools of these people in these programs, with their words."""
    there = Tool.objects.standing().filter(person__in=people, program__in=programs)
    return there.select_related("own", "how").order_by("made_at", "id")


@written_once
def tools_looked_after(staff: Staff, at: datetime) -> QuerySet[Tool]:
    """The tools of everybody this staff member looks after, with their words and whose they are."""
    tools = Tool.objects.standing().looked_after_by(staff, at).select_related("own", "how", "person")
    return tools.order_by("person__chosen_name", "made_at", "id")  # type: ignore[return-value]


@written_once
def _uses(tools: list[Tool]) -> QuerySet[ToolUsed]:
    """The last of each; every one knows how many there are (`times`)."""
    counted = (
        ToolUsed.objects.standing()
        .filter(tool__in=tools)
        .annotate(
            nth=Window(RowNumber(), partition_by="tool", order_by=[F("at").desc(), F("id").desc()]),
            times=Window(Count("id"), partition_by="tool"),
        )
    )
    return counted.filter(nth__lte=USES_SHOWN).order_by("-at", "-id")


def uses_of(tool: Tool) -> QuerySet[ToolUsed]:
    """Every use of a tool, the newest first."""
    return ToolUsed.objects.standing().filter(tool=tool).select_related("by").order_by("-at", "-id")


def tool_words(keys: Iterable[str]) -> dict[str, str]:
    """The words of these tools as they read now, also of those that were taken out."""
    return {str(one.pk): one.words for one in Tool.objects.filter(pk__in=list(keys)).select_related("own")}


def tool_by(key: str, person: UUID) -> Tool | None:
    """The tool of this key, when it is this person's."""
    return Tool.objects.filter(pk=key, person=person).first()


def tool_sent_by(staff: Staff, key: UUID) -> Tool | None:
    """The tool somebody wrote down under this key, as long as they reach it."""
    return Tool.objects.visible_to(staff).filter(made_by=staff, pk=key).first()


def use_sent_by(staff: Staff, key: UUID) -> ToolUsed | None:
    """The same for a use."""
    return ToolUsed.objects.visible_to(staff).filter(by=staff, pk=key).first()
