"""A contact of Dana with Marcus, and what it takes to write one."""

from datetime import timedelta

import pytest
from django.utils import timezone

from handrail.contacts import actions
from handrail.contacts.actions import Writing
from handrail.contacts.actions.facts import TEXTS
from handrail.contacts.models import Contact
from handrail.kit.ids import new_id

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def texts(**typed):
    return dict.fromkeys(TEXTS, "") | {"together": False} | typed


def facts(at, **typed):
    return {"at": at, "minutes": None, "how": "met", "where": "", "place": ""} | typed


def draft(there, by, at=None, writing=None, key=None, **typed) -> Contact:
    """A draft with one person."""
    at = at or timezone.now() - HOUR
    about = {name: typed.pop(name) for name in ("how", "minutes", "place", "where") if name in typed}
    return actions.keep_draft(
        key=key or new_id(),
        facts=facts(at, **about),
        writings={there.person_id: writing or Writing(texts(**typed))},
        base=actions.Base(0),
        by=by,
        at=at,
        beginning=there,
    )


def signed(there, by, at=None, signed_at=None, **typed):
    """A signed note; gives its part."""
    contact = draft(there, by, at, **typed)
    parts = list(contact.parts.all())
    actions.sign(contact=contact, parts=parts, version=contact.version, by=by, at=signed_at or timezone.now())
    return contact.parts.get()


@pytest.fixture
def note(cast):
    """Dana signed a note about Marcus."""
    return signed(cast.marcus_there, cast.dana, words="I slept well.", did="We walked to the library.")
