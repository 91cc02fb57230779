"""The chain: how a line of the record is sealed, added, and proved unchanged."""

import hmac
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from django.conf import settings
from django.db import connection, models
from django.db.models import QuerySet

from handrail.audit.models import Entry, Head
from handrail.kit.many import keep_many
from handrail.kit.questions import written_once
from handrail.kit.tenancy import agency_now, as_agency

BATCH = 2000
FEW = 50
"""Lines of a page. More come only with many people at once."""


@dataclass
class Line:
    """One thing that happened, before it has its number and its seal."""

    agency_id: UUID
    verb: str
    at: datetime
    by_id: UUID | None = None
    person_id: UUID | None = None
    subject_id: UUID | None = None
    shown: list[UUID] = field(default_factory=list)
    detail: str = ""


def agency_key(agency_id: UUID) -> bytes:
    """The sealing key of one agency, derived from the installation's audit key, which is never in the database."""
    return hmac.digest(settings.HANDRAIL_AUDIT_KEY, b"handrail audit chain" + agency_id.bytes, "sha256")


def first_seal(agency_id: UUID) -> bytes:
    """What the first line is chained to."""
    return hmac.digest(agency_key(agency_id), b"begin", "sha256")


def seal(key: bytes, before: bytes, entry: Entry) -> bytes:
    """HMAC-SHA256 over the seal before and every field of the line, each with its length in front."""
    told = (
        before,
        entry.agency_id.bytes,
        entry.seq.to_bytes(8, "big"),
        entry.at.astimezone(UTC).isoformat(timespec="microseconds").encode(),
        entry.by_id.bytes if entry.by_id else b"",
        entry.verb.encode(),
        entry.person_id.bytes if entry.person_id else b"",
        entry.subject_id.bytes if entry.subject_id else b"",
        bytes(entry.shown),
        entry.detail.encode(),
    )
    return hmac.digest(key, b"".join(len(part).to_bytes(4, "big") + part for part in told), "sha256")


def begin(agency_id: UUID) -> Head:
    """Start the chain of a new agency."""
    return Head.objects.create(agency_id=agency_id, seal=first_seal(agency_id))


def append(lines: Iterable[Line]) -> list[Entry]:
    """Add lines to the end of their agencies' chains. Call it last in a transaction: the head is held until commit.

    Must run inside a transaction. Raises Head.DoesNotExist for an agency whose chain was never begun.
    """
    added: list[Entry] = []
    waiting = list(lines)
    for agency_id in dict.fromkeys(line.agency_id for line in waiting):
        # Somebody signed in at one agency may take up a link of another: each line goes to its own.
        with as_agency(agency_id) if agency_now() != agency_id else nullcontext():
            added += _append_to_one(agency_id, [line for line in waiting if line.agency_id == agency_id])
    return added


def _append_to_one(agency_id: UUID, lines: list[Line]) -> list[Entry]:
    head = next(iter(_held(agency_id)), None)
    if head is None:
        raise Head.DoesNotExist
    entries = seal_all(head, lines)
    if len(entries) > FEW:
        keep_many(Entry, entries)
    else:
        Entry.objects.bulk_create(entries)
    move_head(entries[-1])
    return entries


def seal_all(head: Head, lines: Iterable[Line]) -> list[Entry]:
    """The lines as they come after this head, numbered and sealed, not kept yet."""
    agency_id, seq, before = head.agency_id, head.seq, bytes(head.seal)
    key, entries = agency_key(agency_id), []
    for line in lines:
        seq += 1
        entry = Entry(
            agency_id=agency_id,
            seq=seq,
            at=line.at,
            by_id=line.by_id,
            verb=line.verb,
            person_id=line.person_id,
            subject_id=line.subject_id,
            shown=b"".join(shown.bytes for shown in line.shown),
            detail=line.detail,
        )
        entry.seal = before = seal(key, before, entry)
        entries.append(entry)
    return entries


@written_once
def _held(agency_id: UUID) -> QuerySet[Head]:
    """The head, held until commit."""
    held = Head.objects.select_for_update() if connection.features.has_select_for_update else Head.objects.all()
    return held.only("seq", "seal").filter(pk=agency_id)


def move_head(last: Entry) -> None:
    """This line is the last one now."""
    Head.objects.filter(pk=last.agency_id).update(seq=last.seq, seal=last.seal)


@dataclass
class Verdict:
    """What the proof of one agency's chain found. `wrong` is empty when all is well."""

    agency_id: UUID
    lines: int = 0
    seal: bytes = b""
    wrong: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return not self.wrong


def verify(agency_id: UUID, kept: Iterable[tuple[int, bytes]] = ()) -> Verdict:
    """Read the whole chain and compare it with its seals, with the head row, and with the heads kept outside (number, seal)."""
    verdict = Verdict(agency_id)
    waiting: dict[int, set[bytes]] = defaultdict(set)
    for number, kept_seal in kept:
        waiting[number].add(kept_seal)
    key, before, expected = agency_key(agency_id), first_seal(agency_id), 0
    # The head first: lines that are added while this reads lie behind it, and are proved the next time.
    head = Head.objects.filter(pk=agency_id).first()
    for entry in _lines_in_order(agency_id, head.seq if head else None):
        expected += 1
        if entry.seq != expected:
            verdict.wrong.append(f"Line {expected} is missing or out of order.")
            return verdict
        before = seal(key, before, entry)
        if not hmac.compare_digest(before, bytes(entry.seal)):
            verdict.wrong.append(f"Line {entry.seq} is not the line that was written.")
            return verdict
        if waiting.pop(entry.seq, {before}) != {before}:
            verdict.wrong.append(f"Line {entry.seq} is not the one that was kept outside the database.")
            return verdict
    verdict.lines, verdict.seal = expected, before
    if waiting:
        verdict.wrong.append(f"The record ends at line {expected}, but line {max(waiting)} was kept outside the database.")
    if head is None or (head.seq, bytes(head.seal)) != (expected, before):
        verdict.wrong.append(f"The record ends at line {expected}, but its head says {head.seq if head else 'nothing'}.")
    else:
        verdict.wrong += _lines_behind_the_head(agency_id)
    return verdict


def _lines_behind_the_head(agency_id: UUID) -> list[str]:
    """The last line before the head: a line and its head are written together, so the head can only be further on."""
    last = Entry.objects.filter(agency_id=agency_id).aggregate(last=models.Max("seq"))["last"] or 0
    head = Head.objects.get(pk=agency_id)
    return [f"The record ends at line {last}, but its head says {head.seq}."] if last > head.seq else []


def _lines_in_order(agency_id: UUID, up_to: int | None) -> Iterator[Entry]:
    """Every line by its number, a batch at a time; two lines of one number come one after the other."""
    after: tuple[int, UUID] | None = None
    while True:
        rows = Entry.objects.filter(agency_id=agency_id).order_by("seq", "id")
        if up_to is not None:
            rows = rows.filter(seq__lte=up_to)
        if after:
            # The first condition lets the index find the place; the second is exact.
            rows = rows.filter(seq__gte=after[0]).filter(models.Q(seq__gt=after[0]) | models.Q(id__gt=after[1]))
        batch = list(rows[:BATCH])
        yield from batch
        if len(batch) < BATCH:
            return
        after = (batch[-1].seq, batch[-1].id)
