"""What the matrix and the canaries need to know of the library."""

from typing import Any

from django.utils import timezone

from handrail.kit.ids import new_id
from handrail.learning import actions
from handrail.learning.models import Curriculum, CurriculumEntry
from handrail.learning.queries import standing_text
from tests.learning.conftest import a_material, written


def prepare(things: Any) -> None:
    """A piece and a curriculum of the first agency's own; kept on `things`."""
    cast, now = things.cast, timezone.now()
    things.material, things.away = a_material(cast), a_material(cast, title="No longer")
    actions.put_away(key=str(things.away.pk), by=cast.sam, at=now)
    pieces = [("engagement", "hope"), ("engagement", "what-stress-is"), ("initiation", "hope")]
    things.curriculum = actions.add_curriculum(curriculum=Curriculum(title="Tuesdays"), pieces=pieces, by=cast.sam, at=now)
    things.entry, things.entry_out = CurriculumEntry.objects.order_by("place")[1:3]
    actions.take_entry_out(entry=things.entry_out, by=cast.sam, at=now)


def addresses(things: Any) -> dict[str, list[Any]]:
    """What stands in the address of each page: the arguments by page name."""
    material, curriculum, entry = [things.material.pk], [things.curriculum.pk], [things.entry.pk]
    pages = {
        "piece_show": material,
        "piece_handout": material,
        "shelf_put_away": material,
        "shelf_bring_back": [things.away.pk],
        "material_edit": material,
        "material_sort": material,
        "material_history": material,
        "curriculum_show": curriculum,
        "curriculum_edit": curriculum,
        "entry_add": curriculum,
        "entry_move": entry,
        "entry_take_out": entry,
        "entry_put_back": [things.entry_out.pk],
    }
    return {f"learning:{name}": args for name, args in pages.items()}


def forms(things: Any) -> dict[str, dict[str, Any]]:
    """What each page's form sends: enough to be taken."""
    placed = {"topic": "hope", "phases": ["initiation"], "audiences": ["adult"]}
    opened = standing_text(things.material, "en")
    pages = {
        "material_add": {"id": new_id()} | vars(written()) | placed,
        "material_edit": vars(written(title="Better")) | {"opened": opened.pk if opened else ""},
        "material_sort": placed,
        "curriculum_add": {"id": new_id(), "title": "Ours"},
        "curriculum_edit": {"title": "Ours"},
        "entry_add": {"piece": "making-friends", "phase": "initiation"},
        "entry_move": {"way": "up"},
    }
    return {f"learning:{name}": data for name, data in pages.items()}


def mark(cast: Any, person: Any, word: str) -> None:
    """No row of the library is about anybody."""


def own_pages(person: Any) -> list[str]:
    """None, for the same reason."""
    return []
