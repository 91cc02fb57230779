"""Reads of plans, shared by pages and by the apps above; one file a noun."""

from handrail.plans.queries.goals import (
    MOST_ON_A_LINE,
    check_in_sent_by,
    first_goals,
    goal_sent_by,
    goals_of,
    open_goals,
    open_goals_of,
    step_sent_by,
    whole,
    whole_goal,
    with_lines,
)
from handrail.plans.queries.words import (
    asides_of,
    earlier_wordings,
    own_words,
    text_of,
    two_versions,
    want_of,
    wants_of,
    wordings_of,
)

__all__ = [
    "MOST_ON_A_LINE",
    "asides_of",
    "check_in_sent_by",
    "earlier_wordings",
    "first_goals",
    "goal_sent_by",
    "goals_of",
    "open_goals",
    "open_goals_of",
    "own_words",
    "step_sent_by",
    "text_of",
    "two_versions",
    "want_of",
    "wants_of",
    "whole",
    "whole_goal",
    "with_lines",
    "wordings_of",
]
