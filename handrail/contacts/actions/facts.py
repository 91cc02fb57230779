"""What a note says, fact by fact: what is kept of each, and how another takes its place.

A fact is what is changed as one: day and hour are one, a goal and how it goes are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from handrail.accounts.models import Staff
from handrail.audit.journal import record
from handrail.contacts import touches
from handrail.contacts.models import Appointment, Contact, GoalTouched, MaterialShared, Part, PartActivity, StepTouched
from handrail.learning.queries import titles_of
from handrail.plans.models import Goal

SHARED = ("at", "minutes", "how", "where", "place")
"""Facts of the contact itself."""

TEXTS = (
    "words", "did", "next_words", "together", "value_named", "story_intent", "story_effect", "with_whom", "language",
)  # fmt: skip
"""Facts of a part that are fields of its row."""


class NextTime(NamedTuple):
    """When and where to be together next, as the form of a contact has it."""

    at: datetime
    place: str = ""


@dataclass
class Writing:
    """One person's whole part: its texts by field, what was done, goals with how they go, steps taken, pieces of the library
    that were shared, the next time.

    `touched` by kind: the keys of whatever else of the plan was touched (`plans.touching`).
    """

    texts: dict[str, Any]
    activities: set[str] = field(default_factory=set)
    goals: dict[UUID, Decimal | None] = field(default_factory=dict)
    steps: set[UUID] = field(default_factory=set)
    materials: set[str] = field(default_factory=set)
    next_time: NextTime | None = None
    touched: dict[str, set[str]] = field(default_factory=dict)

    def facts(self) -> dict[str, Any]:
        """The same, fact by fact."""
        rest = {"activities": self.activities, "goals": self.goals, "steps": self.steps, "materials": self.materials}
        return self.texts | rest | {"next_time": self.next_time} | touches.facts_of(self.touched)


# What is kept


def kept_of_contact(contact: Contact) -> dict[str, Any]:
    """The facts of a contact."""
    return {name: getattr(contact, name) for name in SHARED}


def kept_of(part: Part) -> dict[str, Any]:
    """The facts of a part; of one that is not kept yet, those of an empty page."""
    planned = planned_in(part)
    writing = Writing({name: getattr(part, name) for name in TEXTS})
    if planned:
        writing.next_time = NextTime(planned.at, planned.place)
    if not part._state.adding:
        writing.activities = {one.activity for one in part.activities.all()}
        writing.goals = {one.goal_id: one.value for one in part.goals.all()}
        writing.steps = {one.step_id for one in part.steps.all()}
        writing.materials = {one.key for one in part.materials.all()}
    return writing.facts() | touches.kept_of(part)


def titles_in(part: Part) -> dict[str, str]:
    """The pieces of the library that were shared in this part, by key with their titles."""
    return {} if part._state.adding else {one.key: one.title for one in part.materials.all()}


def planned_in(part: Part) -> Appointment | None:
    """The next time that was planned in this part."""
    if part._state.adding:
        return None
    return getattr(part, "next_time", None)


def goes_its_own_way(planned: Appointment | None) -> bool:
    """Moved, kept or ended on its own page: from then on it is changed there, and not in the note."""
    return planned is not None and (not planned.is_open or bool(planned.moves.all()))


# What takes its place


def begin_with(part: Part, new: Mapping[str, Any]) -> None:
    """Keep a new part, with its texts."""
    for name, value in new.items():
        if name in TEXTS:
            setattr(part, name, value)
    part.save(force_insert=True)


def put(part: Part, new: Mapping[str, Any], by: Staff, at: datetime) -> None:
    """Change facts of a part."""
    texts = {name: value for name, value in new.items() if name in TEXTS and getattr(part, name) != value}
    if texts:
        Part.objects.filter(pk=part.pk).update(**texts)
    if "activities" in new:
        _put_activities(part, new["activities"])
    if "goals" in new:
        _put_goals(part, new["goals"])
    if "steps" in new:
        _put_steps(part, new["steps"])
    for name in new:
        if name.startswith(touches.FACT):
            touches.put(part, name.removeprefix(touches.FACT), new[name])
    if "materials" in new:
        _put_materials(part, new["materials"])
    if "next_time" in new:
        _plan(part, new["next_time"], by, at)


def _put_activities(part: Part, wanted: set[str]) -> None:
    had = {one.activity for one in part.activities.all()}
    PartActivity.objects.filter(part=part, activity__in=had - wanted).delete()
    new = [PartActivity(agency_id=part.agency_id, part=part, activity=one) for one in sorted(wanted - had)]
    PartActivity.objects.bulk_create(new)


def _put_goals(part: Part, wanted: dict[UUID, Decimal | None]) -> None:
    """What was told before and is told again stays as it was told then: the goal's measure may be another one now."""
    had = {one.goal_id: one.value for one in part.goals.all()}
    same = {goal for goal, value in wanted.items() if goal in had and had[goal] == value}
    GoalTouched.objects.filter(part=part).exclude(goal__in=same).delete()
    goals = Goal.objects.select_related("own").in_bulk(set(wanted) - same)
    GoalTouched.objects.bulk_create([GoalTouched.telling(part, goal, wanted[key]) for key, goal in goals.items()])


def _put_steps(part: Part, wanted: set[UUID]) -> None:
    StepTouched.objects.filter(part=part).delete()
    StepTouched.objects.bulk_create([StepTouched(agency_id=part.agency_id, part=part, step_id=step) for step in sorted(wanted)])


def _put_materials(part: Part, wanted: set[str]) -> None:
    """What is not in the library, or not any more, has no title and is left out."""
    MaterialShared.objects.filter(part=part).exclude(key__in=wanted).delete()
    new = wanted - {one.key for one in part.materials.all()}
    titles = titles_of(part.agency_id, new)
    whose = {"agency_id": part.agency_id, "person_id": part.person_id, "program_id": part.program_id}
    MaterialShared.objects.bulk_create(
        [MaterialShared(part=part, key=key, title=title, **whose) for key, title in sorted(titles.items())]
    )


def _plan(part: Part, wanted: NextTime | None, by: Staff, at: datetime) -> None:
    """The next time, said in the same form: one appointment for each part, moved as long as the note is a draft."""
    planned = planned_in(part)
    if planned and wanted is None:
        record("appointment.taken_back", by=by, at=at, subject=planned.pk, person=part.person_id)
        planned.delete()
    elif planned and wanted:
        if planned.at != wanted.at:
            record("appointment.moved", by=by, at=at, subject=planned, person=part.person_id)
        Appointment.objects.filter(pk=planned.pk).update(at=wanted.at, place=wanted.place)
    elif wanted:
        staff = part.contact.staff_id
        made = Appointment.objects.create(
            agency_id=part.agency_id, person_id=part.person_id, program_id=part.program_id, made_in=part,
            staff_id=staff, made_by_id=staff, made_at=part.contact.begun_at, at=wanted.at, place=wanted.place,
        )  # fmt: skip
        record("appointment.made", by=by, at=at, subject=made, person=part.person_id)
