"""The list of people as it is shown: one row a person, dense on a desk, a card on a phone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from handrail.accounts.models import Staff
from handrail.people import queries
from handrail.people.columns import Column, columns
from handrail.people.forms import CaseloadForm
from handrail.people.models import Person
from handrail.people.queries import Place, Wanted
from handrail.ui.moments import moment_words


@dataclass(frozen=True)
class Row:
    """One person: where and with whom, what each column tells, and whether something needs a look.

    `plain`: that the reader walks with them, and nobody else, goes without saying where there is little room.
    """

    person: Person
    where: str
    plain: bool
    cells: list[tuple[str, str]]
    alone: bool
    until: datetime | None


@dataclass(frozen=True)
class Choices:
    """The form as it stands, what it asks for, and how an address keeps it."""

    form: CaseloadForm
    wanted: Wanted
    several_programs: bool

    def address(self, **other: str) -> str:
        """The part of an address after `?`; `other` replaces some of it."""
        kept = {name: self.form.chosen(name) for name in self.form.fields} | other
        words = urlencode({name: value for name, value in kept.items() if value})
        return "&".join(part for part in ("alone" if self.wanted.alone else "", words) if part)

    @property
    def paged(self) -> str:
        """What stands before the number of a page."""
        return "&".join(part for part in (self.address(), "page") if part)

    @property
    def by_name(self) -> str:
        """The address of the same list in the order of names."""
        return self.address(sort="")


@dataclass(frozen=True)
class Heading:
    """The head of a column, and the address that sorts by it."""

    words: str | Promise
    address: str
    sorted: bool


def headings_of(told: Sequence[Column], choices: Choices) -> list[Heading]:
    """One for each column."""
    return [
        Heading(
            column.heading, choices.address(sort=column.name) if column.sort_words else "", choices.wanted.sort == column.name
        )
        for column in told
    ]


def choices_for(sent: Any, staff: Staff, at: datetime) -> Choices:
    """Read the address. What is offered is only what the reader reaches."""
    programs, peers = queries.programs_and_peers(staff, at)
    form = CaseloadForm(
        sent,
        orders=[(column.name, column.sort_words) for column in columns() if column.sort_words],
        programs=[(str(program.pk), program.name) for program in programs],
        peers=[(str(peer.pk), peer.name) for peer in peers],
    )
    wanted = Wanted(
        alone="alone" in sent,
        program=form.key("program"),
        peer=form.key("peer"),
        phase=form.chosen("phase"),
        sort=form.chosen("sort"),
    )
    return Choices(form, wanted, several_programs=len(programs) > 1)


def rows_of(people: Iterable[Person], reader: Staff, told: Sequence[Column], choices: Choices) -> list[Row]:
    """The people of one page."""
    named = [(str(column.heading), column) for column in told]
    return [_row(person, reader, named, choices) for person in people]


def _row(person: Person, reader: Staff, told: list[tuple[str, Column]], choices: Choices) -> Row:
    there: list[Place] = person.reached  # type: ignore[attr-defined]
    until = max((access.until_at for access in person.opened_by_me), default=None)  # type: ignore[attr-defined]
    where = [_where(place, reader, choices.several_programs or choices.wanted.alone) for place in there]
    if until:
        where.insert(0, _("Open until %(moment)s") % {"moment": moment_words(until)})
    return Row(
        person=person,
        where=" · ".join(part for part in where if part),
        plain=not until and all([walk.peer_id for walk in one.walks_now] == [reader.pk] for one in there),
        cells=[(heading, column.told(person)) for heading, column in told],
        alone=any(not place.walks_now for place in there),
        until=until,
    )


def _where(place: Place, reader: Staff, with_program: bool) -> str:
    """`Bridge, with you and Noor`. Of a list with one program, walked by oneself alone, nothing needs to be told."""
    others = [walk.name for walk in place.walks_now if walk.peer_id != reader.pk]
    you = [_("you")] if len(others) < len(place.walks_now) and (others or with_program) else []
    told = [place.program] if with_program else []
    if you or others:
        told.append(_("with %(names)s") % {"names": get_text_list([*you, *others], _("and"))})
    return ", ".join(told)
