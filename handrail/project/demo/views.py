"""The demo's door: one click, and one is somebody of the demo agency. In any other database there is no such door."""

from collections.abc import Callable
from functools import wraps

from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from handrail.accounts.actions import note_sign_out
from handrail.accounts.models import Login
from handrail.accounts.queries import is_demo
from handrail.audit.door import NotHere
from handrail.project.demo import queries

View = Callable[[HttpRequest], HttpResponse]


def only_in_a_demo(view: View) -> View:
    """Outside a demo the page is not there, whatever is sent to it."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if not is_demo():
            raise NotHere
        return view(request)

    return guarded


@login_not_required
@only_in_a_demo
@require_safe
def demo_show(request: HttpRequest) -> HttpResponse:
    """Choose who to be."""
    return render(request, "demo/demo_show.html", {"parts": queries.parts_to_play(timezone.now())})


@login_not_required
@only_in_a_demo
@require_POST
def demo_enter(request: HttpRequest) -> HttpResponse:
    """Become this member of the staff, whoever one was before: nobody in a demo has a password."""
    staff = queries.player(request.POST.get("staff", ""), timezone.now())
    if staff is None or staff.login is None:
        raise NotHere
    if request.staff:
        note_sign_out(staff=request.staff, at=timezone.now())
    _let_in(request, staff.login)
    return redirect("home:today")


def _let_in(request: HttpRequest, login: Login) -> None:
    """As after a passkey: the session's clock runs, and the second step is behind them."""
    request.session.flush()
    login.backend = "handrail.accounts.sign_in.Backend"  # type: ignore[attr-defined]
    get_adapter(request).login(request, login)
    request.session["second_factor"] = True
