"""Is this the same person? Somebody new is held against those the asker may see: names, short names, birth date, phone number.

Nobody is ever taken to be the same by Handrail itself: a worker who may see both is asked. Whoever they may not see is never
compared, so that the question itself tells of nobody.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _
from rapidfuzz.distance import OSA

from handrail.accounts.models import Staff
from handrail.people.names import plain
from handrail.people.numbers import digits_of, digits_to_dial
from handrail.people.search.finding import texts_to_read
from handrail.people.search.keys import words_of
from handrail.people.search.matching import who_may_be
from handrail.people.search.ranking import NEAR, NOT_ALIKE, SHORT, WHOLE, Likeness, likeness
from handrail.people.search.sources import Kind, Text

ALIKE = NEAR - 5
"""One letter astray, or closer. Names that only sound alike count when something else speaks for it too."""
MOST_ASKED = 5


@dataclass(frozen=True)
class Newcomer:
    """Somebody about to be welcomed: what is known of them so far."""

    key: UUID
    names: Sequence[str]
    born_on: date | None = None
    phones: Sequence[str] = ()


@dataclass(frozen=True)
class Alike:
    """Somebody known who may be the newcomer: how much speaks for it, and what."""

    person_id: UUID
    weight: float
    why: tuple[str, ...]


def who_is_alike(staff: Staff, newcomer: Newcomer, at: datetime) -> list[Alike]:
    """Those this staff member may see who may be the newcomer, the likeliest first."""
    known = who_may_be(staff, newcomer.names, newcomer.born_on, newcomer.phones, at) - {newcomer.key}
    by_person: defaultdict[UUID, list[Text]] = defaultdict(list)
    for text in texts_to_read(staff, known, at):
        by_person[text.person_id].append(text)
    alike = [one for person_id, texts in by_person.items() if (one := _compared(newcomer, person_id, texts))]
    return sorted(alike, key=lambda one: (-one.weight, one.person_id))[:MOST_ASKED]


def _compared(newcomer: Newcomer, person_id: UUID, texts: list[Text]) -> Alike | None:
    names = _names_alike(newcomer.names, [text.text for text in texts if text.kind is Kind.NAME])
    born = _born_alike(newcomer.born_on, next((text.text for text in texts if text.kind is Kind.BORN), ""))
    phone = _phone_alike(newcomer.phones, [text.text for text in texts if text.kind is Kind.PHONE])
    if born.score < 0:  # two birth dates that are not one: a parent and a child may share a name, or a telephone, rarely both
        enough = names.score >= ALIKE and phone.score
    else:
        enough = names.score >= ALIKE or sum(1 for one in (names, born, phone) if one.score) > 1
    if not enough:
        return None
    why = dict.fromkeys((*names.said, *born.said, *phone.said))
    return Alike(person_id, names.score + born.score + phone.score, tuple(why))


def _names_alike(new: Sequence[str], known: Sequence[str]) -> Likeness:
    return max((_name_alike(one, other) for one in new if one for other in known), key=lambda one: one.score, default=NOT_ALIKE)


def _name_alike(name: str, known: str) -> Likeness:
    """Each word of the shorter name against the words of the longer: Marcus is part of Marcus Webb, in whatever order."""
    if plain(name) and plain(name) == plain(known):
        return Likeness(WHOLE + 10, (_("The same name"),))
    shorter, longer = sorted((words_of(name), words_of(known)), key=len)
    best = [max((likeness(word, part, written) for part, written in longer), key=lambda one: one.score) for word, _w in shorter]
    if not any(one.score for one in best):
        return NOT_ALIKE
    said = tuple(said for one in best for said in one.said) or (_("A name in common"),)
    return Likeness(sum(one.score for one in best) / len(best), said)


def _born_alike(born_on: date | None, known: str) -> Likeness:
    """The same day; nearly the same, as when one digit or month and day were mixed up; or another day, which speaks against it."""
    if born_on is None or not known:
        return NOT_ALIKE
    if born_on.isoformat() == known:
        return Likeness(WHOLE, (_("The same birth date"),))
    year, month, day = known.split("-")
    if OSA.distance(born_on.isoformat(), known) == 1 or born_on.isoformat() == f"{year}-{day}-{month}":
        return Likeness(SHORT, (_("Nearly the same birth date"),))
    return Likeness(-WHOLE)


def _phone_alike(phones: Sequence[str], known: Sequence[str]) -> Likeness:
    new = {digits_to_dial(phone)[-10:] for phone in phones} - {""}
    if new.isdisjoint(digits_of(phone)[-10:] for phone in known):
        return NOT_ALIKE
    return Likeness(WHOLE, (_("The same phone number"),))
