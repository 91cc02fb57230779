"""What the catalogue says is done: the page exists, and so do the tests that prove it."""

import re
from pathlib import Path

from django.urls import get_resolver

from handrail.scope.catalogue import State, catalogue

TESTS = Path(__file__).parents[1]


def url_names() -> set[str]:
    """Every URL name with its app."""
    names = set()
    for app, (_prefix, resolver) in get_resolver().namespace_dict.items():
        names |= {f"{app}:{name}" for name in resolver.reverse_dict if isinstance(name, str)}
    return names


def test_every_page_named_as_done_exists():
    named = {place.page for item in catalogue().items.values() for place in item.done_by}

    assert named - url_names() == set()


def test_every_test_named_as_proof_exists():
    written = {
        name
        for path in TESTS.rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.M)
    }
    named = {test for item in catalogue().items.values() for place in item.done_by for test in place.tests}

    assert named - written == set()


def test_no_item_counts_as_done_without_a_test():
    places = [place for item in catalogue().items.values() for place in item.done_by]

    assert all(place.tests and place.says for place in places)


def test_what_this_release_carries():
    """Grows with every app; an item is never marked before somebody can do it."""
    begun = {item.id: item.state for item in catalogue().items.values() if item.state != State.NOT_YET}

    assert begun == {"WI-K2": State.PARTLY}
