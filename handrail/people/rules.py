"""Who may do what around a person. In the order: role, relation, block; one sentence each.

Reaching a person is asked by `find()` before any of these; they say what somebody who reaches a person may do. A role counts in
the program it is held in: who supervises one program decides nothing in another where they only walk with people.
"""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Staff
from handrail.accounts.roles import IN_AN_EMERGENCY, PEERS, RUN_SUPPORT, SUPERVISORS, Role
from handrail.kit.answers import Allowed, Answer, No
from handrail.people.models import EmergencyAccess, Enrolment, OfAPerson, Person, ToldWhom
from handrail.people.standing import standing_of

LOOKING = No(_("You can read this record for now, but not change it or decide about it."))


def may_list_people(staff: Staff) -> Answer:
    """Whoever runs peer support, or may open a record in an emergency, has a list of people."""
    if staff.has(*RUN_SUPPORT, Role.DIRECTOR):
        return Allowed
    return No(_("Your role does not include people's records."))


def may_see_nobody_yet(staff: Staff) -> Answer:
    """A supervisor finds somebody for those with whom nobody walks."""
    return Allowed if staff.has(*SUPERVISORS) else No(_("A supervisor arranges who walks with whom."))


def may_enrol(staff: Staff) -> Answer:
    """Peers and supervisors welcome people into the programs they work in; a trainee does it with their supervisor."""
    if staff.has(Role.PEER, *SUPERVISORS):
        return Allowed
    return No(_("A peer or a supervisor welcomes new people."))


def may_enrol_again(staff: Staff, person: Person, at: datetime) -> Answer:
    """One more program only for whom one does more than look at: it must not lengthen an emergency."""
    return _more_than_looking(staff, person, at) if may_enrol(staff) else may_enrol(staff)


def may_decide_who_walks(staff: Staff, enrolment: Enrolment, at: datetime) -> Answer:
    """A supervisor of the program says, with the person, who walks with them there."""
    if enrolment.program_id not in staff.programs_as(*SUPERVISORS):
        return No(_("A supervisor of the program arranges who walks with whom."))
    return Allowed if enrolment.pk in decides_in(staff, enrolment.person_id, at) else LOOKING


def decides_in(staff: Staff, person_id: UUID, at: datetime) -> set[UUID]:
    """The enrolments of a person in which this staff member says who walks with them; asked once for all."""
    programs = staff.programs_as(*SUPERVISORS)
    return {one.pk for one in standing_of(staff, person_id, at).looked_after if one.program_id in programs}


def decides_as_whom_they_go_on(staff: Staff, person_id: UUID, at: datetime) -> bool:
    """Whether they say who walks with this person in the record in which this one goes on (OnePerson), in the same program."""
    for enrolment in standing_of(staff, person_id, at).by_way("goes_on"):
        if enrolment.goes_on_as_id and enrolment.program_id in staff.programs_as(*SUPERVISORS):
            there = standing_of(staff, enrolment.goes_on_as_id, at).looked_after
            if any(one.program_id == enrolment.program_id for one in there):
                return True
    return False


def may_keep_apart(staff: Staff, person: Person, at: datetime) -> Answer:
    """Whoever walks with the person, or supervises, notes who may never open the record: the person need not ask twice."""
    if not staff.has(*RUN_SUPPORT):
        return No(_("A peer or a supervisor can note this."))
    return _more_than_looking(staff, person, at)


def may_join(staff: Staff, one: Person, other: Person, at: datetime) -> Answer:
    """A supervisor of both, each in a program of theirs, for it decides who walks with them; a look is not enough."""
    return may_part(staff, one, at) and may_part(staff, other, at)


def may_part(staff: Staff, person: Person, at: datetime) -> Answer:
    """A supervisor of a program of the person. To stand in there for a peer is not enough."""
    if not staff.has(*SUPERVISORS):
        return No(_("A supervisor decides whether two records are one person."))
    return Allowed if decides_in(staff, person.pk, at) else LOOKING


def may_lift(staff: Staff, person: Person, at: datetime) -> Answer:
    """Keeping somebody away takes one colleague; letting them back takes a supervisor, so that nobody is talked into it."""
    if decides_in(staff, person.pk, at) or decides_as_whom_they_go_on(staff, person.pk, at):
        return Allowed
    if not _more_than_looking(staff, person, at):
        return LOOKING
    return No(_("A supervisor lifts this, after talking with the person."))


