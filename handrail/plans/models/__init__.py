"""The nouns of plans, one file a noun."""

from handrail.plans.models.check_in import CheckIn
from handrail.plans.models.goal import Ending, Goal, GoalEnded, LifeArea, Measure
from handrail.plans.models.step import Step, StepDone, WhoDoes
from handrail.plans.models.strength import NoticedBy, Strength, StrengthShown
from handrail.plans.models.tool import ForWhat, Helped, Tool, ToolUsed
from handrail.plans.models.want import Want
from handrail.plans.models.words import Aside, InOwnWords, OwnWords, Wording, fingerprint

__all__ = [
    "Aside",
    "CheckIn",
    "Ending",
    "ForWhat",
    "Goal",
    "GoalEnded",
    "Helped",
    "InOwnWords",
    "LifeArea",
    "Measure",
    "NoticedBy",
    "OwnWords",
    "Step",
    "StepDone",
    "Strength",
    "StrengthShown",
    "Tool",
    "ToolUsed",
    "Want",
    "WhoDoes",
    "Wording",
    "fingerprint",
]
