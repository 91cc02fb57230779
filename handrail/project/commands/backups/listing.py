"""The list of backups: one JSON line each, with its hash and the ends of the audit chains at that moment."""

import json
import os
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from handrail.project.commands.backups.facts import Facts, Kept
from handrail.project.place import Place

NAME = re.compile(r"handrail-(\d{8}-\d{6})\.age")
NEVER_FEWER_THAN = 3


def add(place: Place, path: Path, made_at: datetime, sha256: str, size: int, kind: str, facts: Facts) -> None:
    """Note a backup. Only added to, and forced to the disk."""
    told = facts.told()
    line = {
        "file": str(path),
        "made_at": made_at.isoformat(timespec="seconds"),
        "sha256": sha256,
        "bytes": size,
        "opens_with": kind,
        "database": facts.kind,
        "rows": sum(facts.rows.values()),
        "heads": told["heads"],
    }
    place.backups.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(place.backups / "backups.jsonl", "a", encoding="ascii") as file:
        file.write(json.dumps(line) + "\n")
        file.flush()
        os.fsync(file.fileno())


def known(place: Place) -> Iterator[dict[str, Any]]:
    """Every line that can be read, oldest first."""
    path = place.backups / "backups.jsonl"
    if not path.exists():
        return
    for line in path.read_text(encoding="ascii", errors="replace").splitlines():
        try:
            yield json.loads(line)
        except ValueError:
            continue  # torn by a power cut


def last(place: Place) -> dict[str, Any] | None:
    """The newest backup that was noted, wherever its file is now."""
    return max(known(place), key=lambda line: str(line.get("made_at", "")), default=None)


def age_of_last(place: Place) -> timedelta | None:
    """How long ago the newest backup was made."""
    newest = last(place)
    return datetime.now(UTC) - datetime.fromisoformat(newest["made_at"]) if newest else None


def heads(place: Place) -> Kept:
    """The ends of the chains that were noted with the backups."""
    kept: Kept = defaultdict(list)
    for line in known(place):
        for agency, (seq, seal) in line.get("heads", {}).items():
            if seq:
                kept[UUID(agency)].append((int(seq), bytes.fromhex(seal)))
    return dict(kept)


def forget_old(place: Place, folder: Path, keep_days: int, now: datetime) -> list[Path]:
    """Remove backups older than that, but never the newest three. Only ones of this installation: folders are shared."""
    ours = {Path(line["file"]).name for line in known(place)}
    named = sorted((path for path in folder.iterdir() if NAME.fullmatch(path.name) and path.name in ours), reverse=True)
    old = [path for path in named[NEVER_FEWER_THAN:] if _made(path) < now - timedelta(days=keep_days)]
    for path in old:
        path.unlink()
    return old


def _made(path: Path) -> datetime:
    match = NAME.fullmatch(path.name)
    assert match
    return datetime.strptime(match[1], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
