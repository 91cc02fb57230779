"""The nouns of contacts, one file a noun."""

from handrail.contacts.models.appointment import Appointment, AppointmentEnded, AppointmentMoved, AskedBy, Ending
from handrail.contacts.models.asked import CallAsked
from handrail.contacts.models.contact import Contact, How, Part, PartActivity, Where
from handrail.contacts.models.goals import GoalTouched, StepTouched
from handrail.contacts.models.materials import MaterialShared
from handrail.contacts.models.signing import Addendum, AwaitsCosign, Comment, CoSigned, Returned, Signature, View
from handrail.contacts.models.touched import Touched

__all__ = [
    "Addendum",
    "Appointment",
    "AppointmentEnded",
    "AppointmentMoved",
    "AskedBy",
    "AwaitsCosign",
    "CallAsked",
    "CoSigned",
    "Comment",
    "Contact",
    "Ending",
    "GoalTouched",
    "How",
    "MaterialShared",
    "Part",
    "PartActivity",
    "Returned",
    "Signature",
    "StepTouched",
    "Touched",
    "View",
    "Where",
]
