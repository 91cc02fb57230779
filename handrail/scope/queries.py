"""Reads of the scope of practice, and of the rules an agency goes by."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import QuerySet
from django.utils.translation import gettext

from handrail.accounts.models import Agency
from handrail.kit.letters import plain
from handrail.kit.questions import written_once
from handrail.scope.catalogue import Activity, App, Document, Item, Kind, PackValue, Setting, Value, catalogue, pack
from handrail.scope.catalogue.packs import told
from handrail.scope.models import PackOverride


def items_that_match(*, words: str = "", document: str = "", setting: str = "", kind: str = "") -> list[Item]:
    """The items of a document, setting and kind in which every word stands somewhere, in the order of the documents."""
    looked_for = plain(words).split()
    return [
        item
        for item in catalogue().items.values()
        if document in ("", *item.documents)
        and setting in ("", item.setting)
        and kind in ("", item.kind)
        and all(word in _all_words_of(item) for word in looked_for)
    ]


def _all_words_of(item: Item) -> str:
    own = (item.id, Kind(item.kind).label, Setting(item.setting).label, *map(gettext, (item.group, item.heading, item.text)))
    picked = (gettext(activity.did) for activity in activities_that_reach(item))
    return plain(" ".join([*map(str, own), *picked]))


def items_by_group(items: Iterable[Item]) -> list[tuple[str, list[Item]]]:
    """The items under the headings of the documents."""
    return [(group, list(some)) for group, some in groupby(items, key=lambda item: item.group)]


def activities_that_reach(item: Item) -> tuple[Activity, ...]:
    """What a worker can pick on a contact to show that the item was done."""
    return catalogue().reached_by[item.id]


def activities_by_group() -> list[tuple[str, list[tuple[Activity, list[Item]]]]]:
    """Every activity with its items, under headings."""
    whole = catalogue()
    with_items = [(activity, [whole.items[name] for name in activity.items]) for activity in whole.activities.values()]
    return [(group, list(some)) for group, some in groupby(with_items, key=lambda pair: pair[0].group)]


def documents_of(item: Item) -> list[Document]:
    """The documents an item stands in."""
    return [catalogue().documents[name] for name in item.documents]


def apps_of(item: Item) -> list[App]:
    """The parts of Handrail that carry an item, or will."""
    return [catalogue().apps[name] for name in item.apps]


@dataclass(frozen=True)
class ValueHere:
    """What one agency goes by, or went by: the value of its pack, or what it set instead."""

    pack: PackValue
    override: PackOverride | None

    @property
    def value(self) -> Value:
        """The agency's own where it has set one, else its pack's."""
        return told(self.pack.sort, self.override.value) if self.override else self.pack.value


def values_for(agency: Agency) -> dict[str, ValueHere]:
    """Every rule and number the agency goes by now, by key, in the order of its pack.

    An override whose key the pack no longer has is left out: the pack has moved on, and nothing asks for it.
    """
    standing = {row.key: row for row in PackOverride.objects.standing().filter(agency=agency).select_related("by")}
    return {key: ValueHere(value, standing.get(key)) for key, value in pack(agency.pack).values.items()}


def some_values(agency: Agency, keys: Iterable[str]) -> list[Value]:
    """A few of them, for a page that needs no more."""
    wanted = list(keys)
    own = {row.key: row for row in _standing(agency) if row.key in wanted}
    in_pack = pack(agency.pack).values
    return [ValueHere(in_pack[key], own.get(key)).value for key in wanted]


@written_once
def _standing(agency: Agency) -> QuerySet[PackOverride]:
    return PackOverride.objects.standing().filter(agency=agency).order_by("id")


def values_by_topic(values: Iterable[ValueHere]) -> list[tuple[str, list[ValueHere], bool]]:
    """The values under headings, and whether the agency has set some of them itself."""
    by_topic = [(topic, list(some)) for topic, some in groupby(values, key=lambda value: value.pack.topic)]
    return [(topic, some, any(value.override for value in some)) for topic, some in by_topic]


def values_taken_back(agency: Agency) -> list[ValueHere]:
    """What the agency once set and took back, newest first."""
    in_pack = pack(agency.pack).values
    taken_back = PackOverride.objects.filter(agency=agency, withdrawn_at__isnull=False, key__in=in_pack)
    rows = taken_back.select_related("by", "withdrawn_by").order_by("-withdrawn_at", "-id")
    return [ValueHere(in_pack[row.key], row) for row in rows]
