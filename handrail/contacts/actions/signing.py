"""Signing, and what may be said to a note afterwards."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.contacts import queries, touches
from handrail.contacts.actions.drafts import AlreadySigned, ChangedMeanwhile
from handrail.contacts.models import (
    Addendum,
    Appointment,
    AwaitsCosign,
    Comment,
    Contact,
    CoSigned,
    Part,
    Returned,
    Signature,
    View,
)
from handrail.kit.errors import AlreadySo, Refused
from handrail.kit.ids import new_id
from handrail.kit.sent import under_its_key
from handrail.learning.queries import titles_of
from handrail.plans import actions as plans


class NotSignedYet(Refused):
    """What is still being written cannot be answered."""

    sentence = _("This note is not signed yet.")


class AlreadyCosigned(Refused):
    """A note needs one co-signature."""

    sentence = _("This note is co-signed already. Nothing was changed.")


@action
def sign(*, contact: Contact, parts: Iterable[Part], version: int, by: Staff, at: datetime) -> list[Signature]:
    """Sign these parts of a contact as they were read in this version. Locked for good; a trainee's wait to be co-signed."""
    contact = Contact.objects.select_for_update().get(pk=contact.pk)
    theirs = list(parts)
    if not theirs or Signature.objects.filter(part__in=theirs).exists():
        raise AlreadySigned
    if contact.version != version:
        raise ChangedMeanwhile
    learning = queries.is_trainee_in(contact.staff, [part.program_id for part in theirs], at)
    signed = []
    for part in theirs:
        needs = part.program_id in learning and by == contact.staff
        signed.append(_sign(part, needs, by, at))
        _move_the_lines(part, by, min(contact.at, at))
    return signed


def _sign(part: Part, needs_cosign: bool, by: Staff, at: datetime) -> Signature:
    """Everything the note tells stands in it from now on: goals, steps and pieces in the words they have now, the next time."""
    for touched in part.goals.select_related("goal__own"):
        touched.words, touched.told = touched.read_as
        touched.save(update_fields=["words", "told"])
    for taken in part.steps.select_related("step__own"):
        taken.words = taken.read_as
        taken.save(update_fields=["words"])
    touches.take_words_over(part)
    shared = list(part.materials.all())
    titles = titles_of(part.agency_id, [one.key for one in shared])
    for one in shared:
        one.title = titles.get(one.key, one.title)
        one.save(update_fields=["title"])
    # Said first: once the signature stands, the database lets nobody change the part.
    part.signed_at = at
    part.save(update_fields=["signed_at"])
    planned = Appointment.objects.filter(made_in=part).first()
    told = {"next_at": planned.at, "next_place": planned.place} if planned else {}
    signature = Signature.objects.create(part=part, at=at, by=by, needs_cosign=needs_cosign, **told, **_of(part))
    if needs_cosign:
        AwaitsCosign.objects.create(part=part, at=at, **_of(part))
    record("part.signed", by=by, at=at, subject=part, person=part.person_id)
    return signature


def _move_the_lines(part: Part, by: Staff, at: datetime) -> None:
    """What was told moves the goal's own line, once: nobody types it again.

    A goal that ended meanwhile stays as it is, and a value told in another measure stays in the note.
    """
    for touched in part.goals.select_related("goal").order_by("id"):
        value = touched.value if touched.still_measured_so else None
        with suppress(plans.HasEnded, AlreadySo):
            plans.check_in(goal=touched.goal, by=by, at=at, value=value, said_in=part.pk)
    for taken in part.steps.select_related("step").order_by("id"):
        with suppress(plans.HasEnded, AlreadySo):
            plans.finish_step(step=taken.step, by=by, at=at, said_in=part.pk)
    touches.tell_them(part, by, at)


def _of(part: Part) -> dict[str, object]:
    """What each row about a part shares with it."""
    return {"agency_id": part.agency_id, "person_id": part.person_id, "program_id": part.program_id}


def _refuse_unsigned(part: Part) -> None:
    if not Signature.objects.filter(part=part).exists():
        raise NotSignedYet


@action
def add_to(*, part: Part, words: str, by: Staff, at: datetime, key: UUID | None = None) -> Addendum:
    """Say more beside what was signed. Under a key that is there already: KeyTaken."""
    _refuse_unsigned(part)
    addendum = Addendum(pk=key or new_id(), part=part, words=words, by=by, at=at, **_of(part))
    under_its_key(addendum)
    record("part.added_to", by=by, at=at, subject=part, person=part.person_id)
    return addendum


@action
def comment(*, part: Part, view: View, words: str, beside: Staff, at: datetime, key: UUID | None = None) -> Comment:
    """The person says what they think of the note. `beside` is the worker on whose phone they wrote it."""
    _refuse_unsigned(part)
    said = Comment(pk=key or new_id(), part=part, view=view, words=words, beside=beside, at=at, **_of(part))
    under_its_key(said)
    record("part.commented", by=beside, at=at, subject=part, person=part.person_id)
    return said


@action
def hand_over(*, part: Part, by: Staff, at: datetime) -> Part:
    """The worker gives their phone to the person, with this note open on it."""
    _refuse_unsigned(part)
    record("part.handed_over", by=by, at=at, subject=part, person=part.person_id)
    return part


@action
def return_to_writer(*, part: Part, why: str, by: Staff, at: datetime, key: UUID | None = None) -> Returned:
    """Ask the writer to say more. What is signed stays; they answer with an addendum."""
    _refuse_unsigned(part)
    if CoSigned.objects.filter(part=part).exists():
        raise AlreadyCosigned
    returned = Returned(pk=key or new_id(), part=part, why=why, by=by, at=at, **_of(part))
    under_its_key(returned)
    record("part.returned", by=by, at=at, subject=part, person=part.person_id)
    return returned


@action
def cosign(*, part: Part, by: Staff, at: datetime) -> CoSigned:
    """Stand behind a colleague's note."""
    _refuse_unsigned(part)
    cosigned, new = CoSigned.objects.get_or_create(part=part, defaults={"by": by, "at": at, **_of(part)})
    if not new:
        raise AlreadyCosigned
    AwaitsCosign.objects.filter(part=part).delete()
    record("part.cosigned", by=by, at=at, subject=part, person=part.person_id)
    return cosigned
