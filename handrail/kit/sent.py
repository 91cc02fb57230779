"""Keys that a page makes for what it sends: sent twice, it is the same row."""

from typing import Any
from uuid import UUID

from django.db.models import Model
from django.http import HttpRequest

from handrail.kit.errors import KeyTaken
from handrail.kit.ids import new_id
from handrail.kit.once import once


def under_its_key(row: Model, *, alone: bool = True) -> None:
    """Keep a new row under the key it came with. KeyTaken when a row of this key is there (`alone`: see `once`)."""
    with once(KeyTaken, alone=alone):
        row.save(force_insert=True)


def key_sent(request: HttpRequest) -> UUID:
    """The key the page sent along (`{% key %}`); without a sound one it is a new row."""
    sent: Any = request.POST.get("id", "")
    try:
        return UUID(sent)
    except ValueError:
        return new_id()
