"""How stories bring a file along, without a page."""

import io
from pathlib import Path

from django.utils import timezone

from handrail.exchange import actions, queries
from handrail.exchange.models import Import, Record, StageName
from handrail.exchange.readers.source import Keeping
from handrail.exchange.work import turn
from handrail.kit.ids import new_id

DATA = "HANDRAIL_REAL_DATA"
AGES = 600


def sent(cast, content: bytes | Path, by=None, program=None) -> Import:
    """A file that was sent, and nobody has looked at yet."""
    by, program, now = by or cast.sam, program or cast.community, timezone.now()
    keeping = Keeping(by, new_id())
    with content.open("rb") if isinstance(content, Path) else io.BytesIO(content) as file:
        while chunk := file.read(64 * 1024):
            keeping.take(chunk)
    imported = Import(program=program, file=keeping.file, size=keeping.end())
    return actions.begin(imported=imported, by=by, at=now)


def go_on(imported: Import) -> Import:
    """The worker works until somebody has to say something."""
    while turn(imported.pk, imported.agency_id, AGES, rest=0):
        pass
    return queries.import_of(imported.pk)


def read(cast, content: bytes | Path, by=None, program=None, **agreed) -> Import:
    """After the dry run; of a list the columns are as they were guessed, but for what is named."""
    imported = go_on(sent(cast, content, by, program))
    if imported.stage_name == StageName.LOOKED:
        columns = imported.looked | agreed
        imported = go_on(actions.agree(imported=imported, columns=columns, by=imported.by, at=timezone.now()))
    return imported


def taken(cast, content: bytes | Path, by=None, program=None, **agreed) -> Import:
    """Read, and taken over."""
    imported = read(cast, content, by, program, **agreed)
    assert imported.stage_name == StageName.READ, imported.why_not
    return go_on(actions.begin_taking_over(imported=imported, by=imported.by, at=timezone.now()))


def said(imported: Import) -> list[tuple[int, str, list]]:
    """What became of each line."""
    return [(one.line, one.verdict, one.reasons) for one in Record.objects.filter(of=imported).order_by("number")]


def verdicts(imported: Import) -> dict[str, int]:
    return {name: many for name, many in queries.counts_of(imported).items() if many}
