"""What came along with somebody: taken over as a goal of their own, or dropped."""

from datetime import datetime

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.exchange.models import Brought
from handrail.kit.errors import AlreadySo
from handrail.plans.actions import add_goal
from handrail.plans.models import Goal


@action
def take_over(*, brought: Brought, text: str, by: Staff, at: datetime) -> Goal:
    """The person wants this: it becomes a goal, in the words they choose for it now."""
    goal = Goal(person_id=brought.person_id, program_id=brought.program_id)
    _settle(brought, by, at, goal)
    add_goal(goal=goal, text=text, by=by, at=at)
    record("brought.taken_over", by=by, at=at, subject=brought, person=brought.person_id)
    return goal


@action
def drop(*, brought: Brought, by: Staff, at: datetime) -> Brought:
    """The person does not want this, or it is not theirs."""
    _settle(brought, by, at, None)
    record("brought.dropped", by=by, at=at, subject=brought, person=brought.person_id)
    return brought


def _settle(brought: Brought, by: Staff, at: datetime, goal: Goal | None) -> None:
    settled = {"settled_at": at, "settled_by": by, "goal": goal.pk if goal else None}
    if not Brought.objects.waiting().filter(pk=brought.pk).update(**settled):
        raise AlreadySo
