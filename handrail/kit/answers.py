"""What a rule answers: Allowed, or No with one sentence for the reader."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Yes:
    """The rule allows it."""

    reason: str = ""

    def __bool__(self) -> bool:
        return True


@dataclass(frozen=True)
class No:
    """The rule does not allow it. The reason is only shown to those who may know that the record exists."""

    reason: str | Promise

    def __bool__(self) -> bool:
        return False


Allowed = Yes()
Answer = Yes | No
