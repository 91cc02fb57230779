"""Signing in; also in a frame, over a page that lay open too long."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.webauthn import views as webauthn
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from handrail.accounts.sessions import OVER


@login_not_required
def sign_in(request: HttpRequest) -> HttpResponse:
    """allauth's sign-in page. With ?over=1 it ends on a page that tells the one beneath to go on."""
    if request.method == "GET":
        if request.GET.get(OVER):
            request.session[OVER] = True
        else:
            request.session.pop(OVER, None)
    if request.session.get(OVER) and request.user.is_authenticated:
        return _framed(request, redirect("accounts:signed_in"))
    return _framed(request, account.login(request))


@login_not_required
def second_step(request: HttpRequest) -> HttpResponse:
    """After the password: a code, or a passkey."""
    return _framed(request, mfa.authenticate(request))


@login_not_required
def passkey_sign_in(request: HttpRequest) -> HttpResponse:
    """A passkey alone: it is both steps in one."""
    return _framed(request, webauthn.login_webauthn(request))


@require_safe
def signed_in(request: HttpRequest) -> HttpResponse:
    """The end of signing in over an open page."""
    request.session.pop(OVER, None)
    return _framed(request, render(request, "accounts/signed_in.html"))


def _framed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """May stand in a frame of ours; a way back to the first page stays in the frame."""
    response.may_be_framed = True  # type: ignore[attr-defined]
    if request.session.get(OVER) and response.get("Location") == reverse("account_login"):
        response["Location"] += f"?{OVER}=1"
    return response
