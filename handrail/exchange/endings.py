"""What came along with somebody and still waits for a word of theirs when their time in a program ends."""

from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import ngettext

from handrail.accounts.models import Staff
from handrail.exchange import queries
from handrail.people import endings
from handrail.people.models import Enrolment


def open_matters(enrolment: Enrolment, staff: Staff, at: datetime) -> list[str | Promise]:
    """`2 goals brought along still wait.` Afterwards nobody could take them over."""
    waiting = queries.brought_along(enrolment.person, [enrolment.program]).count()
    if not waiting:
        return []
    words = ngettext(
        "%(waiting)s thing that was brought along still waits: make it a goal, or drop it.",
        "%(waiting)s things that were brought along still wait: make them goals, or drop them.",
        waiting,
    )
    return [words % {"waiting": waiting}]


def settle(enrolment: Enrolment, by: Staff, at: datetime) -> None:
    """It stays as it came, should they come back."""


def offer() -> None:
    """Have a say when an enrolment ends."""
    endings.register(open_matters, settle)
