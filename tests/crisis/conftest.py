"""What the stories of crisis begin with."""

from typing import Any

import pytest

from handrail.crisis import actions
from handrail.crisis.models import CrisisPerson, CrisisPlace, GuidedPlan, InCrisis, Said
from handrail.plans.actions.shared import whose
from tests.cast import Cast


@pytest.fixture
def plan(cast: Cast) -> GuidedPlan:
    """Marcus's crisis plan, begun with Dana."""
    return a_plan(cast, "crisis")


def a_plan(cast: Cast, kind: str) -> GuidedPlan:
    """A plan of Marcus, in the community program."""
    return actions.begin_plan(person=cast.marcus, program=cast.community, kind=kind, by=cast.dana, at=cast.began)


def said(cast: Cast, plan: GuidedPlan, section: str, *lines: str) -> Any:
    """Something in one of its parts."""
    return actions.write_answer(plan=plan, section=section, text="\n".join(lines), by=cast.dana, at=cast.began)


def somebody(cast: Cast, plan: GuidedPlan, name: str, section: str = "people-to-call", **more: Any) -> CrisisPerson:
    """Somebody in the plan."""
    person = CrisisPerson(**whose(plan), plan=plan, section=section, name=name, **more)
    return actions.add_person(person=person, by=cast.dana, at=cast.began)


def somewhere(cast: Cast, plan: GuidedPlan, name: str, section: str = "safe-places", **more: Any) -> CrisisPlace:
    """A place in the plan."""
    place = CrisisPlace(**whose(plan), plan=plan, section=section, name=name, **more)
    return actions.add_place(place=place, by=cast.dana, at=cast.began)


def a_hard_time(cast: Cast, learned: str = "") -> InCrisis:
    """Dana was with Marcus in a crisis."""
    so = {"by": cast.dana, "at": cast.began}
    use = actions.begin_use(person=cast.marcus, program=cast.community, **so)
    if learned:
        actions.write_note(use=use, about=Said.LEARNED, text=learned, **so)
    return use
