"""While the person holds the phone, every other address leads back to their page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from handrail.accounts.queries import is_demo
from handrail.contacts.handed import handed_to, is_open, place_of


class OnlyThisPage:
    """Asked before any view: no page, form or fragment is forgotten."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        part = handed_to(request) if request.user.is_authenticated else None
        if part is None or is_open(request.path, part) or _is_the_demos_door(request.path):
            return self.get_response(request)
        return redirect(place_of(part))


def _is_the_demos_door(path: str) -> bool:
    """Nobody in a demo has a key to show: there the door of the demo takes the phone back."""
    return path.startswith(reverse("demo:demo_show")) and is_demo()
