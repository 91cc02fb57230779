"""The worker's part: an import goes on by short turns, step after step, until somebody has to say something."""

import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from handrail.accounts.queries import agency_ids
from handrail.audit.journal import one_work
from handrail.exchange import comparing, queries, reading, within
from handrail.exchange.actions import NotNow, call_off, complete, enter, take_back_some, take_some, take_up_again
from handrail.exchange.actions.importing import GO_ON, forget_file, forget_records
from handrail.exchange.models import Brought, Clue, Import, Origin, Piece, Record, StageName
from handrail.exchange.models.importing import AT_WORK, BEFORE_ANYBODY_CAME, OVER
from handrail.exchange.readers import Unreadable
from handrail.exchange.readers.source import opened
from handrail.jobs.queue import job, put
from handrail.kit.planning import count_anew
from handrail.kit.tenancy import as_agency
from handrail.people.models import ContactPoint, Enrolment, Person, SearchKey, Supporter
from handrail.people.search.weighing import Known

ONE_TURN = 10.0
"""Seconds: the worker keeps the ends of the record every minute besides, and shows that it is there."""
PEOPLE_AT_ONCE = 500
"""At most, and on PostgreSQL always. On SQLite it is as many as were done in `A_STEP` before."""
LEAST_AT_ONCE = 50
"""To begin with, and never fewer: each step costs something besides."""
A_STEP = 0.25
"""Seconds on SQLite: whoever saves a page meanwhile waits so long."""
REST = 0.012
"""Seconds between two steps on SQLite, where one writes at a time: whoever waits for that looks every three thousandths
(`kit/sqlcipher`), and finds it free. PostgreSQL lets all of them write."""
KEPT_FOR = timedelta(days=7)
A_FILE_ALONE = timedelta(days=1)

FILLED = (Person, Enrolment, ContactPoint, Supporter, SearchKey, Origin, Brought)
"""What an import fills. Plans made while these tables were empty, or much smaller, would be slow from now on."""

Step = Callable[[Import], bool]
"""One short transaction. Whether there is more of the same to do."""


@job(GO_ON)
def go_on(of: str, agency: str) -> None:
    """Another turn. Safe to repeat, and to be done by two at once: each step looks how far it is."""
    if turn(UUID(of), UUID(agency)):
        with as_agency(UUID(agency)), transaction.atomic():
            put(GO_ON, of=of, agency=agency)


def turn(
    of: UUID,
    agency_id: UUID,
    seconds: float = ONE_TURN,
    source: Path | None = None,
    tell: Callable[[], None] | None = None,
    rest: float = REST,
) -> bool:
    """Go on for a while; at least one step, for the first may go through all that was read before. Whether there is more to do."""
    ends = 0.0
    with suppress(NotNow, Import.DoesNotExist):
        with closing(_Steps(of, agency_id, source)) as steps:
            while steps.one():
                ends = ends or time.monotonic() + seconds
                if tell:
                    tell()
                if time.monotonic() >= ends:
                    steps.leave_open()
                    return True
                if connection.vendor == "sqlite":
                    time.sleep(rest)
    return False


_left_open: dict[UUID, reading.Reader] = {}
"""The file whose reading goes on with the next turn; by its import. One at most: a file may hold a mebibyte in memory."""


@dataclass(frozen=True)
class _Ahead:
    """What was read while nobody had to wait, and how it is kept."""

    agreed: UUID
    read: int
    keep: Callable[[Import], None]

    def fits(self, held: Import) -> bool:
        """Whether nobody else came so far meanwhile, and nothing else was agreed."""
        return (self.agreed, self.read) == (held.stage.pk, held.read)


