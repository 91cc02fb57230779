"""What one signs in with: allauth's pages, each led on to the next step, and nobody asked twice for the same thing."""

from allauth.account import views as account
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.reauthentication import (
    raise_if_reauthentication_required,
    reauthenticate_by_password,
)
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.usersessions.internal.flows.sessions import end_other_sessions
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from handrail.accounts import queries
from handrail.accounts.actions import KeyChange
from handrail.accounts.middleware import has_second_factor
from handrail.accounts.views.key_changes import View, note, noted
from handrail.audit.door import NotHere


def passkey_add(request: HttpRequest) -> HttpResponse:
    """Make a passkey. Making one shows who is there, so the codes that follow are shown without asking again."""
    return _made(request, webauthn.add_webauthn, Authenticator.Type.WEBAUTHN)


def code_app_add(request: HttpRequest) -> HttpResponse:
    """Tie an app that shows codes to this login."""
    return _made(request, totp.activate_totp, Authenticator.Type.TOTP)


def _made(request: HttpRequest, view: View, kind: Authenticator.Type) -> HttpResponse:
    before = queries.key_count(request.user, kind)
    response = noted(request, lambda request: _told_whether_first(request, view))
    if queries.key_count(request.user, kind) > before:
        record_authentication(request, request.user, method="mfa", type=kind.value, reauthenticated=True)
        _note_codes_seen(request)
    return response


def _told_whether_first(request: HttpRequest, view: View) -> HttpResponse:
    """The pages of the first key show how far one has come; later ones lead back to the other keys."""
    first_time, response = not has_second_factor(request), view(request)
    if isinstance(response, TemplateResponse) and response.context_data is not None:
        response.context_data["first_time"] = first_time
    return response


def codes_new(request: HttpRequest) -> HttpResponse:
    """Ten new codes for paper; the old ones stop working."""
    response = noted(request, recovery.generate_recovery_codes)
    if request.method == "POST":
        _note_codes_seen(request)
    return response


def _note_codes_seen(request: HttpRequest) -> None:
    """allauth notes the first look at the codes. With us a look writes nothing, so it is noted when they are made."""
    codes = queries.paper_codes_of(request.user)
    if codes:
        codes.wrap().mark_as_viewed()


def codes_file(request: HttpRequest) -> HttpResponse:
    """The codes as a file, under a name that says nothing."""
    response = recovery.download_recovery_codes(request)
    if "Content-Disposition" in response:
        response["Content-Disposition"] = 'attachment; filename="handrail-codes.txt"'
    return response


def password_set(request: HttpRequest) -> HttpResponse:
    """The first password. On the way to the first key, whoever just typed it twice is not asked for it again on the next page.

    Somebody who has a key shows it first: an unlocked screen must not be enough to make another way in.
    """
    raise_if_reauthentication_required(request, app="account")
    first_key, had_one = not has_second_factor(request), request.user.has_usable_password()
    response = noted(request, lambda request: _told_whether_first(request, account.password_set))
    if first_key and request.user.has_usable_password() and not had_one:
        reauthenticate_by_password(request)
    return response


def passkey_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a passkey, unless it is the only way to prove who one is."""
    own = queries.passkey_of(request.user, pk)
    if own is None:
        raise NotHere
    if not get_adapter().can_delete_authenticator(own):
        messages.error(request, get_adapter().error_messages["cannot_delete_authenticator"])
        return redirect("mfa_list_webauthn")
    return noted(request, lambda request: webauthn.remove_webauthn(request, pk=pk))


def password_change(request: HttpRequest) -> HttpResponse:
    """Another password."""
    return noted(request, account.password_change)


def code_app_remove(request: HttpRequest) -> HttpResponse:
    """Untie the app that shows codes, unless it is the only second step."""
    return noted(request, totp.deactivate_totp)


@require_http_methods(["GET", "HEAD", "POST"])
def device_list(request: HttpRequest) -> HttpResponse:
    """Where this login is signed in now; a POST signs out everywhere else."""
    if request.method == "POST":
        end_other_sessions(request, request.user)
        note(request, KeyChange.OTHERS_SIGNED_OUT)
        messages.success(request, _("You are signed out everywhere else."))
        return redirect("usersessions_list")
    return render(
        request,
        "usersessions/usersession_list.html",
        {"devices": queries.devices_of(request.user, request.session.session_key)},
    )
