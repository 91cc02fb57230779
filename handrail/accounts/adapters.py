"""Where allauth asks us: who may try, what a sign-in begins, and which second factor must stay."""

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handrail.accounts import actions, lockout, sessions
from handrail.accounts.devices import device_of
from handrail.accounts.middleware import has_second_factor
from handrail.accounts.models.login import tidy_sign_in_name
from handrail.accounts.places import staff_of
from handrail.kit.addresses import client_address
from handrail.kit.sealed import seal, unseal
from handrail.kit.tenancy import as_agency, as_login

WAYS = {
    "mfa_reauthenticate:webauthn": _("Use your passkey"),
    "reauthenticate": _("Use your password"),
    "mfa_reauthenticate": _("Use a code"),
}
"""How one proves again who one is, the easiest first."""

SEALED_FOR = "second factor"


class AccountAdapter(DefaultAccountAdapter):
    """No sign-up, no mail, our own count of tries, and a clock on every session."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("That name and password do not go together. Check both and try again."),
        "too_many_login_attempts": _("That was too many tries. Wait 15 minutes, or use your passkey."),
        "incorrect_password": _("That is not your password."),
        "enter_current_password": _("That is not your password until now."),
        "incorrect_code": _("That code is not right, or it is too old. Try the newest one."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        name = tidy_sign_in_name(credentials.get("username") or "")
        if not lockout.may_try([(lockout.BY_NAME, name), (lockout.BY_ADDRESS, self.get_client_ip(request))]):
            raise self.validation_error("too_many_login_attempts")

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        login = super().authenticate(request, **credentials)
        if login:
            lockout.forget(lockout.BY_NAME, tidy_sign_in_name(credentials.get("username") or ""))
        return login

    def _rollback_login_failed_rl_usage(self) -> None:
        lockout.give_back(lockout.BY_ADDRESS, self.get_client_ip(self.request))

    def pre_login(self, request: HttpRequest, user: AbstractBaseUser, **kwargs: Any) -> Any:
        # Ticked on the first page of sign-in; the code of the second page comes without it.
        request.session[sessions.SHARED] = bool(request.POST.get("shared"))
        return super().pre_login(request, user, **kwargs)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        over = request.session.get(sessions.OVER)
        return reverse("accounts:signed_in") if over else super().get_login_redirect_url(request)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("mfa_index") if has_second_factor(request) else reverse("mfa_activate_totp")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        # Whoever has no second factor is on the way to the first one, and was let in a moment ago: nobody is asked twice there.
        return has_second_factor(self.request) and super().is_reauthentication_required(app=app, **kwargs)

    def get_reauthentication_methods(self, user: AbstractBaseUser) -> list[dict[str, Any]]:
        """The passkey first: it is the quickest. In our words."""
        ways = [way | {"description": WAYS[way["id"]]} for way in super().get_reauthentication_methods(user)]
        return sorted(ways, key=lambda way: list(WAYS).index(way["id"]))

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        super().login(request, user)
        sessions.begin(request)
        # allauth lists only sign-ins that went through its own pages; those by a link count as well.
        UserSession.objects.create_from_request(request)
        self._note(request, actions.note_sign_in)

    def logout(self, request: HttpRequest) -> None:
        self._note(request, actions.note_sign_out)
        super().logout(request)

    def _note(self, request: HttpRequest, action: Callable[..., None]) -> None:
        """Coming and going stands in the record of the agency one works for."""
        with as_login(request.user.pk):
            staff = staff_of(request)
            if staff:
                with as_agency(staff.agency_id):
                    action(staff=staff, at=timezone.now())


class MFAAdapter(DefaultMFAAdapter):
    """A second factor can be changed, but the last one cannot be taken away."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _("This is your only one. Add another before you remove it."),
        "incorrect_code": _("That code is not right, or it is too old. Try the newest one."),
    }

    def encrypt(self, text: str) -> str:
        """Secrets of code apps and paper codes lie sealed, also where the database itself is not encrypted."""
        return seal(text, SEALED_FOR)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text, SEALED_FOR)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        others = Authenticator.objects.filter(user=authenticator.user_id).exclude(pk=authenticator.pk)
        return others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        """What a new passkey is called until its owner says otherwise: the device that makes it."""
        return device_of(context.request.META.get("HTTP_USER_AGENT", "")) or str(_("My passkey"))

    def get_totp_issuer(self) -> str:
        return "Handrail"

    def _get_site_name(self) -> str:
        return "Handrail"
