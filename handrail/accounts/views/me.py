"""My own pages: keys, screen, session, which agency I work for now."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token, rotate_token
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.accounts import sessions
from handrail.accounts.forms import ScreenForm
from handrail.accounts.middleware import has_second_factor
from handrail.accounts.places import login_mark, places_of
from handrail.accounts.sessions import asked_by_itself
from handrail.audit.door import NotHere


@require_http_methods(["GET", "HEAD", "POST"])
def me(request: HttpRequest) -> HttpResponse:
    """How the screen looks; the way to keys and devices."""
    form = ScreenForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("accounts:me")
    page = {"form": form, "places": list(places_of(request))}
    return render(request, "accounts/me.html", page, status=422 if form.errors else 200)


@require_safe
def secure(request: HttpRequest) -> HttpResponse:
    """Choose how to sign in from now on: a passkey, or a password and a code. Nobody works before one of them is there."""
    if has_second_factor(request):
        return redirect("home:today")
    return render(request, "accounts/secure.html", {"has_password": request.user.has_usable_password()})


@require_safe
def nowhere(request: HttpRequest) -> HttpResponse:
    """Signed in, but no longer working at any agency."""
    return redirect("home:today") if request.staff else render(request, "accounts/nowhere.html")


@require_POST
def staff_choose(request: HttpRequest) -> HttpResponse:
    """Work for another of my agencies from now on. Pages that lie open for the one before are too old to be sent."""
    wanted = request.POST.get("staff")
    chosen = next((place for place in places_of(request) if str(place.pk) == wanted), None)
    if chosen is None:
        raise NotHere
    request.session["staff"] = str(chosen.pk)
    rotate_token(request)
    return redirect("home:today")


@asked_by_itself
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def session_show(request: HttpRequest) -> JsonResponse:
    """How long this sign-in still lasts. A POST says that somebody is there; a GET only asks."""
    if not request.user.is_authenticated:
        return JsonResponse({"left": 0}, status=401)
    if request.method == "POST":
        sessions.note_seen(request, at_once=True)
    left = sessions.seconds_left(request)
    return JsonResponse({"left": left, "csrf": get_token(request), "login": login_mark(request)})
