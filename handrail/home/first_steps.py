"""What to do first, for each kind of reader, while nothing waits on Today."""

from django.urls import reverse
from django.utils.translation import gettext as _

from handrail.accounts.models import Staff
from handrail.accounts.roles import RUN_SUPPORT, SET_UP, SUPERVISORS, Role
from handrail.accounts.rules import may_see_staff
from handrail.ui.today import Deed


def first_steps(staff: Staff) -> list[Deed]:
    """The pages that this reader begins with, the nearest first."""
    steps = []
    if staff.has(Role.PEER, *SUPERVISORS):
        steps.append(Deed(_("Add a person"), reverse("people:person_add"), icon="plus"))
    if staff.has(*RUN_SUPPORT):
        steps.append(Deed(_("See your people"), reverse("people:person_list"), icon="people"))
    if staff.has(*SUPERVISORS):
        steps.append(Deed(_("Plan cover"), reverse("people:cover_list"), icon="calendar"))
    if staff.has(*SET_UP):
        steps.append(Deed(_("Add a program"), reverse("accounts:program_add"), icon="building"))
        steps.append(Deed(_("Invite a colleague"), reverse("accounts:staff_add"), icon="team"))
    if not steps and may_see_staff(staff):
        steps.append(Deed(_("See your colleagues"), reverse("accounts:staff_list"), icon="team"))
    return steps


def words_for(staff: Staff) -> str:
    """One kind sentence on what this page will be."""
    if staff.has(Role.PEER, *SUPERVISORS):
        return _("Nothing waits for you right now. Whoever you walk with will show up here when it is time to reach out.")
    if staff.has(Role.TRAINEE):
        return _("Nothing waits for you right now. When your supervisor gives you people to walk with, they show up here.")
    if staff.has(*SET_UP):
        return _("Nothing waits for you right now. Your colleagues have what they need to begin.")
    return _("Nothing waits for you right now.")
