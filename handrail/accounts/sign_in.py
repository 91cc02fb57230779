"""How a password is checked, and at what cost."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.hashers import Argon2PasswordHasher

from handrail.accounts.models import Login
from handrail.accounts.models.login import tidy_sign_in_name


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
