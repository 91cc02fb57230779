"""The box on a person's page: the way to what helps in a crisis, and to the plans for it."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.crisis import queries, rules
from handrail.crisis.guides import ORDER, guides
from handrail.people import panels
from handrail.people.models import Person
from handrail.people.queries import programs_looked_after, programs_of


def when_it_gets_hard(person: Person, staff: Staff, at: datetime) -> dict[str, Any]:
    """The plans there are, those that could be begun, and the way to the view for a crisis."""
    programs = programs_of(person, staff, at)
    writes_in = programs_looked_after(person, staff, at) if rules.may_plan(staff, person, at) else []
    there = {(plan.program_id, plan.kind) for plan in queries.plans_of(person, programs)}
    every = [(guides()[kind], program) for kind in ORDER for program in programs]
    return {
        "plans": [(guide, program) for guide, program in every if (program.pk, guide.id) in there],
        "to_begin": [(guide, one) for guide, one in every if (one.pk, guide.id) not in there and one in writes_in],
        "several": len(programs) > 1,
    }


def offer() -> None:
    """Put the box on the page, right after what they want."""
    panels.register("crisis", _("When it gets hard"), "crisis/_when_it_gets_hard.html", when_it_gets_hard, order=12)
