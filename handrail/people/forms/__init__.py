"""What people type about people. Forms never save."""

from handrail.people.forms.access import (
    BlockForm,
    CoverForm,
    EmergencyForm,
    EnrolForm,
    PersonForm,
    SearchForm,
    StopWalkingForm,
    WalkForm,
    WelcomeForm,
)

__all__ = [
    "BlockForm",
    "CoverForm",
    "EmergencyForm",
    "EnrolForm",
    "PersonForm",
    "SearchForm",
    "StopWalkingForm",
    "WalkForm",
    "WelcomeForm",
]
