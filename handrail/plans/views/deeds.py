"""What views of a plan do alike: do it, offer the way back, and go to where it was asked for."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from handrail.kit.errors import Refused
from handrail.kit.ids import new_id
from handrail.kit.spans import beginning_of
from handrail.plans.actions import ChangedMeanwhile
from handrail.ui.facts import SaysFacts
from handrail.ui.undo import offer_undo

NOON = timedelta(hours=12)


def begin_with(request: HttpRequest) -> dict[str, Any]:
    """What a page to write something new begins with: its key, and the program under which it was asked for."""
    there = request.GET.get("program")
    return {"id": new_id()} | ({"program": there} if there else {})


def do(
    request: HttpRequest,
    act: Callable[[], Any],
    *,
    back: str,
    refused: Callable[..., HttpResponse],
    said: str = "",
    undo: str = "",
) -> HttpResponse:
    """Do it. When the domain says no: `refused`, the page it was asked on, with the sentence and 409."""
    try:
        act()
    except Refused as no:
        return refused(status=409, refusal=no.sentence)
    if undo:
        offer_undo(request, said, undo)
    return redirect(back)


def both_said(request: HttpRequest, form: type[SaysFacts], stale: ChangedMeanwhile, **about: Any) -> dict[str, Any]:
    """What was typed here, over the thing as it is now; and `otherwise`, how it is kept since somebody else changed the same."""
    data = request.POST.copy()
    typed = form(request.POST, **about)
    typed.is_valid()
    otherwise = [(typed.label_of(fact), typed.kept_words(fact)) for fact in stale.both]
    typed.put_what_is_kept(data)
    return {"form": form(data, **about), "status": 409, "refusal": stale.sentence, "otherwise": otherwise}


def on_the_plan(person: UUID, place: str) -> str:
    """A place on somebody's plan."""
    return reverse("plans:plan_show", args=[person]) + f"#{place}"


def moment_on(day: Any, now: datetime) -> datetime:
    """Noon of a day before; today it is now."""
    return now if day in (None, timezone.localdate(now)) else beginning_of(day) + NOON
