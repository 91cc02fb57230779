"""Boxes on a person's page. Apps above offer theirs in `apps.py`; this page does not know them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise

from handrail.accounts.models import Staff
from handrail.people.models import Person

Content = Callable[[Person, Staff, datetime], dict[str, Any] | None]
"""What a box about a person shows this reader now: the context of its template, or None when there is nothing for them.

`glance` in it, if it is there and not empty, is a list of short lines that stand under the person's name as well: what one has to
know before anything else.
"""


@dataclass(frozen=True)
class Panel:
    """One box: its heading, its template, what fills it, and where it stands."""

    name: str
    heading: str | Promise
    template: str
    content: Content
    order: int


_panels: dict[str, Panel] = {}


def register(name: str, heading: str | Promise, template: str, content: Content, order: int) -> None:
    """Offer a box for a person's page. Call it from `apps.py`."""
    _panels[name] = Panel(name, heading, template, content, order)


def panels_for(person: Person, reader: Staff, at: datetime) -> list[tuple[Panel, dict[str, Any]]]:
    """The boxes that have something for this reader, in their order."""
    filled = ((panel, panel.content(person, reader, at)) for panel in sorted(_panels.values(), key=lambda panel: panel.order))
    return [(panel, content) for panel, content in filled if content is not None]
