"""How long a sign-in lasts: until 15 minutes of rest (5 on a shared computer), and never longer than 12 hours."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest

SIGNED_IN_AT = "signed_in_at"
SEEN_AT = "seen_at"
SHARED = "shared"
OVER = "over"
"""Set while sign-in happens in a frame over a page that lay open too long."""
NOTE_EVERY_SECONDS = 30
"""A session is written at most this often only to say that it was seen."""


def asked_by_itself(view: Callable[..., Any]) -> Callable[..., Any]:
    """For a view that an open page asks on its own, again and again: that is not somebody who is there."""
    view.asked_by_itself = True  # type: ignore[attr-defined]
    return view


def begin(request: HttpRequest) -> None:
    """The clock starts when sign-in is complete."""
    request.session[SIGNED_IN_AT] = request.session[SEEN_AT] = int(time.time())


def idle_seconds(session: Any) -> int:
    """How long this session may rest."""
    return int(settings.HANDRAIL_IDLE_SHARED_SECONDS if session.get(SHARED) else settings.HANDRAIL_IDLE_SECONDS)


def is_over(request: HttpRequest) -> bool:
    """Whether this request's session rested too long, or is too old."""
    return has_ended(request.session)


def has_ended(session: Any) -> bool:
    """Whether a session, or what was stored of it, rested too long or is too old."""
    now = int(time.time())
    rested = now - int(session.get(SEEN_AT, 0))
    lasted = now - int(session.get(SIGNED_IN_AT, 0))
    # With ">", the second in which an open page hears "0 left" would still count, and its way to sign-in would prolong it for ever.
    return rested >= idle_seconds(session) or lasted >= settings.HANDRAIL_LONGEST_SECONDS


def note_seen(request: HttpRequest, at_once: bool = False) -> None:
    """Somebody is still there."""
    now = int(time.time())
    rested_before_noting = min(NOTE_EVERY_SECONDS, idle_seconds(request.session) // 4)
    if at_once or now - int(request.session.get(SEEN_AT, 0)) > rested_before_noting:
        request.session[SEEN_AT] = now


def seconds_left(request: HttpRequest) -> int:
    """Until the session ends at the latest, if nobody touches it."""
    now, session = int(time.time()), request.session
    rest = int(session.get(SEEN_AT, now)) + idle_seconds(session) - now
    whole = int(session.get(SIGNED_IN_AT, now)) + settings.HANDRAIL_LONGEST_SECONDS - now
    return max(0, min(rest, whole))
