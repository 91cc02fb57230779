"""Plans for hard times: Marcus's crisis plan, the plan of Micah's family, Amparo's for Sundays; and one night that was hard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Someone:
    """Somebody in a plan."""

    name: str
    who: str = ""
    phone: str = ""
    when: str = ""


@dataclass(frozen=True)
class Somewhere:
    """A place in a plan."""

    name: str
    how: str = ""
    why: str = ""
    phone: str = ""


@dataclass(frozen=True)
class HardTime:
    """A time that was hard, so many days ago at this hour: what was tried, what was said, what went into the plan."""

    ago: int
    hour: int
    tried: tuple[str, ...]
    now: str
    next: str
    learned: tuple[str, ...]
    kept_in: str
    kept: tuple[str, ...]


@dataclass(frozen=True)
class Guided:
    """A plan with its parts, begun so many days ago; copies in whose hands."""

    person: str
    kind: str
    ago: int
    said: Mapping[str, tuple[str, ...]]
    people: Mapping[str, tuple[Someone, ...]] = field(default_factory=dict)
    places: Mapping[str, tuple[Somewhere, ...]] = field(default_factory=dict)
    copies: tuple[str, ...] = ()
    hard_time: HardTime | None = None


MARCUS = Guided(
    "marcus",
    "crisis",
    70,
    said={
        "when-i-am-well": ("I am up before the sun. I joke, badly. I cook for whoever is there.",),
        "getting-hard": (
            "I stop shaving.",
            "I do not answer my mother on Sunday.",
            "I walk the second bridge and do not sit down.",
            "My knee hurts more than it does.",
        ),
        "in-crisis": (
            "I give my tackle box away.",
            "I say everybody would be better off.",
            "I have not slept for two nights.",
        ),
        "what-helps": (
            "Sit beside me, not across.",
            "Talk about fish. I mean it.",
            "Something hot to eat, even if I say no.",
            "Walk to the water with me, slowly, because of the knee.",
        ),
        "please-do-not": (
            "Do not stand in the doorway.",
            "Do not ask me why in front of others.",
            "Do not call the police for me. Call Curtis.",
        ),
        "safer-place": ("Curtis keeps my knives until I ask for them over breakfast.",),
        "who-looks-after": ("Tell the county list that I am still looking.", "The cat at the bait shop gets the heads."),
        "know-about-me": ("I pray outdoors. I do not hear well when two people talk. I go by Marcus, never Mark.",),
        "hospital-or-team": ("Tell me the next step before you take it.", "Let me keep my belt until somebody says why not."),
        "crisis-is-over": ("I ask what is for dinner.", "I sleep until it is light."),
        "need-after": ("A ride home with the windows down.", "Nobody's long face for a week."),
    },
    people={
        "people-to-call": (
            Someone("Curtis", "Fishes with me, ten years dry", "555-0161", "Any hour. He does not sleep either."),
            Someone("Loretta", "My mother", "555-0177", "Not at night, she would drive. In the morning, yes."),
            Someone("Dana", "My peer", "555-0102", "In the daytime. She calls back."),
        ),
        "people-not-to-call": (Someone("Imani", "My daughter, she is fifteen", when="She hears it from me, later."),),
    },
    places={
        "safe-places": (
            Somewhere("The bench past the second bridge", "Bus 3 to the end, then down the steps", "The water is loud there."),
            Somewhere("The library, near the newspapers", "Until eight", "Warm, and nobody asks."),
        ),
        "places-to-avoid": (Somewhere("Canal Row on the first", "", "Everybody has money that day."),),
    },
    hard_time=HardTime(
        ago=17,
        hour=15,
        tried=("water", "quiet", "call-someone", "next-hour"),
        now="The room on Canal Row went to somebody else. I thought of the bridge, and then I called.",
        next="Curtis stays tonight. We talk at nine, Dana calls me.",
        learned=(
            "The first sign was the tackle box. I had packed it for Curtis.",
            "Calling before I walk is easier than calling from the bridge.",
            "Soup helped. Being told to breathe did not.",
        ),
        kept_in="what-helps",
        kept=("Calling before I walk is easier than calling from the bridge.",),
    ),
)

MICAH = Guided(
    "micah",
    "family",
    52,
    said={
        "child-good-day": ("I skate to school.", "I draw the whole bus ride.", "Nobody says hurry up."),
        "child-too-big": ("My ears get hot.", "I go under the stairs.", "I say I don't care. I do."),
        "child-helps": (
            "Give me paper and don't look at it.",
            "Sit on the step below me.",
            "Ask one thing. Then wait.",
            "Let me go out and skate once around.",
        ),
        "child-please-do-not": ("Don't talk about me over my head.", "Don't ask twice.", "Don't take my board."),
        "safe-words": ("Pineapple in a text means: come and get me, no questions.",),
        "parents-see": ("Doors. Every door.", "He does not eat with us.", "The maps he draws have no people."),
        "need-others": ("When somebody is about to get hurt, him or me.", "When I am shouting and cannot stop."),
        "parents-do": (
            "One of us talks, low. That is Ruth if she is here.",
            "I go to the kitchen and count the tiles.",
            "We say: nobody is in trouble.",
        ),
        "parents-need": ("Ten minutes on the porch.", "Ruth, or somebody who has been here."),
        "siblings": ("Little Joy goes next door with the tablet.",),
        "pets-and-home": ("Spare key at Ruth's.",),
        "know-about-us": ("We say grace. Micah wears his hood when it is loud, that is not rude.",),
        "after": ("Pancakes, any time of day.", "We look at the plan on Sunday."),
    },
    people={
        "child-my-people": (
            Someone("Grandma Ruth", "My grandma", "555-0612", "Any time, she said so."),
            Someone("Mr. Amadi", "Art room", "", "At school. Knock two times."),
        ),
        "people-to-call": (
            Someone("Ruth", "Latoya's mother", "555-0612", "First. She is ten minutes away."),
            Someone("Noor", "Our peer", "555-0103", "In the daytime."),
        ),
        "pick-up": (Someone("Ruth", "Grandmother", "555-0612"), Someone("Latoya", "Mother", "555-0611")),
        "school": (Someone("Mr. Amadi", "Art teacher", "", "Knows that Micah may leave the room. Not why."),),
        "copies-to": (
            Someone("Grandma Ruth", "All of it", "555-0612"),
            Someone("Mr. Amadi", "Micah's own part only. Micah gives it to him."),
        ),
    },
    places={
        "child-calm-spots": (
            Somewhere("Under the stairs at home"),
            Somewhere("The stairs by the art room", "", "Nobody owns them."),
        ),
        "respite": (Somewhere("Grandma Ruth's", "Bus 7, or she comes", "He has a bed there."),),
    },
    copies=("Grandma Ruth", "Mr. Amadi"),
)

AMPARO = Guided(
    "amparo",
    "relapse",
    40,
    said={
        "why-it-matters": ("Que mis nietos me vean entera.", "Los domingos huelen a sofrito y no a vino."),
        "sets-me-off": (
            "Mi cuñado con la botella.",
            "El silencio después del almuerzo.",
            "El catorce, que es cuando murió Efraín.",
        ),
        "early-signs": ("Compro una sola, para cocinar.", "No contesto el rosario en voz alta.", "Busco el abridor."),
        "at-once": ("Abro la ventana y salgo al balcón.", "Llamo a Yesenia y digo «ven».", "Pongo café, aunque sea de noche."),
        "times-hard": ("Los domingos a las cuatro.",),
        "cravings": ("Un misterio del rosario, despacio. Después otro.", "Pelo habichuelas hasta que se pasa."),
        "first-hour": ("Se lo digo a Yesenia esa misma noche.", "Boto lo que queda, con ella al lado."),
        "back-on-my-way": ("Caerse en la cocina no es irse de la casa.",),
        "staying-safer": ("No mezclo con las pastillas de la presión. Le pregunto a la farmacéutica.",),
    },
    people={
        "people-i-tell": (
            Someone("Yesenia", "Mi hija, la que manda", "555-0312", "A cualquier hora"),
            Someone("Dana", "Mi compañera de camino", "555-0102", "De día"),
        )
    },
    places={"places-hard": (Somewhere("La bodega de la esquina", "", "Me lo fían."),)},
)

HARD_TIMES = (MARCUS, MICAH, AMPARO)
