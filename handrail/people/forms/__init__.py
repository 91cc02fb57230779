"""What people type about people. Forms never save."""

from handrail.people.forms.access import (
    BlockForm,
    CoverForm,
    EmergencyForm,
    EnrolForm,
    PersonForm,
    SearchForm,
    SomebodyElseForm,
    StopWalkingForm,
    WalkForm,
    WelcomeForm,
)
from handrail.people.forms.caseload import CaseloadForm
from handrail.people.forms.facts import ArrangementForm, FindingForm, PointForm, RowForm, StopForm, SupporterForm, TieForm
from handrail.people.forms.own import PARTS, NamesForm, OwnForm
from handrail.people.forms.support import AgreementForm, EndForm, PhaseForm

__all__ = [
    "PARTS",
    "AgreementForm",
    "ArrangementForm",
    "BlockForm",
    "CaseloadForm",
    "CoverForm",
    "EmergencyForm",
    "EndForm",
    "EnrolForm",
    "FindingForm",
    "NamesForm",
    "OwnForm",
    "PersonForm",
    "PhaseForm",
    "PointForm",
    "RowForm",
    "SearchForm",
    "SomebodyElseForm",
    "StopForm",
    "StopWalkingForm",
    "SupporterForm",
    "TieForm",
    "WalkForm",
    "WelcomeForm",
]
