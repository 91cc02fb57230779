"""The heads of the chains, kept in a file outside the database: what shows that a tail was cut off.

One JSON line a head: agency, number, seal, when. Only added to, never rewritten, and forced to disk. One file a month, so that
looking up the last kept head stays cheap.
"""

import json
import os
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from handrail.audit.models import Entry, Head
from handrail.kit.tenancy import as_agency

FILE_NAMES = "heads-????-??.jsonl"
LATELY = timedelta(minutes=5)
"""The worker keeps the heads every minute."""


def keep_heads(folder: Path) -> int:
    """Add every head that has moved since it was last kept. Returns how many were added."""
    now = datetime.now(UTC)
    file_now = folder / f"heads-{now:%Y-%m}.jsonl"
    last = {told["agency"]: int(told["line"]) for told in _read(file_now)}
    moved = [head for head in Head.objects.order_by("agency_id") if head.seq and last.get(str(head.agency_id)) != head.seq]
    if not moved:
        return 0
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    torn = file_now.exists() and not file_now.read_bytes().endswith(b"\n")
    with open(file_now, "a", encoding="ascii") as file:
        if torn:
            file.write("\n")
        for head in moved:
            told = {
                "agency": str(head.agency_id),
                "line": head.seq,
                "seal": bytes(head.seal).hex(),
                "at": now.isoformat(timespec="seconds"),
            }
            file.write(json.dumps(told) + "\n")
        file.flush()
        os.fsync(file.fileno())
    return len(moved)


def kept_heads(folder: Path) -> dict[UUID, list[tuple[int, bytes]]]:
    """Every kept head, by agency, in the order kept. A line torn by a power cut is left out."""
    kept: dict[UUID, list[tuple[int, bytes]]] = defaultdict(list)
    for path in sorted(folder.glob(FILE_NAMES)):
        for told in _read(path):
            kept[UUID(told["agency"])].append((int(told["line"]), bytes.fromhex(told["seal"])))
    return dict(kept)


def not_kept_lately(kept: dict[UUID, list[tuple[int, bytes]]], now: datetime | None = None) -> list[UUID]:
    """Agencies whose record moved on more than a few minutes ago, and whose end was not kept outside since."""
    before = (now or datetime.now(UTC)) - LATELY
    behind = []
    for head in Head.objects.filter(seq__gt=0).order_by("agency_id"):
        furthest = max((number for number, _seal in kept.get(head.agency_id, [])), default=0)
        with as_agency(head.agency_id):
            if Entry.objects.filter(agency_id=head.agency_id, seq__gt=furthest, at__lt=before).exists():
                behind.append(head.agency_id)
    return behind


def _read(path: Path) -> Iterator[dict[str, str]]:
    if not path.exists():
        return
    for line in path.read_text(encoding="ascii", errors="replace").splitlines():
        try:
            yield json.loads(line)
        except ValueError:
            continue
