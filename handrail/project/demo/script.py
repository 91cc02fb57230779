"""The nouns a demo agency is told in. Days are counted back from now; a negative number is a day to come."""

from __future__ import annotations

from dataclasses import dataclass, field

from handrail.accounts.models.agency import Part2, Setting
from handrail.accounts.models.staff import SupervisionKind
from handrail.accounts.roles import Role
from handrail.people.models import BlockKind, Ending, ToldWhom
from handrail.project.demo.library import NOTHING_ADDED, Library
from handrail.project.demo.lives.nouns import Life, Who

BETWEEN_PEOPLE = 23
"""Minutes, so that not everybody of a day comes at once."""


@dataclass(frozen=True)
class Place:
    """A program and the places it works from: (name, address)."""

    key: str
    name: str
    setting: Setting
    part2: Part2
    sites: tuple[tuple[str, str], ...]
    medicaid_funded: bool = False
    clinical: bool = False
    wants_measures: bool = False


@dataclass(frozen=True)
class Duty:
    """A role somebody holds since so many days, in a program or for the whole agency."""

    role: Role
    since: int
    program: str = ""
    until: int | None = None
    """The last day, where it was known from the beginning."""


@dataclass(frozen=True)
class Colleague:
    """Somebody of the staff. The key is the name they sign in with; the first duty begins on their first day."""

    key: str
    name: str
    title: str
    duties: tuple[Duty, ...]
    certified: bool = False

    @property
    def is_trainee(self) -> bool:
        """Whether they are still learning somewhere."""
        return any(duty.role is Role.TRAINEE for duty in self.duties)


@dataclass(frozen=True)
class Line:
    """Who supervises whom."""

    supervisor: str
    staff: str
    since: int
    kind: SupervisionKind = SupervisionKind.ADMINISTRATIVE
    ended: int | None = None


@dataclass(frozen=True)
class StandIn:
    """A colleague stands in for a peer, from the first day to the last one."""

    covered: str
    by: str
    planned: int
    first: int
    last: int
    planned_by: str
    ended: int | None = None
    program: str = "door"


@dataclass(frozen=True)
class Walk:
    """Who walks with the person, since when, and why it ended if it did."""

    peer: str
    since: int
    chosen: bool = False
    ended: int | None = None
    why: str = ""


@dataclass(frozen=True)
class Part:
    """A program the person is part of, and everybody who walked with them there."""

    program: str
    since: int
    by: str
    walks: tuple[Walk, ...] = ()
    ended: tuple[int, Ending, str] | None = None
    """So many days ago, why, and how they or the peer put it."""


def from_the_start(program: str, since: int, peer: str) -> tuple[Part]:
    """One program, and one peer who met the person there and walks with them since."""
    return (Part(program, since, peer, (Walk(peer, since),)),)


@dataclass(frozen=True)
class Known:
    """Somebody the agency walks with. `born` is an ISO date, empty while nobody knows it."""

    key: str
    name: str
    parts: tuple[Part, ...]
    pronouns: str = ""
    born: str = ""
    legal_name: str = ""
    works_here_as: str = ""
    not_the_same_as: str = ""
    """Who looked like the same person on the day they came, and is somebody else."""


@dataclass(frozen=True)
class Corrected:
    """Something learned later about a person."""

    person: str
    by: str
    ago: int
    pronouns: str = ""
    born: str = ""


@dataclass(frozen=True)
class Apart:
    """A colleague who may never open this record, or not until the person changed their mind."""

    person: str
    staff: str
    kind: BlockKind
    by: str
    since: int
    lifted: int | None = None


@dataclass(frozen=True)
class Heard:
    """Who heard of an emergency access, from whom, on which day and at which hour."""

    whom: ToldWhom
    by: str
    ago: int
    hour: int


@dataclass(frozen=True)
class Emergency:
    """A record opened because it could not wait, at an hour of a day, and who heard of it."""

    person: str
    by: str
    ago: int
    hour: int
    reason: str
    heard: tuple[Heard, ...] = ()


@dataclass(frozen=True)
class Script:
    """Everything that happens at one agency. The first colleague opens it and keeps its set-up."""

    name: str
    pack: str
    opened: int
    programs: tuple[Place, ...]
    staff: tuple[Colleague, ...]
    people: tuple[Known, ...]
    lives: tuple[Life, ...] = ()
    time_zone: str = "America/New_York"
    lines: tuple[Line, ...] = ()
    covers: tuple[StandIn, ...] = ()
    corrected: tuple[Corrected, ...] = ()
    apart: tuple[Apart, ...] = ()
    emergencies: tuple[Emergency, ...] = ()
    library: Library = NOTHING_ADDED
    supervisors: dict[str, str] = field(default_factory=dict)
    """Who arranges who walks with whom, by program."""
    phone: str = ""
    """The number people call."""
    has_directives: bool = False
    """Whether the directives of `directives.py` are of its people."""

    def who_is(self, known: Known) -> Who:
        """Who somebody is, as far as it is told."""
        return next((life.who for life in self.lives if life.person == known.key and life.who != Who()), Who())
