"""The box on a person's page: the way to what helps in a crisis, and to the plans for it."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Program, Staff
from handrail.crisis import queries, rules
from handrail.crisis.guides import ORDER, guides
from handrail.people import panels
from handrail.people.models import Person
from handrail.people.queries import programs_looked_after, programs_of
from handrail.plans import ways_on
from handrail.plans.ways_on import Way
from handrail.ui.addresses import address_of


def when_it_gets_hard(person: Person, staff: Staff, at: datetime) -> dict[str, Any]:
    """The plans there are, those that could be begun, and the way to the view for a crisis."""
    programs = programs_of(person, staff, at)
    writes_in = programs_looked_after(person, staff, at) if rules.may_plan(staff, person, at) else []
    there = {(plan.program_id, plan.kind) for plan in queries.plans_of(person, programs)}
    every = [(guides()[kind], one, _address(person, one, kind)) for kind in ORDER for one in programs]
    return {
        "plans": [(guide, one, address) for guide, one, address in every if (one.pk, guide.id) in there],
        "to_begin": [
            (guide, one, address) for guide, one, address in every if (one.pk, guide.id) not in there and one in writes_in
        ],
        "several": len(programs) > 1,
    }


def crisis_plan_of(person: Person, program: Program) -> str:
    """The page of the crisis plan, begun or not."""
    return _address(person, program, ORDER[0])


def _address(person: Person, program: Program, kind: str) -> str:
    return address_of("crisis:plan_show", (person.pk, program.pk, kind))


def offer() -> None:
    """Put the box on the page, right after what they want; and a way to the crisis plan on My plan."""
    panels.register("crisis", _("When it gets hard"), "crisis/_when_it_gets_hard.html", when_it_gets_hard, order=12)
    ways_on.register("crisis", Way(_("Whom to call when it gets hard: the crisis plan"), crisis_plan_of))
