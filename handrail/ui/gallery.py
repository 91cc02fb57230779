"""Who may look at the gallery: everybody on a demo, nobody where real people are."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest


def _while_developing(request: HttpRequest) -> bool:
    return bool(settings.DEBUG)


shown_when: Callable[[HttpRequest], bool] = _while_developing
"""The project layer sets this to what it knows about demos."""


def open_to(request: HttpRequest) -> bool:
    """Whether this request may see the gallery."""
    return shown_when(request)
