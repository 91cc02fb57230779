"""Where the answers of a directive are read, and when they can no longer be changed."""

from django.urls import reverse
from django.utils.functional import Promise

from handrail.accounts.models import Staff
from handrail.directives.actions import AlreadySigned, IsSetAside, OwnWordsOnly, must_have_said
from handrail.directives.models import Directive, DirectiveAnswer
from handrail.plans import places
from handrail.plans.models import OwnWords


def _answer(own: OwnWords) -> DirectiveAnswer:
    return DirectiveAnswer.objects.select_related("directive").get(own=own)


def _page(own: OwnWords) -> str:
    answer = _answer(own)
    return reverse("directives:section_write", args=[answer.directive_id, answer.section])


def _closed(own: OwnWords, by: Staff) -> str | Promise:
    """Signed, or a part in which whoever types has not said whose words these are."""
    answer = _answer(own)
    if Directive.objects.signed().filter(pk=answer.directive_id).exists():
        return AlreadySigned.sentence
    if not Directive.objects.drafts().filter(pk=answer.directive_id).exists():
        return IsSetAside.sentence
    section = answer.directive.rules.section(answer.section)
    try:
        if section:
            must_have_said(answer.directive, section, by)
    except OwnWordsOnly as first:
        return first.sentence
    return ""


def offer() -> None:
    """Say so for the answers."""
    places.register("directiveanswer", places.Place(_page, may_be_empty=True, closed=_closed))
