"""The nouns a life is told in: who somebody is, what they want, and what was done together. Days are counted back from now."""

from __future__ import annotations

from dataclasses import dataclass

from handrail.contacts.models import How, View, Where
from handrail.people.models import Acuity, AgeBand, Interpreter, Kin, MayKnow, Need, PhaseName, PointKind, Relation, Support
from handrail.plans.models import Ending, ForWhat, Helped, LifeArea, Measure, NoticedBy, WhoDoes


@dataclass(frozen=True)
class Who:
    """Who somebody is, told once."""

    speaks: str = ""
    reads: str = ""
    interpreter: Interpreter | str = ""
    culture: str = ""
    faith: str = ""
    body_needs: str = ""
    senses_needs: str = ""
    reading_needs: str = ""
    born_year: int | None = None
    age_said: AgeBand | str = ""


@dataclass(frozen=True)
class Point:
    """A way to reach somebody. `may` names what is allowed there: call, text, write, come, leave_word; or never."""

    value: str
    may: str = "call text"
    kind: PointKind = PointKind.PHONE
    best: bool = False
    whose: str = ""
    hours: tuple[int, int] | None = None
    safe_words: str = ""
    who_else: str = ""


@dataclass(frozen=True)
class Near:
    """Somebody who stands by the person, and what they may be told."""

    name: str
    relation: Relation = Relation.FAMILY
    words: str = ""
    how_to_reach: str = ""
    may_know: MayKnow = MayKnow.NOTHING
    may_know_words: str = ""


@dataclass(frozen=True)
class Arranged:
    """A need, and what is arranged for it."""

    kind: Need
    need: str
    arranged: str


@dataclass(frozen=True)
class Found:
    """Where the person agreed to be looked for, and how being met feels safe or unsafe to them."""

    ways: str = ""
    safe: str = ""
    unsafe: str = ""


@dataclass(frozen=True)
class Kinship:
    """Another person of the agency is family."""

    other: str
    kin: Kin


@dataclass(frozen=True)
class Agreed:
    """What was agreed about walking together; `after` days from the beginning, `review` days from now."""

    every: int | None = 7
    minutes: int | None = 45
    kind: Support = Support.ONE_TO_ONE
    after: int = 0
    view: str = ""
    acuity: Acuity | str = ""
    team: str = ""
    peer: str = ""
    why: str = ""
    review: int | None = 30


@dataclass(frozen=True)
class Road:
    """Where on the road of recovery somebody came to be, so many days ago."""

    phase: PhaseName
    ago: int
    words: str = ""


@dataclass(frozen=True)
class OneStep:
    """Something to do towards a goal; `done` so many days ago."""

    words: str
    who: WhoDoes = WhoDoes.ALONE
    done: int | None = None


@dataclass(frozen=True)
class Look:
    """A check-in written down in the plan itself, with the person's words."""

    ago: int
    words: str
    value: float | None = None


@dataclass(frozen=True)
class Aim:
    """A goal in own words, hoped for in so many days. `line` is how it went, contact by contact, from the beginning until now."""

    key: str
    words: str
    area: LifeArea
    measure: Measure = Measure.NONE
    start: float | None = None
    end: float | None = None
    unit: str = ""
    scale: tuple[str, ...] = ()
    hoped_for: int | None = None
    after: int = 0
    line: tuple[float, ...] = ()
    looks: tuple[Look, ...] = ()
    steps: tuple[OneStep, ...] = ()
    ended: tuple[int, Ending, str] | None = None


@dataclass(frozen=True)
class Want:
    """What somebody wants; put better on a later day, so many days ago."""

    words: str
    ago: int | None = None


@dataclass(frozen=True)
class Strong:
    """Something strong in somebody, noticed so many days ago; `shown` tells when it showed again, and where if they said."""

    words: str
    area: str
    noticed: NoticedBy = NoticedBy.MYSELF
    whom: str = ""
    ago: int = 30
    first: str = ""
    shown: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Used:
    """A tool was used, so many days ago, and whether it helped."""

    ago: int
    helped: Helped | str = ""
    words: str = ""


@dataclass(frozen=True)
class Well:
    """A wellness tool: of their own, or by its id in the library."""

    words: str = ""
    how: str = ""
    for_what: tuple[ForWhat, ...] = ()
    library: str = ""
    ago: int = 30
    used: tuple[Used, ...] = ()


@dataclass(frozen=True)
class Note:
    """One contact, in two voices: what we did and why, and their words. `acts` are activities of the scope, `on` goals."""

    did: str = ""
    words: str = ""
    acts: str = ""
    on: str = ""
    how: How = How.MET
    minutes: int | None = 45
    where: Where | str = ""
    place: str = ""
    following: str = ""
    together: bool = False
    story: tuple[str, str] = ("", "")
    value: str = ""
    with_whom: str = ""
    said: tuple[View, str] | None = None
    returned: str = ""
    added: str = ""
    late: int = 0
    gave: str = ""
    """Pieces of the library that went along, by key; the agency's own as the script calls them."""
    also: tuple[str, Note] | None = None
    """Another person who was there, and their own part."""
    by: str = ""
    """Who wrote it, where several walked with the person; without a name, the one who does now."""


@dataclass(frozen=True)
class Soon:
    """An appointment to come: in so many days, at an hour. Before today, it was, and nobody told yet how it went."""

    days: int
    hour: int
    minute: int = 0
    place: str = ""
    minutes: int = 45
    how: How = How.MET


@dataclass(frozen=True)
class CallWish:
    """Somebody asked for a call, so many days ago."""

    ago: int
    about: str
    noted_by: str


@dataclass(frozen=True)
class Life:
    """What is known of somebody in one program, and what happened there. Without a program: the first they came to."""

    person: str
    program: str = ""
    who: Who = Who()
    points: tuple[Point, ...] = ()
    supporters: tuple[Near, ...] = ()
    arranged: tuple[Arranged, ...] = ()
    found: Found | None = None
    family: tuple[Kinship, ...] = ()
    agreed: tuple[Agreed, ...] = (Agreed(),)
    roads: tuple[Road, ...] = ()
    wants: tuple[Want, ...] = ()
    aims: tuple[Aim, ...] = ()
    notes: tuple[Note, ...] = ()
    ways: str = "met called met texted"
    """By which ways they are in touch between the notes above, in turn."""
    language: str = ""
    place: str = ""
    last: int = 3
    """Days since they last spoke."""
    tried: tuple[int, ...] = ()
    soon: tuple[Soon, ...] = ()
    call: CallWish | None = None
    drafts: tuple[tuple[int, Note], ...] = ()
    """What was begun so many days ago and is not signed."""
