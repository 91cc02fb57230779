"""A line in the record for every change of what one signs in with.

The keys before and after a page are compared, rather than allauth's signals heard: those come after the commit, when no line can
join the change any more.
"""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from handrail.accounts import actions, queries
from handrail.accounts.actions import KeyChange

View = Callable[[HttpRequest], HttpResponse]
CODES = Authenticator.Type.RECOVERY_CODES


def noted(request: HttpRequest, view: View) -> HttpResponse:
    """Answer with this view, and note what it changed."""
    if request.method != "POST":
        return view(request)
    keys, password = queries.keys_of(request.user), request.user.password
    response = view(request)
    keys_now = queries.keys_of(request.user)
    if request.user.password != password:
        note(request, KeyChange.PASSWORD_SET)
    for kind, _pk in sorted(keys_now - keys):
        note(request, KeyChange.CODES_MADE if kind == CODES else KeyChange.ADDED)
    if any(kind != CODES for kind, _pk in keys - keys_now):
        note(request, KeyChange.REMOVED)
    return response


def note(request: HttpRequest, what: KeyChange) -> None:
    """Write the line, for the agency one works for now. Somebody who works nowhere has no record to write in."""
    if request.staff:
        actions.note_key(staff=request.staff, what=what, at=timezone.now())
