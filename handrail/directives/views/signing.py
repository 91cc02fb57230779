"""A directive is signed, read again, or taken back."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from handrail.audit.door import find
from handrail.directives import actions, law, queries
from handrail.directives.forms import ReaffirmForm, RevokeForm, SignForm
from handrail.directives.models import Reaffirmed
from handrail.directives.views.steps import deed, step_page, to_help, unless_sent_before
from handrail.kit.errors import Refused


@require_POST
def directive_sign(request: HttpRequest, directive_id: str) -> HttpResponse:
    """It is signed: everything the rules ask for is there, or what is missing is said, all of it at once."""
    directive, now = to_help(request, directive_id)
    written = queries.written_of(directive)
    form = SignForm(request.POST, directive=directive, agents=queries.agents_of(directive), clause=written.clause)
    if not form.is_valid():
        return step_page(request, directive, "sign", 422, form=form, wrong_form=form)
    told = form.told()
    try:
        actions.sign(directive=directive, told=told, by=request.staff, at=now)
    except Refused as refused:
        if law.advice(directive.rules, written, told.ceremony):
            form.offer_to_know()
        sentences = getattr(refused, "sentences", [refused.sentence])
        return step_page(request, find(queries.directives(), request, pk=directive.pk), "sign", 409, form=form, wrong=sentences)
    return redirect("directives:step_show", directive.pk, "keep")


@require_POST
def directive_reaffirm(request: HttpRequest, directive_id: str) -> HttpResponse:
    """They read it again, and it still says what they want."""
    directive, now = to_help(request, directive_id)
    form = ReaffirmForm(request.POST)
    if not form.is_valid():
        return step_page(request, directive, "each-year", 422, form=form, wrong_form=form)
    told = form.cleaned_data

    def again() -> None:
        actions.reaffirm(
            directive=directive,
            on=told["on"] or timezone.localdate(now),
            words=told["words"],
            key=told["id"],
            by=request.staff,
            at=now,
        )

    act = partial(unless_sent_before, request, Reaffirmed, told["id"], again)
    return deed(request, directive, "each-year", act, form=form)


@require_POST
def directive_revoke(request: HttpRequest, directive_id: str) -> HttpResponse:
    """They take it back."""
    directive, now = to_help(request, directive_id)
    form = RevokeForm(request.POST, pack=directive.rules)
    if not form.is_valid():
        return step_page(request, directive, "take-back", 422, form=form, wrong_form=form)
    told = form.cleaned_data
    if told["how"] == "other" and not told.get("how_words"):
        form.add_error("how_words", _("Say in a few words how."))
        return step_page(request, directive, "take-back", 422, form=form, wrong_form=form)
    return deed(
        request,
        directive,
        "take-back",
        lambda: actions.revoke(
            directive=directive,
            how=told["how"],
            how_words=told.get("how_words", ""),
            on=told["on"],
            is_able=told.get("is_able", False),
            reason=told["reason"],
            by=request.staff,
            at=now,
        ),
        form=form,
    )
