"""What is done with a plan and with what is said in its parts."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Program, Staff
from handrail.audit.journal import action, record
from handrail.crisis import queries
from handrail.crisis.models import GuidedAnswer, GuidedPlan, InCrisis
from handrail.kit.errors import Refused
from handrail.kit.once import once
from handrail.people.models import Person
from handrail.plans.actions import Kept
from handrail.plans.actions.shared import whose
from handrail.plans.actions.words import write_in_its_place
from handrail.plans.models import fingerprint


class NothingToAdd(Refused):
    """What was learned stands in the plan, or there is no plan yet."""

    sentence = _("There is nothing to add: it stands in the plan already, or no plan was begun yet.")


@action
def begin_plan(*, person: Person, program: Program, kind: str, by: Staff, at: datetime) -> GuidedPlan:
    """Begin a plan of this kind: there is one for each program."""
    plan = GuidedPlan(agency_id=by.agency_id, person=person, program=program, kind=kind, begun_at=at, begun_by=by)
    with once():
        plan.save(force_insert=True)
    record("guidedplan.begun", by=by, at=at, subject=plan, person=plan.person_id)
    return plan


@action
def write_answer(
    *,
    plan: GuidedPlan,
    section: str,
    text: str,
    by: Staff,
    at: datetime,
    opened: str = fingerprint(""),
    page: UUID | None = None,
) -> Kept:
    """Say something in one part of a plan, or put it better."""
    answer = GuidedAnswer(**whose(plan), plan=plan, section=section)
    return write_in_its_place(answer, "guidedanswer.written", text=text, by=by, at=at, opened=opened, page=page)


@action
def add_what_was_learned(
    *, use: InCrisis, plan: GuidedPlan, section: str, lines: Sequence[str], by: Staff, at: datetime
) -> Kept:
    """What was learned in a hard time becomes part of the plan, under what stands there. How it read before is kept."""
    own = queries.answer_of(plan, section)
    before = own.text if own else ""
    there = {line.strip() for line in before.splitlines()}
    new = [line for line in lines if line.strip() not in there]
    if not new:
        raise NothingToAdd
    text = "\n".join([*([before.rstrip()] if before.strip() else []), *new])
    kept = write_answer(plan=plan, section=section, text=text, opened=fingerprint(before), by=by, at=at)
    record("incrisis.learned", by=by, at=at, subject=use, person=use.person_id)
    return kept
