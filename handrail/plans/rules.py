"""Who may do what with a plan. Reaching the person is asked by `find()` before any of these."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import Program, Staff
from handrail.accounts.roles import PEERS, RUN_SUPPORT, SUPERVISORS, Role
from handrail.kit.answers import Allowed, Answer, No
from handrail.people.models import OfAPerson, Person
from handrail.people.queries import programs_looked_after
from handrail.people.rules import LOOKING
from handrail.plans.models import Signer

NOT_THIS_ROLE = No(_("A peer or a supervisor writes in the plan, together with the person."))


def may_plan(staff: Staff, person: Person, at: datetime) -> Answer:
    """Whoever walks with the person, covers or supervises writes down with them what they want and their goals."""
    if not staff.has(*RUN_SUPPORT):
        return NOT_THIS_ROLE
    return Allowed if programs_looked_after(person, staff, at) else LOOKING


def may_plan_in(staff: Staff, person: Person, program: Program, at: datetime) -> Answer:
    """The same, in one program of the person."""
    if not staff.has(*RUN_SUPPORT):
        return NOT_THIS_ROLE
    return Allowed if program in programs_looked_after(person, staff, at) else LOOKING


def may_change(staff: Staff, row: OfAPerson, at: datetime) -> Answer:
    """The same people change it, in the program it was written in."""
    if not staff.has(*RUN_SUPPORT):
        return NOT_THIS_ROLE
    return Allowed if type(row).objects.looked_after_by(staff, at).filter(pk=row.pk).exists() else LOOKING


SIGNS_AS: dict[str, tuple[Role, ...]] = {
    Signer.PERSON: RUN_SUPPORT,
    Signer.GUARDIAN: RUN_SUPPORT,
    Signer.PEER: PEERS,
    Signer.SUPERVISOR: SUPERVISORS,
}
"""Who can be signed in while somebody signs as this. The person signs on whoever's screen they sit at."""


def may_sign_as(staff: Staff, program: Program, who: str) -> Answer:
    """A peer of the program signs as the peer and as nothing else of ours; a supervisor of it as the supervisor."""
    if program.pk in staff.programs_as(*SIGNS_AS[who]):
        return Allowed
    if who == Signer.SUPERVISOR:
        return No(_("Only a supervisor of the program signs as the supervisor."))
    return No(_("Only a peer of the program signs as the peer.")) if who == Signer.PEER else NOT_THIS_ROLE
