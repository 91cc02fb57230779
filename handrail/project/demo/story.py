"""Tells a script as it happened: every deed is an action with its date, done in the order of time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from operator import itemgetter
from typing import Any

from handrail.accounts import actions as accounts
from handrail.accounts import queries
from handrail.accounts.models import Agency, Program, Site, Staff, Supervises
from handrail.accounts.models.links import Purpose
from handrail.accounts.roles import OF_THE_AGENCY
from handrail.kit.planning import count_anew
from handrail.learning import actions as learning
from handrail.learning.models import Curriculum, Material
from handrail.learning.queries import standing_text
from handrail.people import actions as people
from handrail.people.models import Block, Cover, EmergencyAccess, Person, WalksWith
from handrail.project.demo.library import OwnCurriculum, OwnPiece
from handrail.project.demo.lives.nouns import Who
from handrail.project.demo.script import (
    Apart,
    Colleague,
    Corrected,
    Duty,
    Emergency,
    Heard,
    Known,
    Line,
    Part,
    Place,
    StandIn,
    Walk,
)

Deed = Callable[..., Any]

COUNTED_EVERY = 500
"""So many deeds, and the database counts its tables anew: it began with empty ones."""


@dataclass
class Story:
    """One agency while it is told: who and what is there already, by the keys of the script, and what is still to happen."""

    agency: Agency
    first: str
    staff: dict[str, Staff] = field(default_factory=dict)
    programs: dict[str, Program] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    made: dict[object, Any] = field(default_factory=dict)
    to_come: list[tuple[datetime, int, Deed, tuple[Any, ...]]] = field(default_factory=list)

    def then(self, at: datetime, deed: Deed, *about: Any) -> None:
        """Something that happens at a moment. What is said first happens first when two moments are the same."""
        self.to_come.append((at, len(self.to_come), deed, about))

    def tell(self) -> None:
        """Let everything happen, in the order of time."""
        for told, (at, _number, deed, about) in enumerate(sorted(self.to_come, key=itemgetter(0, 1)), start=1):
            deed(*about, at=at)
            if told % COUNTED_EVERY == 0:
                count_anew()

    # The agency

    def open_agency(self, founder: Colleague, *, at: datetime) -> None:
        """The agency, and the administrator who sets it up."""
        accounts.open_agency(agency=self.agency, at=at)
        duty = founder.duties[0]
        staff = self._new_staff(founder)
        staff.login = accounts.new_login(founder.key)
        accounts.add_staff(staff=staff, by=None, at=at)
        accounts.give_role(staff=staff, role=duty.role, program=None, by=None, at=at)

    def open_program(self, place: Place, *, at: datetime) -> None:
        """A program and its sites."""
        program = Program(
            name=place.name,
            setting=place.setting,
            part2=place.part2,
            medicaid_funded=place.medicaid_funded,
            clinical=place.clinical,
            wants_measures=place.wants_measures,
        )
        self.programs[place.key] = accounts.open_program(program=program, by=self._administrator, at=at)
        for name, address in place.sites:
            accounts.open_site(site=Site(program=program, name=name, address=address), by=self._administrator, at=at)

    def welcome(self, colleague: Colleague, until: datetime | None, *, at: datetime) -> None:
        """A new colleague with a first role, and the invitation to sign in, taken up at once."""
        duty, staff = colleague.duties[0], self._new_staff(colleague)
        by = self._administrator
        accounts.welcome(staff=staff, role=duty.role, program=self._program_of(duty), by=by, at=at, until=until)
        token = accounts.invite(staff=staff, by=by, at=at)
        link = queries.link_of(token, (Purpose.INVITATION,), at)
        assert link is not None
        accounts.join(link=link, staff=staff, sign_in_name=colleague.key, at=at)

    def _new_staff(self, colleague: Colleague) -> Staff:
        staff = Staff(agency=self.agency, name=colleague.name, title=colleague.title, certified=colleague.certified)
        self.staff[colleague.key] = staff
        return staff

    @property
    def _administrator(self) -> Staff:
        return self.staff[self.first]

    def _program_of(self, duty: Duty) -> Program | None:
        return None if duty.role in OF_THE_AGENCY else self.programs[duty.program]

    def give_role(self, colleague: str, duty: Duty, until: datetime | None, *, at: datetime) -> None:
        """One more role."""
        staff, by = self.staff[colleague], self._administrator
        accounts.give_role(staff=staff, role=duty.role, program=self._program_of(duty), by=by, at=at, until=until)

    def begin_line(self, line: Line, *, at: datetime) -> None:
        """A line of supervision."""
        supervisor, staff = self.staff[line.supervisor], self.staff[line.staff]
        self.made[line] = accounts.begin_supervision(
            supervisor=supervisor, staff=staff, kind=line.kind, by=self._administrator, at=at
        )

    def end_line(self, line: Line, *, at: datetime) -> None:
        """A line of supervision ends."""
        begun: Supervises = self.made[line]
        accounts.end_supervision(line=begun, by=self._administrator, at=at)

    # The library

    def add_piece(self, piece: OwnPiece, *, at: datetime) -> None:
        """A piece of the agency's own, in each of its languages."""
        by, first = self.staff[piece.by], piece.texts[0]
        material = Material(topic=piece.topic, phases=list(piece.phases), audiences=list(piece.audiences), after=piece.after)
        self.made["piece", piece.key] = learning.add_material(material=material, written=first, by=by, at=at)
        for other in piece.texts[1:]:
            learning.write_text(material=material, written=other, opened="", by=by, at=at)

    def put_piece_better(self, piece: OwnPiece, *, at: datetime) -> None:
        """The first text of it, as it reads now."""
        material, now = self.made["piece", piece.key], piece.texts[0]
        standing = standing_text(material, now.language)
        assert standing
        assert piece.later
        better = replace(now, body=piece.later)
        learning.write_text(material=material, written=better, opened=str(standing.pk), by=self.staff[piece.by], at=at)

    def put_away(self, key: str, by: str, *, at: datetime) -> None:
        """A piece that is not offered any more."""
        learning.put_away(key=key, by=self.staff[by], at=at)

    def add_curriculum(self, row: OwnCurriculum, *, at: datetime) -> None:
        """A curriculum of the agency's own."""
        pieces = [(phase, self.key_of(key)) for phase, keys in row.parts for key in keys.split()]
        curriculum = Curriculum(title=row.title, about=row.about)
        learning.add_curriculum(curriculum=curriculum, pieces=pieces, by=self.staff[row.by], at=at)

    def key_of(self, piece: str) -> str:
        """The key of a piece of the library, as the script calls it."""
        own = self.made.get(("piece", piece))
        return str(own.pk) if own else piece

    # People

    def add_person(self, known: Known, who: Who, *, at: datetime) -> None:
        """Somebody new, in their first program."""
        part = known.parts[0]
        works_here = self.staff.get(known.works_here_as)
        person = Person(
            chosen_name=known.name,
            legal_name=known.legal_name,
            pronouns=known.pronouns,
            born_on=date.fromisoformat(known.born) if known.born else None,
            login=works_here.login if works_here else None,
            **asdict(who),
        )
        by = self.staff[part.by]
        alike = [self.people[known.not_the_same_as]] if known.not_the_same_as else []
        self.people[known.key] = people.add_person(
            person=person, program=self.programs[part.program], peer=None, apart_from=alike, by=by, at=at
        )

    def enrol(self, key: str, part: Part, *, at: datetime) -> None:
        """One more program."""
        people.enrol(person=self.people[key], program=self.programs[part.program], by=self.staff[part.by], at=at)

    def start_walking(self, key: str, part: Part, walk: Walk, by: str, *, at: datetime) -> None:
        """A peer begins to walk with the person."""
        enrolment = self.people[key].enrolments.get(program=self.programs[part.program])
        self.made[key, part.program, walk] = people.start_walking(
            enrolment=enrolment, peer=self.staff[walk.peer], chosen_by_person=walk.chosen, by=self.staff[by], at=at
        )

    def stop_walking(self, key: str, part: Part, walk: Walk, by: str, *, at: datetime) -> None:
        """A peer stops, and why."""
        begun: WalksWith = self.made[key, part.program, walk]
        people.stop_walking(walk=begun, why=walk.why, by=self.staff[by], at=at)

    def end_enrolment(self, key: str, part: Part, by: str, *, at: datetime) -> None:
        """Their time in a program ends."""
        assert part.ended is not None
        _ago, ending, why = part.ended
        enrolment = self.people[key].enrolments.get(program=self.programs[part.program])
        people.end_enrolment(enrolment=enrolment, ending=ending, why=why, by=self.staff[by], at=at)

    def correct(self, corrected: Corrected, *, at: datetime) -> None:
        """Something learned later."""
        person = self.people[corrected.person]
        person.pronouns = corrected.pronouns or person.pronouns
        person.born_on = date.fromisoformat(corrected.born) if corrected.born else person.born_on
        people.correct_person(person=person, by=self.staff[corrected.by], at=at)

    # Ways in, and ways closed

    def plan_cover(self, cover: StandIn, from_at: datetime, until_at: datetime, *, at: datetime) -> None:
        """A colleague will stand in."""
        self.made[cover] = people.plan_cover(
            covered=self.staff[cover.covered],
            cover_by=self.staff[cover.by],
            program=self.programs[cover.program],
            from_at=from_at,
            until_at=until_at,
            by=self.staff[cover.planned_by],
            at=at,
        )

    def end_cover(self, cover: StandIn, *, at: datetime) -> None:
        """Back earlier than thought."""
        planned: Cover = self.made[cover]
        people.end_cover(cover=planned, by=self.staff[cover.planned_by], at=at)

    def keep_apart(self, apart: Apart, *, at: datetime) -> None:
        """A record is closed to a colleague."""
        self.made[apart] = people.keep_apart(
            person=self.people[apart.person], staff=self.staff[apart.staff], kind=apart.kind, by=self.staff[apart.by], at=at
        )

    def lift_block(self, apart: Apart, *, at: datetime) -> None:
        """The person changed their mind."""
        block: Block = self.made[apart]
        people.lift_block(block=block, by=self.staff[apart.by], at=at)

    def open_in_an_emergency(self, emergency: Emergency, *, at: datetime) -> None:
        """A record that could not wait."""
        self.made[emergency] = people.open_in_an_emergency(
            person=self.people[emergency.person], reason=emergency.reason, by=self.staff[emergency.by], at=at
        )

    def note_told(self, emergency: Emergency, heard: Heard, *, at: datetime) -> None:
        """Somebody has heard of it."""
        access: EmergencyAccess = self.made[emergency]
        people.note_told(access=access, whom=heard.whom, by=self.staff[heard.by], at=at)
