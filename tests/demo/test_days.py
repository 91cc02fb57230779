"""The months of the demo are laid out the same way each time, whatever day it is made on."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from handrail.project.demo.clock import SATURDAY, Clock
from handrail.project.demo.days import Diary, meetings_of, team_of
from handrail.project.demo.riverside import RIVERSIDE

KNOWN = {one.key: one for one in RIVERSIDE.people}
A_SUNDAY = datetime(2026, 11, 1, 5, 30, tzinfo=UTC)  # half past one at night in New York, for the first time of two


def laid_out(now: datetime) -> list[tuple[object, list]]:
    diary = Diary(Clock(now, ZoneInfo(RIVERSIDE.time_zone)))
    lives = [(life, team_of(RIVERSIDE, KNOWN[life.person], life)) for life in RIVERSIDE.lives]
    return [(life, meetings_of(life, team, diary)) for life, team in lives]


@pytest.mark.parametrize("days", range(7))
def test_everything_lies_behind_on_working_days(days):
    now = A_SUNDAY + timedelta(days=days)

    for life, meetings in laid_out(now):
        for meeting in meetings:
            assert meeting.signed_at < now, life.person
            assert meeting.at.astimezone(ZoneInfo(RIVERSIDE.time_zone)).weekday() < SATURDAY


@pytest.mark.parametrize("days", range(7))
def test_no_note_of_a_life_is_left_out(days):
    for life, meetings in laid_out(A_SUNDAY + timedelta(days=days)):
        told = [meeting.note.did for meeting in meetings]
        assert [note.did for note in life.notes if told.count(note.did) != 1] == []


def test_it_is_the_same_plan_each_time():
    first, second = laid_out(A_SUNDAY), laid_out(A_SUNDAY)

    assert [[(one.at, one.note.did) for one in meetings] for _life, meetings in first] == [
        [(one.at, one.note.did) for one in meetings] for _life, meetings in second
    ]


def test_everybody_has_a_life():
    assert {life.person for life in RIVERSIDE.lives} == set(KNOWN)
