"""What the rules are asked about: what is written, who was there, and how the roles of people are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

from handrail.people.names import plain

Sentence = str | Promise

BARRED: dict[str, Sentence] = {
    "peer": lazy("is the peer who helps with this paper"),
    "agent": lazy("is the person who speaks for you"),
    "alternate": lazy("steps in to speak for you"),
    "relative": lazy("is a relative"),
    "pays": lazy("pays for your care"),
    "provider": lazy("treats you"),
    "facility_staff": lazy("works where you get care"),
}
"""Who may stand in the way of being a witness, as the end of a sentence that begins with a name."""

IS_NOT: dict[str, Sentence] = {
    "peer": lazy("Is not the peer who helps with this paper"),
    "agent": lazy("Is not the person who speaks for me"),
    "alternate": lazy("Does not step in to speak for me"),
    "relative": lazy("Is not a relative"),
    "pays": lazy("Does not pay for my care"),
    "provider": lazy("Does not treat me"),
    "facility_staff": lazy("Does not work where I get care"),
}

CLAUSE = "override-clause"


@dataclass(frozen=True)
class WitnessGiven:
    """Somebody who watched the signing. `is_not`: what was asked of them and found not to be so."""

    name: str
    relation: str = ""
    """One of BARRED where they are one of those; else empty."""
    is_not: frozenset[str] = frozenset()
    is_adult: bool = True


@dataclass(frozen=True)
class ClauseGiven:
    """The second signature, for the clause that lets care go on over a later no, and who attested what."""

    name: str
    attested_by: str
    profession: str
    on: date | None


@dataclass(frozen=True)
class AgentNamed:
    """Who speaks for the person; `place` 1 is the agent, the others step in. `signs` when their own signature is told."""

    name: str
    place: int = 1
    signs: bool = False
    accepts: bool = False


@dataclass(frozen=True)
class Written:
    """What is there of a directive: the sections that say something, who speaks, who helped, and the clause."""

    sections: frozenset[str] = frozenset()
    agents: tuple[AgentNamed, ...] = ()
    helpers: tuple[str, ...] = ()
    clause: bool = False


@dataclass(frozen=True)
class Ceremony:
    """A signing as it is told: the maker's name, the day, and who was there."""

    maker: str
    on: date | None
    witnesses: tuple[WitnessGiven, ...] = ()
    notary: str = ""
    notary_on: date | None = None
    clause: ClauseGiven | None = None
    knows: bool = False
    """Whether they were told of safer ways, and want it so."""
    on_screen: bool = False
    """Signed here on the screen, and not on paper."""


def same_name(one: str, other: str) -> bool:
    """Whether two names are one, however they are typed."""
    return bool(one.strip()) and plain(one) == plain(other)
