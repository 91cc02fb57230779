"""The person's own comment: the phone is handed over, locked to one page, and comes back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.accounts.queries import is_demo
from handrail.audit.door import NotHere, find
from handrail.contacts import actions, handed, queries, rules
from handrail.contacts.forms import CommentForm
from handrail.contacts.models import Comment, Part, View
from handrail.contacts.reading import note_of
from handrail.kit.errors import KeyTaken, Refused
from handrail.kit.sent import key_sent
from handrail.kit.views import allow


def _find_part(request: HttpRequest, part_id: str) -> Part:
    return find(queries.whole_parts(), request, pk=part_id)


@require_POST
def hand_over(request: HttpRequest, part_id: str) -> HttpResponse:
    """Give the phone to the person: from now on it shows their note and their comment, and nothing else.

    What they had typed before the phone was taken from them comes along, and stands there again.
    """
    part, now = _find_part(request, part_id), timezone.now()
    allow(rules.may_add_to_record(request.staff, part, now))
    try:
        actions.hand_over(part=part, by=request.staff, at=now)
    except Refused as refused:
        messages.info(request, refused.sentence)
        return redirect("contacts:part_show", part.pk)
    handed.hand(request, part)
    if CommentForm.base_fields.keys() & request.POST.keys():
        typed = CommentForm(initial=request.POST.dict())
        return forget_the_pages_before(_comment_page(request, part, typed))
    return forget_the_pages_before(redirect("contacts:comment_add", part.pk))


def forget_the_pages_before(response: HttpResponse) -> HttpResponse:
    """Back in the browser shows no page of the worker: those it keeps ready are thrown away, those it asks for lead back here."""
    response["Clear-Site-Data"] = '"cache"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def comment_add(request: HttpRequest, part_id: str) -> HttpResponse:
    """The person reads the note and says what they think of it. Only on a phone that was handed over for it."""
    part, now = _find_part(request, part_id), timezone.now()
    allow(rules.may_add_to_record(request.staff, part, now))
    in_their_hands = handed.handed_to(request) == part.pk
    if request.method != "POST":
        return _comment_page(request, part, CommentForm()) if in_their_hands else redirect("contacts:part_show", part.pk)
    if queries.was_sent(Comment, part, key_sent(request), request.staff):
        return redirect("contacts:hand_back")
    form = CommentForm(request.POST)
    if not in_their_hands:
        return render(request, "contacts/hand_over.html", {"form": form, "part": part}, status=409)
    if not form.is_valid():
        return _comment_page(request, part, form, status=422)
    return _comment(request, part, form)


def _comment(request: HttpRequest, part: Part, form: CommentForm) -> HttpResponse:
    view, words = View(form.cleaned_data["view"]), form.cleaned_data["own_words"]
    try:
        actions.comment(part=part, view=view, words=words, beside=request.staff, at=timezone.now(), key=key_sent(request))
    except KeyTaken as taken:
        raise NotHere from taken
    return redirect("contacts:hand_back")


def _comment_page(request: HttpRequest, part: Part, form: CommentForm, status: int = 200) -> HttpResponse:
    page = {"form": form, "note": note_of(part, timezone.now()), "part": part}
    return render(request, "contacts/comment_add.html", page, status=status)


@require_safe
def hand_back(request: HttpRequest) -> HttpResponse:
    """The worker takes the phone back, by showing who they are. This page changes nothing: it looks whether they did."""
    part_id = handed.handed_to(request)
    if part_id:
        return render(request, "contacts/hand_back.html", {"part_id": part_id, "demo_door": is_demo()})
    last = handed.last_handed(request)
    return redirect("contacts:part_show", last) if last else redirect("home:today")
