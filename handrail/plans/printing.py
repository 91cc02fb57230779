"""A paper as a document to print: for the fridge, as a booklet, in large letters, in two languages side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handrail.kit.pairs import Pair
from handrail.paper.document import Block, Document, Heading, Items, Lines, Strokes, Table, Words
from handrail.plans.models import Signature, Version
from handrail.plans.models.signature import HOW_WORDS, SIGNER_WORDS, How, Signer
from handrail.plans.own_plan import day_on_paper
from handrail.plans.papers import Entry, Section, in_both
from handrail.plans.state import State, sections_of, standing_of


class Form(models.TextChoices):
    """How a paper can be printed."""

    BOOKLET = "booklet", _("All of it")
    LARGE = "large", _("All of it, in large print")
    BOTH = "both", _("All of it, in English and Spanish")
    FRIDGE = "fridge", _("One page for the fridge")


SIZES = {Form.BOOKLET: 11.5, Form.LARGE: 18.0, Form.BOTH: 11.0, Form.FRIDGE: 15.0}
FIRST_GOALS = 3

SIGNED_BY = Pair("Signed by", "Firmado por")
TO_SIGN = Pair("To sign", "Para firmar")
SIGNS_HERE = {
    Signer.PERSON: Pair("My name and my signature, and the day", "Mi nombre y mi firma, y el día"),
    Signer.GUARDIAN: Pair(
        "Parent or guardian, where one is needed, and the day", "Madre, padre o tutor, si hace falta, y el día"
    ),
    Signer.PEER: Pair("Peer, and the day", "Persona de apoyo entre pares, y el día"),
    Signer.SUPERVISOR: Pair("Supervisor, and the day", "Persona que supervisa, y el día"),
}
THEIRS = {Signer.PERSON, Signer.GUARDIAN}
PEOPLE_HEAD = (Pair("Name", "Nombre"), Pair("Who", "Quién es"), Pair("How to reach", "Cómo llamar"))
SIGNATURE_OF = Pair("Signature", "Firma")
UNPRINTABLE = Pair(
    "Some signs are in none of our fonts. They stand here by their number: {signs}.",
    "Algunos signos no están en nuestras letras. Aparecen aquí con su número: {signs}.",
)


@dataclass(frozen=True)
class Wanted:
    """What is to be printed, and how. `version` None is how it reads now; `picked` are keys of entries, for the fridge."""

    form: Form
    language: str = "en"
    named: bool = False
    version: Version | None = None
    picked: frozenset[str] = field(default_factory=frozenset)


def document_of(state: State, wanted: Wanted) -> Document:
    """The document. Its title holds no name unless that was wanted."""
    return _Writing(state, wanted).document()


def file_name(state: State, wanted: Wanted) -> str:
    """`plan.pdf`; with the name only if they want it."""
    name = state.paper.person.chosen_name if wanted.named else ""
    plain = "".join(sign if sign.isalnum() else "-" for sign in name).strip("-").lower()
    return "-".join([part for part in (state.paper.kind.name, plain) if part]) + ".pdf"


def picks(sections: list[Section] | tuple[Section, ...]) -> list[tuple[Section, list[tuple[Entry, bool]]]]:
    """What may stand on the fridge, and what is picked unless somebody says otherwise."""
    return [
        (section, [(entry, section.shape != "goals" or number < FIRST_GOALS) for number, entry in enumerate(section.entries)])
        for section in sections
        if section.card
    ]


class _Writing:
    """Goes from what is told to what stands on the page, in one language or in two."""

    def __init__(self, state: State, wanted: Wanted) -> None:
        self.state, self.wanted = state, wanted
        self.sections = sections_of(wanted.version) if wanted.version else list(state.sections)
        self.signatures: list[Signature] = standing_of(wanted.version) if wanted.version else state.signatures
        self.fridge, self.both = wanted.form == Form.FRIDGE, wanted.form == Form.BOTH

    def document(self) -> Document:
        kind, person = self.state.paper.kind, self.state.paper.person
        title = self.told(kind.title)
        loud = self._loud()
        return Document(
            title=f"{title}: {person.chosen_name}" if self.wanted.named else title,
            language="en" if self.both else self.wanted.language,
            blocks=list(self._blocks()),
            size=SIZES[self.wanted.form],
            loud=self.one_line(loud) if loud else "",
            foot=self.one_line(self._foot()),
            unprintable=self.one_line(UNPRINTABLE),
            design="fridge" if self.fridge else "booklet",
        )

    def told(self, pair: Pair) -> str:
        """In the language of the document; the first of two."""
        return pair.es if self.wanted.language == "es" and not self.both else pair.en

    def beside(self, pair: Pair) -> str:
        """In the second language, where there are two."""
        return pair.es if self.both else ""

    def one_line(self, pair: Pair) -> str:
        """Both languages one after the other, where there is no second column."""
        return f"{pair.en} / {pair.es}" if self.both and pair.en != pair.es else self.told(pair)

    def _loud(self) -> Pair | None:
        version = self.wanted.version
        if version is None:
            return self.state.loud
        if not self.signatures:
            return self.state.paper.kind.before_it_is_signed
        if version.number < self.state.versions[0].number or version.mark != self.state.mark:
            return Pair("An earlier version. It reads otherwise now.", "Una versión anterior. Ahora se lee de otra manera.")
        return None

    def _foot(self) -> Pair:
        title, version = self.state.paper.kind.title, self.wanted.version or (self.state.same if self.signatures else None)
        day = in_both(lambda: day_on_paper(timezone.localdate()))
        number = Pair(f" · version {version.number}", f" · versión {version.number}") if version else Pair("", "")
        return Pair(f"{title.en}{number.en} · {day.en}", f"{title.es}{number.es} · {day.es}")

    def _blocks(self) -> Iterator[Block]:
        title = self.state.paper.kind.title
        name = f"{self.state.paper.person.chosen_name}: " if self.wanted.named else ""
        yield Heading(f"{name}{self.told(title)}", 1, beside=self.beside(title))
        for section in self._chosen():
            yield Heading(self.told(section.title), 2, beside=self.beside(section.title))
            yield from self._people(section) if section.shape == "people" else self._entries(section)
        if not self.fridge:
            yield from self._signed()

    def _chosen(self) -> Iterator[Section]:
        for section in self.sections:
            entries = [one for one in section.entries if not self.fridge or (section.card and one.key in self.wanted.picked)]
            if entries:
                yield Section(section.id, section.title, entries, section.card, section.shape)

    def _entries(self, section: Section) -> Iterator[Block]:
        if self.fridge and section.shape in ("list", "goals"):
            yield Items([entry.text for entry in section.entries])
            return
        if section.shape == "list":
            yield Items([entry.text for entry in section.entries], under=[self._in_a_line(one) for one in section.entries])
            return
        for entry in section.entries:
            yield Words(entry.text, said=True)
            if not self.fridge:
                yield from self._under(entry)
            elif entry.phone:
                yield Words(entry.phone)

    def _under(self, entry: Entry) -> Iterator[Block]:
        for fact in entry.facts:
            pair = fact if isinstance(fact, Pair) else Pair(fact, fact)
            yield Words(self.told(pair), quiet=True, beside=self.beside(pair) if pair.en != pair.es else "")
        if entry.phone:
            yield Words(entry.phone)
        if entry.items:
            yield Items(list(entry.items))

    def _in_a_line(self, entry: Entry) -> str:
        """What stands under one thing of a list."""
        facts = [self.one_line(fact) if isinstance(fact, Pair) else fact for fact in entry.facts]
        return "\n".join([*facts, *([entry.phone] if entry.phone else []), *entry.items])

    def _people(self, section: Section) -> Iterator[Block]:
        rows = []
        for entry in section.entries:
            facts = ", ".join(self.one_line(fact) if isinstance(fact, Pair) else fact for fact in entry.facts)
            rows.append([entry.text, facts, entry.phone])
        yield Table([self.one_line(head) for head in PEOPLE_HEAD], rows)

    def _signed(self) -> Iterator[Block]:
        if self.signatures:
            yield Heading(self.told(SIGNED_BY), 2, beside=self.beside(SIGNED_BY))
        yield from self._signatures()
        signed = {Signer(one.who) for one in self.signatures}
        if self.wanted.version is None and not signed & THEIRS:
            yield Heading(self.told(TO_SIGN), 2, beside=self.beside(TO_SIGN))
            yield Lines([self.one_line(words) for who, words in SIGNS_HERE.items() if who not in signed])

    def _signatures(self) -> Iterator[Block]:
        for signature in self.signatures:
            if signature.how == How.DRAWN:
                yield Strokes(signature.strokes, f"{self.told(SIGNATURE_OF)}: {signature.name}")
            day = in_both(lambda on=signature.on: day_on_paper(on))  # type: ignore[misc]
            who, how = SIGNER_WORDS[Signer(signature.who)], HOW_WORDS[How(signature.how)]
            line = Pair(
                *(
                    f"{signature.name}, {one}. {when}, {way}."
                    for one, when, way in zip(_two(who), _two(day), _two(how), strict=True)
                )
            )
            yield Words(self.told(line), beside=self.beside(line))


def _two(pair: Pair) -> tuple[str, str]:
    return pair.en, pair.es
