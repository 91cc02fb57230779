"""The phone in the person's hands: the sign-in reaches one page, until the worker shows again who they are."""

import time
from typing import Any
from uuid import UUID

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest
from django.urls import reverse

from handrail.accounts import sessions
from handrail.contacts.models import Part

HANDED = "handed"
WAYS_BACK = ("account_reauthenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn", "account_login", "account_logout")
"""Where the worker shows who they are, or signs out."""
ASKED_BY_EVERY_PAGE = ("accounts:session_show", "contacts:hand_back")


def hand(request: HttpRequest, part: Part) -> None:
    """From now on the sign-in reaches the person's comment on this note, and nothing else."""
    request.session[HANDED] = {"part": str(part.pk), "at": time.time()}


def handed_to(request: HttpRequest) -> UUID | None:
    """The note whose person holds the phone now."""
    return last_handed(request) if not _came_back(request) else None


def last_handed(request: HttpRequest) -> UUID | None:
    """The note for which the phone was handed over last in this sign-in, whoever holds it now."""
    handed: dict[str, Any] | None = request.session.get(HANDED)
    return UUID(handed["part"]) if handed else None


def _came_back(request: HttpRequest) -> bool:
    """Whether the worker signed in or showed who they are since they gave the phone away. What they showed before does not count.

    Nothing has to be changed for it: giving the phone away again is later than every proof.
    """
    handed_at = request.session.get(HANDED, {}).get("at", 0)
    if request.session.get(sessions.SIGNED_IN_AT, 0) > handed_at:
        return True
    proofs = get_authentication_records(request, request.user)
    return any(proof.get("reauthenticated") and proof["at"] > handed_at for proof in proofs)


def place_of(part_id: UUID) -> str:
    """The page the phone is locked to."""
    return reverse("contacts:comment_add", args=[part_id])


def is_open(path: str, part_id: UUID) -> bool:
    """Whether this address answers while the person holds the phone."""
    return path in {place_of(part_id), *map(reverse, WAYS_BACK), *map(reverse, ASKED_BY_EVERY_PAGE)}
