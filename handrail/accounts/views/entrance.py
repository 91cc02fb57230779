"""The first minutes: setting up, taking up an invitation, finding the way back in.

Opening a link does nothing; sending its form does.
"""

from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from handrail.accounts import actions, lockout, queries
from handrail.accounts.forms import JoinForm, SetUpForm
from handrail.accounts.middleware import has_second_factor
from handrail.accounts.models import Agency, Login, OneTimeLink, Program, Staff
from handrail.accounts.models.links import Purpose
from handrail.accounts.roles import Role
from handrail.kit.errors import Refused
from handrail.kit.tenancy import as_agency

_TOO_MANY_NAMES = _("That was too many names for one day. Ask whoever sent the link for a new one.")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest, token: str) -> HttpResponse:
    """The four questions of a new installation."""
    link = queries.link_of(token, (Purpose.SET_UP,), timezone.now())
    if link is None:
        return _over(request)
    form = SetUpForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "accounts/set_up.html", {"form": form}, status=422 if form.errors else 200)
    answers = _answers(form)
    with as_agency(answers.agency.pk):
        try:
            staff = actions.set_up(link=link, answers=answers, at=timezone.now())
        except Refused as refused:
            return render(request, "accounts/set_up.html", {"form": form, "refusal": refused.sentence}, status=409)
    assert staff.login is not None
    return _let_in(request, staff.login)


def _answers(form: SetUpForm) -> actions.FirstAnswers:
    clean = form.cleaned_data
    agency = Agency(
        name=clean["agency_name"], pack=clean["pack"], time_zone=clean["time_zone"], person_word=clean["person_word"]
    )
    return actions.FirstAnswers(
        agency=agency,
        program=Program(name=clean["program_name"], setting=clean["setting"]),
        name=clean["name"],
        title=clean["title"],
        sign_in_name=clean["sign_in_name"],
        roles=tuple(Role(role) for role in clean["roles"]),
    )


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """Taking up an invitation: choose a name to sign in with."""
    link = queries.link_of(token, (Purpose.INVITATION,), timezone.now())
    if link is None:
        return _over(request)
    with as_agency(link.agency_id):
        staff = queries.staff_behind(link)
        if staff is None:
            return _over(request)
        as_oneself = "as_oneself" in request.POST and has_second_factor(request)
        form = JoinForm(None if as_oneself else request.POST or None)
        page = {"form": form, "staff_member": staff, "agency": staff.agency}
        if as_oneself:
            return _join_as_oneself(request, link, staff, page)
        if request.method != "POST" or not form.is_valid():
            return render(request, "accounts/join.html", page, status=422 if form.errors else 200)
        if not lockout.may_try([(lockout.BY_LINK, str(link.pk))]):
            return render(request, "accounts/join.html", page | {"refusal": _TOO_MANY_NAMES}, status=409)
        name = form.cleaned_data["sign_in_name"]
        try:
            login = actions.join(link=link, staff=staff, sign_in_name=name, at=timezone.now())
        except Refused as refused:
            return render(request, "accounts/join.html", page | {"refusal": refused.sentence}, status=409)
    return _let_in(request, login)


def _join_as_oneself(request: HttpRequest, link: OneTimeLink, staff: Staff, page: dict[str, Any]) -> HttpResponse:
    """Whoever is signed in already works for one more agency, and goes on there."""
    try:
        actions.join_as(link=link, staff=staff, login=request.user, at=timezone.now())
    except Refused as refused:
        return render(request, "accounts/join.html", page | {"refusal": refused.sentence}, status=409)
    request.session["staff"] = str(staff.pk)
    rotate_token(request)
    return redirect(settings.LOGIN_REDIRECT_URL)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def come_back(request: HttpRequest, token: str) -> HttpResponse:
    """Finding the way back in: the old keys stop working, a new one is made."""
    link = queries.link_of(token, (Purpose.WAY_BACK,), timezone.now())
    if link is None:
        return _over(request)
    with as_agency(link.agency_id):
        staff = queries.staff_behind(link)
        if staff is None:
            return _over(request)
        page = {"staff_member": staff, "agency": staff.agency}
        if request.method != "POST":
            return render(request, "accounts/come_back.html", page)
        try:
            login = actions.come_back(link=link, staff=staff, at=timezone.now())
        except Refused as refused:
            return render(request, "accounts/come_back.html", page | {"refusal": refused.sentence}, status=409)
    return _let_in(request, login)


def _over(request: HttpRequest) -> HttpResponse:
    """Used, withdrawn, too old, or never made: one page for all of them, with what to do now."""
    return render(request, "accounts/_link_over.html", status=404)


def _let_in(request: HttpRequest, login: Login) -> HttpResponse:
    """Signed in, but no further than the page that makes a passkey or a password with a second step."""
    request.session.flush()
    login.backend = "handrail.accounts.sign_in.Backend"  # type: ignore[attr-defined]
    get_adapter(request).login(request, login)
    return redirect("accounts:secure")
