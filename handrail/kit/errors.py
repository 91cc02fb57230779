"""What an action says when the domain says no."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """The domain says no; `sentence` tells the reader why and what to do. Answered with 409."""

    sentence: ClassVar[str | Promise] = ""

    def __str__(self) -> str:
        return str(self.sentence)


class AlreadySo(Refused):
    """Somebody did it before, or sent it twice."""

    sentence = _("It is already like that. Nothing was changed.")


class KeyTaken(Exception):
    """A row of this key is there, and the sender did not make it. Answered as if nothing were found."""
