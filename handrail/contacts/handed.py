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
    """The note whose person holds the phone now. A sign-in that began later was the worker's."""
    handed: dict[str, Any] | None = request.session.get(HANDED)
    if handed is None or request.session.get(sessions.SIGNED_IN_AT, 0) > handed["at"]:
        return None
    return UUID(handed["part"])


def came_back(request: HttpRequest) -> bool:
    """Whether the worker showed who they are since they gave the phone away; a proof from before does not count."""
    handed = request.session[HANDED]
    proofs = get_authentication_records(request, request.user)
    return any(proof.get("reauthenticated") and proof["at"] > handed["at"] for proof in proofs)


def take_back(request: HttpRequest) -> None:
    """The worker has the phone again."""
    request.session.pop(HANDED, None)


def place_of(part_id: UUID) -> str:
    """The page the phone is locked to."""
    return reverse("contacts:comment_add", args=[part_id])


def is_open(path: str, part_id: UUID) -> bool:
    """Whether this address answers while the person holds the phone."""
    return path in {place_of(part_id), *map(reverse, WAYS_BACK), *map(reverse, ASKED_BY_EVERY_PAGE)}
