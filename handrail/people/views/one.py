"""Is somebody else here the same person? Joined, told apart, and parted again by somebody who may see both."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from handrail.audit.door import find, note_shown
from handrail.kit.errors import Refused
from handrail.kit.views import allow
from handrail.people import actions, queries, rules
from handrail.people.listing import listed
from handrail.people.models import OnePerson, Person


@require_safe
def person_same(request: HttpRequest, person_id: str) -> HttpResponse:
    """Who looks like this person, and which records are theirs already; only of those the reader may see."""
    person, now = find(Person, request, pk=person_id), timezone.now()
    allow(rules.may_part(request.staff, person, now))
    return _show(request, person, now)


def _show(request: HttpRequest, person: Person, now: datetime, status: int = 200, **more: Any) -> HttpResponse:
    alike = queries.alike_to(request.staff, person, now)
    joined = queries.records_of_one(request.staff, person)
    apart = queries.told_apart_from(request.staff, person, now)
    shown = [*(other for other, _why in alike), *(other for _one, other in joined), *apart]
    note_shown(request, "person.held_against", shown)
    page = {
        "person": person,
        "rows": listed([other for other, _why in alike], request.staff, {other.pk: why for other, why in alike}),
        "joined": joined,
        "apart": apart,
        "refusal": "",
    }
    return render(request, "people/person_same.html", page | more, status=status)


def _refused(request: HttpRequest, person: Person, refused: Refused, now: datetime, waits_in: Person) -> HttpResponse:
    """With what waits, if anything does, and in which record."""
    matters = refused.matters if isinstance(refused, actions.StillOpen) else []
    return _show(request, person, now, status=409, refusal=refused.sentence, matters=matters, waits_in=waits_in)


def _both(request: HttpRequest, person_id: str) -> tuple[Person, Person, datetime]:
    person, other = find(Person, request, pk=person_id), find(Person, request, pk=request.POST.get("other", ""))
    now = timezone.now()
    allow(rules.may_join(request.staff, person, other, now))
    return person, other, now


@require_POST
def person_join(request: HttpRequest, person_id: str) -> HttpResponse:
    """The other record goes on as this one."""
    person, other, now = _both(request, person_id)
    try:
        actions.join(one=person, other=other, by=request.staff, at=now)
    except Refused as refused:
        return _refused(request, person, refused, now, other)
    messages.success(request, _("These two records belong to one person now. Everything that was written is kept."))
    return redirect("people:person_show", person.pk)


@require_POST
def person_apart(request: HttpRequest, person_id: str) -> HttpResponse:
    """They look alike and are two people: nobody asks again."""
    person, other, now = _both(request, person_id)
    actions.tell_apart(one=person, other=other, by=request.staff, at=now)
    return redirect("people:person_same", person.pk)


@require_POST
def one_part(request: HttpRequest, one_id: str) -> HttpResponse:
    """They are two people after all."""
    joined, now = find(OnePerson, request, along=("one",), pk=one_id), timezone.now()
    allow(rules.may_part(request.staff, joined.one, now))
    try:
        actions.part(joined=joined, by=request.staff, at=now)
    except Refused as refused:
        return _refused(request, joined.one, refused, now, joined.one)
    messages.success(request, _("They are two people again. Each has their own record, as before."))
    return redirect("people:person_show", joined.one_id)
