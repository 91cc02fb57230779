"""Steps that several stories of sign-in take."""

import re
import time
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.urls import reverse
from django.utils import timezone

from handrail.accounts import actions
from handrail.accounts.models import Login, Staff
from tests.cast import Cast

PASSWORD = "four loose words walking"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code_of(secret: str = SECRET, at: float | None = None) -> str:
    """What the app shows."""
    return format_hotp_value(hotp_value(secret, int(at or time.time()) // 30))


def give_password_and_app(login: Login) -> list[str]:
    """A login that signs in with a password and a code. Returns its codes on paper."""
    login.set_password(PASSWORD)
    login.save()
    TOTP.activate(login, SECRET)
    return RecoveryCodes.activate(login).generate_codes()


def give_passkey(login: Login) -> Authenticator:
    """A passkey that only stands in the list; nobody unlocks it in these stories."""
    return Authenticator.objects.create(user=login, type=Authenticator.Type.WEBAUTHN, data={"name": "Phone", "credential": {}})


def type_password(client: Any, name: str, password: str = PASSWORD, **more: str) -> Any:
    """The first page of sign-in."""
    return client.post(reverse("account_login"), {"login": name, "password": password, **more})


def type_code(client: Any, code: str) -> Any:
    """The second page of sign-in."""
    return client.post(reverse("mfa_authenticate"), {"code": code})


def link_for(cast: Cast, staff: Staff) -> str:
    """The address on a new link for this colleague."""
    name = "accounts:come_back" if staff.login_id else "accounts:join"
    return reverse(name, args=[actions.invite(staff=staff, by=cast.alex, at=timezone.now())])


def newcomer(cast: Cast, name: str = "Kim Park") -> Staff:
    """Somebody who was added and has no sign-in yet."""
    return actions.add_staff(staff=Staff(agency=cast.agency, name=name), by=cast.alex, at=timezone.now())


def links_on(answer: Any) -> set[str]:
    """Where the page's links and forms lead."""
    return set(re.findall(r'(?:href|action)="([^"]+)"', answer.content.decode()))
