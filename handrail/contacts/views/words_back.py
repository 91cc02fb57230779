"""A note that cannot be kept comes back in words: what was typed is never answered with an empty page."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from handrail.audit.door import NotHere
from handrail.contacts.forms import ContactForm, PartForm

View = Callable[..., HttpResponse]
TYPED: dict[str, Any] = {
    name: field.label
    for form in (PartForm, ContactForm)
    for name, field in form.base_fields.items()
    if name in {*form.FACTS, "next_place"} and type(field).__name__.endswith("Words")
}
"""The fields that somebody types words into, and what they are called."""


def words_come_back(view: View) -> View:
    """Show what was typed, to be copied, when it has no place any more. Only what was sent is shown: nothing of any record."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except (NotHere, PermissionDenied) as no:
            words = typed_words(request)
            if not words:
                raise
            denied = isinstance(no, PermissionDenied)
            page = {"words": words, "reason": str(no) if denied else ""}
            return render(request, "contacts/_words_back.html", page, status=403 if denied else 404)

    return guarded


def typed_words(request: HttpRequest) -> list[tuple[Any, str]]:
    """What the page sent that somebody has typed: by the label of its field."""
    sent = [(name.rpartition("-")[2], value) for name, value in request.POST.items()]
    return [(TYPED[name], str(value)) for name, value in sent if name in TYPED and str(value).strip()]
