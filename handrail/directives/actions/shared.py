"""What every deed of a directive shares: whose a row is, that a peer helped, and what may still be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.directives.models import Directive, HelpedBy, SetAside, Signing
from handrail.kit.errors import Refused
from handrail.plans.actions.shared import whose

Sentence = str | Promise


class AlreadySigned(Refused):
    """Signed is locked for good."""

    sentence = _("This directive is signed. To change it, begin a new one: it takes the place of this one once it is signed.")


class IsSetAside(Refused):
    """Nobody goes on with it."""

    sentence = _("This draft was set aside. Take it up again to go on with it.")


class NotSigned(Refused):
    """A draft counts nowhere yet."""

    sentence = _("This is a draft. It does not count until it is signed.")


class TakenBack(Refused):
    """What was taken back stays so."""

    sentence = _("This directive was taken back. To make one again, begin a new one.")


class Replaced(Refused):
    """A newer one took its place."""

    sentence = _("A newer directive has taken the place of this one.")


class RanOut(Refused):
    """Its time is over."""

    sentence = _("This directive has run out. Begin a new one: what is written here is taken along.")


class Missing(Refused):
    """What the rules ask for is not there. `sentences` say what, one by one."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = list(sentences)
        self.sentence = " ".join(str(one) for one in sentences)  # type: ignore[misc]  # its own for each


def of(directive: Directive) -> dict[str, Any]:
    """What belongs to this directive is of the same person and program."""
    return whose(directive) | {"directive": directive}


def must_be_draft(directive: Directive) -> None:
    """Refuse to change what was signed. The row is held, so that nobody signs meanwhile."""
    held = Directive.objects.select_for_update().get(pk=directive.pk)
    if Signing.objects.filter(directive=held).exists():
        raise AlreadySigned
    if SetAside.objects.standing().filter(directive=held).exists():
        raise IsSetAside


def must_be_signed(directive: Directive) -> None:
    """Refuse what makes sense of signed paper only."""
    if not Directive.objects.signed().filter(pk=directive.pk).exists():
        raise NotSigned


def must_stand(directive: Directive) -> None:
    """Refuse what is done with a directive that counts: signed, not taken back, not replaced."""
    must_be_signed(directive)
    if Directive.objects.filter(pk=directive.pk, revoked__isnull=False).exists():
        raise TakenBack
    if not Directive.objects.standing().filter(pk=directive.pk).exists():
        raise Replaced


def must_count(directive: Directive, at: datetime) -> None:
    """The same, and its time has not run out."""
    must_stand(directive)
    ends_on = directive.signing.ends_on
    if ends_on and ends_on <= timezone.localdate(at):
        raise RanOut


def note_help(directive: Directive, by: Staff, at: datetime) -> None:
    """Whoever writes in it helped with it."""
    HelpedBy.objects.get_or_create(directive=directive, staff=by, defaults=whose(directive) | {"at": at})
