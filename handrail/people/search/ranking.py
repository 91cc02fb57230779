"""Who is meant most likely, and why: typed words measured against what is written of a person."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from handrail.people.names import plain
from handrail.people.numbers import digits_of
from handrail.people.search.keys import SHORTEST_INSIDE, SHORTEST_MISSPELLED, parts_of, sound_of
from handrail.people.search.matching import Typed, is_number
from handrail.people.search.nicknames import full_names
from handrail.people.search.sources import Kind, Text

WHOLE, BEGUN, SHORT, NEAR, INSIDE, SOUND = 100.0, 90.0, 80.0, 75.0, 62.0, 55.0
LONG_WORD = 8
"""From here on two letters may be wrong."""


@dataclass(frozen=True)
class Likeness:
    """How well one word fits one part of a name, and what to say about it."""

    score: float
    said: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """Somebody who may be meant: how likely, and the reasons that the list does not show anyway."""

    person_id: UUID
    score: float
    why: tuple[str, ...] = field(default=())


NOT_ALIKE = Likeness(0)


def ranked(words: Typed, texts: Iterable[Text]) -> list[Found]:
    """Those whom every word fits, the likeliest first."""
    by_person: defaultdict[UUID, list[Text]] = defaultdict(list)
    for text in texts:
        by_person[text.person_id].append(text)
    found = [one for person_id, theirs in by_person.items() if (one := _found(person_id, words, theirs))]
    return sorted(found, key=lambda one: (-one.score, one.person_id))


def _found(person_id: UUID, words: Typed, texts: list[Text]) -> Found | None:
    each = [_best(word, texts) for word in words.words]
    as_one = _best(words.joined, texts) if words.joined else NOT_ALIKE
    apart = sum(one.score for one in each) / len(each) if all(one.score for one in each) else 0.0
    if not apart and not as_one.score:
        return None
    fitting = [as_one] if as_one.score > apart else each
    why = dict.fromkeys(said for one in fitting for said in one.said)
    # Between equals, the name that is written most like what was typed.
    alike = max(fuzz.ratio(" ".join(words.words), plain(text.text)) for text in texts)
    return Found(person_id, max(apart, as_one.score) + alike / 100, tuple(why))


def _best(word: str, texts: list[Text]) -> Likeness:
    """The text one word fits best; the first of those that fit alike, which is the name they choose."""
    return max((_in_text(word, text) for text in texts), key=lambda one: one.score, default=NOT_ALIKE)


def _in_text(word: str, text: Text) -> Likeness:
    if text.kind is Kind.PHONE:
        return _in_number(word, text)
    if text.kind is Kind.BORN:
        return NOT_ALIKE
    parts = parts_of(text.text).items()
    best = max((likeness(word, part, written) for part, written in parts), key=lambda one: one.score, default=NOT_ALIKE)
    if not best.score or not text.said:
        return best
    return Likeness(best.score, (str(text.said) % {"text": text.text}, *best.said))


def _in_number(word: str, text: Text) -> Likeness:
    number = digits_of(text.text)
    asked = word[-10:]
    if not is_number(word) or not (number.endswith(asked) or any(number[-long:].startswith(asked) for long in (0, 10, 7))):
        return NOT_ALIKE
    said = _("Phone ends in %(digits)s") % {"digits": number[-4:]}
    if text.said:
        said = _("%(phone)s: %(rule)s") % {"phone": said, "rule": text.said}
    return Likeness(WHOLE if asked in (number[-10:], number[-7:]) else BEGUN, (said,))


def likeness(word: str, part: str, written: str) -> Likeness:
    """How well a typed word fits a part of a name that is written so."""
    if part == word:
        return Likeness(WHOLE)
    if part.startswith(word):
        return Likeness(BEGUN + 9 * len(word) / len(part))
    if not full_names(word).isdisjoint(full_names(part)):
        return Likeness(SHORT, (_("“%(short)s” can stand for %(name)s") % {"short": word, "name": written},))
    wrong = OSA.distance(word, part, score_cutoff=2)
    if wrong <= _may_be_wrong(word, part):
        return Likeness(NEAR - 5 * wrong, (_("Spelled like %(name)s") % {"name": written},))
    if len(word) >= SHORTEST_INSIDE and word in part:
        return Likeness(INSIDE, (_("Part of %(name)s") % {"name": written},))
    if (sound := sound_of(word)) and sound == sound_of(part):
        return Likeness(SOUND + fuzz.ratio(word, part) / 20, (_("Sounds like %(name)s") % {"name": written},))
    return NOT_ALIKE


def _may_be_wrong(word: str, part: str) -> int:
    longer = max(len(word), len(part))
    if longer < SHORTEST_MISSPELLED:
        return 0
    return 2 if longer >= LONG_WORD else 1
