"""The worker's part: an import goes on by short turns, step after step, until somebody has to say something."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import datetime, timedelta
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
from handrail.exchange.models import Brought, Clue, FileKind, Import, Origin, Piece, Record, StageName
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
    """Go on for a while; at least one step, for the first goes through all that was read before. Whether there is more to do."""
    ends = 0.0
    with suppress(NotNow, Import.DoesNotExist):
        with closing(_Steps(of, agency_id, source)) as steps:
            while steps.one():
                ends = ends or time.monotonic() + seconds
                if tell:
                    tell()
                if time.monotonic() >= ends:
                    return True
                if connection.vendor == "sqlite":
                    time.sleep(rest)
    return False


class _Steps:
    """One import in the hands of one worker, with the file open between steps."""

    def __init__(self, of: UUID, agency_id: UUID, source: Path | None) -> None:
        self.of, self.agency_id, self.source = of, agency_id, source
        self._file: BinaryIO | None = None
        self._found: Iterator | None = None
        self._read = -1
        self._known: dict[int, Known] = {}
        self._at_once = min(LEAST_AT_ONCE if connection.vendor == "sqlite" else PEOPLE_AT_ONCE, PEOPLE_AT_ONCE)

    def close(self) -> None:
        """The file, if it is open."""
        if self._file:
            self._file.close()

    def one(self) -> bool:
        """One step of whatever comes next. Whether there is more to do."""
        try:
            # The lines of all that is done in a step are added at its end: nobody waits for the record while people are enrolled.
            with as_agency(self.agency_id), one_work():
                began = time.monotonic()  # from here on others wait
                before = self._held()
                if before.stage_name not in AT_WORK:
                    return False
                self._steps()[before.stage_name](before)
                stage = queries.stage_of(self.of)
        except Unreadable as trouble:
            with as_agency(self.agency_id), one_work():
                reading.cannot_be_read(self._held(), trouble.why, timezone.now())
            return False
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
            StageName.SENT: self._look,
            StageName.AGREED: self._read_or_compare,
            StageName.APPLYING: self._take,
            StageName.UNDOING: self._take_out,
        }

    def _open(self, imported: Import) -> BinaryIO:
        if self._file is None:
            self._file = self.source.open("rb") if self.source else opened(imported.file, imported.size)
        return self._file

    def _look(self, imported: Import) -> None:
        reading.look(imported, self._open(imported), timezone.now())
        if imported.kind != FileKind.LIST:
            enter(imported, StageName.AGREED, imported.by, timezone.now())

    def _read_or_compare(self, imported: Import) -> None:
        now, part = timezone.now(), imported.cursor.partition(":")[0]
        if part == "":
            self._read_on(imported)
        elif part == "gather" and not comparing.gather_some(imported):
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

    def _read_on(self, imported: Import) -> None:
        if self._found is None or self._read != imported.read:
            self._found = reading.records_in(imported, self._open(imported))
        if not reading.read_some(imported, self._found, timezone.now()):
            if not imported.to_do:
                raise Unreadable("nobody" if imported.left_out or imported.read else "empty")
            self._next(imported, "gather")
        self._read = imported.read

    def _next(self, imported: Import, part: str) -> None:
        imported.cursor = f"{part}:"
        imported.save(update_fields=["cursor"])

    def _take(self, imported: Import) -> None:
        if not take_some(imported=imported, at_once=self._at_once, at=timezone.now()):
            complete(imported=imported, at=timezone.now())

    def _take_out(self, imported: Import) -> None:
        take_back_some(imported=imported, at_once=self._at_once, at=timezone.now())


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
