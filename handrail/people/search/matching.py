"""From typed words to the people they may mean: a few looks into the index, whether an agency has forty people or a million.

Keys are hints and let more through than they should. Who is shown is decided afterwards by `ranking`, from what is written of a
person, and by `visible_to`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from handrail.accounts.models import Staff
from handrail.people.models import Enrolment, KeyKind, SearchKey
from handrail.people.models.finding import LONGEST_KEY
from handrail.people.names import plain
from handrail.people.numbers import FEWEST_DIGITS, digits_of, digits_to_dial
from handrail.people.search.keys import SHORTEST_INSIDE, after, one_left_out, sound_of, whole_of
from handrail.people.search.nicknames import full_names

MOST_WORDS = 6
FEW_PEOPLE = 2000
"""Up to here people are gone through by the index that leads from a person to their keys; beyond, by the one of all keys."""
MOST_KEYS = 400
"""Keys looked at for one search: far more than a list shows, and a bound for the worst."""
LOOSE = (KeyKind.NAME, KeyKind.NEAR, KeyKind.SOUND, KeyKind.NICK)


@dataclass(frozen=True)
class Typed:
    """What somebody typed, as it is compared. Digits that follow each other are one number."""

    words: tuple[str, ...]

    @property
    def joined(self) -> str:
        """The words said as one: Mary Ann, looked for among the Maryanns."""
        return "".join(self.words)[:LONGEST_KEY] if len(self.words) > 1 else ""


def typed(text: str) -> Typed:
    """The words of a search; of very many the first few."""
    words: list[str] = []
    for word in plain(text).split():
        digits = digits_of(word)
        if not digits or len(digits) < len(word):
            words.append(word)
        elif words and words[-1].isdigit():
            words[-1] += digits
        else:
            words.append(digits)
    return Typed(tuple(word[:LONGEST_KEY] for word in words[:MOST_WORDS]))


def is_number(word: str) -> bool:
    """Whether a word may be part of a phone number."""
    return len(word) >= FEWEST_DIGITS and word.isascii() and word.isdigit()


def candidates(staff: Staff, words: Typed, at: datetime) -> set[UUID]:
    """People within reach who may be meant. Asks four queries, whatever was typed."""
    keys = keys_within_reach(staff, at)
    leading = max(words.words, key=lambda word: (not is_number(word), len(word)))
    others = Q()
    for word in words.words:
        if word != leading:
            fits = _first(word) | _inside(word) | _loosely(word)
            others &= Q(Exists(SearchKey.objects.filter(fits, person=OuterRef("person"))))
    by_first, inside = keys.filter(_first(leading) & others), keys.filter(_inside(leading) & others)
    as_one = Q(key=words.joined) if words.joined else Q(pk__in=[])
    loosely = keys.filter(_loosely(leading, words.joined), others | as_one) if others else keys.filter(_loosely(leading))
    return {person for some in (by_first, inside, loosely) for person in _people_of(some)}


def who_may_be(staff: Staff, names: Iterable[str], born_on: date | None, phones: Iterable[str], at: datetime) -> set[UUID]:
    """People within reach who share a key with somebody new: a name or nearly one, the birth date, a number."""
    names = list(names)
    # Each looked up for itself and within its own bound: a thousand Marias must not hide the very same name.
    ways = [Q(kind=KeyKind.WHOLE, key__in={whole_of(name) for name in names})]
    ways += [both for name in names if (both := _two_words_of(name))]
    ways += [_loose(word for name in names for word in (*plain(name).split(), whole_of(name)))]
    ways += [Q(kind=KeyKind.BORN, key=born_on.isoformat())] if born_on else []
    numbers = {digits_to_dial(phone)[-10:] for phone in phones} - {""}
    ways += [Q(kind=KeyKind.PHONE, key__in=numbers)] if numbers else []
    keys = keys_within_reach(staff, at)
    return {person for way in ways for person in _people_of(keys.filter(way))}


def _two_words_of(name: str) -> Q:
    """Keys of people two words of whose names may be two of these; empty for a name of one word."""
    pairs = Q()
    for word, other in combinations(plain(name).split()[:MOST_WORDS], 2):
        pairs |= _loose([word]) & Q(Exists(SearchKey.objects.filter(_loose([other]), person=OuterRef("person"))))
    return pairs


def _loose(words: Iterable[str]) -> Q:
    return Q(kind__in=LOOSE, key__in={key for word in words for key in _loose_keys(word)})


def keys_within_reach(staff: Staff, at: datetime) -> QuerySet[SearchKey]:
    """The keys of the people this staff member reaches, by the index that fits how many they are."""
    reached = Enrolment.objects.visible_to(staff, at)
    few = list(reached.values_list("person", flat=True)[: FEW_PEOPLE + 1])
    if len(few) <= FEW_PEOPLE:
        return SearchKey.objects.filter(person__in=set(few))
    return SearchKey.objects.filter(Exists(reached.filter(person=OuterRef("person"))), agency_id=staff.agency_id)


def _people_of(keys: QuerySet[SearchKey]) -> Iterable[UUID]:
    return keys.order_by("key").values_list("person", flat=True)[:MOST_KEYS]


def _first(word: str) -> Q:
    """What the word begins; of a number, what it ends."""
    if is_number(word):
        return _begins(KeyKind.PHONE_END, word[-10:][::-1])
    return _begins(KeyKind.NAME, word)


def _inside(word: str) -> Q:
    """What the word stands inside of."""
    return _begins(KeyKind.INNER, word) if len(word) >= SHORTEST_INSIDE else Q(pk__in=[])


def _begins(kind: KeyKind, beginning: str) -> Q:
    return Q(kind=kind, key__gte=beginning, key__lt=after(beginning))


def _loosely(word: str, *more: str) -> Q:
    """What the word may stand for: one letter astray, another spelling, a short name; of a number, its beginning."""
    if is_number(word):
        return _begins(KeyKind.PHONE, word[-10:]) | Q(kind=KeyKind.NAME, key=word)
    return Q(kind__in=LOOSE, key__in={*_loose_keys(word), *more})


def _loose_keys(word: str) -> set[str]:
    """Keys of any kind: a name that equals the word with a letter left out is as near as the other way round."""
    return {word, *one_left_out(word), *full_names(word), sound_of(word)} - {""}
