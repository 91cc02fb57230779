"""Today, More, and help."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from handrail.audit.door import note_shown
from handrail.ui.navigation import items_for
from handrail.ui.today import sections_for


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """What waits for me, and why."""
    sections = sections_for(request)
    note_shown(request, "today.shown", {row.person_id: None for _section, rows in sections for row in rows if row.person_id})
    return render(request, "home/today.html", {"sections": sections, "now": timezone.localtime()})


@require_safe
def more(request: HttpRequest) -> HttpResponse:
    """Everything that does not stand in the phone's bar."""
    items = [item for item in items_for(request.staff, "home:more") if item.place == "more"]
    return render(request, "home/more.html", {"items": items})


@require_safe
def keys(request: HttpRequest) -> HttpResponse:
    """The keys that do things, and how to switch them off."""
    return render(request, "home/keys.html")
