"""How a password is checked, and at what cost."""

from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db.models import QuerySet

from handrail.accounts.models import Login
from handrail.accounts.models.login import tidy_sign_in_name
from handrail.kit.questions import written_once


class Hasher(Argon2PasswordHasher):
    """Argon2id at 19 MiB and two passes (OWASP's floor): about 30 ms, so that four sign-ins at once on two cores stay quick."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1


class Backend(AuthenticationBackend):
    """allauth's own, with one spelling of every sign-in name. An unknown name costs a hash as well, so that it takes as long."""

    def _authenticate_by_username(self, username: str, password: str) -> AbstractBaseUser | None:
        login = Login.objects.filter(sign_in_name=tidy_sign_in_name(username)).first()
        checked: AbstractBaseUser | None = self._check_password(login, password)
        return checked

    def get_user(self, user_id: UUID) -> Login | None:
        """Who this is; asked by every page."""
        login = next(iter(_logins(user_id)), None)
        return login if login is not None and self.user_can_authenticate(login) else None


@written_once
def _logins(login_id: UUID) -> QuerySet[Login]:
    return Login.objects.filter(pk=login_id)
