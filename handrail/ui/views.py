"""The gallery: every part and every frame, to look at and to copy from."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import get_template, render_to_string
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from handrail.ui import gallery as doors
from handrail.ui import samples

SECTIONS = [
    (_("Values"), ["colours", "type", "space", "icons"]),
    (_("Doing"), ["buttons", "acts"]),
    (_("Showing"), ["cards", "rows", "person_chips", "tags", "when", "facts", "quote", "compared", "table", "details"]),
    (_("Telling"), ["notices", "refusal", "nothing", "undo_bar"]),
    (_("Asking"), ["fields", "problems", "chips", "check", "save_bar", "search_box"]),
    (_("Finding the way"), ["bar", "steps", "tabs", "pages"]),
]
SAMPLES = {"today", "contact", "people", "entrance", "wrong", "error"}


@login_not_required
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every part with its states, and the code that makes it."""
    if not doors.open_to(request):
        raise Http404
    shared = samples.context() | {"csrf_token": get_token(request)}
    sections = [(heading, [_example(name, shared) for name in names]) for heading, names in SECTIONS]
    return render(
        request, "ui/gallery.html", {"sections": sections, "samples": sorted(SAMPLES), "nav": samples.nav_items("none")}
    )


def _example(name: str, shared: dict[str, Any]) -> dict[str, str]:
    template = f"ui/gallery/{name}.html"
    source = get_template(template).template.source  # type: ignore[attr-defined]
    return {"name": name, "shown": render_to_string(template, shared), "code": source.strip()}


@login_not_required
@require_safe
def sample(request: HttpRequest, name: str) -> HttpResponse:
    """A whole page with invented people in it."""
    if not doors.open_to(request) or name not in SAMPLES:
        raise Http404
    context = samples.context() | {"nav": samples.nav_items("people" if name == "people" else "today"), "demo": True}
    if name == "wrong":
        context |= {"form": samples.EveryField({"name": "", "language": "en", "password": "short"})}
    return render(request, f"ui/samples/{name}.html", context)
