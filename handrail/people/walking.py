"""Who walks with a person, program by program, with the forms of whoever may decide about it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from handrail.accounts.models import Staff
from handrail.people import queries, rules
from handrail.people.forms import StopWalkingForm, WalkForm
from handrail.people.models import Enrolment, Person, WalksWith


@dataclass(frozen=True)
class Walk:
    """One who walks with the person now, and the form that ends it, for those who may."""

    walk: WalksWith
    stop_form: StopWalkingForm | None


@dataclass(frozen=True)
class Place:
    """One program of the person: who walks with them, who did before, and the form to find somebody, for those who may."""

    enrolment: Enrolment
    now: list[Walk]
    before: list[WalksWith]
    may_decide: bool
    start_form: WalkForm | None


def places_of(person: Person, staff: Staff, at: datetime, sent: dict[object, Any] | None = None) -> list[Place]:
    """Every program of the person that this staff member reaches. `sent` holds forms that came back, by the row they are about."""
    enrolments = list(queries.enrolments_of(person, staff, at))
    deciding = rules.decides_in(staff, person.pk, at)
    peers = queries.peers_of([enrolment.program_id for enrolment in enrolments], at) if deciding else {}
    kept_apart = set(person.blocks.standing().values_list("staff", flat=True)) if deciding else set()
    return [
        _place(enrolment, enrolment.pk in deciding, [p for p in peers.get(enrolment.program_id, []) if p.pk not in kept_apart], at, sent or {})
        for enrolment in enrolments
    ]


def _place(enrolment: Any, may_decide: bool, peers: list[Staff], at: datetime, sent: dict[object, Any]) -> Place:
    running = [walk for walk in enrolment.all_walks if walk.until_at is None or walk.until_at > at]
    walking = {walk.peer_id for walk in running}
    free = [peer for peer in peers if peer.pk not in walking]
    start = sent.get(enrolment.pk) or WalkForm(peers=free, auto_id=f"id_{enrolment.pk}_%s")
    return Place(
        enrolment=enrolment,
        now=[Walk(walk, _stop_form(walk, sent) if may_decide else None) for walk in running],
        before=[walk for walk in enrolment.all_walks if walk not in running],
        may_decide=may_decide,
        start_form=start if may_decide and free else None,
    )


def _stop_form(walk: WalksWith, sent: dict[object, Any]) -> StopWalkingForm:
    return sent.get(walk.pk) or StopWalkingForm(auto_id=f"id_{walk.pk}_%s")
