"""What a record tells of a person, in one shape, whatever file it came from; checked as a form would check it."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from handrail.exchange.dates import NO_PART_OF_A_NAME, NOT_KNOWN, born
from handrail.people.models import ContactPoint, Person, PointKind, Relation, Supporter
from handrail.people.numbers import digits_of, digits_to_dial, number_in

OWN = ("chosen_name", "legal_name", "other_names", "pronouns", "born_on", "born_year", "born_month", "speaks", "reads")
"""What belongs to the person themselves; everything else is a row of the program."""
NAMES = ("chosen_name", "legal_name", "other_names")
LONGEST_HOPE = 1000
LONGEST_NUMBER = 300
MOST_OF_A_KIND = 20
"""Phones, addresses, supporters, hopes of one person. More is no person's."""
RELATIONS = {
    Relation.PARTNER: "spouse wife husband partner girlfriend boyfriend domestic esposa esposo pareja novia novio",
    Relation.FAMILY: "mother father parent sister brother son daughter child aunt uncle cousin grandmother grandfather family "
    "grandparent sibling niece nephew stepmother stepfather mom mum dad madre padre hermana hermano hija hijo tia tio abuela",
    Relation.FRIEND: "friend neighbor neighbour roommate amiga amigo vecina vecino",
    Relation.GUARDIAN: "guardian conservator tutor custodian foster",
    Relation.PROFESSIONAL: "case social worker counselor counsellor therapist nurse doctor probation parole officer sponsor",
}


@dataclass
class Told:
    """A record as it is kept until it is taken over, and what speaks against it."""

    facts: dict[str, Any] = field(default_factory=dict)
    reasons: list[list[str]] = field(default_factory=list)

    def wrong(self, why: str, column: str = "") -> None:
        """It cannot be taken like this."""
        if [why, column] not in self.reasons:
            self.reasons.append([why, column])

    def name(self, what: str, text: str) -> None:
        """One of the names, kept as it is written."""
        text = text.strip()
        if not text or text.lower() in NOT_KNOWN:
            return
        if text[0] in "=+-@\t":
            self.wrong("formula", what)
        longest = longest_of(Person, what)
        if len(text) > longest:
            self.wrong("name_long", what)
        elif not any(unicodedata.category(letter)[0] in "LNSP" for letter in text):
            self.wrong("no_name", what)
        else:
            self.facts[what] = self._sound(text, what)

    def text(self, what: str, text: str) -> None:
        """Another of the own fields."""
        text = text.strip()
        if text and text.lower() not in NOT_KNOWN:
            self.facts[what] = self._checked(text, what, longest_of(Person, what))

    def born(self, text: str, day_first: bool | None, today: date) -> None:
        """The birth date, as far as it is known."""
        read = born(text, day_first, today)
        if read.wrong:
            self.wrong(read.wrong, "born")
        known = {"born_on": read.on.isoformat() if read.on else None, "born_year": read.year, "born_month": read.month}
        self.facts |= {name: value for name, value in known.items() if value is not None}

    def phone(self, text: str, whose: str = "") -> None:
        """A number to call. What is safe there is still to be asked."""
        if text.strip().lower() in NOT_KNOWN:
            return
        if not digits_to_dial(text):
            self.wrong("phone_long" if number_in(text) else "phone_no_number", "phone")
        self._point(PointKind.PHONE, text, "phone", whose)

    def email(self, text: str, whose: str = "") -> None:
        """An address to write to."""
        if text.strip().lower() in NOT_KNOWN:
            return
        try:
            validate_email(text.strip())
        except ValidationError:
            self.wrong("email_no_address", "email")
        self._point(PointKind.EMAIL, text, "email", whose)

    def place(self, text: str, whose: str = "") -> None:
        """Where they live, or are to be found."""
        if text.strip().lower() not in NOT_KNOWN:
            self._point(PointKind.PLACE, text, "place", whose)

    def _point(self, kind: PointKind, text: str, what: str, whose: str) -> None:
        row = [kind.value, self._checked(text.strip(), what, longest_of(ContactPoint, "value")), self._sound(whose[:80], what)]
        self._add("points", row)

    def supporter(self, name: str, relation: str = "", reach: str = "") -> None:
        """Somebody who stands by the person. What they may know is nothing, until the person says so."""
        name = name.strip()
        if not name or name.lower() in NOT_KNOWN:
            if reach.strip() and reach.strip().lower() not in NOT_KNOWN:
                self.remark("nobody_to_reach")
            return
        longest = {one: longest_of(Supporter, one) for one in ("name", "relation_words", "how_to_reach")}
        kind = relation_of(relation)
        row = [
            self._checked(name, "supporter", longest["name"]),
            kind.value,
            self._checked(relation.strip(), "supporter_is", longest["relation_words"]),
            self._checked(reach.strip(), "supporter_reach", longest["how_to_reach"]),
        ]
        self._add("supporters", row)

    def hope(self, kind: str, text: str) -> None:
        """A goal or a plan they came with, in the words it was written in there."""
        text = text.strip()
        if len(text) > LONGEST_HOPE:
            self.remark("hope_cut")
        if text:
            self._add("hopes", [kind, self._sound(text, "hope")[:LONGEST_HOPE]])

    def number(self, text: str) -> None:
        """By which it is known at its home."""
        if text.strip():
            self.facts["number"] = self._checked(text.strip(), "number", LONGEST_NUMBER)

    def remark(self, what: str) -> None:
        """Something to know about it; it is taken all the same."""
        self._add("remarks", what)

    def _add(self, what: str, row: Any) -> None:
        rows = self.facts.setdefault(what, [])
        if row in rows:
            return
        if len(rows) < MOST_OF_A_KIND:
            rows.append(row)
        else:
            self.remark("more")

    def _checked(self, text: str, what: str, longest: int) -> str:
        if text[:1] in ("=", "@"):
            self.wrong("formula", what)
        if len(text) > longest:
            self.wrong("text_long", what)
        return self._sound(text, what)

    def _sound(self, text: str, what: str) -> str:
        for letter in text:
            kind = unicodedata.category(letter)
            if kind == "Cs" or letter == "\ufffd":
                self.wrong("letters", what)
                return ""
            if kind == "Cc" and letter not in "\t\n\r":
                self.wrong("control", what)
                return ""
        return text

    def end(self) -> "Told":
        """Somebody has a name, or they cannot be welcomed."""
        if not self.facts.get("chosen_name") and not any(column in (*NAMES, "") for _why, column in self.reasons):
            self.wrong("no_name")
        if self.facts.get("legal_name") == self.facts.get("chosen_name"):
            self.facts.pop("legal_name", None)
        return self


