"""A goal's line, ready to be drawn: points and their shapes, what stands at its edges, and the same again in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple, Protocol

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handrail.plans.models import Goal, Measure
from handrail.plans.points import Box, Point, points_of, share_of
from handrail.ui.moments import day_words, in_zone

BOX = Box()
YES, NO, DOT, SQUARE = "yes", "no", "dot", "square"
"""The shapes: a full circle, a ring, a dot on a line, a square. Shape and height tell what colour tells."""


class Noted(Protocol):
    """A check-in, as far as a line goes."""

    pk: Any
    value: Decimal | None
    at: datetime


class Drawn(NamedTuple):
    """One check-in on the line."""

    x: float
    y: float
    shape: str

    @property
    def path(self) -> str:
        """Where it stands, as SVG writes it."""
        return f"M{self.x} {self.y}h0"


@dataclass(frozen=True)
class Line:
    """What `_line.html` draws. `aim` is the height of where the person wants to be; `flat` has no heights at all."""

    drawn: list[Drawn]
    path: str
    levels: list[float]
    flat: bool
    aim: float | None
    top: str
    bottom: str
    first_day: str
    last_day: str
    summary: str

    @property
    def marks(self) -> dict[str, str]:
        """By shape, all of them as one path: each a line of no length, of which one sees the ends."""
        paths: dict[str, str] = {}
        for one in self.drawn:
            paths[one.shape] = paths.get(one.shape, "") + one.path
        return paths

    @property
    def latest(self) -> Drawn:
        """The last one, which is set off."""
        return self.drawn[-1]

    @property
    def level_lines(self) -> str:
        """The levels as one path from edge to edge."""
        return "".join(_across(height) for height in self.levels)

    @property
    def aim_line(self) -> str:
        """The same for where the person wants to be."""
        return "" if self.aim is None else _across(self.aim)


def line_of(goal: Goal, check_ins: Sequence[Noted], is_all: bool = True) -> Line | None:
    """The line of a goal's check-ins; none before the first. On a goal with a measure, those without a value are not on it.

    `is_all`: whether these are all there are, or the last of more.
    """
    shown = [one for one in check_ins if one.value is not None or goal.measure == Measure.NONE]
    shown.sort(key=lambda one: (one.at, one.pk))
    if not shown:
        return None
    low, high = _edges(goal, shown)
    points = points_of([(one.at, float(one.value or 0)) for one in shown], low, high, BOX)
    return Line(
        drawn=[Drawn(point.x, point.y, _shape(goal, one)) for point, one in zip(points, shown, strict=True)],
        path=_path(points) if goal.measure in (Measure.NUMBER, Measure.SCALE) else "",
        levels=_levels(goal),
        flat=goal.measure == Measure.NONE,
        aim=_height(float(goal.to_value), low, high) if goal.measure == Measure.NUMBER and goal.to_value is not None else None,
        top=_edge(goal, high),
        bottom=_edge(goal, low),
        first_day=_day(shown[0]),
        last_day=_day(shown[-1]) if len(shown) > 1 else "",
        summary=_summary(goal, shown, is_all),
    )


def _edges(goal: Goal, shown: Sequence[Noted]) -> tuple[float, float]:
    """The lowest and the highest that there is room for."""
    if goal.measure == Measure.NONE:
        return 0, 0
    if goal.measure == Measure.YES_NO:
        return 0, 1
    if goal.measure == Measure.SCALE:
        return 1, len(goal.scale)
    values = [one.value for one in shown] + [goal.from_value, goal.to_value]
    known = [float(value) for value in values if value is not None]
    return min(known), max(known)


def _height(value: float, low: float, high: float) -> float:
    return round(BOX.margin + (1 - share_of(value, low, high)) * (BOX.height - 2 * BOX.margin), 2)


def _levels(goal: Goal) -> list[float]:
    """Thin lines to read by: the steps of an own scale, yes and no, the one line of time. A number has none."""
    if goal.measure == Measure.NUMBER:
        return []
    low, high = {Measure.NONE: (0, 0), Measure.YES_NO: (0, 1)}.get(Measure(goal.measure), (1, len(goal.scale)))
    return [_height(number, low, high) for number in range(low, high + 1)]


def _across(height: float) -> str:
    return f"M0 {height}H{BOX.width:g}"


def _shape(goal: Goal, one: Noted) -> str:
    if goal.measure == Measure.YES_NO:
        return YES if one.value else NO
    return DOT if goal.measure else SQUARE


def _path(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{point.x} {point.y}" for point in points)


def _edge(goal: Goal, value: float) -> str:
    return goal.told(Decimal(str(value))) if goal.measure else ""


def _day(one: Noted) -> str:
    return day_words(in_zone(one.at).date())


def _summary(goal: Goal, shown: Sequence[Noted], is_all: bool) -> str:
    """What the picture says, for whoever cannot see it."""
    first, last, count = shown[0], shown[-1], len(shown)
    told = [
        (
            ngettext("One check-in.", "%(count)d check-ins.", count)
            if is_all
            else ngettext("The last check-in.", "The last %(count)d check-ins.", count)
        )
        % {"count": count},
        _told(_("%(day)s: %(value)s."), first, goal),
    ]
    if last is not first:
        told.append(_told(_("The latest, %(day)s: %(value)s."), last, goal))
    if goal.to_value is not None and goal.measure == Measure.NUMBER:
        told.append(_("Where I want to be: %(value)s.") % {"value": goal.told(goal.to_value)})
    return " ".join(told)


def _told(words: str, one: Noted, goal: Goal) -> str:
    return words % {"day": _day(one), "value": goal.told(one.value) or _("worked on it")}
