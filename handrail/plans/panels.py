"""The box on a person's page: what they want, and the first goals with a small line."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.people import panels
from handrail.people.models import Person
from handrail.people.queries import programs_of, records_of_one
from handrail.plans import queries, rules
from handrail.plans.line import line_of
from handrail.plans.models import OwnWords

GOALS_SHOWN, SAID_AT_A_GLANCE, IN_A_LINE = 3, 16, 5


def what_they_want(person: Person, staff: Staff, at: datetime) -> dict[str, Any]:
    """The want, up to three goals, what is strong and what keeps them well in a line each, and the way to the plan."""
    programs = programs_of(person, staff, at)
    goals: list[Any] = queries.first_goals(person, programs, GOALS_SHOWN + 1)
    texts = queries.at_a_glance(person, programs)
    wants = [own.text for own in texts if own.kind == "want" and own.text]
    return {
        "glance": [_("“%(want)s”") % {"want": Truncator(want).words(SAID_AT_A_GLANCE)} for want in wants],
        "wants": wants,
        "goals": [(goal, line_of(goal, goal.lately, goal.lately_is_all)) for goal in goals[:GOALS_SHOWN]],
        "strong": _first_words(texts, "strength"),
        "well": _first_words(texts, "tool"),
        "more_goals": len(goals) > GOALS_SHOWN,
        "may_plan": rules.may_plan(staff, person, at),
        "other_plans": [
            (other, queries.first_goals(other, programs_of(other, staff, at), GOALS_SHOWN))
            for _one, other in records_of_one(staff, person)
        ],
    }


def _first_words(texts: Iterable[OwnWords], kind: str) -> list[str]:
    """Enough for a line: the page cuts it where it ends."""
    return [Truncator(own.text).words(SAID_AT_A_GLANCE) for own in texts if own.kind == kind][:IN_A_LINE]


def offer() -> None:
    """Put the box on the page."""
    panels.register("wants", _("What they want"), "plans/_what_they_want.html", what_they_want, order=10)
