"""From typed words to the people they may mean: a few looks into the index, whether an agency has forty people or a million.

Keys are hints and let more through than they should. Who is shown is decided afterwards by `ranking`, from what is written of a
person, and by `visible_to`.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from handrail.accounts.models import Staff, Supervises
from handrail.accounts.roles import SUPERVISORS, Role
from handrail.kit.questions import written_once
from handrail.kit.standins import Word
from handrail.people.models import Enrolment, KeyKind, SearchKey, WalksWith
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


@dataclass(frozen=True)
class Spelled:
    """One word as the index is asked for it. `ten` are the digits of a number, from their beginning and from their end."""

    number: bool
    inside: bool
    word: tuple[Word, Word]
    ten_back: tuple[Word, Word]
    ten: tuple[Word, Word]
    loose: list[Word]

    @property
    def begun(self) -> Q:
        """What the word begins; of a number, what it ends."""
        return _between(KeyKind.PHONE_END, *self.ten_back) if self.number else _between(KeyKind.NAME, *self.word)

    @property
    def within(self) -> Q:
        """What the word stands inside of."""
        return _between(KeyKind.INNER, *self.word) if self.inside else Q(pk__in=[])

    @property
    def ways(self) -> list[Q]:
        """All of them."""
        return [self.begun, *([self.within] if self.inside else []), self.loosely()]

    def loosely(self, *more: Word) -> Q:
        """What the word may stand for: one letter astray, another spelling, a short name; of a number, its beginning."""
        if self.number:
            return _between(KeyKind.PHONE, *self.ten) | Q(kind=KeyKind.NAME, key=self.word[0])
        return Q(kind__in=LOOSE, key__in=[*self.loose, *more])


def spelled(word: str) -> Spelled:
    """The word in all the ways in which it is looked for."""
    ten = word[-10:]
    loose = [Word(key) for key in sorted(_loose_keys(word))]
    return Spelled(is_number(word), len(word) >= SHORTEST_INSIDE, _range(word), _range(ten[::-1]), _range(ten), loose)


BEGUN, WITHIN, LOOSELY = "begun", "within", "loosely"


def candidates(staff: Staff, words: Typed, few: set[UUID] | None, at: datetime) -> set[UUID]:
    """People within reach who may be meant: three looks into the index, whatever was typed. `few` as `within_reach` gives them."""
    leading = max(words.words, key=lambda word: (not is_number(word), len(word)))
    in_order = [leading, *(word for word in words.words if word != leading)]
    asked: list[Any] = [part for word in in_order for part in _parts(spelled(word))]
    among = None if few is None else sorted(few)
    joined = Word(words.joined) if words.joined else None
    return {person for way in (BEGUN, WITHIN, LOOSELY) for person in _look(way, joined, staff, among, at, *asked)}


def _parts(word: Spelled) -> tuple[Any, ...]:
    """As it goes into a question that is kept."""
    return word.number, word.inside, *word.word, *word.ten_back, *word.ten, word.loose


def _put_together(parts: tuple[Any, ...]) -> list[Spelled]:
    return [
        Spelled(number, inside, tuple(ranges[:2]), tuple(ranges[2:4]), tuple(ranges[4:]), loose)  # type: ignore[arg-type]
        for number, inside, *ranges, loose in zip(*[iter(parts)] * 9, strict=True)
    ]


@written_once
def _look(
    way: str, joined: Word | None, staff: Staff, few: list[UUID] | None, at: datetime, *parts: Any
) -> QuerySet[SearchKey, UUID]:
    """People of whom the first word is found in this way, and every other word in any."""
    leading, *others = _put_together(parts)
    rest = Q()
    for word in others:
        # Three looks by the index rather than one over all keys of a person.
        of_theirs = [SearchKey.objects.filter(way, person=OuterRef("person")) for way in word.ways]
        rest &= Q(*(Exists(keys) for keys in of_theirs), _connector=Q.OR)
    if way == LOOSELY:
        as_one = Q(key=joined) if joined else Q(pk__in=[])
        fits = leading.loosely(*([joined] if joined else [])) & ((rest | as_one) if others else Q())
    else:
        fits = (leading.begun if way == BEGUN else leading.within) & rest
    return _people_of(fits, staff, few, at)


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
    few = within_reach(staff, at)
    return {person for way in ways for person in _people_of(way, staff, few, at)}


def _two_words_of(name: str) -> Q:
    """Keys of people two words of whose names may be two of these; empty for a name of one word."""
    pairs = Q()
    for word, other in combinations(plain(name).split()[:MOST_WORDS], 2):
        pairs |= _loose([word]) & Q(Exists(SearchKey.objects.filter(_loose([other]), person=OuterRef("person"))))
    return pairs


def _loose(words: Iterable[str]) -> Q:
    return Q(kind__in=LOOSE, key__in={key for word in words for key in _loose_keys(word)})


def within_reach(staff: Staff, at: datetime) -> set[UUID] | None:
    """The people this staff member reaches; None when they are more than a few, which is found out without listing them."""
    supervises = staff.has(Role.DIRECTOR, *SUPERVISORS)
    if supervises and _one_more_walk(staff, at, FEW_PEOPLE):
        return None
    few = _reached(staff, at, FEW_PEOPLE + 1)
    return set(few) if len(few) <= FEW_PEOPLE else None


@written_once
def _one_more_walk(staff: Staff, at: datetime, most: int) -> QuerySet[WalksWith, UUID]:
    """The walk after so many of those they supervise, if there are more; they are about as many as the people they reach."""
    supervised = Supervises.objects.running_at(at).filter(supervisor=staff)
    walks = WalksWith.objects.running_at(at).filter(peer__in=supervised.values("staff"))
    return walks.values_list("pk", flat=True)[most : most + 1]


@written_once
def _reached(staff: Staff, at: datetime, most: int) -> QuerySet[Enrolment, UUID]:
    return Enrolment.objects.all_reached_by(staff, at).values_list("person", flat=True)[:most]


def _people_of(fits: Q, staff: Staff, few: Collection[UUID] | None, at: datetime) -> QuerySet[SearchKey, UUID]:
    """The people of these keys, of those the staff member reaches; by the index that fits how many they are."""
    keys = SearchKey.objects.filter(fits)
    if few is not None:
        keys = keys.filter(person__in=few)
    else:
        # Last, for it takes longest: asked only of those who fit.
        reached = Enrolment.objects.visible_to(staff, at).filter(person=OuterRef("person"))
        keys = keys.filter(agency_id=staff.agency_id).filter(Exists(reached))
    return keys.order_by("key").values_list("person", flat=True)[:MOST_KEYS]


def _range(beginning: str) -> tuple[Word, Word]:
    """Keys from here until there begin so."""
    return Word(beginning), Word(after(beginning))


def _between(kind: KeyKind, beginning: str, end: str) -> Q:
    return Q(kind=kind, key__gte=beginning, key__lt=end)


def _loose_keys(word: str) -> set[str]:
    """Keys of any kind: a name that equals the word with a letter left out is as near as the other way round."""
    return {word, *one_left_out(word), *full_names(word), sound_of(word)} - {""}
