"""The ways into a record that this app itself knows: walking together, cover, supervision, nobody yet, ended lately, emergency.

The first four ask that the person is part of the program now. A role that ended closes its way on the next request,
whatever rows were left open behind it.
"""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff, Supervises
from handrail.accounts.roles import IN_AN_EMERGENCY, PEERS, RUN_SUPPORT, SUPERVISORS, Role
from handrail.kit.spans import holds_at
from handrail.people import reach
from handrail.people.models import Cover, EmergencyAccess, Enrolment, WalksWith

STAYS_OPEN_FOR = timedelta(days=365)
"""How long after an ending whoever supervises the program can still read the record, and welcome the person back."""


def walks_with(staff: Staff, at: datetime, through: reach.Through) -> Q | None:
    """A peer reaches those they walk with, while they work in that program."""
    programs = staff.programs_as(*PEERS)
    if not programs:
        return None
    own = WalksWith.objects.running_at(at).filter(peer=staff)
    return Q(through(own), program__in=programs) & holds_at(at)


def covers(staff: Staff, at: datetime, through: reach.Through) -> Q | None:
    """Whoever covers for a peer reaches that peer's people in the program it was planned for, while they work there too."""
    programs = staff.programs_as(*RUN_SUPPORT)
    if not programs:
        return None
    cover = Cover.objects.running_at(at).filter(by=staff, program__in=programs)
    there = cover.filter(covered=OuterRef("peer"), program=OuterRef("enrolment__program"))
    theirs = WalksWith.objects.running_at(at).filter(Exists(there), peer__in=cover.values("covered"))
    return Q(through(theirs), program__in=programs) & holds_at(at)


def supervises(staff: Staff, at: datetime, through: reach.Through) -> Q | None:
    """A supervisor reaches the people of the peers they supervise; a director only through a line of their own."""
    everywhere = staff.has(Role.DIRECTOR)
    programs = staff.programs_as(*SUPERVISORS)
    if not programs and not everywhere:
        return None
    supervised = Supervises.objects.filter(holds_at(at), supervisor=staff).values("staff")
    theirs = WalksWith.objects.running_at(at).filter(peer__in=supervised)
    reached = through(theirs) & holds_at(at)
    return reached if everywhere else reached & Q(program__in=programs)


def nobody_yet(staff: Staff, at: datetime, _through: reach.Through) -> Q | None:
    """A supervisor reaches those of their programs with whom nobody walks: not yet, or no longer, because the peer left."""
    programs = staff.programs_as(*SUPERVISORS)
    if not programs:
        return None
    walked = WalksWith.objects.carried_at(at).filter(enrolment=OuterRef("pk"))
    return Q(~Exists(walked), program__in=programs) & holds_at(at)


def ended_lately(staff: Staff, at: datetime, _through: reach.Through) -> Q | None:
    """A supervisor reaches those whose time in their program ended within a year and who have not come back yet."""
    programs = staff.programs_as(*SUPERVISORS)
    if not programs:
        return None
    back = Enrolment.objects.running_at(at).filter(person=OuterRef("person"), program=OuterRef("program"))
    return Q(~Exists(back), goes_on_as__isnull=True, program__in=programs, until_at__lte=at, until_at__gt=at - STAYS_OPEN_FOR)


def emergency(staff: Staff, at: datetime, _through: reach.Through) -> Q | None:
    """For 8 hours, whoever opened a record in an emergency, in every program: it could not wait."""
    if not staff.has(*IN_AN_EMERGENCY):
        return None
    opened = EmergencyAccess.objects.running_at(at).filter(staff=staff)
    return Q(person__in=opened.values("person"))


def goes_on(staff: Staff, at: datetime, through: reach.Through) -> Q | None:
    """What was written in a record that goes on as somebody else's: read by whoever reaches them there, in the same program."""
    ways = (walks_with, covers, supervises, nobody_yet, ended_lately, emergency)
    opened = [condition for way in ways if (condition := way(staff, at, through)) is not None]
    if not opened:
        return None
    there = opened[0]
    for condition in opened[1:]:
        there |= condition
    theirs = Enrolment.objects.filter(there, person=OuterRef("goes_on_as"), program=OuterRef("program"))
    theirs = theirs.exclude(reach.closed_to(staff))
    # First whether it goes on at all: hardly any does, and asking the rest is as long as all other ways together.
    return Q(goes_on_as__isnull=False) & Q(Exists(theirs))


def offer() -> None:
    """Register these ways."""
    reach.register("walks_with", _("You walk with them."), walks_with)
    reach.register("covers", _("You stand in for a colleague who walks with them."), covers, for_a_while=True)
    reach.register("supervises", _("You supervise a peer who walks with them."), supervises)
    reach.register("nobody_yet", _("You supervise their program, and nobody walks with them yet."), nobody_yet)
    ended = _("You supervise their program, and their time there ended not long ago.")
    reach.register("ended_lately", ended, ended_lately, only_looking=True, in_lists=False)
    reach.register("emergency", _("You opened the record in an emergency."), emergency, only_looking=True)
    one = _("It is an earlier record of somebody whose record you can see.")
    reach.register("goes_on", one, goes_on, only_looking=True, in_lists=False)
