"""The nouns of people, one file a noun."""

from handrail.people.models.access import Block, BlockKind, Cover, EmergencyAccess, Told, ToldWhom
from handrail.people.models.around import FamilyTie, Kin, MayKnow, Relation, Supporter
from handrail.people.models.belonging import OfAPerson, OfAPersonQuerySet
from handrail.people.models.facts import Fact
from handrail.people.models.finding import KeyKind, SameAnswer, SamePerson, SearchKey
from handrail.people.models.one import OnePerson
from handrail.people.models.person import AgeBand, Ending, Enrolment, Interpreter, Person, WalksWith
from handrail.people.models.reaching import ContactPoint, Finding, PointKind
from handrail.people.models.support import (
    Acuity,
    Arrangement,
    Need,
    Phase,
    PhaseName,
    Support,
    SupportAgreement,
)

__all__ = [
    "Acuity",
    "AgeBand",
    "Arrangement",
    "Block",
    "BlockKind",
    "ContactPoint",
    "Cover",
    "EmergencyAccess",
    "Ending",
    "Enrolment",
    "Fact",
    "FamilyTie",
    "Finding",
    "Interpreter",
    "KeyKind",
    "Kin",
    "MayKnow",
    "Need",
    "OfAPerson",
    "OfAPersonQuerySet",
    "OnePerson",
    "Person",
    "Phase",
    "PhaseName",
    "PointKind",
    "Relation",
    "SameAnswer",
    "SamePerson",
    "SearchKey",
    "Support",
    "SupportAgreement",
    "Supporter",
    "Told",
    "ToldWhom",
    "WalksWith",
]
