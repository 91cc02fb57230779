"""Run beside an import that is killed: `work` goes on with it, `inspect` says who is seen, who is there, and whether the record is well."""

import json
import sys

import tests.faults.script as base  # sets Django up

from django.utils import timezone

from handrail.accounts.models import Staff
from handrail.audit import chain
from handrail.exchange import actions, queries
from handrail.exchange.models import Import, Piece, Record
from handrail.exchange.work import turn
from handrail.kit.tenancy import as_agency
from handrail.people.models import Person
from handrail.people.queries import nobody_walks_with_yet

PEOPLE = 315


def prepare() -> dict:
    """The cast, and a list of many that was read."""
    from tests.exchange.bringing import read
    from tests.exchange.planted import planted

    cast, _known = base.cast_with_dana_signed_in()
    with as_agency(cast.agency.pk):
        content, _faults = planted(rows=PEOPLE, each=1)
        imported = read(cast, content)
    return {"agency": str(cast.agency.pk), "sam": str(cast.sam.pk), "import": str(imported.pk)}


def again() -> dict:
    """The same list once more."""
    from types import SimpleNamespace

    from tests.exchange.bringing import read
    from tests.exchange.planted import planted

    agency_id, import_id = of()
    with as_agency(agency_id):
        before = queries.import_of(import_id)
        sam = SimpleNamespace(sam=before.by, community=before.program)
        content, _faults = planted(rows=PEOPLE, each=1)
        imported = read(sam, content)
    return {"agency": str(agency_id), "sam": str(before.by_id), "import": str(imported.pk)}


def of() -> tuple:
    agency_id, import_id = sys.argv[2], sys.argv[3]
    from uuid import UUID

    return UUID(agency_id), UUID(import_id)


def work() -> dict:
    """Take it over, or undo it, as far as one gets."""
    agency_id, import_id = of()
    from handrail.exchange import work as engine

    engine.PEOPLE_AT_ONCE = 20
    before = inspect()
    with as_agency(agency_id):
        imported = queries.import_of(import_id)
        if imported.stage_name == "read":
            actions.begin_taking_over(imported=imported, by=imported.by, at=timezone.now())
        elif imported.stage_name == "complete":
            actions.begin_undoing(imported=imported, by=imported.by, at=timezone.now())
    print(json.dumps(before), flush=True)
    while turn(import_id, agency_id, 600, rest=0):
        pass
    return {}


def inspect() -> dict:
    agency_id, import_id = of()
    with as_agency(agency_id):
        imported = queries.import_of(import_id)
        sam = Staff.objects.get(pk=imported.by_id)
        return {
            "stage": imported.stage_name.value,
            "seen": nobody_walks_with_yet(sam, timezone.now()).count(),
            "there": Person.objects.filter(agency=agency_id, made_by=sam).count(),
            "wrong": chain.verify(agency_id).wrong,
            "left": Piece.objects.filter(file=imported.file).count() + Record.objects.filter(of=imported).count()
            if imported.stage_name == "undone"
            else 0,
            "imports": Import.objects.count(),
        }


if __name__ == "__main__":
    print(json.dumps({"prepare": prepare, "work": work, "inspect": inspect, "again": again}[sys.argv[1]]()))
