"""Reads of crisis, one file a noun."""

from handrail.crisis.queries.entries import already_there, latest_place, person_sent_by, place_sent_by
from handrail.crisis.queries.plans import (
    answer_of,
    answers,
    copies_of,
    plan_of,
    plans_by,
    plans_of,
    plans_there,
    whole_plans,
    with_a_plan,
)
from handrail.crisis.queries.uses import going_on, note_of, notes_of, use_sent_by, uses, uses_of

__all__ = [
    "already_there",
    "answer_of",
    "answers",
    "copies_of",
    "going_on",
    "latest_place",
    "note_of",
    "notes_of",
    "person_sent_by",
    "place_sent_by",
    "plan_of",
    "plans_by",
    "plans_of",
    "plans_there",
    "use_sent_by",
    "uses",
    "uses_of",
    "whole_plans",
    "with_a_plan",
]
