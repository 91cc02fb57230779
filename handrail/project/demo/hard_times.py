"""Tells of plans for hard times, and of the lines that an agency keeps."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from handrail.crisis import actions as crisis
from handrail.crisis.models import CrisisLine, CrisisPerson, CrisisPlace, GuidedPlan, Said
from handrail.crisis.papers import paper_of
from handrail.plans import actions as plans
from handrail.plans.actions.shared import whose
from handrail.plans.models import How, Signer
from handrail.plans.papers import mark_of
from handrail.project.demo.clock import Clock
from handrail.project.demo.lives.hard_times import HARD_TIMES, Guided, HardTime
from handrail.project.demo.story import Story

if TYPE_CHECKING:
    from handrail.project.demo.telling import Telling
    from handrail.project.demo.together import Together

FOR_A_WARMLINE = {
    "line": "own-warmline",
    "name": "River City warmline",
    "name_es": "Línea de compañía de River City",
    "what_for": "Peers who listen, every evening from five to eleven. For when it is not a crisis yet.",
    "what_for_es": "Pares que escuchan, todas las noches de cinco a once. Para cuando todavía no es una crisis.",
    "call": "804-555-0110",
    "text": "804-555-0110",
}


def tell_of_hard_times(telling: Telling) -> None:
    """The plans of one person, each written on one day; and a time that was hard."""
    story, us = telling.together.story, telling.together
    for guided in HARD_TIMES:
        if guided.person != telling.life.person:
            continue
        on, by = telling.day_on(guided.ago)
        story.then(telling.moment_on(on, 50), write_plan, us, guided, by)
        if guided.copies:
            on, by = telling.day_on(guided.ago - 7)
            story.then(telling.moment_on(on, 50), give_copies, us, guided, by, telling.clock.day(on))
        if guided.hard_time:
            _day, by = telling.day_on(guided.hard_time.ago)
            at = telling.clock.moment(guided.hard_time.ago, guided.hard_time.hour)
            story.then(at, be_there, us, guided, guided.hard_time, by)
            story.then(at + timedelta(minutes=50), see_it_end, us, guided, guided.hard_time, by)
            story.then(at + timedelta(days=2), look_back, us, guided, guided.hard_time, by)


def write_plan(us: Together, guided: Guided, by: str, *, at: datetime) -> None:
    """A plan with all its parts."""
    so: dict[str, Any] = {"by": us.story.staff[by], "at": at}
    plan = crisis.begin_plan(person=us.person, program=us.program, kind=guided.kind, **so)
    us.story.made["plan", guided.person, guided.kind] = plan
    for section, lines in guided.said.items():
        crisis.write_answer(plan=plan, section=section, text="\n".join(lines), **so)
    for section, people in guided.people.items():
        for one in people:
            person = CrisisPerson(**_in(plan, section), name=one.name, who=one.who, phone=one.phone, when=one.when)
            crisis.add_person(person=person, **so)
            us.story.made["in the plan", guided.person, section, one.name] = person
    for section, places in guided.places.items():
        for there in places:
            place = CrisisPlace(**_in(plan, section), name=there.name, how=there.how, why=there.why, phone=there.phone)
            crisis.add_place(place=place, **so)


def _in(plan: GuidedPlan, section: str) -> dict[str, Any]:
    return {**whose(plan), "plan": plan, "section": section}


def give_copies(us: Together, guided: Guided, by: str, on: date, *, at: datetime) -> None:
    """They sign it, and those whom the family chose have a copy of what was signed."""
    paper = paper_of(us.story.made["plan", guided.person, guided.kind])
    read = mark_of(paper.sections())
    signing = plans.Signing(who=Signer.PERSON, name=us.person.chosen_name, how=How.TYPED, on=on, read=read)
    plans.sign(paper=paper, signing=signing, by=us.story.staff[by], at=at)
    for name in guided.copies:
        to = us.story.made["in the plan", guided.person, "copies-to", name]
        crisis.give_copy(to=to, given_on=on, by=us.story.staff[by], at=at)


def be_there(us: Together, guided: Guided, hard: HardTime, by: str, *, at: datetime) -> None:
    """A time that was hard, the plan in hand."""
    then: dict[str, Any] = {"by": us.story.staff[by], "at": at}
    use = crisis.begin_use(person=us.person, program=us.program, **then)
    crisis.keep_tried(use=use, tried=hard.tried, **then)
    crisis.write_note(use=use, about=Said.NOW, text=hard.now, **then)
    us.story.made["hard time", guided.person] = use


def see_it_end(us: Together, guided: Guided, hard: HardTime, by: str, *, at: datetime) -> None:
    """It is over, for now."""
    use = us.story.made["hard time", guided.person]
    then: dict[str, Any] = {"by": us.story.staff[by], "at": at}
    crisis.write_note(use=use, about=Said.NEXT, text=hard.next, **then)
    crisis.end_use(use=use, **then)


def look_back(us: Together, guided: Guided, hard: HardTime, by: str, *, at: datetime) -> None:
    """What was learned, and one line of it goes into the plan."""
    use = us.story.made["hard time", guided.person]
    so: dict[str, Any] = {"by": us.story.staff[by], "at": at}
    crisis.write_note(use=use, about=Said.LEARNED, text="\n".join(hard.learned), **so)
    plan = us.story.made["plan", guided.person, guided.kind]
    crisis.add_what_was_learned(use=use, plan=plan, section=hard.kept_in, lines=hard.kept, **so)


def tell_of_lines(story: Story, clock: Clock, supervisor: str) -> None:
    """A line of this place, which is to be looked at again by now."""
    story.then(clock.at_work(150, 300), keep_a_line, story, clock.day(150), clock.day(2), supervisor)


def keep_a_line(story: Story, on: date, again: date, supervisor: str, *, at: datetime) -> None:
    """The warmline."""
    line = CrisisLine(**FOR_A_WARMLINE, reviewed_on=on, review_by=again)
    crisis.keep_line(line=line, by=story.staff[supervisor], at=at)
