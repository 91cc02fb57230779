"""The person's own comment: the phone is handed over, locked to one page, and comes back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.accounts.queries import is_demo
from handrail.audit.door import find
from handrail.contacts import actions, handed, queries, rules
from handrail.contacts.forms import CommentForm
from handrail.contacts.models import Part, View
from handrail.contacts.reading import note_of
from handrail.kit.errors import Refused
from handrail.kit.views import allow


def _find_part(request: HttpRequest, part_id: str) -> Part:
    return find(queries.whole_parts(), request, pk=part_id)


@require_POST
def hand_over(request: HttpRequest, part_id: str) -> HttpResponse:
    """Give the phone to the person: from now on it shows their note and their comment, and nothing else."""
    part, now = _find_part(request, part_id), timezone.now()
    allow(rules.may_add_to_record(request.staff, part, now))
    try:
        actions.hand_over(part=part, by=request.staff, at=now)
    except Refused as refused:
        messages.info(request, refused.sentence)
        return redirect("contacts:part_show", part.pk)
    handed.hand(request, part)
    return redirect("contacts:comment_add", part.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def comment_add(request: HttpRequest, part_id: str) -> HttpResponse:
    """The person reads the note and says what they think of it. Only on a phone that was handed over for it."""
    part, now = _find_part(request, part_id), timezone.now()
    allow(rules.may_add_to_record(request.staff, part, now))
    if handed.handed_to(request) != part.pk:
        return redirect("contacts:part_show", part.pk)
    form = CommentForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        page = {"form": form, "note": note_of(part, now), "part": part}
        return render(request, "contacts/comment_add.html", page, status=422 if form.errors else 200)
    view, words = View(form.cleaned_data["view"]), form.cleaned_data["own_words"]
    actions.comment(part=part, view=view, words=words, beside=request.staff, at=now)
    return redirect("contacts:hand_back")


@require_safe
def hand_back(request: HttpRequest) -> HttpResponse:
    """The worker takes the phone back: with their key, or by signing in again."""
    part_id = handed.handed_to(request)
    if part_id is None:
        handed.take_back(request)
        return redirect("home:today")
    if handed.came_back(request):
        handed.take_back(request)
        messages.success(request, _("You have your phone back."))
        return redirect("contacts:part_show", part_id)
    return render(request, "contacts/hand_back.html", {"part_id": part_id, "demo_door": is_demo()})
