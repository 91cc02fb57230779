"""Getting the signed paper out: two taps and a reason, then the paper, its print, and what a card leads to."""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from handrail.accounts.middleware import has_second_factor
from handrail.audit.door import find
from handrail.directives import actions, content, law, queries, rules
from handrail.directives.forms import CodeForm, RetrieveForm
from handrail.directives.models import Directive, WhyRetrieved
from handrail.directives.printing import paper_of
from handrail.directives.shown import state_of
from handrail.kit.errors import Refused
from handrail.kit.views import allow, sent
from handrail.paper.answer import pdf_answer

NO_SUCH_CODE = _("No record that you may open has this code. Look at the letters once more, or ask your supervisor.")


def to_read(request: HttpRequest, directive: Directive, now: datetime) -> bool:
    """Whether this reader may see the whole paper now: a draft is read by whoever reaches it, a signed one for a reason."""
    is_draft = not hasattr(directive, "signing")
    return is_draft or queries.may_read_now(directive, request.staff, now)


@require_http_methods(["GET", "HEAD", "POST"])
def directive_retrieve(request: HttpRequest, directive_id: str) -> HttpResponse:
    """Say why, with one tap, and the paper is there."""
    directive, now = find(queries.directives(), request, pk=directive_id), timezone.now()
    allow(rules.may_retrieve(request.staff, directive, now))
    form = RetrieveForm(request.POST if request.method == "POST" else None)
    page = {
        "directive": directive,
        "person": directive.person,
        "state": state_of(directive, timezone.localdate(now)),
        "pack": directive.rules,
        "form": form,
        "reasons": WhyRetrieved.choices,
        "other": WhyRetrieved.OTHER,
        "refusal": "",
    }
    if request.method != "POST" or not form.is_valid():
        return render(request, "directives/directive_retrieve.html", page, status=422 if form.errors else 200)
    why, words = WhyRetrieved(form.cleaned_data["why"]), form.cleaned_data["words"]
    try:
        actions.retrieve(directive=directive, why=why, words=words, by=request.staff, at=now)
    except Refused as refused:
        return render(request, "directives/directive_retrieve.html", page | {"refusal": refused.sentence}, status=409)
    return redirect("directives:directive_paper", directive.pk)


@require_safe
def directive_paper(request: HttpRequest, directive_id: str) -> HttpResponse:
    """The whole of it on one page: what it says, who signed, who speaks, the rules in words, and how it stands."""
    directive, now = find(queries.directives(), request, pk=directive_id), timezone.now()
    if not to_read(request, directive, now):
        return redirect("directives:directive_retrieve", directive.pk)
    page = {
        "directive": directive,
        "person": directive.person,
        "state": state_of(directive, timezone.localdate(now)),
        "pack": directive.rules_as_signed,
        "content": content.sections_of(directive),
        "limits": law.may_not_decide(directive.rules_as_signed),
        "witnesses": queries.witnesses_of(directive),
        "agents": queries.agents_of(directive),
        "helpers": queries.helpers_of(directive),
        "scans": queries.scans_of(directive),
        "newer": queries.followed_by(directive) if directive.followers else None,  # type: ignore[attr-defined]
        "person_languages": [("en", "English"), ("es", "Español")],
    }
    return render(request, "directives/directive_paper.html", page)


@require_safe
def directive_print(request: HttpRequest, directive_id: str) -> HttpResponse:
    """The same as a PDF, to be handed to a hospital. In the language that is asked for."""
    directive, now = find(queries.directives(), request, pk=directive_id), timezone.now()
    if not to_read(request, directive, now):
        return redirect("directives:directive_retrieve", directive.pk)
    asked = request.GET.get("in", "")
    language = asked if asked in ("en", "es") else (get_language() or "en")
    return pdf_answer(paper_of(directive, timezone.localdate(now), language), "directive.pdf")


@require_http_methods(["GET", "HEAD", "POST"])
def card_find(request: HttpRequest) -> HttpResponse:
    """Somebody on the phone reads a code out from a card. It opens what the reader may open, and tells nothing else."""
    allow(rules.may_find_by_card(request.staff))
    form = CodeForm(sent(request))
    if request.method == "POST" and form.is_valid():
        card = queries.card_with(request.staff, form.cleaned_data["code"], timezone.now())
        if card is not None:
            return redirect("directives:directive_retrieve", queries.followed_by(card.directive).pk)
        form.add_error("code", NO_SUCH_CODE)
    return render(request, "directives/card_find.html", {"form": form}, status=422 if form.errors else 200)


@login_not_required
@require_safe
def card_open(request: HttpRequest, code: str) -> HttpResponse:
    """What the code on a card leads to: for staff who reach the person, the paper; for everybody else whom to call.

    Strangers learn nothing, not even whether there is such a code: for them nothing is looked up.
    """
    staff: Any = getattr(request, "staff", None)
    if staff is not None and has_second_factor(request):
        card = queries.card_with(staff, code.upper(), timezone.now())
        if card is not None:
            return redirect("directives:directive_retrieve", queries.followed_by(card.directive).pk)
    return render(request, "directives/card_open.html")
