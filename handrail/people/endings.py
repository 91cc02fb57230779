"""What is still open when somebody's time in a program ends. Apps above tell it, and see to it; this app does not know them.

Before the end is confirmed the page says what is open (notes nobody signed, appointments to come), so that nothing is buried
unseen. With the ending itself each app settles its own part, in the same transaction.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.utils.functional import Promise

from handrail.accounts.models import Staff
from handrail.people.models import Enrolment

OpenMatters = Callable[[Enrolment, Staff, datetime], list[str | Promise]]
"""What is open there, each in a sentence this colleague may read; never more than they may know."""
Settle = Callable[[Enrolment, Staff, datetime], None]
"""See to whatever must not outlast the ending."""

_registered: list[tuple[OpenMatters, Settle]] = []


def register(open_matters: OpenMatters, settle: Settle) -> None:
    """Tell what is open, and settle it. Call it from `apps.py`."""
    _registered.append((open_matters, settle))


def matters_of(enrolment: Enrolment, staff: Staff, at: datetime) -> list[str | Promise]:
    """All that is open in this program, for the page that asks whether it ends."""
    return [matter for open_matters, _settle in _registered for matter in open_matters(enrolment, staff, at)]


def settle(enrolment: Enrolment, by: Staff, at: datetime) -> None:
    """Let every app see to its part. Called inside the ending, while the enrolment still runs."""
    for _open_matters, settles in _registered:
        settles(enrolment, by, at)
