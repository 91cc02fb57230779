"""A goal's line: whatever is noted, it stays in its box, in the order of time, and more is higher."""

from itertools import pairwise
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handrail.plans.line import BOX, line_of
from handrail.plans.models import CheckIn, Goal, Measure
from handrail.plans.points import Box, points_of

ZONES = [ZoneInfo(name) for name in ("America/New_York", "America/Phoenix", "Pacific/Chatham", "Europe/Dublin")]
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.sampled_from(ZONES))
# Days on which clocks change, and the hours around it: the same moments over and over, equal ones among them.
CHANGES = st.builds(
    lambda day, minutes, zone: (day + timedelta(minutes=minutes)).astimezone(zone),
    st.sampled_from([datetime(2026, 3, 8, 5, tzinfo=UTC), datetime(2026, 11, 1, 4, tzinfo=UTC)]),
    st.integers(0, 300),
    st.sampled_from(ZONES),
)
VALUES = st.decimals(-9_999_999, 9_999_999, places=2).map(float)
MARKS = st.lists(st.tuples(MOMENTS | CHANGES, VALUES), max_size=60)
BOXES = st.builds(Box, st.floats(40, 2000), st.floats(40, 800), st.floats(0, 15))


def edges(marks):
    values = [value for _at, value in marks] or [0]
    return min(values), max(values)


@given(MARKS, BOXES)
def test_every_mark_is_a_point_in_the_box(marks, box):
    points = points_of(marks, *edges(marks), box)

    assert len(points) == len(marks)
    for point in points:
        assert box.margin - 0.01 <= point.x <= box.width - box.margin + 0.01
        assert box.margin - 0.01 <= point.y <= box.height - box.margin + 0.01


@given(MARKS, BOXES)
def test_points_stand_in_the_order_of_time_and_equal_moments_above_each_other(marks, box):
    marks = sorted(marks, key=lambda mark: mark[0].timestamp())
    points = points_of(marks[::-1], *edges(marks), box)

    for (early, later), (before, after) in zip(pairwise(marks), pairwise(points), strict=True):
        assert before.x <= after.x
        if early[0].timestamp() == later[0].timestamp():
            assert before.x == after.x


@given(MARKS, BOXES)
def test_more_is_never_lower_and_equal_values_are_equally_high(marks, box):
    marks = sorted(marks, key=lambda mark: mark[0].timestamp())
    heights = sorted((value, point.y) for (_at, value), point in zip(marks, points_of(marks, *edges(marks), box), strict=True))

    for (less, low), (more, high) in pairwise(heights):
        assert high <= low
        if less == more:
            assert high == low


@given(MOMENTS, VALUES, BOXES)
def test_one_point_stands_in_the_middle(at, value, box):
    [point] = points_of([(at, value)], value, value, box)

    assert (point.x, point.y) == (pytest.approx(box.width / 2, abs=0.01), pytest.approx(box.height / 2, abs=0.01))


@given(MARKS, VALUES, VALUES, BOXES)
def test_a_value_beyond_the_edges_stays_at_the_edge(marks, low, high, box):
    for point in points_of(marks, low, high, box):
        assert box.margin - 0.01 <= point.y <= box.height - box.margin + 0.01


def test_an_hour_is_an_hour_on_the_night_when_clocks_change():
    """Three evenings of equal distance in passed time, though the clock shows 23 hours between two of them."""
    new_york = ZoneInfo("America/New_York")
    begin = datetime(2026, 3, 7, 20, tzinfo=new_york)
    marks = [((begin.astimezone(UTC) + timedelta(hours=24 * day)).astimezone(new_york), day) for day in range(3)]
    first, second, third = points_of(marks, 0, 2, Box())

    assert second.x - first.x == pytest.approx(third.x - second.x, abs=0.02)
    assert marks[2][0].hour == 21


# In words and shapes

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
SCALE = ["Dana drives me", "We ride together", "I ride, Dana waits there", "On my own"]


def goes(goal, *values):
    return [CheckIn(goal=goal, value=value, at=NOON + timedelta(days=day)) for day, value in enumerate(values)]


def test_a_goal_without_a_check_in_has_no_line():
    assert line_of(Goal(measure=Measure.NUMBER), []) is None


def test_a_number_is_a_line_with_room_for_where_it_goes():
    goal = Goal(measure=Measure.NUMBER, from_value=Decimal(0), to_value=Decimal(4), unit="trips")
    line = line_of(goal, goes(goal, Decimal(1), Decimal(3)))

    assert line.path.startswith("M") and line.path.count("L") == 1
    assert (line.bottom, line.top) == ("0 trips", "4 trips")
    assert line.aim == BOX.margin
    assert [one.shape for one in line.drawn] == ["dot", "dot"]
    assert line.latest is line.drawn[1] and line.marks == {"dot": line.drawn[0].path + line.drawn[1].path}
    assert line.summary == ("2 check-ins. 3 May 2026: 1 trips. The latest, 4 May 2026: 3 trips. Where I want to be: 4 trips.")


def test_a_number_may_well_go_down():
    goal = Goal(measure=Measure.NUMBER, from_value=Decimal(20), to_value=Decimal(0), unit="a day")
    line = line_of(goal, goes(goal, Decimal(20), Decimal(12)))

    assert line.aim == BOX.height - BOX.margin
    assert line.drawn[0].y < line.drawn[1].y


def test_yes_and_not_yet_differ_in_shape_and_height():
    goal = Goal(measure=Measure.YES_NO)
    line = line_of(goal, goes(goal, Decimal(0), Decimal(1)))

    assert [one.shape for one in line.drawn] == ["no", "yes"]
    assert line.drawn[0].y > line.drawn[1].y
    assert line.path == ""
    assert (line.bottom, line.top) == ("Not yet", "Yes")


def test_an_own_scale_has_a_level_for_each_of_its_words():
    goal = Goal(measure=Measure.SCALE, scale=SCALE)
    line = line_of(goal, goes(goal, Decimal(1), Decimal(3), Decimal(2)))

    assert len(line.levels) == 4
    assert {one.y for one in line.drawn} <= set(line.levels)
    assert (line.bottom, line.top) == (SCALE[0], SCALE[-1])


def test_a_goal_without_a_measure_has_marks_on_one_line_of_time():
    goal = Goal(measure=Measure.NONE)
    line = line_of(goal, goes(goal, None, None, None))

    assert [one.shape for one in line.drawn] == ["square"] * 3
    assert len({one.y for one in line.drawn}) == len({*line.levels}) == 1
    assert "worked on it" in line.summary


def test_a_check_in_of_words_alone_is_not_on_a_measured_line():
    goal = Goal(measure=Measure.NUMBER)

    assert line_of(goal, goes(goal, None)) is None


@given(st.sampled_from(Measure), st.lists(st.integers(0, 4).map(Decimal), min_size=1, max_size=20))
def test_whatever_the_measure_the_line_stays_in_its_box(measure, values):
    goal = Goal(measure=measure, scale=SCALE, to_value=Decimal(2))
    line = line_of(goal, goes(goal, *values))

    assert len(line.drawn) == len(values)
    for height in [one.y for one in line.drawn] + line.levels:
        assert BOX.margin <= height <= BOX.height - BOX.margin