def longest_of(model: Any, field: str) -> int:
    """How long a text of this field may be."""
    return int(model._meta.get_field(field).max_length)


def relation_of(words: str) -> Relation:
    """What somebody is to the person, by the word for it."""
    said = set(words.lower().replace("-", " ").replace("/", " ").split())
    for relation, known in RELATIONS.items():
        if said & set(known.split()):
            return relation
    return Relation.OTHER


def from_cells(cells: Mapping[str, list[str]], day_first: bool | None, today: date) -> Told:
    """What a line of a list tells."""
    told = Told()

    def first(meaning: str) -> str:
        return cells.get(meaning, [""])[0].strip()

    put_together = put_together_of(*(first(part) for part in ("first_name", "middle_name", "last_name")))
    chosen, legal = (whole if whole.lower() not in NOT_KNOWN else "" for whole in (first("chosen_name"), first("legal_name")))
    told.name("chosen_name", chosen or put_together or legal)
    told.name("legal_name", legal or (put_together if chosen and first("last_name") and first("first_name") else ""))
    told.name("other_names", first("other_names"))
    for what in ("pronouns", "speaks", "reads"):
        told.text(what, first(what))
    if first("born"):
        told.born(first("born"), day_first, today)
    for phone in cells.get("phone", []):
        told.phone(phone)
    for email in cells.get("email", []):
        told.email(email)
    told.place(
        ", ".join(address_of([first("place"), *cells.get("place_more", [])], first("city"), first("state"), first("postal")))
    )
    told.supporter(first("supporter"), first("supporter_is"), first("supporter_reach"))
    told.number(first("number"))
    return told.end()


def put_together_of(*parts: str) -> str:
    """A name of its parts. `Na` and `Null` are names of people beside another; alone they say that nothing is known."""
    if all(part.lower() in NOT_KNOWN for part in parts):
        return ""
    return " ".join(part for part in parts if part.lower() not in NO_PART_OF_A_NAME)


def address_of(lines: Iterable[str], city: str, state: str, postal: str) -> list[str]:
    """The parts of an address as they are written one after the other."""
    end = " ".join(part for part in (state.strip(), postal.strip()) if part)
    return [part.strip() for part in (*lines, city, end) if part.strip() and part.strip().lower() not in NOT_KNOWN]


def names_in(facts: Mapping[str, Any]) -> list[str]:
    """Every name a record tells."""
    others = str(facts.get("other_names", "")).split(",")
    return [name for name in (facts.get("chosen_name", ""), facts.get("legal_name", ""), *others) if name.strip()]


def phones_in(facts: Mapping[str, Any]) -> list[str]:
    """The digits of its numbers."""
    numbers = (digits_to_dial(value) for kind, value, _whose in facts.get("points", []) if kind == PointKind.PHONE)
    return [number for number in numbers if number]


def places_in(facts: Mapping[str, Any]) -> list[str]:
    """Its addresses."""
    return [value for kind, value, _whose in facts.get("points", []) if kind == PointKind.PLACE and digits_of(value)]


def same_by(facts: Mapping[str, Any]) -> str:
    """By what a record without a number is known when it comes again: everything that says who it is about."""
    own = [str(facts.get(name) or "") for name in OWN]
    points = sorted(f"{kind}:{value}" for kind, value, _whose in facts.get("points", []))
    return "\n".join([*own, *points])
