"""What the stories of plans begin with."""

from datetime import datetime
from typing import Any

import pytest

from handrail.plans import actions
from handrail.plans.models import Goal, Measure
from tests.cast import Cast


@pytest.fixture
def goal(cast: Cast) -> Goal:
    """Marcus wants to ride the bus: from no trip to four a week."""
    return a_goal(cast, "Ride the bus to the library", measure=Measure.NUMBER, from_value=0, to_value=4, unit="trips")


def a_goal(cast: Cast, text: str, at: datetime | None = None, **more: Any) -> Goal:
    """One more goal of Marcus, in the community program."""
    goal = Goal(person=cast.marcus, program=cast.community, **more)
    return actions.add_goal(goal=goal, text=text, by=cast.dana, at=at or cast.began)
