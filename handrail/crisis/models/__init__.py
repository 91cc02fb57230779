"""The nouns of crisis, one file a noun."""

from handrail.crisis.models.copy import CopyGiven
from handrail.crisis.models.entries import CrisisPerson, CrisisPlace, InAPlan
from handrail.crisis.models.line import CrisisLine
from handrail.crisis.models.plan import GuidedAnswer, GuidedPlan
from handrail.crisis.models.use import CrisisNote, InCrisis, Said

__all__ = [
    "CopyGiven",
    "CrisisLine",
    "CrisisNote",
    "CrisisPerson",
    "CrisisPlace",
    "GuidedAnswer",
    "GuidedPlan",
    "InAPlan",
    "InCrisis",
    "Said",
]
