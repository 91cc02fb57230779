"""Making and changing what one signs in with. allauth's forms, in our words and without placeholders."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ChangePasswordForm, ReauthenticateForm, SetPasswordForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

LONG_PASSWORD = _("At least 15 letters or signs. Four or five words that do not belong together work well.")


class OurWords(forms.Form):
    """Labels that say what is meant; a hint stays while one types, a placeholder does not."""

    LABELS: dict[str, Any] = {}
    HINTS: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.LABELS.get(name, field.label)
            field.help_text = self.HINTS.get(name, "")


class PasswordForm(OurWords, SetPasswordForm):
    """The first password."""

    LABELS = {"password1": _("A long password"), "password2": _("The same again")}
    HINTS = {"password1": LONG_PASSWORD}


class NewPasswordForm(OurWords, ChangePasswordForm):
    """Another password."""

    LABELS = {"oldpassword": _("Your password until now"), "password1": _("The new password"), "password2": _("The same again")}
    HINTS = {"password1": LONG_PASSWORD}

    def clean_oldpassword(self) -> str:
        """Counted like a sign-in, so that nobody guesses here without end."""
        old: str = self.cleaned_data.get("oldpassword", "")
        if not get_adapter().reauthenticate(self.user, old):
            raise get_adapter().validation_error("enter_current_password")
        return old


class PasswordAgainForm(OurWords, ReauthenticateForm):
    """The password, asked once more before something that matters."""

    LABELS = {"password": _("Your password")}


class FirstCodeForm(OurWords, ActivateTOTPForm):
    """The first code from the app: it shows that app and server agree."""

    LABELS = {"code": _("The 6 digits the app shows now")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code"}

    def secret_in_fours(self) -> str:
        """The secret as people type it, four letters at a time."""
        return " ".join(self.secret[start : start + 4] for start in range(0, len(self.secret), 4))


class PasskeyForm(OurWords, AddWebAuthnForm):
    """A new passkey. With us it is always one that signs in alone: the device must check who holds it."""

    LABELS = {"name": _("A name for it")}
    HINTS = {"name": _("So that you know later which one it is.")}

    passwordless = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput(attrs={"checked": True}))

    def clean_passwordless(self) -> bool:
        return True


class PasskeyNameForm(OurWords, EditWebAuthnForm):
    """Another name for a passkey."""

    LABELS = {"name": _("Its name")}
