"""Riverside Peer Recovery, the demo agency: its programs, its team, and what happened between them in six months."""

from handrail.accounts.models.agency import Part2, Setting
from handrail.accounts.models.staff import SupervisionKind
from handrail.accounts.roles import Role
from handrail.people.models import BlockKind, ToldWhom
from handrail.project.demo.library import LIBRARY
from handrail.project.demo.lives import LIVES
from handrail.project.demo.people import PEOPLE
from handrail.project.demo.script import (
    Apart,
    Colleague,
    Corrected,
    Duty,
    Emergency,
    Heard,
    Line,
    Place,
    Script,
    StandIn,
)

PROGRAMS = (
    Place(
        key="door",
        name="Open Door",
        setting=Setting.COMMUNITY,
        part2=Part2.NO,
        medicaid_funded=True,
        wants_measures=True,
        sites=(("Mill Street House", "14 Mill Street, Riverside"),),
    ),
    Place(
        key="bridge",
        name="Hospital Bridge",
        setting=Setting.EMERGENCY,
        part2=Part2.YES,
        medicaid_funded=True,
        clinical=True,
        sites=(("Riverside General, emergency department", "300 Orchard Hill, Riverside"),),
    ),
    Place(
        key="family",
        name="Family Support",
        setting=Setting.COMMUNITY,
        part2=Part2.UNDETERMINED,
        sites=(("Mill Street House, upstairs", "14 Mill Street, Riverside"),),
    ),
)

STAFF = (
    Colleague("alex", "Alex Kim", "Office manager", (Duty(Role.ADMINISTRATOR, 184),)),
    Colleague("joan", "Joan Mercer", "Executive director", (Duty(Role.DIRECTOR, 183),)),
    Colleague(
        "sam",
        "Sam Okafor",
        "Peer support supervisor",
        (Duty(Role.SUPERVISOR, 182, "door"), Duty(Role.SUPERVISOR, 182, "family")),
        certified=True,
    ),
    Colleague(
        "iris",
        "Iris Vega",
        "Clinical supervisor, LCSW",
        (Duty(Role.CLINICAL_SUPERVISOR, 181, "bridge"), Duty(Role.CLINICAL_SUPERVISOR, 160, "door")),
    ),
    Colleague(
        "dana",
        "Dana Whitfield",
        "Certified peer recovery specialist",
        (Duty(Role.PEER, 180, "door"), Duty(Role.PEER, 150, "bridge")),
        certified=True,
    ),
    Colleague(
        "ray",
        "Ray Castillo",
        "Certified peer recovery specialist",
        (Duty(Role.PEER, 178, "bridge"), Duty(Role.PEER, 125, "door")),
        certified=True,
    ),
    Colleague(
        "noor",
        "Noor Haddad",
        "Family support partner",
        (Duty(Role.PEER, 176, "family"), Duty(Role.PEER, 140, "door")),
        certified=True,
    ),
    Colleague("theo", "Theo Lindqvist", "Social worker on the ward", (Duty(Role.TEAM_MEMBER, 90, "bridge"),)),
    Colleague("lena", "Lena Brandt", "Peer in training", (Duty(Role.TRAINEE, 76, "door"),)),
    Colleague("ada", "Ada Quist", "Reviewer from outside", (Duty(Role.AUDITOR, 21, until=-9),)),
)

LINES = (
    Line("sam", "dana", 179),
    Line("sam", "ray", 177),
    Line("sam", "noor", 175),
    Line("sam", "lena", 75),
    Line("iris", "ray", 177, SupervisionKind.CLINICAL),
    Line("iris", "dana", 148, SupervisionKind.CLINICAL),
    Line("iris", "noor", 138, SupervisionKind.CLINICAL, ended=92),
    Line("joan", "sam", 174),
    Line("joan", "iris", 174),
)

COVERS = (
    StandIn("noor", "ray", planned=121, first=116, last=112, planned_by="sam"),
    StandIn("dana", "ray", planned=103, first=96, last=90, planned_by="sam"),
    StandIn("noor", "dana", planned=60, first=54, last=45, planned_by="sam", ended=49),
    StandIn("ray", "dana", planned=12, first=3, last=-5, planned_by="iris", program="bridge"),
    StandIn("dana", "ray", planned=4, first=-12, last=-18, planned_by="sam"),
)

CORRECTED = (
    Corrected("wren", by="dana", ago=33, pronouns="they/them"),
    Corrected("kealii", by="dana", ago=97, born="1983-08-27"),
    Corrected("sumiarti", by="noor", ago=58, born="1990-04-18"),
)

APART = (
    # Dana stands in for Ray just now; of Ray's people, this one is not opened to her.
    Apart("oluwaseun", "dana", BlockKind.ASKED, by="ray", since=66),
    Apart("ifeanyi", "sam", BlockKind.RELATIVE, by="dana", since=109),
    # Lena works here as well, and asked that her own supervisor never reads this.
    Apart("lena", "sam", BlockKind.ASKED, by="noor", since=40),
    Apart("kwabena", "dana", BlockKind.ASKED, by="ray", since=101, lifted=52),
)

EMERGENCIES = (
    Emergency(
        "nasra",
        by="ray",
        ago=88,
        hour=2,
        reason="Nasra was in the emergency department with her son and asked who on her list could come.",
        heard=(Heard(ToldWhom.SUPERVISOR, "sam", 88, 9), Heard(ToldWhom.PERSON, "noor", 86, 14)),
    ),
    Emergency(
        "marcus",
        by="noor",
        ago=2,
        hour=21,
        reason="Marcus called the house from the bus station, very low, and asked who could come. Dana was off.",
        heard=(Heard(ToldWhom.SUPERVISOR, "sam", 1, 8),),
    ),
)

RIVERSIDE = Script(
    phone="(804) 555-0142",
    has_directives=True,
    name="Riverside Peer Recovery (demo)",
    pack="va",
    opened=184,
    programs=PROGRAMS,
    staff=STAFF,
    people=PEOPLE,
    lives=LIVES,
    library=LIBRARY,
    lines=LINES,
    covers=COVERS,
    corrected=CORRECTED,
    apart=APART,
    emergencies=EMERGENCIES,
    supervisors={"door": "sam", "bridge": "iris", "family": "sam"},
)
