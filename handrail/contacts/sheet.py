"""The page one writes a contact on: the contact, its people, and their forms, as kept or as just sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from handrail.accounts.models import Staff
from handrail.contacts import queries
from handrail.contacts.actions import Writing
from handrail.contacts.forms import ContactForm, PartForm, Plan
from handrail.contacts.models import Appointment, Contact, How, Part
from handrail.people.models import Arrangement, Enrolment


@dataclass
class Sheet:
    """One contact as a page shows it. `is_new` until it was saved once; `stale` when another page was quicker."""

    contact: Contact
    form: ContactForm
    rows: list[tuple[Part, PartForm]]
    is_new: bool = False

    def arranged(self) -> list[Arrangement]:
        """What is arranged for these people."""
        return [one for part, _form in self.rows for one in queries.arranged(part)]

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

    def writings(self) -> dict[UUID, Writing]:
        """What was typed, by person."""
        return {part.person_id: form.writing() for part, form in self.rows if form.is_bound}

    def problems(self) -> list[Any]:
        """The forms in which something is to be put right."""
        return [form for form in [self.form, *[form for _part, form in self.rows]] if form.errors]

    def kept_otherwise(self) -> list[tuple[str, str, str]]:
        """Whose text, which, and what is kept of it, wherever that differs from what was just typed."""
        return [
            (part.person.chosen_name, str(field.label), kept)
            for part, form in self.rows
            if form.is_bound
            for field in form
            if isinstance(kept := field.initial, str) and kept != form.cleaned_data.get(field.name)
        ]


def new_sheet(
    enrolment: Enrolment, staff: Staff, now: datetime, appointment: Appointment | None = None, data: Any = None
) -> Sheet:
    """A contact that begins now, with this person; how and when filled in, from the appointment if it was one."""
    contact = Contact(staff=staff, agency_id=staff.agency_id, at=now, version=0, how=How.MET)
    if appointment:
        contact.how, contact.place, contact.minutes = appointment.how, appointment.place, appointment.minutes
        contact.at = min(appointment.at, now)
    part = Part(contact=contact, person=enrolment.person, program=enrolment.program, at=now, agency_id=staff.agency_id)
    return Sheet(
        contact, ContactForm.showing(contact, data), [(part, PartForm.showing(part, plan_of(part), data))], is_new=True
    )


def sheet_of(contact: Contact, parts: list[Part], data: Any = None) -> Sheet:
    """A draft as it is kept, or as it was just sent."""
    rows = [(part, PartForm.showing(part, plan_of(part), data if _was_on_the_page(part, data) else None)) for part in parts]
    return Sheet(contact, ContactForm.showing(contact, data), rows)


def _was_on_the_page(part: Part, data: Any) -> bool:
    """Somebody added on another page is not on this one: what is kept of them stays as it is."""
    return data is not None and f"{part.person_id}-words" in data


def plan_of(part: Part) -> Plan:
    """The open goals and steps of the person, and those the draft already touched, should they have ended meanwhile."""
    goals = queries.goals_to_touch(part)
    steps = [step for goal in goals for step in goal.open_steps]  # type: ignore[attr-defined]
    if not part._state.adding:
        goals += [one.goal for one in part.goals.all() if one.goal not in goals]
        steps += [one.step for one in part.steps.all() if one.step not in steps]
    return Plan(goals, steps)


def fill_from_last_time(sheet: Sheet, staff: Staff, facts: dict[str, Any], writings: dict[UUID, Writing]) -> None:
    """How, how long, where and the goals of the last contact like this one; never its text."""
    for part, form in sheet.rows:
        last = queries.last_like(part, staff)
        if last is None or part.person_id not in writings:
            continue
        before, open_now = last.contact, {goal.pk for goal in form.plan.goals}
        if part is sheet.rows[0][0]:
            facts |= {"how": before.how, "where": before.where, "place": before.place, "minutes": before.minutes}
        for touched in last.goals.all():
            if touched.goal_id in open_now:
                writings[part.person_id].goals.setdefault(touched.goal_id, None)
