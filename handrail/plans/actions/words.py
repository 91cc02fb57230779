"""What is done with the person's own words. Nothing is lost: how they read before stays, and so does what two wrote at once."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from handrail.accounts.models import Program, Staff
from handrail.audit.journal import action, record
from handrail.kit.errors import AlreadySo, Refused
from handrail.people.models import Person
from handrail.plans.actions.shared import whose
from handrail.plans.models import Aside, InOwnWords, OwnWords, Want, Wording, fingerprint
from handrail.plans.places import place_of

ONE_SITTING = timedelta(minutes=30)
"""The same hand that writes again within this time has not stood up: its changes are one row of the history."""

Kept = OwnWords | Aside
"""Where a text was kept: in its place, or beside what somebody else wrote meanwhile."""


class Closed(Refused):
    """The text stands where it can no longer be changed; the place it stands in says why."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence  # type: ignore[misc]  # its own for each


@action
def write_want(
    *,
    person: Person,
    program: Program,
    text: str,
    by: Staff,
    at: datetime,
    opened: str = fingerprint(""),
    page: UUID | None = None,
) -> Kept:
    """Write down what somebody wants, or put it better."""
    want = Want(agency_id=by.agency_id, person=person, program=program)
    return write_in_its_place(want, "want.written", text=text, by=by, at=at, opened=opened, page=page)


def write_in_its_place(
    noun: InOwnWords, verb: str, *, text: str, by: Staff, at: datetime, opened: str, page: UUID | None
) -> Kept:
    """Write a text that has one place (`PLACE` of its noun), or put it better. `verb` is the deed of who writes there first.

    Two who begin at the same moment are two who write at once.
    """
    there = type(noun).objects.filter(**{name: getattr(noun, name) for name in noun.PLACE}).select_related("own")
    if not there.exists():
        try:
            with transaction.atomic():
                noun.own = first_words(noun, text, by, at, page)
                noun.save(force_insert=True)
        except IntegrityError:
            pass  # Somebody else was quicker: theirs stands now, and this one is kept beside it.
        else:
            record(verb, by=by, at=at, subject=noun, person=noun.person_id)
            return noun.own
    return reword(own=there.get().own, text=text, opened=opened, by=by, at=at, page=page)


@action
def reword(*, own: OwnWords, text: str, opened: str, by: Staff, at: datetime, page: UUID | None = None) -> Kept:
    """Put a text better. `opened` is the fingerprint of the text this one began with.

    If somebody else changed it since, theirs stays, and this one is kept beside it: nobody's words are lost.
    """
    now = OwnWords.objects.select_for_update().get(pk=own.pk)
    _must_be_open(now, by)
    if opened != now.as_opened and text != now.text and not _wrote_last(now, page):
        return _keep_beside(now, text, by, at, page)
    _note_sitting(now, by, at, page)
    now.text = text
    now.save(update_fields=["text"])
    record("words.changed", by=by, at=at, subject=now, person=now.person_id)
    return now


@action
def put_together(
    *, own: OwnWords, text: str, opened: str, asides: Iterable[Aside], by: Staff, at: datetime, page: UUID | None = None
) -> Kept:
    """Make one text of two. Unless the text changed yet again meanwhile, what was kept beside it is settled."""
    kept = reword(own=own, text=text, opened=opened, by=by, at=at, page=page)
    if isinstance(kept, OwnWords):
        seen = [aside.pk for aside in asides]
        Aside.objects.waiting().filter(own=own, pk__in=seen).update(settled_at=at, settled_by=by)
        record("words.put_together", by=by, at=at, subject=own, person=own.person_id)
    return kept


@action
def put_back_wording(*, wording: Wording, by: Staff, at: datetime) -> OwnWords:
    """Let a text read again as it did before. How it reads now becomes one more row of its history, however short ago it was."""
    now = OwnWords.objects.select_for_update().get(pk=wording.own_id)
    _must_be_open(now, by)
    if now.text == wording.before:
        raise AlreadySo
    Wording.objects.create(**whose(now), own=now, before=now.text, from_at=at, until_at=at, by=by)
    now.text = wording.before
    now.save(update_fields=["text"])
    record("words.put_back", by=by, at=at, subject=now, person=now.person_id)
    return now


def first_words(noun: InOwnWords, text: str, by: Staff, at: datetime, page: UUID | None = None, kind: str = "") -> OwnWords:
    """A text of a noun that is about to be kept; before it, there was none. `kind` where it is not the noun's main text."""
    own = OwnWords.objects.create(**whose(noun), kind=kind or noun._meta.model_name or "", text=text)
    Wording.objects.create(**whose(noun), own=own, before="", from_at=at, until_at=at, by=by, page=page)
    return own


def _must_be_open(own: OwnWords, by: Staff) -> None:
    if why := place_of(own).closed(own, by):
        raise Closed(str(why))


def _wrote_last(own: OwnWords, page: UUID | None) -> bool:
    """Whether the text reads as this very page saved it: then its answer got lost on the way, and nobody else wrote."""
    last = own.wordings.order_by("-until_at", "-id").first()
    return page is not None and last is not None and last.page == page


def _note_sitting(own: OwnWords, by: Staff, at: datetime, page: UUID | None) -> None:
    """Keep how the text read before; once a sitting."""
    last = own.wordings.order_by("-until_at", "-id").first()
    if last and last.by_id == by.pk and at - last.until_at <= ONE_SITTING:
        last.until_at, last.page = max(at, last.until_at), page
        last.save(update_fields=["until_at", "page"])
    else:
        Wording.objects.create(**whose(own), own=own, before=own.text, from_at=at, until_at=at, by=by, page=page)


def _keep_beside(own: OwnWords, text: str, by: Staff, at: datetime, page: UUID | None) -> Aside:
    """One page keeps one text beside, and goes on writing in it."""
    mine = Aside.objects.waiting().filter(own=own, by=by, page=page, page__isnull=False).first()
    aside = mine or Aside(**whose(own), own=own, by=by, page=page)
    aside.text, aside.at = text, at
    aside.save()
    record("words.kept_beside", by=by, at=at, subject=own, person=own.person_id)
    return aside
