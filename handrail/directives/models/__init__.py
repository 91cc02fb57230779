"""The nouns of directives, one file a noun."""

from handrail.directives.models.after import Reaffirmed, Revoked
from handrail.directives.models.agent import Agent, AgentAccepted, HowAccepted
from handrail.directives.models.answer import Choice, DirectiveAnswer, SaidThemselves
from handrail.directives.models.directive import Directive, HelpedBy, OfADirective, SetAside, StepTaken
from handrail.directives.models.keeping import (
    Card,
    Custody,
    HolderKind,
    HolderTold,
    HowGiven,
    Retrieved,
    Scan,
    ScanOf,
    WhyRetrieved,
)
from handrail.directives.models.signing import AgentSigned, HowSigned, Notary, OverrideSigning, Signing, Witness

__all__ = [
    "Agent",
    "AgentAccepted",
    "AgentSigned",
    "Card",
    "Choice",
    "Custody",
    "Directive",
    "DirectiveAnswer",
    "HelpedBy",
    "HolderKind",
    "HolderTold",
    "HowAccepted",
    "HowGiven",
    "HowSigned",
    "Notary",
    "OfADirective",
    "OverrideSigning",
    "Reaffirmed",
    "Retrieved",
    "Revoked",
    "SaidThemselves",
    "Scan",
    "ScanOf",
    "SetAside",
    "Signing",
    "StepTaken",
    "WhyRetrieved",
    "Witness",
]
