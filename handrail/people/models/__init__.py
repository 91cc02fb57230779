"""The nouns of people, one file a noun."""

from handrail.people.models.access import Block, BlockKind, Cover, EmergencyAccess, Told, ToldWhom
from handrail.people.models.person import Enrolment, Person, WalksWith

__all__ = [
    "Block",
    "BlockKind",
    "Cover",
    "EmergencyAccess",
    "Enrolment",
    "Person",
    "Told",
    "ToldWhom",
    "WalksWith",
]
