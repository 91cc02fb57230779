"""Signing in, the second step, and how the screen looks."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import LoginForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django import forms
from django.utils.translation import gettext_lazy as _

from handrail.accounts import lockout
from handrail.accounts.models import Login
from handrail.ui.widgets import Chips


class SignInForm(LoginForm):
    """Name and password; and whether others use this computer too."""

    shared = forms.BooleanField(
        required=False,
        label=_("Other people use this computer"),
        help_text=_("Then you are signed out after 5 quiet minutes instead of 15."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Sign-in name")
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
        self.fields["password"].help_text = ""
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}
        self.order_fields(["login", "password", "shared"])


class CountedCode(forms.Form):
    """Five tries for a code in 15 minutes, counted before the code is looked at; and a code works once, whichever worker saw it."""

    user: Login

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        code.label, code.help_text = _("Code"), _("The 6 digits from your app, or one of your 8-digit codes on paper.")
        code.widget.attrs.pop("placeholder", None)
        code.widget.attrs |= {"inputmode": "numeric"}

    def clean_code(self) -> str:
        if not lockout.may_try([(lockout.BY_CODE, str(self.user.pk))]):
            raise get_adapter().validation_error("too_many_login_attempts")
        code: str = super().clean_code()  # type: ignore[misc]
        digits = "".join(sign for sign in code if sign.isdigit())
        if not lockout.may_try([(lockout.CODE_ONCE, f"{self.user.pk}:{digits}")]):
            raise get_adapter().validation_error("incorrect_code")
        lockout.forget(lockout.BY_CODE, str(self.user.pk))
        return code


class CodeForm(CountedCode, AuthenticateForm):
    """The code of the second step."""


class CodeAgainForm(CountedCode, ReauthenticateForm):
    """The code, asked once more before something that matters."""


class ScreenForm(forms.ModelForm):
    """How this human likes the screen."""

    class Meta:
        model = Login
        fields = ("theme", "text_size", "shortcuts")
        labels = {
            "theme": _("Light or dark"),
            "text_size": _("Size of the letters"),
            "shortcuts": _("Single keys do things, such as / for search"),
        }
        widgets = {"theme": Chips, "text_size": Chips}
        help_texts = {"shortcuts": ""}


class KeyboardForm(forms.ModelForm):
    """Whether single keys do things."""

    class Meta:
        model = Login
        fields = ("shortcuts",)
        labels = {"shortcuts": _("Use these keys")}
        help_texts = {"shortcuts": _("Switch them off if you speak to your device, or press keys by accident.")}
