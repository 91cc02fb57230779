"""What is known, hoped for and done together: the verbs a life is told with. Each is an action with its date."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from handrail.accounts.models import Program, Staff
from handrail.contacts import actions as contacts
from handrail.contacts.models import Appointment, AskedBy, Contact, Part
from handrail.contacts.models.appointment import Ending as NotKept
from handrail.kit.ids import new_id
from handrail.people import actions as people
from handrail.people.models import Arrangement, ContactPoint, Enrolment, FamilyTie, Finding, Person, SupportAgreement, Supporter
from handrail.plans import actions as plans
from handrail.plans.catalogue.tools import library
from handrail.plans.models import Goal, Step, Strength, Tool, fingerprint
from handrail.project.demo.days import Meeting
from handrail.project.demo.lives.nouns import (
    Agreed,
    Aim,
    Arranged,
    CallWish,
    Found,
    Kinship,
    Life,
    Look,
    Near,
    Note,
    Point,
    Road,
    Soon,
    Strong,
    Used,
    Want,
    Well,
)
from handrail.project.demo.lives.prepared import SHEETS
from handrail.project.demo.story import Story

WAYS = ("call", "text", "write", "come", "leave_word")


@dataclass
class Together:
    """One person in one program, while their life is told."""

    story: Story
    life: Life
    program_key: str
    goals: dict[str, Goal] = field(default_factory=dict)
    steps: dict[tuple[str, int], Step] = field(default_factory=dict)
    strengths: list[Strength] = field(default_factory=list)
    tools: list[Tool] = field(default_factory=list)
    written: dict[datetime, Contact] = field(default_factory=dict)
    planned: dict[datetime, Appointment] = field(default_factory=dict)

    @property
    def person(self) -> Person:
        """Whose life it is."""
        return self.story.people[self.life.person]

    @property
    def program(self) -> Program:
        """Where it is told."""
        return self.story.programs[self.program_key]

    @property
    def enrolment(self) -> Enrolment:
        """The person in this program."""
        return self.enrolment_of(self.life.person)

    def enrolment_of(self, key: str) -> Enrolment:
        """The same for another person."""
        known = self.story.made.get(("enrolment", key, self.program_key))
        if known is None:
            enrolments = self.story.people[key].enrolments.select_related("person", "program")
            known = self.story.made["enrolment", key, self.program_key] = enrolments.get(program=self.program)
        return known

    def _staff(self, key: str) -> Staff:
        return self.story.staff[key]

    @property
    def _here(self) -> dict[str, Any]:
        return {"person": self.person, "program": self.program}

    # What is known

    def add_point(self, point: Point, by: str, *, at: datetime) -> None:
        """A way to reach them."""
        may = point.may.split()
        hours = point.hours
        fact = ContactPoint(
            **self._here,
            kind=point.kind,
            value=point.value,
            is_best=point.best,
            whose=point.whose,
            never="never" in may,
            safe_from=time(hours[0]) if hours else None,
            safe_until=time(hours[1]) if hours else None,
            safe_words=point.safe_words,
            who_else=point.who_else,
            **{f"may_{way}": way in may for way in WAYS},
        )
        people.add_point(fact=fact, by=self._staff(by), at=at)

    def add_supporter(self, near: Near, by: str, *, at: datetime) -> None:
        """Somebody who stands by them."""
        fact = Supporter(
            **self._here,
            name=near.name,
            relation=near.relation,
            relation_words=near.words,
            how_to_reach=near.how_to_reach,
            may_know=near.may_know,
            may_know_words=near.may_know_words,
        )
        people.add_supporter(fact=fact, by=self._staff(by), at=at)

    def arrange(self, arranged: Arranged, by: str, *, at: datetime) -> None:
        """A need, and what is arranged for it."""
        fact = Arrangement(**self._here, kind=arranged.kind, need=arranged.need, arranged=arranged.arranged)
        people.arrange(fact=fact, by=self._staff(by), at=at)

    def note_finding(self, found: Found, by: str, on: date, *, at: datetime) -> None:
        """Where they may be looked for, and what feels safe."""
        agreed_on = on if found.ways else None
        fact = Finding(**self._here, ways=found.ways, agreed_on=agreed_on, feels_safe=found.safe, feels_unsafe=found.unsafe)
        people.note_finding(fact=fact, by=self._staff(by), at=at)

    def tie(self, kinship: Kinship, by: str, *, at: datetime) -> None:
        """Another person of the agency is family."""
        fact = FamilyTie(**self._here, other=self.story.people[kinship.other], kin=kinship.kin)
        people.tie(fact=fact, by=self._staff(by), at=at)

    def agree(self, agreed: Agreed, by: str, review_on: date | None, *, at: datetime) -> None:
        """How they walk together from now on."""
        agreement = SupportAgreement(
            **self._here,
            kind=agreed.kind,
            every_days=agreed.every,
            minutes=agreed.minutes,
            person_view=agreed.view,
            acuity=agreed.acuity,
            team_view=agreed.team,
            peer_experience=agreed.peer,
            why_this_mix=agreed.why,
            review_on=review_on,
        )
        people.agree(agreement=agreement, by=self._staff(by), at=at)

    def enter_phase(self, road: Road, by: str, *, at: datetime) -> None:
        """Where on the road they are."""
        people.enter_phase(enrolment=self.enrolment, phase=road.phase, words=road.words, by=self._staff(by), at=at)

    # What they want

    def write_want(self, want: Want, before: str, by: str, *, at: datetime) -> None:
        """What they want, or how they put it better."""
        plans.write_want(**self._here, text=want.words, by=self._staff(by), at=at, opened=fingerprint(before))

    def add_aim(self, aim: Aim, by: str, hoped_for_on: date | None, *, at: datetime) -> None:
        """A goal with its first steps."""
        goal = Goal(
            **self._here,
            area=aim.area,
            measure=aim.measure,
            from_value=decimal(aim.start),
            to_value=decimal(aim.end),
            unit=aim.unit,
            scale=list(aim.scale),
            hoped_for_on=hoped_for_on,
        )
        staff = self._staff(by)
        self.goals[aim.key] = plans.add_goal(goal=goal, text=aim.words, by=staff, at=at)
        for number, step in enumerate(aim.steps):
            self.steps[aim.key, number] = plans.add_step(goal=goal, text=step.words, who=step.who, by=staff, at=at)

    def look(self, aim: Aim, look: Look, by: str, *, at: datetime) -> None:
        """A check-in written in the plan itself."""
        plans.check_in(goal=self.goals[aim.key], by=self._staff(by), at=at, value=decimal(look.value), words=look.words)

    def end_aim(self, aim: Aim, by: str, *, at: datetime) -> None:
        """A goal came to its end."""
        assert aim.ended
        _ago, how, why = aim.ended
        plans.end_goal(goal=self.goals[aim.key], how=how, why=why, by=self._staff(by), at=at)

    def add_strength(self, strong: Strong, by: str, *, at: datetime) -> Strength:
        """A strength somebody noticed."""
        strength = Strength(**self._here, area=strong.area, noticed_by=strong.noticed, noticed_by_whom=strong.whom)
        plans.add_strength(strength=strength, text=strong.words, where=strong.first, by=self._staff(by), at=at)
        self.strengths.append(strength)
        self.story.made[strong] = strength
        return strength

    def see_it(self, strong: Strong, where: str, by: str, *, at: datetime) -> None:
        """It showed once more."""
        plans.note_strength(strength=self.story.made[strong], where=where, by=self._staff(by), at=at)

    def add_tool(self, well: Well, by: str, *, at: datetime) -> Tool:
        """Something that keeps them well: their own, or taken from the library."""
        taken = library().get(well.library)
        for_what = list(taken.for_what) if taken else [str(one) for one in well.for_what]
        tool = Tool(**self._here, library=well.library, for_what=for_what)
        text, how = (taken.name.en, taken.how.en) if taken else (well.words, well.how)
        plans.add_tool(tool=tool, text=text, how=how, by=self._staff(by), at=at)
        self.tools.append(tool)
        self.story.made[well] = tool
        return tool

    def use(self, well: Well, used: Used, by: str, *, at: datetime) -> None:
        """They used it."""
        plans.use_tool(tool=self.story.made[well], helped=used.helped, words=used.words, by=self._staff(by), at=at)

    # What was done

    def write(self, meeting: Meeting, next_at: datetime | None, is_kept: bool, *, at: datetime) -> None:
        """The note of a contact, as far as it was typed; with everybody who was there."""
        note, by = meeting.note, self._staff(meeting.by)
        facts = {"at": meeting.at, "minutes": note.minutes, "how": note.how, "where": note.where, "place": note.place}
        writing = self._writing(note, meeting.values, meeting.steps)
        if next_at:
            writing.next_time = contacts.NextTime(next_at, note.place or self.life.place)
        writings = {self.person.pk: writing}
        if note.also:
            other, theirs = note.also
            writings[self.story.people[other].pk] = self._of_the_other(other, theirs)
        contact = contacts.keep_draft(
            key=new_id(),
            facts=facts,
            writings={} if note.also else writings,
            base=contacts.Base(0),
            by=by,
            at=at,
            beginning=self.enrolment,
            kept=self.planned[meeting.at] if is_kept else None,
        )
        if note.also:
            contacts.join(contact=contact, enrolment=self.enrolment_of(note.also[0]), by=by, at=at)
            version = Contact.objects.get(pk=contact.pk).version
            contact = contacts.keep_draft(
                key=contact.pk, facts=facts, writings=writings, base=contacts.Base(version), by=by, at=at
            )
        self.written[meeting.at] = contact
        if next_at:
            self.planned[next_at] = Appointment.objects.get(made_in__contact=contact, person=self.person)

    def _writing(self, note: Note, values: dict[str, float | None], steps: list[tuple[str, int]]) -> contacts.Writing:
        intent, effect = note.story
        texts = {
            "did": note.did,
            "words": note.words,
            "next_words": note.following,
            "together": note.together,
            "value_named": note.value,
            "story_intent": intent,
            "story_effect": effect,
            "with_whom": note.with_whom,
            "language": self.life.language,
        }
        named = {"shared-my-story"} if intent else set()
        named |= {"named-their-value"} if note.value else set()
        acts = note.acts.split()
        touched = {
            "tool": {str(tool.pk) for tool in self.tools[:1] if "tried-a-tool" in acts},
            "strength": {str(one.pk) for one in self.strengths[:1] if "noticed-a-strength" in acts},
            "preparation": {str(one.pk) for one in self._prepared()[-1:] if "practiced-speaking-up" in acts},
            "guidedplan": {str(one.pk) for one in self._crisis_plans() if "worked-on-crisis-plan" in acts},
        }
        return contacts.Writing(
            texts=texts,
            touched=touched,
            activities=set(acts) | named,
            goals={self.goals[key].pk: decimal(value) for key, value in values.items()},
            steps={self.steps[step].pk for step in steps},
            materials={self.story.key_of(piece) for piece in note.gave.split()},
        )

    def _prepared(self) -> list[Any]:
        """The sheets that were begun by then."""
        return [self.story.made[one] for one in SHEETS.get(self.life.person, ()) if one in self.story.made]

    def _crisis_plans(self) -> list[Any]:
        """The crisis plan, when it was begun by then."""
        plan = self.story.made.get(("plan", self.life.person, "crisis"))
        return [plan] if plan and plan.program == self.program else []

    def _of_the_other(self, key: str, note: Note) -> contacts.Writing:
        """The part of somebody else who was there, with their own goals."""
        theirs: Together = self.story.made["together", key, self.program_key]
        return theirs._writing(note, {goal: None for goal in note.on.split() if goal in theirs.goals}, [])

    def sign(self, meeting: Meeting, *, at: datetime) -> None:
        """Signed, with every part it has."""
        contact = self.written[meeting.at]
        parts = list(contact.parts.order_by("id"))
        contacts.sign(contact=contact, parts=parts, version=contact.version, by=self._staff(meeting.by), at=at)

    def _part(self, meeting: Meeting) -> Part:
        return Part.objects.select_related("contact").get(contact=self.written[meeting.at], person=self.person)

    def hand_over(self, meeting: Meeting, *, at: datetime) -> None:
        """The person gets the phone, with the note open on it."""
        contacts.hand_over(part=self._part(meeting), by=self._staff(meeting.by), at=at)

    def say(self, meeting: Meeting, *, at: datetime) -> None:
        """The person says what they think of the note."""
        assert meeting.note.said
        view, words = meeting.note.said
        contacts.comment(part=self._part(meeting), view=view, words=words, beside=self._staff(meeting.by), at=at)

    def give_back(self, meeting: Meeting, by: str, *, at: datetime) -> None:
        """A supervisor asks for more."""
        contacts.return_to_writer(part=self._part(meeting), why=meeting.note.returned, by=self._staff(by), at=at)

    def add_to(self, meeting: Meeting, *, at: datetime) -> None:
        """The writer says more."""
        contacts.add_to(part=self._part(meeting), words=meeting.note.added, by=self._staff(meeting.by), at=at)

    def cosign(self, meeting: Meeting, by: str, *, at: datetime) -> None:
        """A supervisor stands behind it."""
        contacts.cosign(part=self._part(meeting), by=self._staff(by), at=at)

    # The next time

    def move(self, was_at: datetime, to_at: datetime, asked_by: AskedBy, why: str, by: str, *, at: datetime) -> None:
        """Another time."""
        appointment = self.planned.pop(was_at)
        self.planned[to_at] = contacts.move_appointment(
            appointment=appointment,
            to_at=to_at,
            place=appointment.place,
            asked_by=asked_by,
            why=why,
            by=self._staff(by),
            at=at,
        )

    def end(self, planned_at: datetime, how: NotKept, why: str, by: str, *, at: datetime) -> None:
        """It did not take place."""
        contacts.end_appointment(appointment=self.planned[planned_at], how=how, why=why, by=self._staff(by), at=at)

    def plan(self, soon: Soon, starts_at: datetime, by: str, *, at: datetime) -> None:
        """The next time together."""
        contacts.make_appointment(
            enrolment=self.enrolment,
            starts_at=starts_at,
            minutes=soon.minutes,
            how=soon.how,
            place=soon.place,
            by=self._staff(by),
            at=at,
        )

    def ask_for_call(self, wish: CallWish, *, at: datetime) -> None:
        """They would like to be called."""
        contacts.ask_for_call(enrolment=self.enrolment, about=wish.about, by=self._staff(wish.noted_by), at=at)


def decimal(value: float | None) -> Decimal | None:
    """As the database keeps it."""
    return None if value is None else Decimal(str(value))
