"""What people type about sign-in, staff and set-up, made into clean values. Forms never save."""

from handrail.accounts.forms.agency import AgencyForm, ProgramForm, SiteForm
from handrail.accounts.forms.joining import JoinForm, SetUpForm
from handrail.accounts.forms.keys import (
    FirstCodeForm,
    NewPasswordForm,
    PasskeyForm,
    PasskeyNameForm,
    PasswordAgainForm,
    PasswordForm,
)
from handrail.accounts.forms.sign_in import CodeAgainForm, CodeForm, KeyboardForm, ScreenForm, SignInForm
from handrail.accounts.forms.staff import NewStaffForm, RoleForm, StaffForm, SupervisionForm

__all__ = [
    "AgencyForm",
    "CodeAgainForm",
    "CodeForm",
    "FirstCodeForm",
    "JoinForm",
    "KeyboardForm",
    "NewPasswordForm",
    "NewStaffForm",
    "PasskeyForm",
    "PasskeyNameForm",
    "PasswordAgainForm",
    "PasswordForm",
    "ProgramForm",
    "RoleForm",
    "ScreenForm",
    "SetUpForm",
    "SignInForm",
    "SiteForm",
    "StaffForm",
    "SupervisionForm",
]
