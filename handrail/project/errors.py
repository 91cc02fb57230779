"""Pages for when something does not work: what happened, what was kept, what to do."""

import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse

from handrail.accounts.sessions import OVER
from handrail.project.logs import log_trouble


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Not yours, blocked, of another agency, or never there: the same page, byte for byte. No form, no token, no name."""
    return HttpResponse(render_to_string("ui/not_found.html"), status=404)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The record is yours to see, but this is not yours to do. The reason is a rule's sentence."""
    return render(request, "ui/not_allowed.html", {"reason": str(exception)}, status=403)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The browser sent something no page of ours sends."""
    return render(request, "ui/not_understood.html", status=400)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page lay open while somebody signed in or out: its form is no longer good."""
    over = bool(request.session.get(OVER))
    sign_in = f"{reverse('account_login')}?{OVER}=1"
    response = render(request, "ui/stale_form.html", {"sign_in_over": over, "sign_in_url": sign_in}, status=403)
    response.may_be_framed = over  # type: ignore[attr-defined]  # in the frame a page that may not stand there stays blank
    return response


def broken(request: HttpRequest) -> HttpResponse:
    """A bug. Noted without personal data, under a short code."""
    kind, error, _trace = sys.exc_info()
    if kind is not None and error is not None:
        log_trouble(request, error)
    return HttpResponse(render_to_string("ui/broken.html", {"code": getattr(request, "trouble_code", "")}), status=500)
