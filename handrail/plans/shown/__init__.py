"""A plan as its pages tell it, one file a section."""

from handrail.plans.shown.goals import ShownGoal, ShownStep, shown
from handrail.plans.shown.plan import Plan, plans_of
from handrail.plans.shown.strengths import ShownStrength, growth_words, shown_strength
from handrail.plans.shown.tools import ShownTool, UsePicture, picture_of, shown_tool, use_words

__all__ = [
    "Plan",
    "ShownGoal",
    "ShownStep",
    "ShownStrength",
    "ShownTool",
    "UsePicture",
    "growth_words",
    "picture_of",
    "plans_of",
    "shown",
    "shown_strength",
    "shown_tool",
    "use_words",
]
