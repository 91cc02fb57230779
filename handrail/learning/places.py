"""What can be done with a piece elsewhere. Apps above offer theirs in `apps.py`; the page of a piece does not know them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from handrail.accounts.models import Staff


@dataclass(frozen=True)
class Offer:
    """A way from a piece to a page of another app: its words, its icon, its address, and for whom it is."""

    words: str | Promise
    icon: str
    address: Callable[[str], str]
    shown: Callable[[Staff], bool]


_offers: dict[str, Offer] = {}


def register(name: str, offer: Offer) -> None:
    """Offer something to do with a piece. Call it from `apps.py`."""
    _offers[name] = offer


def offers_for(key: str, staff: Staff) -> list[tuple[Offer, str]]:
    """What this reader may do with a piece, each with its address."""
    return [(offer, offer.address(key)) for offer in _offers.values() if offer.shown(staff)]
