"""On which days people were in touch: the notes of a life and what lies between them, laid out over months, always the same way."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import cycle
from zlib import crc32

from handrail.contacts.models import How
from handrail.project.demo.clock import OPENS, SATURDAY, Clock
from handrail.project.demo.lives.between import BETWEEN, EN_SUS_PALABRAS, TRIED
from handrail.project.demo.lives.nouns import Aim, Life, Note
from handrail.project.demo.script import Known, Part, Script, StandIn, Walk

SETTLED = 3
"""Days after which something surely lies behind, whatever weekend it was moved over."""

SLOT = timedelta(minutes=30)
SLOTS = 15
BY_VOICE = (How.MET, How.CALLED, How.VIDEO)
SHARES_OF_THE_RHYTHM = (10, 4, 7, 5, 8, 3, 6)
"""In tenths: between two agreed times they are in touch in between as well."""
LATE_ONE_IN, TRIED_ONE_IN, LATE_BY = 23, 9, 3


def spread(*about: object) -> int:
    """A number that looks like chance and is always the same."""
    return crc32("|".join(map(str, about)).encode())


@dataclass
class Meeting:
    """One contact: who wrote it, when, and what."""

    life: Life
    by: str
    ago: int
    at: datetime
    note: Note
    number: int = 0
    values: dict[str, float | None] = field(default_factory=dict)
    steps: list[tuple[str, int]] = field(default_factory=list)
    is_draft: bool = False

    @property
    def ended_at(self) -> datetime:
        """When they parted."""
        return self.at + timedelta(minutes=self.note.minutes or 5)

    @property
    def written_at(self) -> datetime:
        """When the note was begun: right after, or some days late."""
        return self.ended_at + timedelta(days=self.note.late, minutes=3)

    @property
    def signed_at(self) -> datetime:
        """When it was signed: a few minutes later."""
        return self.written_at + timedelta(minutes=4 + self.number % 9)


class Diary:
    """Who is busy when, so that nobody is in two places at once; and what was said already, so that nobody is told it twice."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.taken: dict[tuple[str, date], set[int]] = defaultdict(set)
        self.said: Counter[tuple[str, How]] = Counter()

    def workday(self, ago: int) -> int:
        """A day of work: Saturday goes to the Friday before, Sunday to the Monday after it, unless that is still to come."""
        weekday = self.clock.day(ago).weekday()
        if weekday == SATURDAY + 1:
            return ago - 1 if ago > 1 else ago + 2
        return ago + 1 if weekday == SATURDAY else ago

    def find(self, by: str, ago: int, minutes: int, about: object) -> datetime:
        """A time on this day that is free for this colleague."""
        day, length = self.clock.day(ago), -(-max(minutes, 1) // 30)
        taken = self.taken[by, day]
        wanted = spread(about, ago) % SLOTS
        starts = [(wanted + step) % SLOTS for step in range(SLOTS)]
        start = next((one for one in starts if not taken & set(range(one, one + length))), wanted)
        taken.update(range(start, start + length))
        return self.clock.at(ago, (datetime.combine(day, OPENS) + start * SLOT).time())


@dataclass(frozen=True)
class Team:
    """Who writes about somebody on which day."""

    part: Part
    covers: tuple[StandIn, ...] = ()

    def walk_on(self, ago: int) -> Walk | None:
        """Who walked with them then and was settled in."""
        return next(
            (w for w in self.part.walks if w.since - SETTLED >= ago and (w.ended is None or ago >= w.ended + SETTLED)), None
        )

    def writer_on(self, ago: int) -> str:
        """The peer, or whoever stood in for them."""
        walk = self.walk_on(ago)
        assert walk is not None
        standing_in = (
            cover.by
            for cover in self.covers
            if cover.covered == walk.peer
            and cover.first >= ago >= (cover.last if cover.ended is None else cover.ended + SETTLED)
        )
        return next(standing_in, walk.peer)

    @property
    def begin(self) -> int:
        """The first day on which something can be written, or that on which they came."""
        since = self.part.walks[0].since if self.part.walks else self.part.since
        return max(1, since - SETTLED)

    def near(self, ago: int) -> int:
        """The same day, or the next one on which somebody walks with them."""
        days = range(min(ago, self.begin), 0, -1)
        return next((day for day in days if self.walk_on(day)), 1)


def part_of(known: Known, life: Life) -> Part:
    """The program a life is told in."""
    return next(part for part in known.parts if life.program in {"", part.program})


def team_of(script: Script, known: Known, life: Life) -> Team:
    """Who is there for somebody. Whoever stands in works in that program too, and is not kept apart from the person."""
    part = part_of(known, life)
    works = {colleague.key for colleague in script.staff if any(duty.program == part.program for duty in colleague.duties)}
    apart = {one.staff for one in script.apart if one.person == known.key}
    return Team(part, tuple(cover for cover in script.covers if cover.by in works - apart))


def meetings_of(life: Life, team: Team, diary: Diary) -> list[Meeting]:
    """Everything that was written with somebody, the oldest first."""
    days = days_of(life, team, diary)
    noted = _notes_on(life, team, days)
    between = _between(life, diary.said)
    found = []
    for number, ago in enumerate(days):
        note = noted.get(number) or next(between)
        if not note.late and ago > 2 * LATE_BY and spread(life.person, "late", number) % LATE_ONE_IN == 0:
            note = replace(note, late=LATE_BY)
        note = replace(note, late=min(note.late, ago - 1))
        at = diary.find(team.writer_on(ago), ago, note.minutes or 10, (life.person, life.program))
        found.append(Meeting(life, team.writer_on(ago), ago, at, note, number))
    _draw_lines(life, team, found)
    return sorted([*found, *_tried(life, team, diary, days), *_drafts(life, team, diary)], key=lambda one: one.at)


def days_of(life: Life, team: Team, diary: Diary) -> list[int]:
    """The days they spoke, from the first to the last; at least as many as there are notes."""
    if not life.last:
        return []
    begin, ago, number, found = team.begin, life.last, 0, set[int]()
    while ago <= begin:
        day = diary.workday(ago)
        if day not in found and day <= begin and team.walk_on(day):
            found.add(day)
        share = SHARES_OF_THE_RHYTHM[(spread(life.person) + number) % len(SHARES_OF_THE_RHYTHM)]
        ago += max(2, _rhythm(life, begin - ago) * share // 10)
        number += 1
    extra = (day for day in range(begin, life.last, -1) if diary.workday(day) == day and team.walk_on(day))
    while len(found) < len(life.notes):
        found.add(next(extra))
    return sorted(found, reverse=True)


def _rhythm(life: Life, after: int) -> int:
    """How often, by what was agreed at that time."""
    agreed = [one for one in life.agreed if one.after <= after]
    return (agreed[-1].every if agreed else None) or 10


def _notes_on(life: Life, team: Team, days: list[int]) -> dict[int, Note]:
    """Which note stands on which day: each writer's own, evenly over the days they wrote."""
    if not days:
        return {}
    last = team.part.walks[-1].peer
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, ago in enumerate(days):
        walk = team.walk_on(ago)
        numbers[walk.peer if walk else last].append(number)
    found = {}
    for peer, mine in numbers.items():
        notes = [note for note in life.notes if (note.by or last) == peer]
        for order, note in enumerate(notes[: len(mine)]):
            found[mine[_place(order, len(notes), len(mine))]] = note
    return found


def _place(order: int, of: int, among: int) -> int:
    """The first comes first, the last comes last, the others lie evenly between them."""
    return order * (among - 1) // (of - 1) if of > 1 else 0


def _between(life: Life, said: Counter[tuple[str, How]]) -> Iterator[Note]:
    """What is written down on the other days: nothing twice with one person."""
    begin = spread(life.person)
    for way in cycle(life.ways.split()):
        how = How(way)
        pool, used = BETWEEN[how], said[life.person, how]
        note = pool[(begin + used) % len(pool)]
        words = note.words
        if life.language == "Spanish" and words:
            theirs = EN_SUS_PALABRAS.get(how, ("",))
            words = theirs[(begin + used) % len(theirs)] if used < len(theirs) else ""
        if used >= len(pool):
            note, words = replace(note, did=""), ""
        minutes = {How.MET: 45, How.CALLED: 15, How.VIDEO: 30}.get(how)
        said[life.person, how] += 1
        yield replace(note, words=words, how=how, minutes=minutes)


def _draw_lines(life: Life, team: Team, found: list[Meeting]) -> None:
    """Say in which contacts each goal moved, and which steps were taken."""
    for number, aim in enumerate(life.aims):
        there = [one for one in found if born(aim, team) - SETTLED >= one.ago > (aim.ended[0] + SETTLED if aim.ended else 0)]
        for one in there:
            if aim.key in one.note.on.split():
                one.values[aim.key] = None
        spoken = [one for one in there if one.note.how in BY_VOICE]
        spoken = there if len(spoken) < len(aim.line) else spoken
        # Not every goal is spoken of in the very last contact.
        spoken = spoken[: max(len(aim.line), len(spoken) - number)]
        line = aim.line[-len(spoken) :] if spoken else ()
        for order, value in enumerate(line):
            one = spoken[_place(order, len(line), len(spoken))]
            if not _was_looked_at(aim, one.ago):
                one.values[aim.key] = value
        _carry_on(aim, there)
        for order, step in enumerate(aim.steps):
            if step.done is not None and there:
                _nearest(there, step.done).steps.append((aim.key, order))


def _nearest(there: list[Meeting], ago: int) -> Meeting:
    return min(there, key=lambda one: abs(one.ago - ago))


def _carry_on(aim: Aim, there: list[Meeting]) -> None:
    """Where a goal was worked on and nothing moved, it stands as it stood before."""
    stands = aim.line[0] if aim.line else None
    for one in there:
        if aim.key in one.values:
            given = one.values[aim.key]
            stands = one.values[aim.key] = stands if given is None else given


def _was_looked_at(aim: Aim, ago: int) -> bool:
    """Whether the person wrote down just then how it goes: nobody asks again."""
    return any(look.value is not None and abs(look.ago - ago) <= SETTLED for look in aim.looks)


def born(aim: Aim, team: Team) -> int:
    """The day a goal was written down."""
    return team.near(max(1, team.begin - aim.after))


def _tried(life: Life, team: Team, diary: Diary, days: list[int]) -> list[Meeting]:
    """The days nobody answered: those of the life, and now and then one before a contact."""
    ways = [day + 2 for order, day in enumerate(days[1:]) if (spread(life.person) + order) % TRIED_ONE_IN == 0]
    found = []
    for number, wanted in enumerate([*ways, *life.tried]):
        ago = diary.workday(wanted)
        if ago in days or not team.walk_on(ago):
            continue
        did = TRIED[(spread(life.person) + number) % len(TRIED)]
        note = Note(did, acts="reached-out", how=How.TRIED, minutes=None)
        by = team.writer_on(ago)
        found.append(Meeting(life, by, ago, diary.find(by, ago, 10, (life.person, "tried")), note, number))
    return found


def _drafts(life: Life, team: Team, diary: Diary) -> list[Meeting]:
    found = []
    for wanted, note in life.drafts:
        ago = diary.workday(wanted)
        by = team.writer_on(ago)
        found.append(Meeting(life, by, ago, diary.find(by, ago, note.minutes or 10, life.person), note, is_draft=True))
    return found


def at_hour(clock: Clock, days: int, hour: int, minute: int = 0) -> datetime:
    """A time of a day to come."""
    return clock.at(-days, time(hour, minute))