class _Steps:
    """One import in the hands of one worker, with the file open between steps."""

    def __init__(self, of: UUID, agency_id: UUID, source: Path | None) -> None:
        self.of, self.agency_id, self.source = of, agency_id, source
        self._reader = _left_open.pop(of, None)
        self._reads = True  # unless a step tells otherwise
        self._known: dict[int, Known] = {}
        self._at_once = min(LEAST_AT_ONCE if connection.vendor == "sqlite" else PEOPLE_AT_ONCE, PEOPLE_AT_ONCE)

    def close(self) -> None:
        """The file, if it is open."""
        if self._reader:
            self._reader.close()

    def leave_open(self) -> None:
        """The next turn goes on with the file where this one stops."""
        if self._reader:
            while _left_open:
                _left_open.popitem()[1].close()
            _left_open[self.of], self._reader = self._reader, None

    def one(self) -> bool:
        """One step of whatever comes next. Whether there is more to do."""
        try:
            with as_agency(self.agency_id):
                ahead = self._read_ahead() if self._reads else None
            # The lines of all that is done in a step are added at its end: nobody waits for the record while people are enrolled.
            with as_agency(self.agency_id), one_work():
                began = time.monotonic()  # from here on others wait
                held = self._held()
                if held.stage_name not in AT_WORK:
                    return False
                if ahead is None:
                    self._steps()[held.stage_name](held)
                elif ahead.fits(held):
                    ahead.keep(held)
                stage = queries.stage_of(self.of)
        except Unreadable as trouble:
            with as_agency(self.agency_id), one_work():
                reading.cannot_be_read(self._held(), trouble.why, timezone.now())
            return False
        self._reads = _is_read(stage, held.cursor)
        if connection.vendor == "sqlite":
            self._at_once = _as_many_in_a_step(self._at_once, time.monotonic() - began)
        if stage == StageName.COMPLETE:
            with as_agency(self.agency_id), transaction.atomic():
                count_anew(*FILLED)
        return stage in AT_WORK

    def _held(self) -> Import:
        Import.objects.select_for_update().only("pk").get(pk=self.of, agency=self.agency_id)
        return queries.import_of(self.of)

    def _steps(self) -> dict[StageName, Callable[[Import], None]]:
        return {
            StageName.SENT: self._read_first,
            StageName.AGREED: self._compare,
            StageName.APPLYING: self._take,
            StageName.UNDOING: self._take_out,
        }

    def _read_first(self, _held: Import) -> None:
        """It came this far only now: the next step reads."""

    def _read_ahead(self) -> _Ahead | None:
        """The next of the file. A file may be large, and is gone through without anything being held."""
        imported, now = queries.import_of(self.of), timezone.now()
        if not _is_read(imported.stage_name, imported.cursor):
            return None
        keep: Callable[[Import], None]
        if imported.stage_name == StageName.SENT:
            with self._opened(imported) as file:
                kind, looked = reading.look(file)
            keep = partial(reading.keep_look, kind=kind, looked=looked, at=now)
        else:
            some = self._reader_of(imported).some(imported)
            keep = partial(self._keep, batch=reading.batch_of(imported, some, now))
        return _Ahead(imported.stage.pk, imported.read, keep)

    def _reader_of(self, imported: Import) -> reading.Reader:
        if self._reader is None or not self._reader.reads(imported):
            self.close()
            self._reader = reading.Reader(imported, self._opened(imported))
        return self._reader

    def _opened(self, imported: Import) -> BinaryIO:
        return self.source.open("rb") if self.source else opened(imported.file, imported.size)

    def _keep(self, held: Import, batch: reading.Batch) -> None:
        if batch.read > held.read:
            reading.keep_batch(held, batch)
        else:
            self._next(held, "gather")

    def _compare(self, imported: Import) -> None:
        now, part = timezone.now(), imported.cursor.partition(":")[0]
        if part == "gather" and not comparing.gather_some(imported):
            self._next(imported, "give")
        elif part == "give" and not within.give_some(imported):
            self._next(imported, "known")
        elif part == "known" and not comparing.note_known_some(imported, now):
            # Both before and after: a table that the database takes for empty is gone through once for each of its rows.
            count_anew(Clue, Record)
            comparing.leave_out_what_says_nothing(imported)
            count_anew(Clue)
            self._next(imported, "compare")
        elif part == "compare" and not comparing.compare_some(imported, now, self._known):
            Clue.objects.filter(of=imported)._raw_delete(Clue.objects.db)
            enter(imported, StageName.READ, imported.by, now)

    def _next(self, imported: Import, part: str) -> None:
        imported.cursor = f"{part}:"
        imported.save(update_fields=["cursor"])

    def _take(self, imported: Import) -> None:
        if not take_some(imported=imported, at_once=self._at_once, at=timezone.now()):
            complete(imported=imported, at=timezone.now())

    def _take_out(self, imported: Import) -> None:
        take_back_some(imported=imported, at_once=self._at_once, at=timezone.now())


def _is_read(stage: StageName, cursor: str) -> bool:
    """Whether the file itself comes next: no part after it was begun."""
    return stage in (StageName.SENT, StageName.AGREED) and not cursor.partition(":")[0]


def _as_many_in_a_step(done: int, took: float) -> int:
    """How many people the next step takes, so that it takes as long as one may; it grows and shrinks by and by."""
    in_a_step = done * A_STEP / max(took, 0.001)
    return round(min(max(in_a_step, done / 2, LEAST_AT_ONCE), done * 2, PEOPLE_AT_ONCE))


@job("exchange.take_up_again", every=timedelta(minutes=5))
def take_up() -> None:
    """Imports that the worker was at when it was lost for good go on; those of a command's own reading are the command's."""
    for agency_id in agency_ids():
        with as_agency(agency_id), transaction.atomic():
            going_on = [
                one for one in queries.with_stages().filter(agency=agency_id).not_over().order_by("at") if one.is_at_work
            ]
        for imported in going_on:
            if not imported.door or imported.stage_name not in BEFORE_ANYBODY_CAME:
                with suppress(NotNow), as_agency(agency_id), one_work():
                    take_up_again(imported, timezone.now())


@job("exchange.tidy", every=timedelta(hours=6))
def tidy() -> None:
    """Imports nobody went on with for a week are called off; what a week ago was over is forgotten; files without one as well."""
    now = timezone.now()
    for agency_id in agency_ids():
        with as_agency(agency_id), transaction.atomic():
            own = Import.objects.filter(agency=agency_id)
            alone = Piece.objects.filter(agency=agency_id, at__lt=now - A_FILE_ALONE).exclude(file__in=own.values("file"))
            alone._raw_delete(Piece.objects.db)
            old = list(own.filter(at__lt=now - KEPT_FOR).order_by("at").values_list("pk", flat=True))
        for pk in old:
            # One at a time: of a hundred thousand records each, all at once would keep everybody waiting.
            with as_agency(agency_id), one_work():
                _tidy(pk, now)


def _tidy(pk: UUID, now: datetime) -> None:
    imported = queries.with_stages().filter(pk=pk).first()
    if imported is None or imported.stage.at >= now - KEPT_FOR:
        return
    if imported.stage_name in OVER:
        forget_records(imported)
        forget_file(imported)
        imported.delete()
    elif imported.stage_name in BEFORE_ANYBODY_CAME:
        call_off(imported=imported, by=imported.by, at=now)