def may_open_in_an_emergency(staff: Staff) -> Answer:
    """Peers, supervisors and directors; a trainee calls a supervisor."""
    if staff.has(*IN_AN_EMERGENCY):
        return Allowed
    return No(_("In an emergency, call a supervisor: they can open the record."))


def may_plan_cover(staff: Staff) -> Answer:
    """A supervisor plans who stands in for whom, among the peers of their own programs; ending it only closes, so any may."""
    return Allowed if staff.has(*SUPERVISORS) else No(_("A supervisor plans cover."))


def may_note_told(staff: Staff, access: EmergencyAccess, whom: ToldWhom, at: datetime) -> Answer:
    """Whoever walks with the person tells them of an emergency; a supervisor or a director says that they have seen it."""
    if whom is ToldWhom.PERSON:
        return may_correct(staff, access.person, at)
    if EmergencyAccess.objects.answered_for_by(staff).filter(pk=access.pk).exists():
        return Allowed
    if decides_in(staff, access.person_id, at):
        return Allowed
    return No(_("Only a supervisor can say that a supervisor has seen it."))


def may_correct(staff: Staff, person: Person, at: datetime) -> Answer:
    """Whoever walks with the person, covers or supervises keeps names and dates right."""
    if not staff.has(*RUN_SUPPORT):
        return No(_("A peer or a supervisor can do this."))
    return _more_than_looking(staff, person, at)


def may_change(staff: Staff, row: OfAPerson, at: datetime) -> Answer:
    """What was written in a program is changed by whoever looks after the person there."""
    if not staff.has(*RUN_SUPPORT):
        return No(_("A peer or a supervisor can do this."))
    theirs = type(row).objects.all().looked_after_by(staff, at)
    return Allowed if theirs.filter(pk=row.pk).exists() else LOOKING


def runs_support(staff: Staff) -> bool:
    """Whether the staff member holds a role that writes about people at all."""
    return staff.has(*RUN_SUPPORT)


def programs_to_end_in(staff: Staff) -> list[UUID]:
    """The programs in which this staff member may say that somebody is no longer part of them."""
    return staff.programs_as(Role.PEER, *SUPERVISORS)


def may_note_phase(staff: Staff, enrolment: Enrolment, at: datetime) -> Answer:
    """Whoever looks after the person in this program notes, with them, where on the road they are."""
    if not staff.has(*RUN_SUPPORT):
        return No(_("A peer or a supervisor can do this."))
    return _looks_after(staff, enrolment, at)


def may_end(staff: Staff, enrolment: Enrolment, at: datetime) -> Answer:
    """A peer or a supervisor who looks after the person there; a trainee, and whoever only stands in, asks a supervisor."""
    if enrolment.program_id not in programs_to_end_in(staff):
        return No(_("A peer or a supervisor of the program can do this."))
    if enrolment.pk in ends_in(staff, enrolment.person_id, at):
        return Allowed
    stands_in = No(
        _("You stand in for a colleague. Whether their time here ends, a supervisor of the program decides with them.")
    )
    return stands_in if _looks_after(staff, enrolment, at) else LOOKING


def ends_in(staff: Staff, person_id: UUID, at: datetime) -> set[UUID]:
    """The enrolments of a person that this staff member may end; asked once for all."""
    programs = programs_to_end_in(staff)
    return {one.pk for one in standing_of(staff, person_id, at).kept if one.program_id in programs}


def may_welcome_back(staff: Staff, enrolment: Enrolment, at: datetime) -> Answer:
    """A supervisor of the program, within a year. Who opened the record in an emergency only looks."""
    return Allowed if enrolment.pk in may_come_back(staff, enrolment.person_id, at) else LOOKING


def may_come_back(staff: Staff, person_id: UUID, at: datetime) -> set[UUID]:
    """The endings of a person after which this staff member may welcome them back; asked once for all."""
    return {one.pk for one in standing_of(staff, person_id, at).by_way("ended_lately")}


def _looks_after(staff: Staff, enrolment: Enrolment, at: datetime) -> Answer:
    return Allowed if enrolment in standing_of(staff, enrolment.person_id, at).looked_after else LOOKING


def _more_than_looking(staff: Staff, person: Person, at: datetime) -> Answer:
    return Allowed if standing_of(staff, person.pk, at).looked_after else LOOKING


def programs_to_walk_in(staff: Staff) -> list[UUID]:
    """The programs in which people can walk with this staff member."""
    return staff.programs_as(*PEERS)
