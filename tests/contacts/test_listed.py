"""The list of people tells the last contact and the next time, in few words."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from handrail.ui.moments import short_words

NOW = datetime(2026, 11, 22, 11, 0, tzinfo=ZoneInfo("America/New_York"))


@pytest.mark.parametrize(
    ("month", "day", "said"),
    [
        (11, 22, "today 09:30"),
        (11, 21, "yesterday 09:30"),
        (11, 20, "Fri 09:30"),
        (11, 16, "Mon 09:30"),
        (11, 15, "15 Nov"),
        (1, 1, "1 Jan"),
    ],
)
def test_a_moment_in_few_words(month, day, said):
    with time_machine.travel(NOW), timezone.override(NOW.tzinfo):
        assert short_words(datetime(2026, month, day, 9, 30, tzinfo=NOW.tzinfo)) == said
        assert short_words(datetime(2026, month, day, 9, 30, tzinfo=NOW.tzinfo), with_time=False) == said.removesuffix(" 09:30")


def test_a_moment_of_another_year_says_so():
    with time_machine.travel(NOW), timezone.override(NOW.tzinfo):
        assert short_words(datetime(2025, 12, 31, 9, 30, tzinfo=NOW.tzinfo)) == "31 Dec 2025"
