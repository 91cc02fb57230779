"""What an action says when the domain says no."""

from typing import ClassVar

from django.utils.functional import Promise


class Refused(Exception):
    """The domain says no; `sentence` tells the reader why and what to do. Answered with 409."""

    sentence: ClassVar[str | Promise] = ""

    def __str__(self) -> str:
        return str(self.sentence)
