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
    by_state = {state: {item.id for item in catalogue().items.values() if item.state == state} for state in State}

    assert by_state[State.DONE] == {
        "VA-P2",
        "VA-1b",
        "VA-1c",
        "VA-1d",
        "VA-1e",
        "VA-1h",
        "VA-1i",
        "VA-1j",
        "WI-S10",
        "WI-S11",
        "WI-S12",
        "JD-19",
    }
    assert by_state[State.PARTLY] == {
        "VA-1g",
        "VA-2e",
        "VA-2f",
        "VA-2g",
        "VA-2k",
        "VA-2l",
        "WI-S5",
        "WI-S15",
        "WI-K2",
        "JD-2",
        "JD-17",
    }
