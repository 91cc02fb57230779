"""Who walks with a person, program by program, with the forms of whoever may decide about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from handrail.accounts.models import Staff
from handrail.people import queries, rules
from handrail.people.forms import StopWalkingForm, WalkForm
from handrail.people.models import Enrolment, Person, WalksWith
from handrail.ui.moments import moment_words


@dataclass(frozen=True)
class Companion:
    """One line on the person's page: a peer and since when; or a program where nobody walks with them, now or any more."""

    program: str
    peer: str
    note: str
    alone: bool = False


@dataclass(frozen=True)
class Walk:
    """One who walks with the person now, and the form that ends it, for those who may."""

    walk: WalksWith
    note: str
    stop_form: StopWalkingForm | None


@dataclass(frozen=True)
class Place:
    """One program of the person: who walks with them, who did before, and the form to find somebody, for those who may."""

    enrolment: Enrolment
    now: list[Walk]
    before: list[WalksWith]
    may_decide: bool
    start_form: WalkForm | None


def companions_of(enrolments: Iterable[Enrolment], reader: Staff, at: datetime) -> list[Companion]:
    """Who walks with the person, in every program the reader reaches."""
    return [line for enrolment in enrolments for line in _companions(enrolment, reader, at)]


def _companions(enrolment: Any, reader: Staff, at: datetime) -> list[Companion]:
    program = str(enrolment.program)
    if enrolment.until_at and enrolment.until_at <= at:
        until = moment_words(enrolment.until_at, with_time=False)
        return [Companion(program, "", _("They were part of it until %(day)s.") % {"day": until})]
    carried = [walk for walk in enrolment.all_walks if walk.carried]
    if not carried:
        return [Companion(program, "", "", alone=True)]
    return [Companion(program, walk.peer.name, f"{program}, {since_words(walk, reader)}") for walk in carried]


def since_words(walk: WalksWith, reader: Staff) -> str:
    """`you, since 3 May 2026, chosen by the person`."""
    since = _("since %(day)s") % {"day": moment_words(walk.from_at, with_time=False)}
    told = [_("you"), since] if walk.peer_id == reader.pk else [since]
    return ", ".join([*told, _("chosen by the person")] if walk.chosen_by_person else told)


def places_of(person: Person, staff: Staff, at: datetime, sent: dict[object, Any] | None = None) -> list[Place]:
    """Every program of now that this staff member reaches the person in. `sent`: forms that came back, by their row."""
    enrolments = [one for one in queries.enrolments_of(person, staff, at) if one.until_at is None or one.until_at > at]
    deciding = rules.decides_in(staff, person.pk, at)
    peers = queries.peers_of([enrolment.program_id for enrolment in enrolments], at) if deciding else {}
    kept_apart = set(person.blocks.standing().values_list("staff", flat=True)) if deciding else set()
    free = {program: [peer for peer in them if peer.pk not in kept_apart] for program, them in peers.items()}
    return [
        _place(enrolment, enrolment.pk in deciding, free.get(enrolment.program_id, []), staff, at, sent or {})
        for enrolment in enrolments
    ]


def _place(enrolment: Any, may_decide: bool, peers: list[Staff], reader: Staff, at: datetime, sent: dict[object, Any]) -> Place:
    running = [walk for walk in enrolment.all_walks if walk.until_at is None or walk.until_at > at]
    walking = {walk.peer_id for walk in running}
    free = [peer for peer in peers if peer.pk not in walking]
    start = sent.get(enrolment.pk) or WalkForm(peers=free, auto_id=f"id_{enrolment.pk}_%s")
    return Place(
        enrolment=enrolment,
        now=[
            Walk(walk, capfirst(since_words(walk, reader)), _stop_form(walk, sent) if may_decide else None) for walk in running
        ],
        before=[walk for walk in enrolment.all_walks if walk not in running],
        may_decide=may_decide,
        start_form=start if may_decide and free else None,
    )


def _stop_form(walk: WalksWith, sent: dict[object, Any]) -> StopWalkingForm:
    return sent.get(walk.pk) or StopWalkingForm(auto_id=f"id_{walk.pk}_%s")
