"""The nouns of people, one file a noun."""

from handrail.people.models.access import Block, BlockKind, Cover, EmergencyAccess, Told, ToldWhom
from handrail.people.models.belonging import OfAPerson, OfAPersonQuerySet
from handrail.people.models.finding import KeyKind, SameAnswer, SamePerson, SearchKey
from handrail.people.models.person import Enrolment, Person, WalksWith

__all__ = [
    "Block",
    "BlockKind",
    "Cover",
    "EmergencyAccess",
    "Enrolment",
    "KeyKind",
    "OfAPerson",
    "OfAPersonQuerySet",
    "Person",
    "SameAnswer",
    "SamePerson",
    "SearchKey",
    "Told",
    "ToldWhom",
    "WalksWith",
]
