"""What the page of a person tells at a glance, beside the boxes of other apps: how to reach them, what is agreed, who is around.

Everything here keeps to the programs through which the reader reaches the person.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise

from handrail.accounts.models import Staff
from handrail.people import ages, queries, rules
from handrail.people.models import (
    Arrangement,
    ContactPoint,
    Enrolment,
    Fact,
    Finding,
    Kin,
    Person,
    Phase,
    SupportAgreement,
    Supporter,
)
from handrail.people.saying import agreed_words, dial_words, hours_words, language_words, safe_words

F = TypeVar("F", bound=Fact)
SHOWN_BEFORE = 5


@dataclass(frozen=True)
class Noted(Generic[F]):
    """One fact, and whether this reader may change it."""

    fact: F
    may_change: bool


@dataclass(frozen=True)
class Reachable:
    """One way to reach the person: what is safe there, when, and whether it is a good hour now."""

    fact: ContactPoint
    may_change: bool
    safe: str
    hours: str
    good_hour: bool
    dial: str


@dataclass(frozen=True)
class Together:
    """One program they are part of now: what is agreed there, where on the road they are, and what this reader may do."""

    enrolment: Enrolment
    agreement: SupportAgreement | None
    agreed: str
    review_is_due: bool
    agreed_before: list[tuple[SupportAgreement, str]]
    phase: Phase | None
    phases_before: list[Phase]
    finding: Finding | None
    may_change: bool
    may_end: bool


@dataclass(frozen=True)
class Family:
    """A person of the agency who is family; shown to those alone who reach both."""

    tie_id: UUID
    other: Person
    kin: Kin
    may_change: bool


@dataclass(frozen=True)
class Portrait:
    """All of it. `several`: the reader reaches them through more than one program, so that each part says which."""

    several: bool
    points: list[Reachable]
    points_before: list[Noted[ContactPoint]]
    together: list[Together]
    supporters: list[Noted[Supporter]]
    supporters_before: list[Noted[Supporter]]
    arrangements: list[Noted[Arrangement]]
    arrangements_before: list[Noted[Arrangement]]
    family: list[Family]
    born: str
    language: str
    band: Promise | str
    fitting: ages.Fitting

    @property
    def findings(self) -> list[Finding]:
        """What they said about being found and met, in each program."""
        return [one.finding for one in self.together if one.finding]


def portrait_of(person: Person, enrolments: Iterable[Enrolment], staff: Staff, at: datetime) -> Portrait:
    """Read everything the page tells, asked once for each kind however much there is."""
    programs = queries.programs_of(person, staff, at)
    mine = {program.pk for program in queries.programs_looked_after(person, staff, at)} if rules.runs_support(staff) else set()
    today, clock = timezone.localdate(at), timezone.localtime(at).time()
    points, points_before = _parted(queries.points_of(person, programs), mine)
    supporters, supporters_before = _parted(queries.supporters_of(person, programs), mine)
    arrangements, arrangements_before = _parted(queries.all_arrangements_of(person, programs), mine)
    band = ages.band_of(person, today)
    return Portrait(
        several=len(programs) > 1,
        points=[_reachable(noted, clock) for noted in points],
        points_before=points_before,
        together=_together(person, enrolments, staff, at, mine, today),
        supporters=supporters,
        supporters_before=supporters_before,
        arrangements=arrangements,
        arrangements_before=arrangements_before,
        family=_family(person, staff, at, bool(mine)),
        language=language_words(person),
        born=ages.birth_words(person, today),
        band=band.label if band else "",
        fitting=ages.fitting(person, today),
    )


def _parted(facts: Iterable[F], mine: set[Any]) -> tuple[list[Noted[F]], list[Noted[F]]]:
    """Those that stand, and those that were stopped."""
    noted = [Noted(fact, fact.program_id in mine) for fact in facts]
    return [one for one in noted if one.fact.stopped_at is None], [one for one in noted if one.fact.stopped_at is not None]


def _reachable(noted: Noted[ContactPoint], clock: Any) -> Reachable:
    point = noted.fact
    return Reachable(point, noted.may_change, safe_words(point), hours_words(point), point.is_safe_at(clock), dial_words(point))


def _together(
    person: Person, enrolments: Iterable[Enrolment], staff: Staff, at: datetime, mine: set[Any], today: date
) -> list[Together]:
    running = [one for one in enrolments if one.until_at is None or one.until_at > at]
    programs = [one.program_id for one in running]
    agreements = queries.all_agreements_of(person, programs)
    findings = {finding.program_id: finding for finding in queries.findings_of(person, programs)}
    phases = queries.phases_of(person, running)
    ends_in = rules.ends_in(staff, person.pk, at) if running else set()
    return [
        _one_together(
            enrolment,
            [one for one in agreements if one.program_id == enrolment.program_id],
            [one for one in phases if one.enrolment_id == enrolment.pk],
            finding=findings.get(enrolment.program_id),
            may_change=enrolment.program_id in mine,
            may_end=enrolment.pk in ends_in,
            at=at,
            today=today,
        )
        for enrolment in running
    ]


def _one_together(
    enrolment: Enrolment, agreements: list[SupportAgreement], phases: list[Phase], at: datetime, today: date, **more: Any
) -> Together:
    """The latest agreement and phase come first; whichever still runs is the one that holds."""
    agreement = next((one for one in agreements if one.until_at is None or one.until_at > at), None)
    phase = next((one for one in phases if one.until_at is None or one.until_at > at), None)
    before = [(one, agreed_words(one)) for one in agreements if one is not agreement]
    return Together(
        enrolment=enrolment,
        agreement=agreement,
        agreed=agreed_words(agreement) if agreement else "",
        review_is_due=bool(agreement and agreement.review_on and agreement.review_on <= today),
        agreed_before=before[:SHOWN_BEFORE],
        phase=phase,
        phases_before=[one for one in phases if one is not phase][:SHOWN_BEFORE],
        **more,
    )


def _family(person: Person, staff: Staff, at: datetime, may_change: bool) -> list[Family]:
    ties = queries.ties_of(person, staff, at)
    changeable = queries.ties_looked_after(person, staff, at) if ties and may_change else set()
    shown = [Family(tie.pk, *tie.seen_from(person), tie.pk in changeable) for tie in ties]
    # Told in two programs it is still one tie; whoever reaches both sees the one they may take back.
    return list({(one.other.pk, one.kin): one for one in sorted(shown, key=lambda one: one.may_change)}.values())
