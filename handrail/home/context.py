"""What every page of ours is given: who is here, where they can go, how they like the screen."""

from typing import Any

from django.http import HttpRequest
from django.middleware.csrf import get_token

from handrail.accounts import sessions
from handrail.accounts.places import login_mark
from handrail.accounts.queries import is_demo
from handrail.ui.navigation import items_for


def page(request: HttpRequest) -> dict[str, Any]:
    """The frame of a page. Signed out there is only the look."""
    staff: Any = getattr(request, "staff", None)
    about: dict[str, Any] = {
        "demo": staff.in_demo if staff else is_demo(),
        "staff": staff,
        "theme": "system",
        "text_size": "normal",
    }
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return about | {"nav": (), "shortcuts": False, "idle_seconds": 0, "login_mark": ""}
    match = request.resolver_match
    return about | {
        "theme": user.theme,
        "text_size": user.text_size,
        "shortcuts": user.shortcuts,
        "nav": items_for(staff, match.view_name if match else "") if staff else (),
        "idle_seconds": sessions.idle_seconds(request.session),
        "login_mark": login_mark(request),
        "csrf": get_token(request),
    }
