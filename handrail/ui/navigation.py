"""Where one can go from every page. Each app puts its own entry here, from its apps.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from django.urls import get_script_prefix, reverse
from django.utils.functional import Promise

Place = Literal["bar", "more", "phone"]
"""In the phone's bar; kept under More on a phone; or on a phone only (More itself). A desktop shows bar and more."""


@dataclass(frozen=True)
class Entry:
    """What an app registered."""

    name: str
    label: str | Promise
    icon: str
    url_name: str
    order: int
    key: str
    prominent: bool
    place: Place
    shown: Callable[[Any], bool]
    alone: bool

    @property
    def namespace(self) -> str:
        """The app that the address belongs to."""
        return self.url_name.partition(":")[0]


@dataclass(frozen=True, eq=False)
class NavItem:
    """One entry as a page shows it. It is itself and no other, so that templates may keep what they draw of it."""

    name: str
    label: str | Promise
    icon: str
    url: str
    key: str
    prominent: bool
    place: Place
    current: bool
    here: bool

    @property
    def aria_current(self) -> str:
        """`page` on the very page, `true` on the pages inside it, else nothing."""
        return "page" if self.here else "true" if self.current else ""


_entries: dict[str, Entry] = {}


def register(
    name: str,
    label: str | Promise,
    icon: str,
    url_name: str,
    order: int,
    key: str = "",
    prominent: bool = False,
    shown: Callable[[Any], bool] = lambda staff: True,
    place: Place = "bar",
    alone: bool = False,
) -> None:
    """Offer a place to go. The phone's bar has room for four and More; registering a name again replaces it.

    `alone`: only its own page is inside it, and not the other pages of the app.
    """
    _entries[name] = Entry(name, label, icon, url_name, order, key, prominent, place, shown, alone)
    _items.cache_clear()


def items_for(staff: object, current_url_name: str = "") -> tuple[NavItem, ...]:
    """What this staff member may go to, in order. The same items for everybody who may go to the same and is at the same."""
    entries = sorted((entry for entry in _entries.values() if entry.shown(staff)), key=lambda entry: entry.order)
    current = _current(entries, current_url_name)
    here = current in _entries and _entries[current].url_name == current_url_name
    return _items(tuple(entry.name for entry in entries), current, here, get_script_prefix())


@lru_cache(maxsize=1000)
def _items(names: tuple[str, ...], current: str, here: bool, _prefix: str) -> tuple[NavItem, ...]:
    return tuple(
        NavItem(
            name=entry.name,
            label=entry.label,
            icon=entry.icon,
            url=reverse(entry.url_name),
            key=entry.key,
            prominent=entry.prominent,
            place=entry.place,
            current=entry.name == current,
            here=here and entry.name == current,
        )
        for entry in (_entries[name] for name in names)
    )


def _current(entries: list[Entry], url_name: str) -> str:
    """The entry to mark: the very page, or else the only entry of the app that the page belongs to."""
    exact = [entry.name for entry in entries if entry.url_name == url_name]
    if exact:
        return exact[0]
    inside = [entry for entry in entries if ":" in url_name and entry.namespace == url_name.partition(":")[0]]
    return inside[0].name if len(inside) == 1 and not inside[0].alone else ""
