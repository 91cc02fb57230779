"""Where a request came from."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The caller's address. Behind our own proxy it is the last one the proxy wrote; anybody else's word is not taken."""
    direct = str(request.META.get("REMOTE_ADDR") or "unknown")
    if not settings.HANDRAIL_BEHIND_PROXY:
        return direct
    forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR", ""))
    return forwarded.rsplit(",", 1)[-1].strip() or direct
