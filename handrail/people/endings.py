"""What is still open when somebody's time in a program ends. Apps above tell it, and settle what settles itself.

They register from `apps.py`; the page that ends an enrolment shows the matters, the action settles them.
"""

from collections.abc import Callable
from datetime import datetime

from django.utils.functional import Promise

from handrail.accounts.models import Staff
from handrail.people.models import Enrolment

OpenMatters = Callable[[Enrolment, Staff, datetime], list[str | Promise]]
Settle = Callable[[Enrolment, Staff, datetime], None]

_matters: list[tuple[OpenMatters, Settle]] = []


def register(open_matters: OpenMatters, settle: Settle) -> None:
    """Offer sentences on what is open, and what to do about it once the enrolment ends."""
    _matters.append((open_matters, settle))


def matters_of(enrolment: Enrolment, staff: Staff, at: datetime) -> list[str | Promise]:
    """What to think of before the enrolment ends."""
    return [sentence for open_matters, _settle in _matters for sentence in open_matters(enrolment, staff, at)]


def settle(enrolment: Enrolment, by: Staff, at: datetime) -> None:
    """The enrolment ends: whatever settles itself is settled, in the same piece of work."""
    for _open_matters, settle_one in _matters:
        settle_one(enrolment, by, at)
