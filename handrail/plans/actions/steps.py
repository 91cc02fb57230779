"""What is done with the steps towards a goal."""

from datetime import datetime
from uuid import UUID

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.kit.errors import AlreadySo
from handrail.kit.once import once
from handrail.kit.sent import under_its_key
from handrail.plans.actions.goals import must_be_open
from handrail.plans.actions.shared import put_back, take_back, whose
from handrail.plans.actions.words import first_words
from handrail.plans.models import Goal, Step, StepDone, WhoDoes


@action
def add_step(*, goal: Goal, text: str, who: WhoDoes = WhoDoes.ALONE, by: Staff, at: datetime, key: UUID | None = None) -> Step:
    """Write down one more step towards a goal."""
    must_be_open(goal.pk)
    step = Step(**whose(goal), goal=goal, who=who, made_at=at, made_by=by)
    step.pk = key or step.pk
    step.own = first_words(step, text, by, at)
    under_its_key(step)
    record("step.added", by=by, at=at, subject=step, person=step.person_id)
    return step


@action
def say_who_does(*, step: Step, who: WhoDoes, by: Staff, at: datetime) -> Step:
    """Who does a step: told later, or otherwise than it was thought."""
    must_be_open(step.goal_id)
    if not Step.objects.open().filter(pk=step.pk).exclude(who=who).update(who=who):
        raise AlreadySo
    record("step.changed", by=by, at=at, subject=step, person=step.person_id)
    return step


@action
def finish_step(*, step: Step, by: Staff, at: datetime, said_in: UUID | None = None) -> StepDone:
    """A step was taken. Told twice, it was taken once."""
    must_be_open(step.goal_id)
    if not Step.objects.open().filter(pk=step.pk).exists():
        raise AlreadySo
    done = StepDone(**whose(step), step=step, at=at, by=by, said_in=said_in)
    with once():
        done.save(force_insert=True)
    record("step.finished", by=by, at=at, subject=step, person=step.person_id)
    return done


@action
def unfinish_step(*, step: Step, by: Staff, at: datetime) -> Step:
    """It is still to be taken."""
    take_back(StepDone.objects.filter(step=step), by, at)
    record("step.unfinished", by=by, at=at, subject=step, person=step.person_id)
    return step


@action
def remove_step(*, step: Step, by: Staff, at: datetime) -> Step:
    """Nobody wants to take this step any more."""
    take_back(Step.objects.filter(pk=step.pk), by, at)
    record("step.removed", by=by, at=at, subject=step, person=step.person_id)
    return step


@action
def put_back_step(*, step: Step, by: Staff, at: datetime) -> Step:
    """Somebody does."""
    put_back(Step.objects.filter(pk=step.pk))
    record("step.put_back", by=by, at=at, subject=step, person=step.person_id)
    return step
