"""Who stands how to Marcus: every relation the matrix crosses, made row by row, on purpose beside the actions.

Rows are made even where no action would make them (an administrator who "walks with" somebody): a relation alone opens nothing,
it takes the role as well.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from handrail.accounts.models import RoleHeld, Staff, Supervises
from handrail.accounts.roles import OF_THE_AGENCY, Role
from handrail.kit.tenancy import as_agency
from handrail.people.models import Block, BlockKind, Cover, EmergencyAccess, WalksWith
from tests.cast import Cast, hire

DAY = timedelta(days=1)

ROLES = [*(role.value for role in Role), "no_role"]
RELATIONS = [
    "walks_with",
    "covers",
    "supervises",
    "same_program",
    "other_program",
    "other_agency",
    "blocked",
    "own_self",
    "relative",
    "emergency",
    "former",
    "signed_out",
]


def actor_for(cast: Cast, role: str, relation: str) -> Staff | None:
    """Somebody new with this role, standing in this relation to Marcus. None for somebody who is not signed in."""
    if relation == "signed_out":
        return None
    program = {"other_program": cast.bridge, "other_agency": cast.other_program}.get(relation, cast.community)
    agency = cast.other_agency if relation == "other_agency" else cast.agency
    held = None if role == "no_role" else Role(role)
    with as_agency(agency.pk):
        actor = hire(cast, "actor", held, None if held in OF_THE_AGENCY else program, agency=agency)
    MAKE.get(relation, lambda cast, actor: None)(cast, actor)
    return actor


def walk(cast: Cast, actor: Staff) -> None:
    """With Marcus, and with somebody beside him, so that there is somebody to choose."""
    theirs = [there for name in ("marcus_there", "will_there") if (there := cast.by_name.get(name))]
    for there in theirs:
        WalksWith.objects.create(agency=cast.agency, enrolment=there, peer=actor, from_at=cast.began)


def cover(cast: Cast, actor: Staff) -> None:
    now = timezone.now()
    Cover.objects.create(
        agency=cast.agency,
        program=cast.community,
        covered=cast.dana,
        by=actor,
        from_at=now - DAY,
        until_at=now + DAY,
        planned_by=cast.sam,
    )


def supervise(cast: Cast, actor: Staff) -> None:
    Supervises.objects.create(agency=cast.agency, supervisor=actor, staff=cast.dana, kind="administrative", from_at=cast.began)


def apart(cast: Cast, actor: Staff, kind: BlockKind) -> None:
    """Every way in there is, and a block on top."""
    walk(cast, actor)
    cover(cast, actor)
    supervise(cast, actor)
    emergency(cast, actor)
    Block.objects.create(agency=cast.agency, person=cast.marcus, staff=actor, kind=kind, at=timezone.now(), set_by=cast.dana)


def own_self(cast: Cast, actor: Staff) -> None:
    """The worker is the person: one login for both, and every way in."""
    walk(cast, actor)
    supervise(cast, actor)
    emergency(cast, actor)
    cast.marcus.login = actor.login
    cast.marcus.save()


def emergency(cast: Cast, actor: Staff) -> None:
    now = timezone.now()
    EmergencyAccess.objects.create(
        agency=cast.agency, person=cast.marcus, staff=actor, reason="Could not wait", at=now, until_at=now + DAY / 3
    )


def former(cast: Cast, actor: Staff) -> None:
    """Left yesterday, with every way in still standing in the tables."""
    walk(cast, actor)
    supervise(cast, actor)
    emergency(cast, actor)
    now = timezone.now()
    RoleHeld.objects.filter(staff=actor).update(until_at=now - DAY)
    actor.left_at = now - DAY
    actor.save()


MAKE: dict[str, Callable[[Cast, Staff], Any]] = {
    "walks_with": walk,
    "covers": cover,
    "supervises": supervise,
    "other_program": walk,
    "blocked": lambda cast, actor: apart(cast, actor, BlockKind.ASKED),
    "relative": lambda cast, actor: apart(cast, actor, BlockKind.RELATIVE),
    "own_self": own_self,
    "emergency": emergency,
    "former": former,
}
