"""Reads the data files once and makes sure that they fit together. A file that does not fit is a bug, told by its name."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from handrail.kit.told import told_in
from handrail.scope.catalogue.nouns import Activity, App, Catalogue, Document, Item, Kind, Place, Setting, Term

FOLDER = Path(__file__).parent
MOST_ACTIVITIES = 40  # a worker cannot look through more of them on a phone

N = TypeVar("N", Document, App, Item, Activity)


class DoesNotFit(ValueError):
    """A data file of the catalogue contradicts itself or another one."""


def read(path: Path) -> dict[str, Any]:
    """One data file. Texts may run over several lines there; here each is one line."""
    return {name: _joined(value) for name, value in told_in(path).items()}


def _joined(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [_joined(part) for part in value]
    if isinstance(value, dict):
        return {name: _joined(part) for name, part in value.items()}
    return value


@cache
def catalogue() -> Catalogue:
    """The scope of practice, read once for the life of the process."""
    documents = once(Document(**row) for row in read(FOLDER / "documents.toml")["document"])
    apps = once(App(**row) for row in read(FOLDER / "apps.toml")["app"])
    items = once(item for path in sorted((FOLDER / "items").glob("*.toml")) for item in items_of(path))
    activities = once(activity_of(row) for row in read(FOLDER / "activities.toml")["activity"])
    terms = tuple(Term(**row) for row in read(FOLDER / "terms.toml")["term"])
    reached_by = {item: tuple(deed for deed in activities.values() if item in deed.items) for item in items}
    whole = Catalogue(documents, apps, items, activities, terms, reached_by)
    check(whole)
    return whole


def once(things: Iterable[N]) -> dict[str, N]:
    """By id, in the order of the file; the same id twice does not fit."""
    found: dict[str, N] = {}
    for thing in things:
        if thing.id in found:
            raise DoesNotFit(f"{thing.id} stands there twice")
        found[thing.id] = thing
    return found


def items_of(path: Path) -> list[Item]:
    """The items of one file: they share a group and their documents."""
    whole = read(path)
    return [item_of(row, whole["group"], tuple(whole["documents"])) for row in whole["item"]]


def item_of(row: dict[str, Any], group: str, documents: tuple[str, ...]) -> Item:
    """One item, as its file tells it."""
    places = tuple(
        Place(page=place["page"], says=place["says"], tests=tuple(place["tests"])) for place in row.pop("done_by", [])
    )
    return Item(
        group=group,
        documents=documents,
        kind=Kind(row.pop("kind")),
        setting=Setting(row.pop("setting")),
        apps=tuple(row.pop("apps")),
        done_by=places,
        **row,
    )


def activity_of(row: dict[str, Any]) -> Activity:
    """One activity, as its file tells it."""
    settings = tuple(Setting(setting) for setting in row.pop("settings"))
    return Activity(items=tuple(row.pop("items")), settings=settings, **row)


def check(whole: Catalogue) -> None:
    """Everything named exists; everything done with a person can be picked on a contact, or says why not."""
    if len(whole.activities) > MOST_ACTIVITIES:
        raise DoesNotFit(f"{len(whole.activities)} activities are too many to choose from")
    for item in whole.items.values():
        _known(item.id, item.documents, whole.documents)
        _known(item.id, item.apps, whole.apps)
        if item.still_missing and not item.done_by:
            raise DoesNotFit(f"{item.id} misses something but is done nowhere")
        _reached_or_told_why_not(item, reached=bool(whole.reached_by[item.id]))
    for activity in whole.activities.values():
        _known(activity.id, activity.items, whole.items)


def _known(name: str, named: Iterable[str], there: Iterable[str]) -> None:
    unknown = set(named) - set(there)
    if unknown or not named:
        raise DoesNotFit(f"{name} names {', '.join(sorted(unknown)) or 'nothing'}")


def _reached_or_told_why_not(item: Item, *, reached: bool) -> None:
    has_to_be = item.kind in (Kind.DO, Kind.BE)
    if item.kind == Kind.REFUSE and reached:
        raise DoesNotFit(f"{item.id} is not a peer's job, yet an activity does it")
    if has_to_be and reached == bool(item.without_activity):
        raise DoesNotFit(f"{item.id} needs either an activity or a reason why it has none")
