"""What the columns of a list mean: guessed from their headings, and from what stands in them; shown, and corrected by somebody."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handrail.exchange.dates import NOT_KNOWN, two_ways
from handrail.people.names import plain
from handrail.people.numbers import digits_of


@dataclass(frozen=True)
class Meaning:
    """What a column can hold, and the headings it goes by."""

    name: str
    words: str | Promise
    headings: str
    several: bool = False


MEANINGS = (
    Meaning(
        "chosen_name",
        _("The name they choose"),
        "name|chosen name|preferred name|full name|goes by|person|participant|client|client name|participant name|patient name|"
        "nombre|nombre completo|nombre preferido",
    ),
    Meaning(
        "first_name",
        _("First name"),
        "first name|first|given name|givenname|fname|firstname|nombre de pila|primer nombre|nombres",
    ),
    Meaning("middle_name", _("Middle name"), "middle name|middle|mi|middle initial|segundo nombre"),
    Meaning(
        "last_name",
        _("Last name"),
        "last name|last|surname|family name|lname|lastname|familyname|apellido|apellidos",
    ),
    Meaning("legal_name", _("Name on papers"), "legal name|name on papers|official name|nombre legal"),
    Meaning(
        "other_names",
        _("What else they are called"),
        "other names|nickname|nick name|alias|aka|also known as|apodo|otros nombres",
    ),
    Meaning("pronouns", _("Pronouns"), "pronouns|pronoun|pronombres"),
    Meaning(
        "born",
        _("Birth date"),
        "birth|birth date|date of birth|dob|birthdate|birthday|born|date born|fecha de nacimiento|nacimiento|nacido",
    ),
    Meaning(
        "phone",
        _("Phone"),
        "phone|phone number|telephone|mobile|mobile phone|cell|cell phone|home phone|work phone|phone 2|other phone|tel|"
        "telefono|celular|movil",
        several=True,
    ),
    Meaning("email", _("E-mail"), "email|e mail|email address|mail|correo|correo electronico", several=True),
    Meaning("place", _("Address"), "address|street|street address|home address|address 1|address line 1|direccion|domicilio"),
    Meaning("place_more", _("More of the address"), "address 2|address line 2|apt|unit|apartment|suburb", several=True),
    Meaning("city", _("City"), "city|town|ciudad|municipio"),
    Meaning("state", _("State"), "state|province|estado"),
    Meaning("postal", _("ZIP code"), "zip|zip code|zipcode|postal code|postcode|codigo postal"),
    Meaning("speaks", _("They speak"), "language|speaks|spoken language|primary language|preferred language|idioma|lengua"),
    Meaning("reads", _("They read"), "reads|written language|reading language"),
    Meaning(
        "number",
        _("Record number"),
        "record number|id|client id|person id|participant id|record id|member id|mrn|number|rec id|numero|expediente",
    ),
    Meaning(
        "supporter",
        _("Somebody who stands by them"),
        "supporter|supporter name|emergency contact|contact name|next of kin|emergency contact name|contacto de emergencia",
    ),
    Meaning(
        "supporter_is",
        _("What they are to them"),
        "supporter relation|relation|relationship|emergency contact relationship|relacion|parentesco",
    ),
    Meaning(
        "supporter_reach",
        _("How to reach that supporter"),
        "supporter phone|emergency contact phone|contact phone|emergency phone|emergency contact number",
    ),
)
BY_NAME = {meaning.name: meaning for meaning in MEANINGS}
NAMES = ("chosen_name", "first_name", "last_name", "legal_name")
IN_THE_TEMPLATE = (
    "chosen_name",
    "legal_name",
    "other_names",
    "pronouns",
    "born",
    "phone",
    "email",
    "place",
    "speaks",
    "number",
    "supporter",
    "supporter_is",
    "supporter_reach",
)
_BY_HEADING = {heading: meaning.name for meaning in MEANINGS for heading in meaning.headings.split("|")}
INITIALS = re.compile(r"\b(\w)\.")
MOST_KEPT = 3
"""Examples of what stands in a column, shown where its meaning is agreed."""


def heading_key(heading: str) -> str:
    """A heading as it is compared: `Date_of Birth:` is date of birth, `D.O.B.` dob."""
    letters = INITIALS.sub(r"\1", heading)
    return " ".join(plain(letters.replace("_", " ").replace("-", " ").replace(".", " ")).split())


def meaning_of(heading: str) -> str:
    """What a column of this heading holds, as far as a heading tells; empty when it does not."""
    key = heading_key(heading)
    for meaning in MEANINGS:
        if key == heading_key(str(meaning.words)):
            return meaning.name
    return _BY_HEADING.get(key) or _BY_HEADING.get(key.rstrip(" 0123456789"), "")


def guess(headings: Sequence[str], examples: Sequence[Sequence[str]]) -> list[str]:
    """What each column means: first by all the headings, then of those without one that is understood, by what stands there.

    Of two that seem to mean the same, and may not, the first does.
    """
    guessed = _each_once([meaning_of(heading) for heading in headings])
    for number, heading in enumerate(headings):
        if not meaning_of(heading):
            guessed[number] = _by_what_stands_there(heading, examples[number] if number < len(examples) else (), guessed)
    if not set(guessed) & set(NAMES):
        _first_words_are_a_name(guessed, examples)
    return guessed


def _each_once(meanings: list[str]) -> list[str]:
    return [
        "" if meaning and meaning in meanings[:number] and not BY_NAME[meaning].several else meaning
        for number, meaning in enumerate(meanings)
    ]


def _by_what_stands_there(heading: str, values: Iterable[str], guessed: Sequence[str]) -> str:
    told = [value.strip() for value in values if value.strip().lower() not in NOT_KNOWN]
    if not told:
        return ""
    if all("@" in value and "." in value for value in told):
        return "email"
    if all(two_ways(value) for value in told):
        # Under a heading that says something else, dates are those of something else.
        return "" if heading.strip() or "born" in guessed else "born"
    if all(len(digits_of(value)) in (10, 11) and not value.strip().isalpha() and "." not in value for value in told):
        return "phone"
    return ""


def heading_of(looked: Mapping[str, Any], number: int) -> str:
    """A column's own heading, or which it is."""
    headings = looked["headings"]
    return (headings[number] if number < len(headings) else "") or gettext("Column %(number)s") % {"number": number + 1}


