"""What goes around every request: headers on every answer, the bare address sent on to the name."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from handrail.kit.errors import Refused

Answer = Callable[[HttpRequest], HttpResponse]

PERMISSIONS = ", ".join(
    [
        *(f"{name}=()" for name in ("camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone")),
        *(f"{name}=()" for name in ("midi", "payment", "usb", "serial", "browsing-topics", "accelerometer")),
        "publickey-credentials-create=(self)",
        "publickey-credentials-get=(self)",
    ]
)


class Headers:
    """Strict headers on every answer, errors included. Delete the CSP half with Django 6, which reads the same setting."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.policy = policy_text(settings.SECURE_CSP)
        self.policy_framed = policy_text(settings.SECURE_CSP | {"frame-ancestors": ["'self'"]})

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # Sign-in opens in a frame over the page that lay open too long; nothing else may be framed, and that only by ourselves.
        framed = getattr(response, "may_be_framed", False)
        response["Content-Security-Policy"] = self.policy_framed if framed else self.policy
        response["X-Frame-Options"] = "SAMEORIGIN" if framed else "DENY"
        response["Permissions-Policy"] = PERMISSIONS
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["X-Content-Type-Options"] = "nosniff"
        response["Referrer-Policy"] = settings.SECURE_REFERRER_POLICY
        response["Cross-Origin-Opener-Policy"] = settings.SECURE_CROSS_ORIGIN_OPENER_POLICY
        response["X-Robots-Tag"] = "noindex, nofollow"
        if not request.path.startswith(settings.STATIC_URL):
            response["Cache-Control"] = "no-store"
        return response


def policy_text(policy: dict[str, list[str]]) -> str:
    """The Content-Security-Policy header for a policy in Django 6's shape."""
    return "; ".join(" ".join([directive, *sources]) for directive, sources in policy.items())


class OneAlphabet:
    """Takes what is written in UTF-8, as every page of ours is. In other codecs letters could be sent that none can keep."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        charset = (request.content_params or {}).get("charset", "utf-8")
        if charset.lower() not in ("utf-8", "utf8"):
            request.encoding = "utf-8"
            raise BadRequest("Not in UTF-8")
        return self.get_response(request)


class Refusals:
    """The domain said no and no page had more to say about it: its sentence, on a page of its own. Nothing was changed."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """None, so that every other exception goes on its way."""
        if isinstance(exception, Refused):
            return render(request, "ui/refused.html", {"sentence": exception.sentence}, status=409)
        return None


class BareAddress:
    """Sends 127.0.0.1 on to localhost: a passkey belongs to a name and refuses a bare address."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.REACH == "here":
            host, _colon, port = request.META.get("HTTP_HOST", "").rpartition(":")
            if host in settings.HANDRAIL_BARE_ADDRESS and port.isdecimal():
                return HttpResponseRedirect(f"http://localhost:{port}{request.get_full_path()}", status=307)
        return self.get_response(request)
