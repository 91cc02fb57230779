"""A part as it is read: its facts in words, what was done, whether it came late."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handrail.contacts.actions import NextTime
from handrail.contacts.clock import days_late
from handrail.contacts.models import MaterialShared, Part
from handrail.contacts.touches import told_of
from handrail.scope.catalogue import catalogue


@dataclass(frozen=True)
class Note:
    """One part, ready to be shown."""

    part: Part
    facts: list[str]
    done: list[str]
    goals: list[tuple[str, str]]
    steps: list[str]
    touched: list[tuple[str, list[str]]]
    materials: list[MaterialShared]
    next_time: NextTime | None
    late: str


def note_of(part: Part, now: datetime) -> Note:
    """A part, ready to be shown."""
    return notes_of([part], now)[0]


def notes_of(parts: list[Part], now: datetime) -> list[Note]:
    """Several, asked for all at once."""
    touched = told_of(parts)
    return [_note_of(part, touched[part.pk], now) for part in parts]


def _note_of(part: Part, touched: list[tuple[str, list[str]]], now: datetime) -> Note:
    """A draft is late by now, a signed one by the moment it was signed."""
    written_at = part.signature.at if part.is_signed else now
    return Note(
        part=part,
        facts=facts_of(part),
        done=done_in(part),
        goals=[touched.read_as for touched in part.goals.all()],
        steps=[taken.read_as for taken in part.steps.all()],
        touched=touched,
        materials=list(part.materials.all()),
        next_time=_next_time(part),
        late=late_words(days_late(part.contact.at, written_at)),
    )


def _next_time(part: Part) -> NextTime | None:
    """A draft tells the appointment as it is now; what is signed tells it as it was then."""
    if part.is_signed:
        then = part.signature
        return NextTime(then.next_at, then.next_place or "") if then.next_at else None
    planned = getattr(part, "next_time", None)
    return NextTime(planned.at, planned.place) if planned else None


def facts_of(part: Part) -> list[str]:
    """How, how long, where, with whom else, in which language: in a few words."""
    contact = part.contact
    told = [
        str(contact.get_how_display()),
        length_words(contact.minutes),
        contact.place or str(contact.get_where_display()),
        _("with %(names)s") % {"names": part.with_whom} if part.with_whom else "",
        part.language,
    ]
    return [one for one in told if one]


def length_words(minutes: int | None) -> str:
    """`45 minutes`."""
    return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes} if minutes else ""


def done_in(part: Part) -> list[str]:
    """What was done, as the worker picked it; a key the catalogue no longer has is shown as it is."""
    known = catalogue().activities
    return [_(known[one.activity].did) if one.activity in known else one.activity for one in part.activities.all()]


def late_words(days: int) -> str:
    """That a note was written later; nothing when it was in time."""
    return ngettext("Written %(days)s day later", "Written %(days)s days later", days) % {"days": days} if days else ""