def meant_twice(looked: Mapping[str, Any], columns: Sequence[str]) -> str:
    """The sentence about two columns that mean the same, where one would be lost; empty when there are none."""
    for number, meaning in enumerate(columns):
        if meaning and not BY_NAME[meaning].several and (first := columns.index(meaning)) != number:
            names = {"one": heading_of(looked, first), "other": heading_of(looked, number), "meaning": BY_NAME[meaning].words}
            return (
                gettext("“%(one)s” and “%(other)s” both mean: %(meaning)s. Keep one of them, and leave the other out.") % names
            )
    return ""


def _first_words_are_a_name(guessed: list[str], examples: Sequence[Sequence[str]]) -> None:
    for number, values in enumerate(examples):
        if not guessed[number] and values and all(value.strip() and not digits_of(value) for value in values):
            guessed[number] = "chosen_name"
            return


def has_headings(first: Sequence[str]) -> bool:
    """Whether a line holds headings: something it says is one, and nothing in it is a number or an address."""
    return any(meaning_of(cell) for cell in first) and not any(digits_of(cell) and two_ways(cell) for cell in first)


def of_columns(columns: Sequence[str], cells: Sequence[str]) -> Mapping[str, list[str]]:
    """The cells of a line by what they mean."""
    told: dict[str, list[str]] = {}
    for meaning, cell in zip(columns, cells, strict=False):
        if meaning and cell.strip():
            told.setdefault(meaning, []).append(cell)
    return told
