"""Puts every deed of a life at its moment: what is known first, what is wanted next, then contact by contact."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from handrail.contacts.models import How
from handrail.project.demo import on_paper
from handrail.project.demo.clock import Clock
from handrail.project.demo.days import Diary, Meeting, Team, at_hour, born, meetings_of, spread, team_of
from handrail.project.demo.hard_times import tell_of_hard_times, tell_of_lines
from handrail.project.demo.lives.between import MOVED, NOT_KEPT
from handrail.project.demo.lives.nouns import Life
from handrail.project.demo.lives.strong import STRONG, WELL
from handrail.project.demo.preparing import tell_what_is_prepared
from handrail.project.demo.script import BETWEEN_PEOPLE, Known, Script
from handrail.project.demo.story import Story
from handrail.project.demo.together import Together

KEPT, MOVED_FIRST, LET_GO, OF = 8, 10, 12, 20
"""Of 20 times that somebody came, so many were agreed before; of the next two one was moved, of the next two none came about."""

WAITING_TO_BE_COSIGNED = 2
FIRST_PROGRAM = "door"
"""Where the strengths of somebody of several programs are told."""
DAY = timedelta(days=1)


@dataclass
class Telling:
    """One life on its way into the story."""

    together: Together
    team: Team
    clock: Clock
    supervisor: str
    came: datetime

    @property
    def life(self) -> Life:
        """Whose life it is."""
        return self.together.life

    def day_on(self, ago: int) -> tuple[int, str]:
        """A day near this one on which somebody walks with them, and who."""
        day = self.team.near(max(1, ago))
        return day, (self.team.writer_on(day) if self.team.walk_on(day) else self.team.part.by)

    def moment_on(self, ago: int, minutes: int) -> datetime:
        """Before anything else of that day."""
        return self.clock.at_work(ago, 0) - timedelta(minutes=60 - minutes)


def tell_of_lives(story: Story, script: Script, clock: Clock) -> None:
    """Everything that is known, hoped for and done with the people of an agency."""
    diary, known = Diary(clock), {one.key: (number, one) for number, one in enumerate(script.people)}
    signed: list[tuple[Telling, Meeting]] = []
    for life in script.lives:
        number, person = known[life.person]
        telling = _telling(story, script, clock, number, person, life)
        tell_what_is_known(telling)
        tell_what_they_want(telling)
        tell_what_is_strong(telling)
        tell_of_papers(telling)
        tell_what_is_prepared(telling)
        tell_of_hard_times(telling)
        meetings = meetings_of(life, telling.team, diary)
        tell_of_meetings(telling, meetings)
        signed += [(telling, one) for one in meetings if not one.is_draft]
    if script.lives:
        tell_of_lines(story, clock, next(iter(script.supervisors.values())))
    tell_of_the_trainee(signed, {one.key for one in script.staff if one.is_trainee})


def _telling(story: Story, script: Script, clock: Clock, number: int, known: Known, life: Life) -> Telling:
    team = team_of(script, known, life)
    program = team.part.program
    together = story.made["together", known.key, program] = Together(story, life, program)
    came = clock.at_work(team.part.since, number * BETWEEN_PEOPLE)
    return Telling(together, team, clock, script.supervisors[program], came)


def tell_what_is_known(telling: Telling) -> None:
    """What they said on the first day, and what was agreed as they came to know each other."""
    life, story, us = telling.life, telling.together.story, telling.together
    first = telling.team.part.by
    said: list[tuple[Callable[..., None], object]] = [(us.add_point, one) for one in life.points]
    said += [(us.add_supporter, one) for one in life.supporters]
    said += [(us.arrange, one) for one in life.arranged]
    for number, (deed, fact) in enumerate(said, start=1):
        story.then(telling.came + timedelta(minutes=number), deed, fact, first)
    day, peer = telling.day_on(telling.team.begin)
    if life.found:
        story.then(telling.moment_on(day, 1), us.note_finding, life.found, peer, telling.clock.day(day))
    for kinship in life.family:
        story.then(telling.moment_on(day, 2), us.tie, kinship, peer)
    for agreed in life.agreed:
        on, by = telling.day_on(telling.team.begin - agreed.after)
        review_on = telling.clock.day(-agreed.review) if agreed.review else None
        story.then(telling.moment_on(on, 3), us.agree, agreed, by, review_on)
    for road in life.roads:
        on, by = telling.day_on(road.ago)
        story.then(telling.moment_on(on, 4), us.enter_phase, road, by)


def tell_what_they_want(telling: Telling) -> None:
    """Wants, goals, steps, and the check-ins written in the plan itself."""
    life, story, us = telling.life, telling.together.story, telling.together
    before = ""
    for want in life.wants:
        on, by = telling.day_on(telling.team.begin if want.ago is None else want.ago)
        story.then(telling.moment_on(on, 10), us.write_want, want, before, by)
        before = want.words
    for number, aim in enumerate(life.aims):
        on, by = telling.day_on(born(aim, telling.team))
        hoped_for = telling.clock.day(-aim.hoped_for) if aim.hoped_for else None
        story.then(telling.moment_on(on, 20 + number), us.add_aim, aim, by, hoped_for)
        for look in aim.looks:
            on, by = telling.day_on(look.ago)
            story.then(telling.moment_on(on, 30), us.look, aim, look, by)
        if aim.ended:
            on, by = telling.day_on(aim.ended[0])
            story.then(telling.moment_on(on, 40), us.end_aim, aim, by)


def tell_what_is_strong(telling: Telling) -> None:
    """Strengths and where they showed; what keeps them well, and how it helped."""
    story, us, person = telling.together.story, telling.together, telling.life.person
    if telling.life.program not in {"", FIRST_PROGRAM}:
        return
    for number, strong in enumerate(STRONG.get(person, ())):
        on, by = telling.day_on(strong.ago)
        story.then(telling.moment_on(on, 42 + number), us.add_strength, strong, by)
        for ago, where in strong.shown:
            on, by = telling.day_on(ago)
            story.then(telling.moment_on(on, 45 + number), us.see_it, strong, where, by)
    for number, well in enumerate(WELL.get(person, ())):
        on, by = telling.day_on(well.ago)
        story.then(telling.moment_on(on, 48 + number), us.add_tool, well, by)
        for used in well.used:
            on, by = telling.day_on(used.ago)
            story.then(telling.moment_on(on, 51 + number), us.use, well, used, by)


def tell_of_papers(telling: Telling) -> None:
    """The plan is signed in the first weeks, and looked at again from then on, as long as they are part of the program."""
    life, story, us, team = telling.life, telling.together.story, telling.together, telling.team
    over = max(3, team.part.ended[0] + 1 if team.part.ended else 0)
    first = team.begin - on_paper.FIRST_AFTER - spread(life.person, "signed") % 6
    if not life.wants or life.person in on_paper.NOT_SIGNED_YET or first <= over:
        return
    for number, ago in enumerate(range(first, over, -on_paper.AGAIN_AFTER)):
        on, by = telling.day_on(ago)
        if number:
            story.then(telling.moment_on(on, 52), on_paper.look_together, us, number, by)
        if not number or life.person not in on_paper.CHANGED_SINCE:
            supervisor = telling.supervisor if team.walk_on(on) else ""
            story.then(telling.moment_on(on, 54), on_paper.sign_together, us, by, supervisor)
        if not number and life.supporters:
            story.then(telling.moment_on(on, 58), on_paper.tell_somebody, us, by)


def tell_of_meetings(telling: Telling, meetings: list[Meeting]) -> None:
    """Every contact with its note, its signature, and the next time; then what is still to come."""
    story, us = telling.together.story, telling.together
    agreed = _agree_on_times(telling, [one for one in meetings if not one.is_draft and one.note.how != How.TRIED])
    kept = {meeting_at for meeting_at, _planned_at in agreed.values()}
    for meeting in meetings:
        _kept_at, next_at = agreed.get(meeting.at, (None, None))
        story.then(meeting.written_at, us.write, meeting, next_at, meeting.at in kept)
        if not meeting.is_draft:
            story.then(meeting.signed_at, us.sign, meeting)
            _tell_what_was_said_to_it(telling, meeting)
    _tell_what_comes(telling, meetings)


def _agree_on_times(telling: Telling, spoken: list[Meeting]) -> dict[datetime, tuple[datetime | None, datetime]]:
    """By the contact it was agreed in: which contact kept it, if one did, and for when. Moves and endings are told here."""
    agreed: dict[datetime, tuple[datetime | None, datetime]] = {}
    for number, (one, following) in enumerate(pairwise(spoken)):
        chance = spread(telling.life.person, telling.life.program, number) % OF
        if one.note.late or one.note.also or following.note.how not in {How.MET, How.VIDEO} or chance >= LET_GO:
            continue
        if chance < KEPT:
            agreed[one.at] = (following.at, following.at)
        elif one.ago - following.ago >= 5:
            agreed[one.at] = _otherwise(telling, one, following, number, is_moved=chance < MOVED_FIRST)
    return agreed


def _otherwise(
    telling: Telling, one: Meeting, following: Meeting, number: int, is_moved: bool
) -> tuple[datetime | None, datetime]:
    """A time between the two contacts: moved to the second, or not kept at all."""
    story, us = telling.together.story, telling.together
    between = telling.clock.at_work((one.ago + following.ago) // 2, 60 * (number % 7))
    if is_moved:
        asked_by, why = MOVED[number % len(MOVED)]
        planned = following.at + timedelta(hours=2)
        story.then(between, us.move, planned, following.at, asked_by, why, one.by)
        return following.at, planned
    how, why = NOT_KEPT[number % len(NOT_KEPT)]
    story.then(between + timedelta(minutes=40), us.end, between, how, why, one.by)
    return None, between


def _tell_what_was_said_to_it(telling: Telling, meeting: Meeting) -> None:
    """The person's comment; a supervisor's question, and the answer."""
    story, us, note = telling.together.story, telling.together, meeting.note
    if note.said:
        story.then(meeting.signed_at + timedelta(minutes=10), us.hand_over, meeting)
        story.then(meeting.signed_at + timedelta(minutes=12), us.say, meeting)
    if note.returned:
        story.then(meeting.signed_at + timedelta(minutes=30), us.give_back, meeting, telling.supervisor)
    if note.added:
        story.then(meeting.signed_at + timedelta(minutes=90), us.add_to, meeting)


def _tell_what_comes(telling: Telling, meetings: Iterable[Meeting]) -> None:
    """Appointments to come, agreed after the last contact; and a wish to be called."""
    story, us, life = telling.together.story, telling.together, telling.life
    last = max((one.written_at for one in meetings), default=telling.moment_on(1, 50))
    _day, peer = telling.day_on(1)
    for number, soon in enumerate(life.soon):
        starts_at = at_hour(telling.clock, soon.days, soon.hour, soon.minute)
        story.then(last + timedelta(minutes=2 + number), us.plan, soon, starts_at, peer)
    if life.call:
        story.then(telling.clock.at_work(life.call.ago, 470), us.ask_for_call, life.call)


def tell_of_the_trainee(signed: list[tuple[Telling, Meeting]], trainees: set[str]) -> None:
    """What a trainee signed is co-signed some days later; the last of it still waits, and so does what came back unanswered."""
    theirs = [(telling, meeting) for telling, meeting in signed if meeting.by in trainees]
    theirs.sort(key=lambda pair: pair[1].signed_at)
    for telling, meeting in theirs[:-WAITING_TO_BE_COSIGNED]:
        if meeting.note.returned and not meeting.note.added:
            continue
        us, next_day = telling.together, meeting.signed_at + DAY
        at = next_day if next_day < telling.clock.at_work(1, 479) else meeting.signed_at + timedelta(minutes=100)
        us.story.then(at, us.cosign, meeting, telling.supervisor)
