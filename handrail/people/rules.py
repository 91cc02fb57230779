"""Who may do what around a person. In the order: role, relation, block; one sentence each.

Reaching a person is asked by `find()` before any of these; they say what somebody who reaches a person may do.
"""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Program, Staff
from handrail.accounts.roles import IN_AN_EMERGENCY, PEERS, RUN_SUPPORT, SUPERVISORS, Role
from handrail.kit.answers import Allowed, Answer, No
from handrail.people.models import Person, ToldWhom
from handrail.people.reach import ways_of

ONLY_LOOKING = {"emergency"}
"""Ways in that open a record for reading, not for deciding about it."""


def may_list_people(staff: Staff) -> Answer:
    """Whoever runs peer support, or may open a record in an emergency, has a list of people."""
    if staff.has(*RUN_SUPPORT, Role.DIRECTOR):
        return Allowed
    return No(_("Your role does not include people's records."))


def may_enrol(staff: Staff) -> Answer:
    """Peers and supervisors welcome people into the programs they work in; a trainee does it with their supervisor."""
    if staff.has(Role.PEER, *SUPERVISORS):
        return Allowed
    return No(_("A peer or a supervisor welcomes new people."))


def may_enrol_into(staff: Staff, program: Program) -> Answer:
    """Only into a program one works in."""
    if program.pk in staff.programs_as(Role.PEER, *SUPERVISORS):
        return Allowed
    return No(_("You do not work in this program."))


def may_decide_who_walks(staff: Staff, person: Person, at: datetime) -> Answer:
    """A supervisor who reaches the person says, with the person, who walks with them."""
    if not staff.has(*SUPERVISORS):
        return No(_("A supervisor arranges who walks with whom."))
    return _more_than_looking(staff, person, at)


def may_keep_apart(staff: Staff, person: Person, at: datetime) -> Answer:
    """Whoever walks with the person, or supervises, notes who may never open the record: the person need not ask twice."""
    if not staff.has(*RUN_SUPPORT):
        return No(_("A peer or a supervisor can note this."))
    return _more_than_looking(staff, person, at)


def may_say_who_opened(staff: Staff, person: Person, at: datetime) -> Answer:
    """Whoever reaches the person may look up, with them, who opened their record."""
    return Allowed if ways_of(staff, person.pk, at) else No(_("This record is not yours to look up."))


def may_open_in_an_emergency(staff: Staff) -> Answer:
    """Peers, supervisors and directors; a trainee calls a supervisor."""
    if staff.has(*IN_AN_EMERGENCY):
        return Allowed
    return No(_("In an emergency, call a supervisor: they can open the record."))


def may_plan_cover(staff: Staff) -> Answer:
    """A supervisor plans who stands in for whom."""
    return Allowed if staff.has(*SUPERVISORS) else No(_("A supervisor plans cover."))


def may_note_told(staff: Staff) -> Answer:
    """Whoever walks with the person tells them of an emergency access; a supervisor notes that they have seen it."""
    return Allowed if staff.has(*RUN_SUPPORT) else No(_("A peer or a supervisor notes this."))


def may_note_told_to(staff: Staff, whom: ToldWhom) -> Answer:
    """That a supervisor has seen it, only a supervisor can say."""
    if whom is ToldWhom.PERSON or staff.has(*SUPERVISORS):
        return Allowed
    return No(_("Only a supervisor can say that a supervisor has seen it."))


def may_correct(staff: Staff, person: Person, at: datetime) -> Answer:
    """Whoever walks with the person, covers or supervises keeps names and dates right."""
    if not staff.has(*RUN_SUPPORT):
        return No(_("A peer or a supervisor can correct this."))
    return _more_than_looking(staff, person, at)


def _more_than_looking(staff: Staff, person: Person, at: datetime) -> Answer:
    if any(way.name not in ONLY_LOOKING for way in ways_of(staff, person.pk, at)):
        return Allowed
    return No(_("You opened this record in an emergency. You can read it, but not decide about it."))


def walks(staff: Staff) -> bool:
    """Whether people can walk with this staff member at all."""
    return staff.has(*PEERS)
