"""How the pages of exchange are asked for in the matrix."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from handrail.exchange import actions
from handrail.exchange.models import Brought, Import, Stage, StageName
from handrail.kit.ids import new_id
from handrail.people.models import Enrolment

NAMES = ("show", "progress", "columns", "again", "decide", "take")


def prepare(things: Any) -> None:
    """Something that came along with Marcus, and imports of Sam's: the report of one is nobody else's, whatever their role.

    Another takes people over, and one is complete: these a colleague who supervises the program may call off and undo.
    """
    cast, now = things.cast, timezone.now()
    own = {"agency": cast.agency, "person": cast.marcus, "program": cast.community}
    things.brought = Brought.objects.create(kind="goal", text="Walk to the river", at=now, **own)
    things.imported = _at(cast, StageName.READ, now)
    things.takes_over = _at(cast, StageName.APPLYING, now, is_writing=True)
    things.complete = _at(cast, StageName.COMPLETE, now)


def _at(cast: Any, stage: StageName, now: datetime, **more: Any) -> Import:
    imported = actions.begin(imported=Import(program=cast.community, file=new_id(), size=1), by=cast.sam, at=now)
    Stage.objects.create(of=imported, agency=cast.agency, program=cast.community, stage=stage, at=now, by=cast.sam, **more)
    return imported


def addresses(things: Any) -> dict[str, list[Any]]:
    """What stands in the address of each page."""
    own = {f"exchange:import_{name}": [things.imported.pk] for name in NAMES}
    own |= {"exchange:import_call_off": [things.takes_over.pk], "exchange:import_undo": [things.complete.pk]}
    return own | {"exchange:brought_take": [things.brought.pk], "exchange:brought_drop": [things.brought.pk]}


def forms(things: Any) -> dict[str, dict[str, Any]]:
    """What each page's form sends: enough to be taken."""
    return {
        "exchange:import_decide": {"alike": new_id(), "answer": "same"},
        "exchange:import_begin": {"program": things.cast.community.pk},
        "exchange:brought_take": {"text": "Walk to the river again"},
    }


def mark(cast: Any, person: Any, word: str) -> None:
    """Put the person's own word into what came along with them."""
    for there in Enrolment.objects.filter(person=person):
        own = {"agency_id": person.agency_id, "person": person, "program_id": there.program_id}
        Brought.objects.create(kind="goal", text=f"{word}brought", at=timezone.now(), **own)


def own_pages(person: Any) -> list[str]:
    """Addresses that show something of this person, for the walk of the canaries."""
    return [reverse("exchange:brought_take", args=[one.pk]) for one in Brought.objects.filter(person=person.pk)]
