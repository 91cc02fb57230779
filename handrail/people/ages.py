"""How old somebody is, as far as it is known, and the words that fit: a child is talked with in another way than a grandmother."""

from dataclasses import dataclass
from datetime import date

from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import pgettext

from handrail.people.models import AgeBand, Person

YOUNG_FROM, ADULT_FROM, OLDER_FROM = 13, 25, 65
OF_AGE = 18


@dataclass(frozen=True)
class Fitting:
    """Words of a person's page that fit their age: who stands by them, and one thought on how to talk."""

    people_around: str | Promise
    talking: str | Promise = ""


WORDS: dict[AgeBand | None, Fitting] = {
    AgeBand.CHILD: Fitting(
        lazy("Who looks after them"),
        lazy("Short sentences, and time to play or draw. Talk with the child, not only with the grown-ups beside them."),
    ),
    AgeBand.YOUNG: Fitting(
        lazy("Who they trust"),
        lazy("Be straight with them, and say first what stays between you. A message is often easier than a call."),
    ),
    AgeBand.ADULT: Fitting(lazy("Who stands by them")),
    AgeBand.OLDER: Fitting(
        lazy("Who stands by them"),
        lazy("Leave time. Ask how hearing and sight are, and what a long life has taught them."),
    ),
    None: Fitting(lazy("Who stands by them")),
}


def fitting(person: Person, today: date) -> Fitting:
    """The words that fit this person."""
    return WORDS[band_of(person, today)]


def band_of(person: Person, today: date) -> AgeBand | None:
    """From the birth date or the part of it that is known, or else as it was said. None when nobody knows."""
    years = years_old(person, today)
    if years is None:
        return AgeBand(person.age_said) if person.age_said else None
    if years < YOUNG_FROM:
        return AgeBand.CHILD
    if years < ADULT_FROM:
        return AgeBand.YOUNG
    return AgeBand.ADULT if years < OLDER_FROM else AgeBand.OLDER


def years_old(person: Person, today: date) -> int | None:
    """How many years old the person is; at least, when the day is not known."""
    if person.born_on:
        born = (person.born_on.year, person.born_on.month, person.born_on.day)
    elif person.born_year:
        # The last day that is possible: nobody is made older than they are.
        born = (person.born_year, person.born_month or 12, 31)
    else:
        return None
    return max(today.year - born[0] - ((today.month, today.day) < born[1:]), 0)


def is_grown_up(person: Person, today: date) -> bool:
    """Whether it is known that somebody is neither a child nor a young person."""
    return band_of(person, today) in (AgeBand.ADULT, AgeBand.OLDER)


def is_under_age(person: Person, today: date) -> bool:
    """Whether a parent or guardian may have to sign as well: not yet eighteen, or a child as it was said."""
    years = years_old(person, today)
    return person.age_said == AgeBand.CHILD if years is None else years < OF_AGE


def birth_words(person: Person, today: date) -> str:
    """`14 May 1980 (46)`, `May 1980`, `1980`; empty when nothing is known."""
    if person.born_on:
        # Translators: how a full date is written, in Django's date format letters.
        day = date_format(person.born_on, pgettext("date format", "j F Y"))
        return _("%(date)s (%(years)s years old)") % {"date": day, "years": years_old(person, today)}
    if person.born_year and person.born_month:
        return _("%(month)s %(year)s") % {"month": MONTHS[person.born_month], "year": person.born_year}
    return str(person.born_year or "")
