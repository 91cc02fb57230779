"""The frame around every view of somebody who is signed in: which staff member, which agency, one transaction, the record."""

from collections.abc import Callable
from contextlib import ExitStack, nullcontext

from allauth.mfa.models import Authenticator
from django.contrib.auth import logout
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone, translation

from handrail.accounts import sessions
from handrail.accounts.places import staff_of
from handrail.audit.door import reads_of
from handrail.audit.journal import one_work, with_what_is_shown
from handrail.kit.guards import only_looking
from handrail.kit.tenancy import as_agency, as_login

LOOKING = ("GET", "HEAD", "OPTIONS")
OPEN_WITHOUT_SECOND_FACTOR = ("accounts:secure", "account_logout", "accounts:session_show")
SIGN_IN_PARTS = ("mfa_", "account_", "usersessions_")


class WentWrong(Exception):
    """The view answered that something broke: nothing of it may stay."""


class Frame:
    """Sets `request.staff`, names the agency to the database, and writes down what was shown before the first byte leaves.

    On PostgreSQL one transaction spans view and rendering, because the agency is told to the transaction. On SQLite each action has
    its own. Both end with the lines of the record, and an answer whose lines were not written is not given.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.staff = None  # type: ignore[attr-defined]
        if request.user.is_authenticated and sessions.is_over(request):
            logout(request)
        if not request.user.is_authenticated:
            return self._looked_at(request)
        try:
            return self._for_login(request)
        except WentWrong as wrong:
            return wrong.args[0]

    def _looked_at(self, request: HttpRequest) -> HttpResponse:
        with only_looking() if request.method in LOOKING else nullcontext():
            return self.get_response(request)

    def _for_login(self, request: HttpRequest) -> HttpResponse:
        with ExitStack() as around:
            around.enter_context(as_login(request.user.pk))
            staff = staff_of(request)
            request.staff = staff  # type: ignore[attr-defined]
            if request.user.language:
                around.enter_context(translation.override(request.user.language))
            if staff is None:
                return self._looked_at(request)
            staff.remembered = {}
            around.enter_context(as_agency(staff.agency_id, to_the_end=True))
            around.enter_context(timezone.override(staff.agency.zone))
            around.enter_context(with_what_is_shown(reads_of(request)))
            if connection.vendor == "postgresql":
                around.enter_context(one_work(alone=False))
            response = self._looked_at(request)
            if response.status_code >= 500:
                raise WentWrong(response)
            return response

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> HttpResponse | None:
        """Nobody of the staff goes on with a password alone, and nobody without a place at an agency goes anywhere."""
        name = request.resolver_match.view_name if request.resolver_match else ""
        if request.user.is_authenticated and not getattr(view, "asked_by_itself", False):
            sessions.note_seen(request)
        if not request.user.is_authenticated or not getattr(view, "login_required", True):
            return None
        if name in OPEN_WITHOUT_SECOND_FACTOR or name.startswith(SIGN_IN_PARTS):
            return None
        if not has_second_factor(request):
            return redirect("accounts:secure")
        if request.staff is None and name != "accounts:nowhere":  # type: ignore[attr-defined]
            return redirect("accounts:nowhere")
        return None

    def process_template_response(self, request: HttpRequest, response: TemplateResponse) -> TemplateResponse:
        """allauth sends a form with mistakes back as a 200; with us it is a 422 everywhere."""
        form = (response.context_data or {}).get("form")
        if form is not None and form.errors and response.status_code == 200:
            response.status_code = 422
        return response


def has_second_factor(request: HttpRequest) -> bool:
    """A passkey, or a code beside the password. Remembered for the session: the last one cannot be taken away."""
    if not request.session.get("second_factor"):
        strong = Authenticator.objects.filter(user=request.user.pk).exclude(type=Authenticator.Type.RECOVERY_CODES)
        if not strong.exists():
            return False
        request.session["second_factor"] = True
    return True
