"""What is done with signed paper: scanned, given to people, carried as a card, got out when it is needed."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.directives.actions.shared import must_be_signed, must_count, of
from handrail.directives.models import (
    Card,
    Custody,
    Directive,
    HolderTold,
    HowGiven,
    Retrieved,
    Scan,
    ScanOf,
    WhyRetrieved,
)
from handrail.kit.errors import Refused
from handrail.kit.once import once
from handrail.kit.sent import under_its_key
from handrail.paper.taken_in import TakenIn
from handrail.plans.actions.shared import put_back, take_back


class NobodyToCall(Refused):
    """A card that says "please call" needs a number."""

    sentence = _(
        "There is no number to put on the card. Ask an administrator to note your agency's, or whoever speaks for them."
    )


@action
def keep_scan(
    *, directive: Directive, taken: TakenIn, of_what: ScanOf, by: Staff, at: datetime, key: UUID | None = None
) -> Scan:
    """Keep a scan of the signed paper, sealed. `taken` has been looked through."""
    must_be_signed(directive)
    scan = Scan(**of(directive), of=of_what, sort=taken.sort, at=at, by=by)
    scan.pk = key or scan.pk
    scan.seal(taken.data)
    under_its_key(scan)
    record("directive.scanned", by=by, at=at, subject=scan, person=scan.person_id)
    return scan


@action
def take_out_scan(*, scan: Scan, by: Staff, at: datetime) -> Scan:
    """It was the wrong picture."""
    take_back(Scan.objects.filter(pk=scan.pk), by, at)
    record("directive.scan_taken_out", by=by, at=at, subject=scan, person=scan.person_id)
    return scan


@action
def put_back_scan(*, scan: Scan, by: Staff, at: datetime) -> Scan:
    """It was the right one."""
    put_back(Scan.objects.filter(pk=scan.pk))
    record("directive.scanned", by=by, at=at, subject=scan, person=scan.person_id)
    return scan


@action
def note_holder(*, custody: Custody, by: Staff, at: datetime) -> Custody:
    """Somebody holds a copy from now on. `custody` says which version, who, and how it came to them."""
    must_count(custody.directive, at)
    custody.agency_id, custody.person_id, custody.program_id = (
        custody.directive.agency_id,
        custody.directive.person_id,
        custody.directive.program_id,
    )
    custody.at, custody.by = at, by
    under_its_key(custody)
    record("directive.given", by=by, at=at, subject=custody, person=custody.person_id)
    return custody


@action
def take_out_holder(*, custody: Custody, by: Staff, at: datetime) -> Custody:
    """They do not hold it."""
    take_back(Custody.objects.filter(pk=custody.pk), by, at)
    record("directive.holder_taken_out", by=by, at=at, subject=custody, person=custody.person_id)
    return custody


@action
def put_back_holder(*, custody: Custody, by: Staff, at: datetime) -> Custody:
    """They do."""
    put_back(Custody.objects.filter(pk=custody.pk))
    record("directive.given", by=by, at=at, subject=custody, person=custody.person_id)
    return custody


@action
def tell_holder(*, custody: Custody, how: HowGiven, on: date, by: Staff, at: datetime) -> HolderTold:
    """They heard that it no longer counts."""
    told = HolderTold(**of(custody.directive), custody=custody, how=how, on=on, at=at, by=by)
    with once():
        told.save(force_insert=True)
    record("directive.holder_told", by=by, at=at, subject=told, person=told.person_id)
    return told


@action
def make_card(*, directive: Directive, by: Staff, at: datetime) -> Card:
    """A card with a code of its own."""
    must_count(directive, at)
    card = Card.objects.create(**of(directive), at=at, by=by)
    record("directive.card_made", by=by, at=at, subject=directive, person=directive.person_id)
    return card


@action
def retrieve(*, directive: Directive, why: WhyRetrieved, words: str = "", by: Staff, at: datetime) -> Retrieved:
    """Get the signed paper out, and say why. Also what was taken back or replaced is found so, and says it loudly."""
    must_be_signed(directive)
    retrieved = Retrieved.objects.create(**of(directive), why=why, words=words, at=at, by=by)
    record("directive.retrieved", by=by, at=at, subject=directive, person=directive.person_id, detail=why)
    return retrieved
