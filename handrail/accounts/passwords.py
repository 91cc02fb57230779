"""What a password must be beside long: nothing else is asked, but what others would guess is not taken."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from zxcvbn import zxcvbn

LONGEST = 128
LOOKED_AT = 72  # zxcvbn slows with length; what is guessable shows well before
STRONG_ENOUGH = 3


class NotEndless:
    """At most 128 characters, so that hashing one cannot be made a burden."""

    def validate(self, password: str, user: object = None) -> None:
        if len(password) > LONGEST:
            raise ValidationError(_("Please use at most 128 characters."), code="password_too_long")

    def get_help_text(self) -> str:
        return ""


class NotGuessable:
    """Refuses what a list of common passwords, names and keyboard rows leads to. All of it is looked up on this computer."""

    def validate(self, password: str, user: object = None) -> None:
        verdict = zxcvbn(password[:LOOKED_AT], user_inputs=[*_own_words(user)])
        if verdict["score"] < STRONG_ENOUGH:
            raise ValidationError(
                _("Others could guess this one. Try four or five words that do not belong together."), code="password_guessable"
            )

    def get_help_text(self) -> str:
        return str(_("Four or five words that do not belong together work well. No special signs needed."))


def _own_words(user: object) -> Iterable[str]:
    yield "handrail"
    name = getattr(user, "sign_in_name", "")
    if name:
        yield name
        yield from name.replace("@", " ").replace(".", " ").split()
