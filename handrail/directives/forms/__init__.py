"""What is typed about directives, one file a part of their life. Forms never save."""

from handrail.directives.forms.keeping import (
    CodeForm,
    HolderForm,
    ReaffirmForm,
    RetrieveForm,
    RevokeForm,
    ScanForm,
    TellForm,
)
from handrail.directives.forms.signing import SignForm
from handrail.directives.forms.writing import AcceptedForm, AgentForm, BeginForm, ChoiceForm

__all__ = [
    "AcceptedForm",
    "AgentForm",
    "BeginForm",
    "ChoiceForm",
    "CodeForm",
    "HolderForm",
    "ReaffirmForm",
    "RetrieveForm",
    "RevokeForm",
    "ScanForm",
    "SignForm",
    "TellForm",
]
