"""Pieces: those that come with Handrail, and the agency's own beside them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import get_language

from handrail.accounts.models import Staff
from handrail.kit.letters import plain
from handrail.kit.questions import written_once
from handrail.learning.catalogue import shipped, topics
from handrail.learning.models import Material, MaterialText, PutAway
from handrail.learning.nouns import ENGLISH, Piece, Text


@dataclass(frozen=True)
class Wanted:
    """Which pieces somebody looks for. What is empty does not narrow."""

    words: str = ""
    topic: str = ""
    phase: str = ""
    audience: str = ""
    language: str = ""

    def address(self, **other: str) -> str:
        """What stands in the address of such a list, or of one that is otherwise in this."""
        asked = {
            "q": self.words,
            "topic": self.topic,
            "phase": self.phase,
            "audience": self.audience,
            "language": self.language,
        }
        return f"?{urlencode({name: value for name, value in (asked | other).items() if value})}"

    def takes(self, piece: Piece) -> bool:
        """Whether a piece is one of them, its words aside."""
        return (
            self.topic in ("", piece.topic)
            and self.phase in ("", *piece.phases)
            and self.audience in ("", *piece.audiences)
            and self.language in ("", *piece.texts)
        )

    @property
    def letters(self) -> list[str]:
        """Each word, so that typing is forgiven."""
        return plain(self.words).split()

    def text_of(self, piece: Piece, language: str) -> Text:
        """A piece in this language; if the words stand only in another one, in that."""
        own = piece.text_in(self.language or language)
        found = (text for text in (own, *piece.languages) if all(word in text.letters for word in self.letters))
        return next(found, own)

    def distance(self, piece: Piece) -> int:
        """Whether the words stand in a title, in a summary, or further down."""
        titles = plain(" ".join(text.title for text in piece.texts.values()))
        summaries = plain(" ".join(text.summary for text in piece.texts.values()))
        return next((far for far, text in enumerate((titles, summaries)) if all(one in text for one in self.letters)), 2)


EVERY = Wanted()


def pieces_that_match(agency_id: UUID, wanted: Wanted = EVERY) -> list[Piece]:
    """The pieces an agency offers that somebody looks for, by topic, its own after ours; those found by their title first.

    Bodies of its own are left out.
    """
    away = _put_away(agency_id)
    ours = [one for one in shipped().values() if wanted.takes(one) and all(word in one.letters for word in wanted.letters)]
    own = [one for one in _own_pieces(agency_id, wanted) if wanted.takes(one)]
    found = [one for one in _in_order([*ours, *own]) if one.key not in away]
    return sorted(found, key=wanted.distance) if wanted.letters else found


def every_piece(agency_id: UUID) -> tuple[list[Piece], set[str]]:
    """All there are, offered or not; and the keys of whatever is put away."""
    return _in_order([*shipped().values(), *_own_pieces(agency_id, EVERY)]), _put_away(agency_id)


def pieces_put_away(agency_id: UUID) -> list[Piece]:
    """What the agency does not offer any more."""
    pieces, away = every_piece(agency_id)
    return [one for one in pieces if one.key in away]


def _put_away(agency_id: UUID) -> set[str]:
    return set(_keys_put_away(agency_id))


@written_once
def _keys_put_away(agency_id: UUID) -> QuerySet[PutAway, str]:
    return PutAway.objects.standing().filter(agency=agency_id).values_list("key", flat=True)


def _in_order(pieces: Iterable[Piece]) -> list[Piece]:
    """By topic, as the library has them. Within a topic they stay as they come."""
    places = {topic: place for place, topic in enumerate(topics())}
    return sorted(pieces, key=lambda one: places.get(one.topic, len(places)))


def _own_pieces(agency_id: UUID, wanted: Wanted) -> list[Piece]:
    """Of one agency, in which every word stands in one of the texts; by title."""
    texts = _texts_with(agency_id, wanted.letters) if wanted.letters else _every_text(agency_id)
    pieces = _pieces_of(texts, whole=False)
    return sorted(pieces, key=lambda one: plain(one.text_in("").title))


@written_once
def _every_text(agency_id: UUID) -> QuerySet[MaterialText]:
    return _by_material(MaterialText.objects.standing().filter(agency=agency_id).defer("body", "letters"))


def _texts_with(agency_id: UUID, words: list[str]) -> QuerySet[MaterialText]:
    standing = found = MaterialText.objects.standing().filter(agency=agency_id)
    for word in words:
        found = found.filter(letters__contains=word)
    return _by_material(standing.filter(material__in=found.values("material")).defer("body", "letters"))


def _by_material(texts: QuerySet[MaterialText]) -> QuerySet[MaterialText]:
    return texts.select_related("material").order_by("material", "language")


def _pieces_of(rows: Iterable[MaterialText], *, whole: bool) -> list[Piece]:
    """Texts, put together by their materials, by which they come."""
    return [_piece_of(material, list(some), whole) for material, some in groupby(rows, key=lambda row: row.material)]


def _piece_of(material: Material, rows: list[MaterialText], whole: bool) -> Piece:
    texts = {row.language: text_of(row, whole) for row in rows}
    phases, audiences = tuple(material.phases), tuple(material.audiences)
    return Piece(str(material.pk), material.topic, phases, audiences, texts, own=True, after=material.after)


def text_of(row: MaterialText, whole: bool = True) -> Text:
    """One text, as a page shows it."""
    body = row.body if whole else ""
    return Text(row.language, row.title, row.summary, body, row.source, row.licence, version=str(row.pk))


def piece_of(agency_id: UUID, key: str) -> Piece | None:
    """A piece by its key, whole, whether it is offered or put away; None for one of another agency or one that never was."""
    away = PutAway.objects.standing().filter(agency=agency_id, key=key).exists()
    if key in shipped():
        found = shipped()[key]
        return replace(found, put_away=True) if away else found
    if not (number := number_of(key)):
        return None
    own = _pieces_of(_by_material(MaterialText.objects.standing().filter(agency=agency_id, material=number)), whole=True)
    return replace(own[0], put_away=away) if own else None


def piece_instead_of(agency_id: UUID, key: str) -> Piece | None:
    """The agency's own wording of a piece that comes with Handrail, if it offers one."""
    away = _put_away(agency_id)
    texts = MaterialText.objects.standing().filter(agency=agency_id, material__after=key).defer("body", "letters")
    own = [one for one in _pieces_of(_by_material(texts), whole=False) if one.key not in away]
    return own[-1] if own else None


