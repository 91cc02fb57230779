"""What of a plan is open when somebody's time in a program ends: a text that two people wrote at the same time."""

from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import ngettext

from handrail.accounts.models import Staff
from handrail.people import endings
from handrail.people.models import Enrolment
from handrail.plans.models import Aside


def open_matters(enrolment: Enrolment, staff: Staff, at: datetime) -> list[str | Promise]:
    """`1 text in the plan has two versions.` Afterwards nobody could put them together."""
    waiting = Aside.objects.waiting().filter(person=enrolment.person_id, program=enrolment.program_id)
    texts = waiting.values("own").distinct().count()
    if not texts:
        return []
    words = ngettext(
        "%(texts)s text in the plan has two versions. They wait to be put together.",
        "%(texts)s texts in the plan have two versions. They wait to be put together.",
        texts,
    )
    return [words % {"texts": texts}]


def settle(enrolment: Enrolment, by: Staff, at: datetime) -> None:
    """Both versions are kept."""


def offer() -> None:
    """Have a say when an enrolment ends."""
    endings.register(open_matters, settle)
