"""What of a directive is open when somebody's time in a program ends: a draft that nobody signed."""

from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.directives.models import Directive
from handrail.people import endings
from handrail.people.models import Enrolment


def open_matters(enrolment: Enrolment, staff: Staff, at: datetime) -> list[str | Promise]:
    """A draft counts nowhere, and a signed one wants to be where the person goes."""
    theirs = Directive.objects.filter(person=enrolment.person_id, program=enrolment.program_id)
    matters: list[str | Promise] = []
    if theirs.drafts().exists():
        matters.append(_("There is a directive that nobody has signed. It does not count anywhere."))
    if theirs.standing().exists():
        matters.append(_("There is a signed directive. Give the person a copy to take along."))
    return matters


def settle(enrolment: Enrolment, by: Staff, at: datetime) -> None:
    """Both are kept."""


def offer() -> None:
    """Have a say when an enrolment ends."""
    endings.register(open_matters, settle)
