"""A signed directive is read again and still right, or taken back."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.directives import law
from handrail.directives.actions.shared import Missing, TakenBack, must_be_signed, must_count, must_stand, of
from handrail.directives.models import Directive, Reaffirmed, Revoked
from handrail.kit.once import once
from handrail.kit.sent import under_its_key


@action
def reaffirm(
    *, directive: Directive, on: date, words: str = "", by: Staff, at: datetime, key: UUID | None = None
) -> Reaffirmed:
    """They read it again, and it still says what they want. That does not lengthen its time."""
    must_count(directive, at)
    if on > timezone.localdate(at) or on < directive.signing.on:
        raise Missing([_("Write a day between the signing and today.")])
    again = Reaffirmed(**of(directive), on=on, words=words, at=at, by=by)
    again.pk = key or again.pk
    under_its_key(again)
    record("directive.reaffirmed", by=by, at=at, subject=directive, person=directive.person_id)
    return again


@action
def revoke(
    *,
    directive: Directive,
    how: str,
    on: date | None,
    is_able: bool = False,
    how_words: str = "",
    reason: str = "",
    by: Staff,
    at: datetime,
) -> Revoked:
    """They take it back. The paper stays, marked with day and reason."""
    must_be_signed(directive)
    if Revoked.objects.filter(directive=directive).exists():
        raise TakenBack
    must_stand(directive)
    wrong = law.why_not_revoked(
        directive.rules, how=how, on=on, is_able=is_able, signed_on=directive.signing.on, today=timezone.localdate(at)
    )
    if wrong:
        raise Missing(wrong)
    assert on is not None
    revoked = Revoked(**of(directive), how=how, how_words=how_words, reason=reason, is_able=is_able, on=on, at=at, by=by)
    with once(TakenBack):
        revoked.save(force_insert=True)
    record("directive.revoked", by=by, at=at, subject=directive, person=directive.person_id)
    return revoked
