"""Who can be played in the demo."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handrail.accounts.models import RoleHeld, Staff
from handrail.accounts.queries import agency_ids
from handrail.accounts.roles import Role
from handrail.kit.tenancy import as_agency

WHAT_FOR: dict[Role, Promise] = {
    Role.PEER: _("Walks with people, mostly with a phone in hand. Sees those they walk with or stand in for, and nobody else."),
    Role.TRAINEE: _(
        "Learns the work beside the others. Sees the few people they walk with, and calls a supervisor in an emergency."
    ),
    Role.SUPERVISOR: _("Stands behind the peers, and sees their people. Finds somebody for those with whom nobody walks yet."),
    Role.CLINICAL_SUPERVISOR: _(
        "Is there for the hard questions. Sees the people of the peers they supervise, in their own programs."
    ),
    Role.DIRECTOR: _(
        "Wants to know that people are reached. Opens no record, except in an emergency, and then everybody hears of it."
    ),
    Role.ADMINISTRATOR: _("Keeps colleagues, roles, programs and sites in order. Sees nothing of any person."),
    Role.TEAM_MEMBER: _("Works beside the peers on the ward. Sees what a person chose to share, and so far nobody did."),
    Role.AUDITOR: _("Comes for a while to check the work. Sees nothing before an agreement opens it."),
}


@dataclass
class Part:
    """One role of the demo, and who plays it: the first to be offered, and the others."""

    role: Role
    players: list[Staff] = field(default_factory=list)

    @property
    def what_for(self) -> Promise:
        """What somebody in this role comes for and sees."""
        return WHAT_FOR[self.role]

    @property
    def first(self) -> Staff:
        """Who is offered first: the longest in the role."""
        return self.players[0]

    @property
    def others(self) -> list[Staff]:
        """Colleagues in the same role."""
        return self.players[1:]


def parts_to_play(at: datetime) -> list[Part]:
    """Every role of the demo agency with those who hold it and can sign in, in the order of the roles."""
    parts = {role: Part(role) for role in Role}
    agencies = agency_ids()
    if not agencies:
        return []
    # Keys are in the order of time: the first agency is the one the demo is about.
    with as_agency(agencies[0]):
        for held in _held_by_players(agencies[0], at):
            part = parts[Role(held.role)]
            if held.staff not in part.players:
                part.players.append(held.staff)
    return [part for part in parts.values() if part.players]


def _held_by_players(agency_id: UUID, at: datetime) -> list[RoleHeld]:
    held = RoleHeld.objects.held_at(at).filter(agency_id=agency_id, staff__left_at__isnull=True, staff__login__isnull=False)
    return list(held.select_related("staff__login").order_by("from_at", "id"))


def player(staff_id: str, at: datetime) -> Staff | None:
    """Somebody of the demo who can be played."""
    everybody = [staff for part in parts_to_play(at) for staff in part.players]
    return next((staff for staff in everybody if str(staff.pk) == staff_id), None)
