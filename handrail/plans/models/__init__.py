"""The nouns of plans, one file a noun."""

from handrail.plans.models.check_in import CheckIn
from handrail.plans.models.choice import Choice, Chosen, Fit, HowItFits, LookedUp, Matter, Option, Thought
from handrail.plans.models.goal import Ending, Goal, GoalEnded, LifeArea, Measure
from handrail.plans.models.paper import OfAPaper, Version
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
from handrail.plans.models.presentation import Agreement, Presentation, Way
from handrail.plans.models.review import Review
from handrail.plans.models.scan import Scan, Sort
from handrail.plans.models.signature import How, Signature, SignedByMistake, Signer
from handrail.plans.models.step import Step, StepDone, WhoDoes
from handrail.plans.models.strength import NoticedBy, Strength, StrengthShown
from handrail.plans.models.tool import ForWhat, Helped, Tool, ToolUsed
from handrail.plans.models.want import Want
from handrail.plans.models.words import Aside, InOwnWords, OwnWords, Wording, fingerprint

__all__ = [
    "Agreement",
    "Answer",
    "Aside",
    "CheckIn",
    "Choice",
    "Chosen",
    "Ending",
    "Fit",
    "ForWhat",
    "Goal",
    "GoalEnded",
    "Helped",
    "How",
    "HowDone",
    "HowItFits",
    "InOwnWords",
    "LifeArea",
    "LookedUp",
    "Matter",
    "Measure",
    "NoticedBy",
    "Occasion",
    "OfAPaper",
    "Option",
    "OwnWords",
    "Preparation",
    "PreparationDone",
    "Presentation",
    "Review",
    "Scan",
    "Signature",
    "SignedByMistake",
    "Signer",
    "Sort",
    "Step",
    "StepDone",
    "Strength",
    "StrengthShown",
    "Thought",
    "Tick",
    "TickableLine",
    "Tool",
    "ToolUsed",
    "Version",
    "Want",
    "Way",
    "WhoDoes",
    "Wording",
    "fingerprint",
    "marked_lines",
]
