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
from handrail.people.forms.caseload import CaseloadForm
from handrail.people.forms.facts import ArrangementForm, FindingForm, PointForm, RowForm, SupporterForm, TieForm
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
    "StopWalkingForm",
    "SupporterForm",
    "TieForm",
    "WalkForm",
    "WelcomeForm",
]
