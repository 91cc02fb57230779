"""Who can sign in. A login is neither a staff member nor a person: one human may be several of them."""

from __future__ import annotations

import unicodedata
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from handrail.kit.ids import new_id


def tidy_sign_in_name(typed: str) -> str:
    """One spelling for each sign-in name: no blanks around it, no capitals, one form of each letter."""
    return unicodedata.normalize("NFKC", typed).strip().casefold()


class LoginManager(BaseUserManager["Login"]):
    def get_by_natural_key(self, username: str | None) -> Login:
        """The login of a typed name."""
        return self.get(sign_in_name=tidy_sign_in_name(username or ""))


class Theme(models.TextChoices):
    """How the screen looks."""

    SYSTEM = "system", _("As the device")
    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")


class TextSize(models.TextChoices):
    """How large the letters are."""

    NORMAL = "normal", _("Normal")
    LARGE = "large", _("Large (125 %)")
    LARGER = "larger", _("Larger (150 %)")
    HUGE = "huge", _("Very large (200 %)")


class Login(AbstractBaseUser):
    """A name to sign in with, its keys, and how this human likes the screen."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    sign_in_name = models.CharField(max_length=150, unique=True)
    email = models.EmailField(null=True, blank=True, help_text="Only if there is one; nothing needs it.")
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField(auto_now_add=True)
    theme = models.CharField(max_length=10, choices=Theme.choices, default=Theme.SYSTEM)
    text_size = models.CharField(max_length=10, choices=TextSize.choices, default=TextSize.NORMAL)
    language = models.CharField(max_length=10, blank=True, default="")
    shortcuts = models.BooleanField(default=True, help_text="Single keys such as / and n.")

    USERNAME_FIELD = "sign_in_name"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = LoginManager()

    def __str__(self) -> str:
        return self.sign_in_name

    def clean(self) -> None:
        super().clean()
        self.sign_in_name = tidy_sign_in_name(self.sign_in_name)


class Attempt(models.Model):
    """How many tries to sign in were made under one key (a name, an address) in its stretch of time.

    Counted before the password is looked at and in one statement, so that many tries at once, over many workers, cannot pass
    together. The key is a keyed hash: the table does not tell whose names were tried.
    """

    key = models.CharField(primary_key=True, max_length=64)
    since = models.DateTimeField()
    tries = models.IntegerField()

    def __str__(self) -> str:
        return f"{self.tries} since {self.since}"
