"""Makes the demo: reads the scripts, puts every deed at its moment, and lets it happen through the actions.

Nothing is written past the actions, so that the record of the demo is as whole as that of a real agency.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from handrail.accounts import queries
from handrail.accounts.actions import mark_installation
from handrail.accounts.models import Agency, Installation
from handrail.audit.journal import one_work
from handrail.kit.errors import Refused
from handrail.kit.planning import count_anew
from handrail.kit.tenancy import as_agency
from handrail.project.demo.clock import Clock
from handrail.project.demo.directives import tell_of_directives
from handrail.project.demo.next_door import NEXT_DOOR
from handrail.project.demo.riverside import RIVERSIDE
from handrail.project.demo.script import BETWEEN_PEOPLE, Duty, Known, Script
from handrail.project.demo.story import Story
from handrail.project.demo.telling import tell_of_lives

SCRIPTS = (RIVERSIDE, NEXT_DOOR)
"""The agency whose door stands open comes first."""

BETWEEN_COLLEAGUES = 12
"""Minutes, so that not everything of a day happens at once."""


class NotEmpty(Refused):
    """A demo and real work never share a database."""

    sentence = _("There is something in this database already. A demo begins in an empty one.")


@transaction.atomic
def make_demo(now: datetime | None = None) -> None:
    """Fill an empty, migrated database with six months of life at two invented agencies. All of it, or nothing."""
    now = now or timezone.now()
    if Installation.objects.exists() or queries.agency_ids():
        raise NotEmpty
    mark_installation(demo=True, at=now)
    for script in SCRIPTS:
        agency = Agency(name=script.name, pack=script.pack, time_zone=script.time_zone, phone=script.phone)
        with as_agency(agency.pk), one_work():
            story = Story(agency, first=script.staff[0].key)
            clock = Clock(now, agency.zone)
            tell_of_the_team(story, script, clock)
            tell_of_the_library(story, script, clock)
            for number, known in enumerate(script.people):
                tell_of(known, number * BETWEEN_PEOPLE, story, script, clock)
            tell_of_access(story, script, clock)
            tell_of_lives(story, script, clock)
            if script.has_directives:
                tell_of_directives(story, clock)
            story.tell()
    count_anew()


def tell_of_the_team(story: Story, script: Script, clock: Clock) -> None:
    """The agency opens, then its programs; colleagues come, take on more, and are supervised."""
    opened = clock.at_work(script.opened, 0)
    story.then(opened, story.open_agency, script.staff[0])
    for place in script.programs:
        story.then(opened, story.open_program, place)
    for number, colleague in enumerate(script.staff):
        minutes = number * BETWEEN_COLLEAGUES
        if number:
            first = colleague.duties[0]
            story.then(clock.at_work(first.since, minutes), story.welcome, colleague, end_of_duty(first, clock))
        for duty in colleague.duties[1:]:
            until = end_of_duty(duty, clock)
            story.then(clock.at_work(duty.since, minutes + 5), story.give_role, colleague.key, duty, until)
    for line in script.lines:
        story.then(clock.at_work(line.since, 200), story.begin_line, line)
        if line.ended is not None:
            story.then(clock.at_work(line.ended, 200), story.end_line, line)


def tell_of_the_library(story: Story, script: Script, clock: Clock) -> None:
    """What the agency added to the library, what it put away, and in which order it gives things."""
    for number, piece in enumerate(script.library.pieces):
        story.then(clock.at_work(piece.ago, 240 + number), story.add_piece, piece)
        if piece.later:
            story.then(clock.at_work(piece.later_ago, 260 + number), story.put_piece_better, piece)
    for number, (key, by, ago) in enumerate(script.library.put_away):
        story.then(clock.at_work(ago, 280 + number), story.put_away, key, by)
    for number, curriculum in enumerate(script.library.curricula):
        story.then(clock.at_work(curriculum.ago, 290 + number), story.add_curriculum, curriculum)


def end_of_duty(duty: Duty, clock: Clock) -> datetime | None:
    """The midnight after its last day, where there is one."""
    return None if duty.until is None else clock.moment(duty.until - 1)


def tell_of(known: Known, minutes: int, story: Story, script: Script, clock: Clock) -> None:
    """Somebody comes; peers begin to walk with them, and sometimes stop."""
    for part in known.parts:
        came = clock.at_work(part.since, minutes)
        if part is known.parts[0]:
            story.then(came, story.add_person, known, script.who_is(known))
        else:
            story.then(came, story.enrol, known.key, part)
        arranged_by = script.supervisors[part.program]
        for walk in part.walks:
            story.then(clock.at_work(walk.since, minutes), story.start_walking, known.key, part, walk, arranged_by)
            if walk.ended is not None:
                story.then(clock.at_work(walk.ended, minutes), story.stop_walking, known.key, part, walk, arranged_by)
        if part.ended:
            story.then(clock.at_work(part.ended[0], minutes + 5), story.end_enrolment, known.key, part, arranged_by)


def tell_of_access(story: Story, script: Script, clock: Clock) -> None:
    """Cover, what was learned later, who is kept apart, and what could not wait."""
    for cover in script.covers:
        from_at, until_at = clock.moment(cover.first), clock.moment(cover.last - 1)
        story.then(clock.at_work(cover.planned, 215), story.plan_cover, cover, from_at, until_at)
        if cover.ended is not None:
            story.then(clock.at_work(cover.ended, 10), story.end_cover, cover)
    for corrected in script.corrected:
        story.then(clock.at_work(corrected.ago, 390), story.correct, corrected)
    for apart in script.apart:
        story.then(clock.at_work(apart.since, 470), story.keep_apart, apart)
        if apart.lifted is not None:
            story.then(clock.at_work(apart.lifted, 300), story.lift_block, apart)
    for emergency in script.emergencies:
        story.then(clock.moment(emergency.ago, emergency.hour), story.open_in_an_emergency, emergency)
        for heard in emergency.heard:
            story.then(clock.moment(heard.ago, heard.hour), story.note_told, emergency, heard)
