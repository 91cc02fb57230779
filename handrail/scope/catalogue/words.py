"""Every word of the data files that a reader sees, for translators."""

from collections.abc import Iterator

from handrail.scope.catalogue.nouns import Item
from handrail.scope.catalogue.packs import OFFERED, PackValue, pack
from handrail.scope.catalogue.reading import catalogue


def words_to_translate() -> list[str]:
    """Each once, in the order of the files. The names of documents and laws stay as they are."""
    return list(dict.fromkeys(words for words in _all_words() if words))


def _all_words() -> Iterator[str]:
    whole = catalogue()
    for document in whole.documents.values():
        yield from (document.short, document.what, document.publisher, document.edition)
    for app in whole.apps.values():
        yield app.holds
    for item in whole.items.values():
        yield from _of_item(item)
    for activity in whole.activities.values():
        yield from (activity.group, activity.did, activity.hint)
    for term in whole.terms:
        yield from (term.word, term.means)
    for name in OFFERED:
        yield pack(name).name
        for value in pack(name).values.values():
            yield from _of_value(value)


def _of_item(item: Item) -> Iterator[str]:
    yield from (item.group, item.heading, item.text, item.without_activity, item.still_missing)
    for place in item.done_by:
        yield place.says


def _of_value(value: PackValue) -> Iterator[str]:
    yield from (value.label, value.unit, value.note)
    if isinstance(value.value, str):
        yield value.value
    if isinstance(value.value, tuple):
        yield from value.value
