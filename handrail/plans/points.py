"""From values over time to points in a box. Plain arithmetic; what a line looks like and says is in `line.py`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from typing import NamedTuple


@dataclass(frozen=True)
class Box:
    """Where to draw. The margin keeps round dots from being cut at the edge."""

    width: float = 300
    height: float = 100
    margin: float = 8


class Point(NamedTuple):
    """As SVG counts: further right is later, further down is less."""

    x: float
    y: float


def points_of(marks: Sequence[tuple[datetime, float]], low: float, high: float, box: Box) -> list[Point]:
    """One point for each mark, in the order of time, the value between `low` and `high`.

    Time is counted in passed seconds, so a day of 23 or 25 hours is as long as it was. What cannot be told apart (one mark, one
    moment, one value) stands in the middle.
    """
    in_time = sorted(((at.timestamp(), value) for at, value in marks), key=itemgetter(0))
    if not in_time:
        return []
    first, last = in_time[0][0], in_time[-1][0]
    return [
        Point(
            x=_between(share_of(at, first, last), box.width, box.margin),
            y=_between(1 - share_of(value, low, high), box.height, box.margin),
        )
        for at, value in in_time
    ]


def share_of(value: float, low: float, high: float) -> float:
    """How far a value is on the way from low to high: 0 to 1, and a half when there is no way to go."""
    if high <= low:
        return 0.5
    return min(1.0, max(0.0, (value - low) / (high - low)))


def _between(share: float, length: float, margin: float) -> float:
    return round(margin + share * (length - 2 * margin), 2)
