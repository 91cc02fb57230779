"""What is done with preparation sheets."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.kit.errors import AlreadySo, Refused
from handrail.kit.merging import merge
from handrail.kit.once import once
from handrail.kit.sent import under_its_key
from handrail.plans.actions.goals import ChangedMeanwhile
from handrail.plans.actions.shared import put_back, take_back, whose
from handrail.plans.actions.words import Kept, first_words, write_in_its_place
from handrail.plans.models import Answer, HowDone, Preparation, PreparationDone, Tick, fingerprint, marked_lines


class ReadsDifferently(Refused):
    """A line was put otherwise meanwhile: nobody ticks what they have not read."""

    sentence = _("This line reads differently now. Look again, then tick it.")


@action
def begin_preparation(*, preparation: Preparation, text: str, by: Staff, at: datetime) -> Preparation:
    """Begin a sheet. `preparation` names the person, the program and the occasion; `text` says what it is about."""
    preparation.agency_id, preparation.made_at, preparation.made_by = by.agency_id, at, by
    preparation.own = first_words(preparation, text, by, at)
    under_its_key(preparation)
    record("preparation.begun", by=by, at=at, subject=preparation, person=preparation.person_id)
    return preparation


@action
def set_preparation_day(
    *, preparation: Preparation, by: Staff, at: datetime, opened: Mapping[str, str] | None = None
) -> Preparation:
    """Keep the day and the hour as they were typed. `opened`: the marks of what the page began with."""
    held = Preparation.objects.select_for_update(of=("self",)).get(pk=preparation.pk)
    merged = merge(preparation.facts(), opened or {}, held.facts(), knows=opened is None)
    if merged.both:
        raise ChangedMeanwhile(merged.both)
    if merged.take:
        held.on, held.at_hour = preparation.on, preparation.at_hour
        held.save(update_fields=["on", "at_hour"])
    record("preparation.changed", by=by, at=at, subject=held, person=held.person_id)
    return held


@action
def write_answer(
    *,
    preparation: Preparation,
    prompt: str,
    text: str,
    by: Staff,
    at: datetime,
    opened: str = fingerprint(""),
    page: UUID | None = None,
) -> Kept:
    """Answer one question of a sheet, or put the answer better."""
    answer = Answer(**whose(preparation), preparation=preparation, prompt=prompt)
    return write_in_its_place(answer, "answer.written", text=text, by=by, at=at, opened=opened, page=page)


@action
def tick_line(*, answer: Answer, line: str, by: Staff, at: datetime) -> Tick:
    """A line is done with. `line` is the mark of it."""
    now = Answer.objects.select_related("own").get(pk=answer.pk)
    if line not in {one.mark for one in marked_lines(now.words)}:
        raise ReadsDifferently
    tick = Tick(**whose(answer), answer=answer, line=line, at=at, by=by)
    with once():
        tick.save(force_insert=True)
    record("tick.set", by=by, at=at, subject=answer, person=answer.person_id)
    return tick


@action
def untick_line(*, answer: Answer, line: str, by: Staff, at: datetime) -> Answer:
    """It is not, after all."""
    take_back(Tick.objects.filter(answer=answer, line=line), by, at)
    record("tick.taken_off", by=by, at=at, subject=answer, person=answer.person_id)
    return answer


@action
def work_on_preparation(*, preparation: Preparation, by: Staff, at: datetime) -> Preparation:
    """They worked on it together, as a note tells that was signed."""
    record("preparation.worked_on", by=by, at=at, subject=preparation, person=preparation.person_id)
    return preparation


@action
def finish_preparation(*, preparation: Preparation, how: HowDone, by: Staff, at: datetime) -> PreparationDone:
    """It is over, and this is who did it."""
    if not Preparation.objects.open().filter(pk=preparation.pk).exists():
        raise AlreadySo
    done = PreparationDone(**whose(preparation), preparation=preparation, how=how, at=at, by=by)
    with once():
        done.save(force_insert=True)
    record("preparation.done", by=by, at=at, subject=preparation, person=preparation.person_id)
    return done


@action
def reopen_preparation(*, preparation: Preparation, by: Staff, at: datetime) -> Preparation:
    """It is still to come."""
    take_back(PreparationDone.objects.filter(preparation=preparation), by, at)
    record("preparation.reopened", by=by, at=at, subject=preparation, person=preparation.person_id)
    return preparation


@action
def put_preparation_away(*, preparation: Preparation, by: Staff, at: datetime) -> Preparation:
    """Nobody needs this sheet any more. Its words stay."""
    take_back(Preparation.objects.filter(pk=preparation.pk), by, at)
    record("preparation.put_away", by=by, at=at, subject=preparation, person=preparation.person_id)
    return preparation


@action
def take_preparation_out(*, preparation: Preparation, by: Staff, at: datetime) -> Preparation:
    """Somebody does."""
    put_back(Preparation.objects.filter(pk=preparation.pk))
    record("preparation.taken_out", by=by, at=at, subject=preparation, person=preparation.person_id)
    return preparation
