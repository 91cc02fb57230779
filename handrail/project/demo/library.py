"""What Riverside added to the library: pieces of its own, one it may use, one of ours in its words, one put away, a curriculum."""

from __future__ import annotations

from dataclasses import dataclass

from handrail.learning.actions import Written
from handrail.learning.catalogue import shipped
from handrail.learning.nouns import ENGLISH


@dataclass(frozen=True)
class OwnPiece:
    """A piece of the agency's own, in one language or several; `later`: how its first text reads now."""

    key: str
    by: str
    ago: int
    topic: str
    phases: tuple[str, ...]
    audiences: tuple[str, ...]
    texts: tuple[Written, ...]
    later: str = ""
    later_ago: int = 0
    after: str = ""
    """The piece of ours that it says in other words."""


@dataclass(frozen=True)
class OwnCurriculum:
    """A curriculum of the agency's own: pieces by phase."""

    title: str
    about: str
    by: str
    ago: int
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Library:
    """Everything an agency did to its library. What is put away: the key, by whom, how many days ago."""

    pieces: tuple[OwnPiece, ...] = ()
    put_away: tuple[tuple[str, str, int], ...] = ()
    curricula: tuple[OwnCurriculum, ...] = ()


NOTHING_ADDED = Library()

ALWAYS = ("engagement", "initiation", "stabilisation", "maintenance")
OURS = "We wrote it. Copy it as you like."

ROOM = Written(
    language="en",
    title="A room in Riverside: where to begin",
    summary="Three doors to knock on, what to bring, and what each of them can and cannot do.",
    body="""Nobody finds a room here in one day. Most of us found one in several small steps.

## Three doors

1. **The county list**, at the county office on Orchard Hill. It is long, so put your name on it first.
2. **Mill Street House.** On Thursdays somebody sits with you and reads the offers.
3. **People you know.** Half of us heard of our room from somebody.

## What to bring

- Something that shows who you are
- The last two pay slips, or a letter about your benefits
- A number where you can be called

## Try this

Write down what you need: a ground floor, a lock, a bus. Then what would only be nice. Show both lists at each door.""",
    source="Riverside Peer Recovery, the Thursday group",
    licence=OURS,
)
ROOM_BETTER = ROOM.body.replace("On Thursdays somebody sits with you", "On Tuesdays and Thursdays somebody sits with you")

ROOM_IN_SPANISH = Written(
    language="es",
    title="Un cuarto en Riverside: por dónde empezar",
    summary="Tres puertas que tocar, qué llevar y qué puede hacer cada una.",
    body="""Nadie encuentra un cuarto aquí en un día. Casi todos lo encontramos en varios pasos pequeños.

## Tres puertas

1. **La lista del condado**, en la oficina de Orchard Hill. Es larga. Por eso, anótate primero.
2. **La casa de Mill Street.** Los jueves alguien se sienta contigo a leer las ofertas.
3. **La gente que conoces.** La mitad supo de su cuarto por alguien.

## Qué llevar

- Algo que diga quién eres
- Los dos últimos recibos de sueldo, o una carta sobre tus beneficios
- Un número donde te encuentren

## Prueba esto

Escribe lo que necesitas: planta baja, una llave, el autobús. Después, lo que solo sería bonito. Muestra las dos listas.""",
    source="Riverside Peer Recovery, el grupo de los jueves",
    licence=OURS,
)

FEET = Written(
    language="en",
    title="Feet on the floor",
    summary="A way back to the room you are in, when your head is somewhere else. It takes two minutes.",
    body="""You can do this on a bus and nobody will notice.

- **Press your feet down.** Heels first, then toes. Feel what the floor is made of.
- **Say where you are.** The town, the street, the chair.
- **Find five things** that are the color of your shoes.
- **Breathe out** for longer than you breathe in. Do that four times.

If it makes things worse, stop. It does not fit everybody, and that is no fault of yours.""",
    source="Hannah Osei, community nurse at Riverside General",
    licence="With her permission, for people of Riverside Peer Recovery",
)


def in_our_words(key: str, title: str, *changes: tuple[str, str]) -> Written:
    """A piece that comes with Handrail, with what is said otherwise here."""
    text = shipped()[key].texts[ENGLISH]
    body = text.body
    for was, now in changes:
        if was not in body:
            raise LookupError(f"{key} does not say {was!r}")
        body = body.replace(was, now)
    return Written(ENGLISH, title, text.summary, body, text.source, "It came with Handrail. We changed it.")


FIRST_MEETING = in_our_words(
    "getting-to-a-first-meeting",
    "Getting to your first Thursday",
    (
        "Ask your peer which groups nearby are known for being good to new people.",
        "Thursday evenings upstairs are good to new people. Ask for Sam at the door.",
    ),
    ("with a cup of coffee in your hand", "with a cup of tea in your hand, or one of Iris's cookies"),
)

LIBRARY = Library(
    pieces=(
        OwnPiece(
            "room-in-riverside",
            by="sam",
            ago=171,
            topic="money-and-home",
            phases=("engagement", "initiation", "stabilisation"),
            audiences=("adult", "young"),
            texts=(ROOM, ROOM_IN_SPANISH),
            later=ROOM_BETTER,
            later_ago=60,
        ),
        OwnPiece(
            "feet-on-the-floor", by="iris", ago=158, topic="trauma", phases=ALWAYS, audiences=("adult", "young"), texts=(FEET,)
        ),
        OwnPiece(
            "first-thursday",
            by="sam",
            ago=149,
            topic="meetings",
            phases=("engagement", "initiation"),
            audiences=("adult", "young"),
            texts=(FIRST_MEETING,),
            after="getting-to-a-first-meeting",
        ),
    ),
    put_away=(("first-steps-to-housing", "sam", 170),),
    curricula=(
        OwnCurriculum(
            "Thursday evenings",
            "What we talk about upstairs, one piece an evening. Come to any of them.",
            by="sam",
            ago=150,
            parts=(
                ("engagement", "hope stress-in-three-minutes"),
                ("initiation", "room-in-riverside feet-on-the-floor things-that-keep-me-well riding-out-a-craving"),
                ("stabilisation", "making-friends first-steps-with-money"),
            ),
        ),
    ),
)
