"""The nouns of plans, one file a noun."""

from handrail.plans.models.check_in import CheckIn
from handrail.plans.models.choice import Choice, Chosen, Fit, HowItFits, LookedUp, Matter, Option, Thought
from handrail.plans.models.goal import Ending, Goal, GoalEnded, LifeArea, Measure
from handrail.plans.models.preparation import (
    Answer,
    HowDone,
    Occasion,
    Preparation,
    PreparationDone,
    Tick,
    TickableLine,
    marked_lines,
)
from handrail.plans.models.step import Step, StepDone, WhoDoes
from handrail.plans.models.want import Want
from handrail.plans.models.words import Aside, InOwnWords, OwnWords, Wording, fingerprint

__all__ = [
    "Answer",
    "Aside",
    "CheckIn",
    "Choice",
    "Chosen",
    "Ending",
    "Fit",
    "Goal",
    "GoalEnded",
    "HowDone",
    "HowItFits",
    "InOwnWords",
    "LifeArea",
    "LookedUp",
    "Matter",
    "Measure",
    "Occasion",
    "Option",
    "OwnWords",
    "Preparation",
    "PreparationDone",
    "Step",
    "StepDone",
    "Thought",
    "Tick",
    "TickableLine",
    "Want",
    "WhoDoes",
    "Wording",
    "fingerprint",
    "marked_lines",
]
