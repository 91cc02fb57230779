"""An import goes from one stage to the next. Each stage is a row; the work of it is put into the queue in the same transaction."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.exchange import queries
from handrail.exchange.actions.meanwhile import settle_the_answered
from handrail.exchange.models import Alike, AlikeAnswer, Clue, Import, Piece, Record, RecordKind, Stage, StageName, Verdict
from handrail.exchange.models.importing import BEFORE_ANYBODY_CAME
from handrail.jobs.queue import is_waiting, put, was_given_up
from handrail.kit.errors import Refused
from handrail.kit.once import once
from handrail.kit.sent import under_its_key

GO_ON = "exchange.go_on"
BY_FILE = "file"
"""The detail of a line that says that a file told it."""
MOST_CHANGES = 2_000
"""People who are here already are changed all at once, at the end; more would keep everybody else waiting."""


class NotNow(Refused):
    sentence = _("This import has gone on since. Look at how far it is.")


class AnotherGoesOn(Refused):
    sentence = _("Another import into this program is under way. Wait until it is complete, then go on with this one.")


class TooManyChanges(Refused):
    sentence = _("More than 2,000 people who are here already would change at once. Split the file, and bring the parts.")


@action
def begin(*, imported: Import, by: Staff, at: datetime, by_worker: bool = True) -> Import:
    """A file was sent. Its key came with the page: sent twice it is one import. `by_worker`: not where a command does its part."""
    imported.agency_id, imported.by, imported.at = by.agency_id, by, at
    under_its_key(imported)
    enter(imported, StageName.SENT, by, at, door=imported.door)
    if by_worker:
        _put_to_work(imported)
    record("import.begun", by=by, at=at, subject=imported, detail=imported.door)
    return imported


@action
def look_again(*, imported: Import, looked: dict[str, Any], by: Staff, at: datetime, door: str = "") -> Import:
    """Somebody says that it is written otherwise than it seemed."""
    held = held_at(imported, StageName.LOOKED)
    held.looked, held.columns = looked, {}
    held.save(update_fields=["looked", "columns"])
    record("import.looked_again", by=by, at=at, subject=held, detail=door)
    return held


@action
def agree(
    *, imported: Import, columns: dict[str, Any], by: Staff, at: datetime, by_worker: bool = True, door: str = ""
) -> Import:
    """This is what its columns mean. Now it is read: a dry run, that changes nobody."""
    held = held_at(imported, StageName.LOOKED)
    held.columns, held.read, held.to_do, held.done, held.cursor = columns, 0, 0, 0, ""
    held.save(update_fields=["columns", "read", "to_do", "done", "cursor"])
    enter(held, StageName.AGREED, by, at, door=door)
    if by_worker:
        _put_to_work(held)
    record("import.agreed", by=by, at=at, subject=held, detail=door)
    return held


@action
def begin_again(*, imported: Import, by: Staff, at: datetime, door: str = "") -> Import:
    """The columns meant something else: back to where they are agreed. What was read of it is forgotten."""
    held = held_at(imported, StageName.READ)
    forget_records(held)
    Stage.objects.filter(of=held, stage__in=[StageName.AGREED, StageName.READ]).delete()
    record("import.begun_again", by=by, at=at, subject=held, detail=door)
    return held


@action
def decide(*, alike: Iterable[Alike], answer: AlikeAnswer, by: Staff, at: datetime, door: str = "") -> None:
    """Somebody who may see both says whether they are one. Nothing happens before the import is taken over."""
    for one in alike:
        held_at(one.of, StageName.READ)
        one.answer, one.by, one.at = answer, by, at
        one.save(update_fields=["answer", "by", "at"])
        record("import.decided", by=by, at=at, subject=one, detail=door)


@action
def begin_taking_over(*, imported: Import, by: Staff, at: datetime, door: str = "") -> Import:
    """Take over who is new, and what changed. Nobody sees anybody of them until all are there."""
    held = held_at(imported, StageName.READ)
    people = Record.objects.filter(of=held, kind=RecordKind.PERSON)
    if people.filter(verdict=Verdict.CHANGED).count() > MOST_CHANGES:
        raise TooManyChanges
    held.to_do, held.done, held.cursor = people.filter(verdict__in=[Verdict.NEW, Verdict.ALIKE]).count(), 0, ""
    held.save(update_fields=["to_do", "done", "cursor"])
    with once(AnotherGoesOn):
        enter(held, StageName.APPLYING, by, at, is_writing=True, door=door)
    settle_the_answered(held, at)
    _put_to_work(held)
    record("import.taking_over", by=by, at=at, subject=held, detail=door)
    return held


@action
def call_off(*, imported: Import, by: Staff, at: datetime, door: str = "") -> Import:
    """It is not wanted after all. Whoever was taken over already, unseen, is taken out again."""
    held = _held(imported)
    stage = held.stage_name
    if stage == StageName.APPLYING:
        begin_taking_out(held, by, at, first="out:", door=door)
    elif stage in BEFORE_ANYBODY_CAME:
        forget_records(held)
        forget_file(held)
        enter(held, StageName.CALLED_OFF, by, at, door=door)
    else:
        raise NotNow
    record("import.called_off", by=by, at=at, subject=held, detail=door)
    return held


@action
def give_up(*, imported: Import, why: str, by: Staff, at: datetime) -> Import:
    """The file cannot be read; why, in a sentence that tells what to do."""
    held = _held(imported)
    if held.stage_name not in BEFORE_ANYBODY_CAME:
        raise NotNow
    held.why_not = why
    held.save(update_fields=["why_not"])
    forget_records(held)
    forget_file(held)
    enter(held, StageName.GIVEN_UP, by, at)
    record("import.given_up", by=by, at=at, subject=held, detail=why)
    return held


def begin_taking_out(held: Import, by: Staff, at: datetime, *, first: str, door: str, besides: int = 0) -> None:
    """From now on the worker takes back what it took over, and `besides` so many changes; `first`: what comes first."""
    Stage.objects.filter(of=held, is_writing=True).update(is_writing=False)
    taken = Record.objects.filter(of=held, kind=RecordKind.PERSON, was_taken=True).count()
    held.to_do, held.done, held.stayed, held.cursor = taken + besides, 0, 0, first
    held.save(update_fields=["to_do", "done", "stayed", "cursor"])
    enter(held, StageName.UNDOING, by, at, is_writing=True, door=door)
    _put_to_work(held)


def enter(held: Import, stage: StageName, by: Staff, at: datetime, *, is_writing: bool = False, door: str = "") -> None:
    """It has come this far."""
    if not is_writing:
        Stage.objects.filter(of=held, is_writing=True).update(is_writing=False)
    row = Stage(agency_id=held.agency_id, of=held, program_id=held.program_id, stage=stage, at=at, by=by)
    row.is_writing, row.door = is_writing, door
    row.save(force_insert=True)


def held_at(imported: Import, stage: StageName) -> Import:
    """The import, held until the end of the transaction; NotNow when it is not at this stage any more."""
    held = _held(imported)
    if held.stage_name != stage:
        raise NotNow
    return held


def _held(imported: Import) -> Import:
    Import.objects.select_for_update().only("pk").get(pk=imported.pk)
    return queries.import_of(imported.pk)


def _put_to_work(held: Import) -> None:
    put(GO_ON, of=held.pk, agency=held.agency_id)


def take_up_again(held: Import, at: datetime) -> bool:
    """An import whose turn nobody has any more gets one: it may stand in the way of every other.

    But a file that was tried again and again before anybody came of it is given up, and whoever sent it is told.
    """
    if is_waiting(GO_ON, of=held.pk):
        return False
    if held.stage_name in BEFORE_ANYBODY_CAME and was_given_up(GO_ON, of=held.pk):
        give_up(imported=held, why="went_wrong", by=held.by, at=at)
        return False
    _put_to_work(held)
    return True


def forget_records(held: Import) -> None:
    """What was read of it; it can be read again."""
    Clue.objects.filter(of=held)._raw_delete(Clue.objects.db)
    Alike.objects.filter(of=held)._raw_delete(Alike.objects.db)
    Record.objects.filter(of=held)._raw_delete(Record.objects.db)
    held.read, held.to_do, held.done, held.cursor, held.left_out = 0, 0, 0, "", {}
    held.save(update_fields=["read", "to_do", "done", "cursor", "left_out"])


def forget_unless_taken(file: UUID) -> None:
    """Pieces of a file that no import is made of: nobody would ever look for them."""
    if not Import.objects.filter(file=file).exists():
        Piece.objects.filter(file=file)._raw_delete(Piece.objects.db)


def forget_broken_off(by: Staff, before: datetime) -> int:
    """Files this colleague began to send, of which nothing more came since then and no import was made. Returns how many pieces."""
    pieces = Piece.objects.filter(agency=by.agency_id, by=by)
    alone = pieces.exclude(file__in=pieces.filter(at__gte=before).values("file"))
    alone = alone.exclude(file__in=Import.objects.filter(agency=by.agency_id).values("file"))
    return alone._raw_delete(Piece.objects.db)


def forget_file(held: Import) -> None:
    """Its sealed pieces, and what was looked at of it: they are not needed any more."""
    held.looked, held.columns = {}, {}
    held.save(update_fields=["looked", "columns"])
    Piece.objects.filter(file=held.file)._raw_delete(Piece.objects.db)
