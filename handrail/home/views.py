"""Today, More, and help."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handrail.accounts.forms import KeyboardForm
from handrail.audit.door import note_shown
from handrail.home.first_steps import first_steps, words_for
from handrail.home.greeting import greeting
from handrail.people.rules import may_list_people
from handrail.ui.navigation import items_for
from handrail.ui.today import Waiting, sections_for


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """What waits for me, and why."""
    now, sections = timezone.localtime(), sections_for(request, whole=request.GET.get("whole", ""))
    note_shown(request, "today.shown", {person: None for one in sections for row in one.rows for person in row.people})
    page = {
        "columns": in_two_columns(sections),
        "greeting": greeting(request.staff.name, now),
        "now": now,
        "may_find_people": may_list_people(request.staff),
        "waiting": sum(one.many for one in sections),
        "first_steps": first_steps(request.staff),
        "first_words": words_for(request.staff),
    }
    return render(request, "home/today.html", page)


def in_two_columns(sections: list[Waiting]) -> list[list[Waiting]]:
    """The sections in their order, so that about half of the rows stand left."""
    half, so_far = sum(len(one.rows) for one in sections) / 2, 0
    for number, one in enumerate(sections, start=1):
        so_far += len(one.rows)
        if so_far >= half:
            return [sections[:number], sections[number:]]
    return [sections, []]


@require_safe
def more(request: HttpRequest) -> HttpResponse:
    """Everything that does not stand in the phone's bar."""
    items = [item for item in items_for(request.staff, "home:more") if item.place == "more"]
    return render(request, "home/more.html", {"items": items})


@require_http_methods(["GET", "HEAD", "POST"])
def keys(request: HttpRequest) -> HttpResponse:
    """The keys that do things, and how to switch them off."""
    form = KeyboardForm(request.POST if request.method == "POST" else None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("home:keys")
    return render(request, "home/keys.html", {"form": form}, status=422 if form.errors else 200)
