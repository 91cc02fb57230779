"""A wellness tool as pages tell it: a small picture of how it helped, dot by dot, and the same in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handrail.plans.models import Helped, Tool, ToolUsed
from handrail.plans.shown.strengths import since_words

STEP, EDGE = 16, 8
"""The dots stand side by side; the first and the last keep this far from the edge."""

STILL_ASKED = timedelta(days=14)
"""So long after a use a page asks whether it helped."""


@dataclass(frozen=True)
class Dot:
    """One use. The shape tells what colour tells: full, half, a ring; a short line where nobody said."""

    x: int
    shape: str


@dataclass(frozen=True)
class UsePicture:
    """The last uses, from left to right as they came."""

    dots: list[Dot]
    width: int
    summary: str


@dataclass(frozen=True)
class ShownTool:
    """A tool with its picture. `ask` is the use of which nobody has said yet whether it helped."""

    tool: Tool
    for_what: list[str]
    used: str
    picture: UsePicture | None
    ask: ToolUsed | None


def shown_tool(tool: Any, at: datetime) -> ShownTool:
    """One tool, as `queries.read_uses` leaves it."""
    uses = tool.lately
    latest = uses[0] if uses else None
    return ShownTool(
        tool=tool,
        for_what=tool.for_what_told,
        used=use_words(latest.times, uses) if latest else "",
        picture=picture_of(uses) if uses else None,
        ask=latest if latest and not latest.helped and at - latest.at < STILL_ASKED else None,
    )


def picture_of(uses: Sequence[ToolUsed]) -> UsePicture:
    """`uses` come the newest first, as they are read."""
    in_time = list(reversed(uses))
    dots = [Dot(EDGE + STEP * number, one.helped or "unsaid") for number, one in enumerate(in_time)]
    return UsePicture(dots, 2 * EDGE + STEP * (len(dots) - 1), helped_words(in_time))


def use_words(times: int, uses: Sequence[ToolUsed]) -> str:
    """`Used 9 times since May`; of more than are drawn, only how often."""
    first = uses[-1].at
    if times == len(uses):
        used = ngettext("Used once, %(month)s", "Used %(times)s times since %(month)s", times)
    else:
        used = ngettext("Used once", "Used %(times)s times", times)
    return used % {"times": times, "month": since_words(first)}


def helped_words(uses: Sequence[ToolUsed]) -> str:
    """How these helped, counted in words; those of which nobody said anything are left out."""
    counted = {helped: sum(one.helped == helped for one in uses) for helped in Helped}
    told = [
        ngettext("a lot once", "a lot %(times)s times", counted[Helped.A_LOT]),
        ngettext("a little once", "a little %(times)s times", counted[Helped.A_LITTLE]),
        ngettext("not this time once", "not this time %(times)s times", counted[Helped.NOT_THIS_TIME]),
    ]
    said = [words % {"times": times} for words, times in zip(told, counted.values(), strict=True) if times]
    return _("Helped %(how)s") % {"how": ", ".join(said)} if said else _("Nobody has said yet whether it helped")
