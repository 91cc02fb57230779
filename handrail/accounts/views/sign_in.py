"""Signing in; also in a frame, over a page that lay open too long."""

from allauth.account import views as allauth_views
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
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
    over = request.session.get(OVER)
    if over and request.user.is_authenticated:
        return redirect("accounts:signed_in")
    return allauth_views.login(request)


@require_safe
def signed_in(request: HttpRequest) -> HttpResponse:
    """The end of signing in over an open page."""
    request.session.pop(OVER, None)
    return render(request, "accounts/signed_in.html")
