"""Small steps that every view takes."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, QueryDict

from handrail.kit.answers import Answer


def allow(answer: Answer) -> None:
    """Go on, or answer 403 with the rule's sentence."""
    if not answer:
        raise PermissionDenied(str(answer.reason))


def sent(request: HttpRequest) -> QueryDict | None:
    """What a form of this page sent, even when that is nothing at all; None while the page is only looked at."""
    return request.POST if request.method == "POST" else None
