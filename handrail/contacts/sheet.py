"""The page one writes a contact on: the contact, its people, and their forms, as kept or as just sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from handrail.accounts.models import Staff
from handrail.contacts import queries, touches
from handrail.contacts.actions import Base
from handrail.contacts.actions.facts import kept_of_contact
from handrail.contacts.forms import ContactForm, PartForm, Plan
from handrail.contacts.known import Known, known_of
from handrail.contacts.models import Appointment, Contact, How, Part
from handrail.kit.ids import new_id
from handrail.learning.nouns import Piece
from handrail.learning.queries import begun_of, courses_of, first_pieces, pieces_that_match
from handrail.people.ages import is_grown_up
from handrail.people.models import Enrolment
from handrail.plans.models import Goal
from handrail.ui.problems import problems_of

MOST_LIKELY = 3
"""So many pieces of the library stand ready to be ticked; all others are one list away."""


@dataclass
class Sheet:
    """One contact as a page shows it. `is_new` until it was saved once; `stale` when another page was quicker."""

    contact: Contact
    form: ContactForm
    rows: list[tuple[Part, PartForm]]
    is_new: bool = False

    def known(self) -> list[Known]:
        """What to know of these people when one is with them."""
        return known_of([part for part, _form in self.rows])

    def last_time(self) -> bool:
        """Whether a contact that was only begun can be filled from an earlier one."""
        said_nothing = not self.contact.minutes and not self.contact.place
        return said_nothing and queries.last_like(self.rows[0][0], self.contact.staff) is not None

    def is_valid(self) -> bool:
        """Whether everything typed can be kept. Every form is asked, so that all problems show at once."""
        return all([self.form.is_valid(), *[form.is_valid() for _part, form in self.rows if form.is_bound]])

    @property
    def key(self) -> UUID:
        """The contact's key: a new one's was made by the page that was opened first."""
        return self.form.cleaned_data["id"] if self.form.is_bound else self.contact.pk

    @property
    def sent(self) -> dict[str, PartForm | ContactForm]:
        """The forms that were on the page, by whose facts they hold: "" for the contact's own, else the person's key."""
        of_people = {str(part.person_id): form for part, form in self.rows if form.is_bound}
        return {"": self.form, **of_people}

    def base(self) -> Base:
        """What the page knew."""
        typed = self.form.cleaned_data
        opened = {whose: form.marks for whose, form in self.sent.items()}
        return Base(typed["version"], typed["page"], typed["turn"] or 0, opened)

    def said(self) -> dict[str, dict[str, Any]]:
        """What was typed, as far as it can be kept. How and when of a new contact come from the page that was opened."""
        said = {whose: form.facts() for whose, form in self.sent.items()}
        return said | {"": kept_of_contact(self.contact) | said[""]} if self.is_new else said

    def problems(self) -> list[Any]:
        """The forms in which something is to be put right."""
        return [form for form in [self.form, *[form for _part, form in self.rows]] if form.errors]

    def sentences(self) -> list[str]:
        """What is to be put right, in words."""
        return [problem.sentence for form in self.problems() for problem in problems_of(form)]

    def changed_elsewhere(self, both: Mapping[str, list[str]]) -> list[str]:
        """What was changed on another page too, in words."""
        changed = _("%(what)s: this was changed on another page too. Save here to see both.")
        return [changed % {"what": label} for label, _kept in self.kept_otherwise(both)]

    def left_out(self) -> list[str]:
        """What was ticked and is no longer there to be ticked, in words."""
        return [words for _part, form in self.rows if form.is_bound for words in form.left_out]

    def name_of(self, whose: str) -> str:
        """Whose facts these are, where several people could be meant."""
        names = {str(part.person_id): part.person.chosen_name for part, _form in self.rows}
        return names.get(whose, "") if len(names) > 1 else ""

    def kept_otherwise(self, both: Mapping[str, list[str]]) -> list[tuple[str, str]]:
        """Which facts were changed on both sides, where several people could be meant whose, and what is kept of them."""
        forms = self.sent
        found = [(self.name_of(whose), forms[whose], fact) for whose, facts in both.items() for fact in facts]
        return [
            (f"{name}: {form.label_of(fact)}" if name else form.label_of(fact), form.kept_words(fact))
            for name, form, fact in found
        ]


def new_sheet(
    enrolment: Enrolment,
    staff: Staff,
    now: datetime,
    appointment: Appointment | None = None,
    data: Any = None,
    shared: dict[str, str] | None = None,
) -> Sheet:
    """A contact that begins now, with this person; how and when filled in, from the appointment if it was one.

    `shared`: pieces of the library that were shared, ticked already.
    """
    contact = Contact(staff=staff, agency_id=staff.agency_id, at=now, version=0, how=How.MET)
    if appointment:
        contact.how, contact.place, contact.minutes = appointment.how, appointment.place, appointment.minutes
        contact.at = min(appointment.at, now)
    part = Part(contact=contact, person=enrolment.person, program=enrolment.program, at=now, agency_id=staff.agency_id)
    plan = plans_of([part])[part.pk]
    rows = [(part, PartForm.showing(part, plan, data, shared))]
    return Sheet(contact, ContactForm.showing(contact, data), rows, is_new=True)


def sheet_of(contact: Contact, parts: list[Part], data: Any = None, shared: dict[str, str] | None = None) -> Sheet:
    """A draft as it is kept, or as it was just sent; with pieces of the library that were shared meanwhile, ticked already."""
    plans = plans_of(parts)
    rows = [
        (part, PartForm.showing(part, plans[part.pk], data if _was_on_the_page(part, data) else None, shared)) for part in parts
    ]
    return Sheet(contact, ContactForm.showing(contact, data), rows)


def with_what_is_kept(contact: Contact, parts: list[Part], data: QueryDict) -> Sheet:
    """The page again, over the newest version: what was changed on it as it was typed there, everything else as it is kept.

    Saved once more, it is what the writer saw.
    """
    typed, data = sheet_of(contact, parts, data), data.copy()
    typed.is_valid()
    for form in typed.sent.values():
        form.put_what_is_kept(data)
    data["version"], data["page"] = str(contact.version), str(new_id())
    again = sheet_of(contact, parts, data)
    again.is_valid()
    return again


def _was_on_the_page(part: Part, data: Any) -> bool:
    """Somebody added on another page is not on this one: what is kept of them stays as it is."""
    return data is not None and f"{part.person_id}-words" in data


def plans_of(parts: list[Part]) -> dict[UUID, Plan]:
    """By part: the open goals and steps of the person, and those the draft already touched, should they have ended meanwhile;
    whatever else of the plan can be touched; and the library.
    """
    if not parts:
        return {}
    every, offered = queries.goals_to_touch(parts), Offered(parts)
    return {part.pk: _plan_of(part, every[part.pk], offered) for part in parts}


@dataclass(frozen=True)
class Offered:
    """What else can be touched in these parts. Asked once for all of them, and only for a page that shows it, or of which
    something was chosen.
    """

    parts: list[Part]

    def more_in(self, part: UUID) -> touches.Choices:
        """Of the plan, by kind."""
        return self._more[part]

    def pieces(self) -> list[Piece]:
        """All of the library."""
        return self._pieces

    def likely_in(self, part: UUID) -> list[str]:
        """Pieces that are likely to be shared, by key: what comes next in the curriculum the person is on the way through, what
        the writer shared lately, what comes first. What they had is one list away, like all others.
        """
        return self._likely[part]

    @cached_property
    def _more(self) -> dict[UUID, touches.Choices]:
        return touches.choices_of(self.parts)

    @cached_property
    def _pieces(self) -> list[Piece]:
        return pieces_that_match(self.parts[0].contact.agency_id)

    @cached_property
    def _likely(self) -> dict[UUID, list[str]]:
        contact = self.parts[0].contact
        courses = courses_of(contact.agency_id)
        often = [*queries.pieces_shared_lately(contact.staff, contact.at), *first_pieces()]
        every, today, found = queries.learned_in(self.parts), timezone.localdate(), {}
        there = {piece.key for piece in self._pieces}
        for part in self.parts:
            had = every[part.pk]
            begun = begun_of(courses, had, grown_up=is_grown_up(part.person, today))
            following = [one.next.piece.key for one in begun[:1]]
            likely = [key for key in dict.fromkeys([*following, *often]) if key in there - had]
            found[part.pk] = likely[:MOST_LIKELY]
        return found


def _plan_of(part: Part, goals: list[Goal], offered: Offered) -> Plan:
    steps = [step for goal in goals for step in goal.open_steps]  # type: ignore[attr-defined]
    if not part._state.adding:
        goals += [one.goal for one in part.goals.all() if one.goal not in goals]
        steps += [one.step for one in part.steps.all() if one.step not in steps]
    more, likely = partial(offered.more_in, part.pk), partial(offered.likely_in, part.pk)
    return Plan(goals, steps, more=more, pieces=offered.pieces, likely=likely)


def fill_from_last_time(sheet: Sheet, staff: Staff, said: dict[str, dict[str, Any]]) -> None:
    """How, how long, where and the goals of the last contact like this one; never its text."""
    for part, form in sheet.rows:
        last, theirs = queries.last_like(part, staff), said.get(str(part.person_id))
        if last is None or theirs is None:
            continue
        before, open_now = last.contact, {goal.pk for goal in form.plan.goals}
        if part is sheet.rows[0][0]:
            said[""] |= {"how": before.how, "where": before.where, "place": before.place, "minutes": before.minutes}
        same = {touched.goal_id: None for touched in last.goals.all() if touched.goal_id in open_now}
        theirs["goals"] = same | theirs["goals"]
