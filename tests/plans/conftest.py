"""What the stories of plans begin with."""

from datetime import datetime
from typing import Any

import pytest

from handrail.plans import actions
from handrail.plans.models import Goal, Measure, Strength, Tool
from tests.cast import Cast


@pytest.fixture
def goal(cast: Cast) -> Goal:
    """Marcus wants to ride the bus: from no trip to four a week."""
    return a_goal(cast, "Ride the bus to the library", measure=Measure.NUMBER, from_value=0, to_value=4, unit="trips")


def a_goal(cast: Cast, text: str, at: datetime | None = None, **more: Any) -> Goal:
    """One more goal of Marcus, in the community program."""
    goal = Goal(person=cast.marcus, program=cast.community, **more)
    return actions.add_goal(goal=goal, text=text, by=cast.dana, at=at or cast.began)


def a_strength(cast: Cast, text: str, at: datetime | None = None, where: str = "", **more: Any) -> Strength:
    """Something strong in Marcus, in the community program."""
    strength = Strength(person=cast.marcus, program=cast.community, **more)
    return actions.add_strength(strength=strength, text=text, where=where, by=cast.dana, at=at or cast.began)


def a_tool(cast: Cast, text: str, how: str = "", at: datetime | None = None, **more: Any) -> Tool:
    """Something that keeps Marcus well, in the community program."""
    tool = Tool(person=cast.marcus, program=cast.community, **more)
    return actions.add_tool(tool=tool, text=text, how=how, by=cast.dana, at=at or cast.began)