def number_of(key: str) -> UUID | None:
    """The number of an agency's own piece, written as we write it; None for a name."""
    try:
        number = UUID(key)
    except ValueError:
        return None
    return number if str(number) == key else None


def titles_of(agency_id: UUID, keys: Iterable[str]) -> dict[str, str]:
    """What these pieces are called in the reader's language, by key; asks nothing unless one of them is the agency's own."""
    wanted, language = set(keys), get_language() or ENGLISH
    found = {key: shipped()[key].text_in(language).title for key in wanted & set(shipped())}
    numbers = [number for key in wanted - set(found) if (number := number_of(key))]
    if numbers:
        texts = MaterialText.objects.standing().filter(agency=agency_id, material__in=numbers).defer("body", "letters")
        found |= {one.key: one.text_in(language).title for one in _pieces_of(_by_material(texts), whole=False)}
    return found


# Keeping the agency's own


def standing_text(material: Material, language: str) -> MaterialText | None:
    """What a material says now in one language."""
    return MaterialText.objects.standing().filter(material=material, language=language).first()


def versions_of(material: Material) -> QuerySet[MaterialText]:
    """Everything it ever said, the newest first."""
    return MaterialText.objects.filter(material=material).select_related("by").order_by("-at", "-id")


def before(row: MaterialText) -> Text | None:
    """What stood there until this was written down: in the same language, the agency's own or the piece it began with."""
    earlier = Q(at__lt=row.at) | Q(at=row.at, id__lt=row.pk)
    own = versions_of(row.material).filter(earlier, language=row.language).first()
    if own:
        return text_of(own)
    ours = shipped().get(row.material.after)
    return ours.texts.get(row.language) if ours else None


def material_sent_by(staff: Staff, key: UUID) -> Material | None:
    """The material that the same hands sent under this key before."""
    return Material.objects.visible_to(staff).filter(pk=key, made_by=staff).first()
