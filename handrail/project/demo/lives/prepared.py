"""What people prepared for, in their words, and what they chose between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time

from handrail.plans.models import HowDone, HowItFits, Occasion


@dataclass(frozen=True)
class Sheet:
    """A preparation sheet begun so many days ago; the thing itself is so many days ahead, or was when it was `done`."""

    about: str
    occasion: Occasion
    begun: int
    on: int | None = None
    """Days back from now; a negative number is a day to come."""
    hour: time | None = None
    answers: Mapping[str, str] = field(default_factory=dict, hash=False)
    ticked: tuple[str, ...] = ()
    """Lines of the lists that are done with."""
    done: tuple[int, HowDone] | None = None
    after: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Found:
    """A fact about an option, and where from."""

    text: str
    source: str


@dataclass(frozen=True)
class OneOption:
    """Something to choose. `fits` are in the order of what matters."""

    words: str
    found: tuple[Found, ...] = ()
    fits: tuple[tuple[HowItFits, str], ...] = ()


@dataclass(frozen=True)
class Weighing:
    """A choice begun so many days ago. `chosen`: the number of the option, or none for `not yet`; days ago; why."""

    question: str
    begun: int
    matters: tuple[str, ...] = ()
    options: tuple[OneOption, ...] = ()
    thoughts: Mapping[str, str] = field(default_factory=dict, hash=False)
    chosen: tuple[tuple[int | None, int, str], ...] = ()


MARCUS_SHEETS = (
    Sheet(
        "The county office, about the list for a place",
        Occasion.CALL,
        begun=101,
        on=100,
        answers={
            "say": "My name is Marcus, and I am calling about the county list.\n"
            "I filled in the form and want to know if it is there.",
            "questions": "Who am I speaking with?\nWhat number do I have on the list?\nWhen do I call again?",
            "who-comes": "Dana sits beside me and says nothing.",
        },
        ticked=("Who am I speaking with?", "What number do I have on the list?"),
        done=(100, HowDone.HELPED),
        after={"went": "They put me on hold for half an hour. Dana stayed. I have a number now: 212."},
    ),
    Sheet(
        "The doctor, about my knee",
        Occasion.APPOINTMENT,
        begun=39,
        on=36,
        hour=time(9, 30),
        answers={
            "say": "It is the left knee, on stairs and after I stand.\n"
            "I do not want anything that makes me foggy.\n"
            "Last time I was out again before I sat down. Today I would like ten minutes.",
            "questions": "What is it, in plain words?\nWhat can I do myself?\nWhat if I wait?\n"
            "Does the bus to the exercises cost me anything?",
            "who-comes": "I go alone. Curtis picks me up.",
            "bring": "My card\nThe list of what I take\nThis sheet and a pen",
            "feel-safe": "The chair by the door.\nTell me before you touch the knee.",
        },
        ticked=("What is it, in plain words?", "What can I do myself?", "My card", "This sheet and a pen"),
        done=(36, HowDone.OWN),
        after={
            "went": "I read it off the sheet and nobody laughed. He sat down, too. Worn, not torn.",
            "agreed": "Exercises on Tuesdays, from next month. I call them, not they me.",
            "next": "Ask the money question first.",
        },
    ),
    Sheet(
        "Imani's school, for the ride to the game",
        Occasion.CALL,
        begun=15,
        on=14,
        answers={"say": "I am Imani's father, and I would like to come to the game on Friday."},
        done=(14, HowDone.OWN),
        after={"went": "Two minutes. They said: of course you can."},
    ),
    Sheet(
        "The housing office, with my pay slips",
        Occasion.MEETING,
        begun=4,
        on=-1,
        hour=time(10, 30),
        answers={
            "say": "I would like to speak first, please.\n"
            "I have paid what I owed since the spring. I want that to be in the file.\n"
            "The room on Canal Row is what I want. I have seen it and it is right for my knee.",
            "questions": "What is still missing?\nWho decides, and by when?\nMay I see what you write down?",
            "who-comes": "Dana, on my left. She helps me stop for a minute if I put my pen down.",
            "bring": "Two pay slips\nThe letter from the owner\nMy own list",
            "feel-safe": "Nobody stands in the doorway.",
        },
        ticked=("Two pay slips",),
    ),
)
MARCUS_CHOICE = Weighing(
    "Canal Row, or the place on Fourth that the county offers?",
    begun=21,
    matters=("A door that locks", "No stairs, for my knee", "Imani can get there on the bus", "I can pay it and still eat"),
    options=(
        OneOption(
            "The room on Canal Row",
            (
                Found("520 dollars a month, heating is in it. One month's rent up front.", "The owner, when we looked at it"),
                Found("Line 6 stops at the corner until eleven at night.", "The plan at the bus stop"),
            ),
            (
                (HowItFits.GOOD, "A real lock, and a chain."),
                (HowItFits.GOOD, "Ground floor."),
                (HowItFits.GOOD, ""),
                (HowItFits.PARTLY, "Tight until the fare card is back."),
            ),
        ),
        OneOption(
            "The place on Fourth Street",
            (
                Found("30 percent of what I earn. I could move in within two weeks.", "Ms. Teller at the county office"),
                Found("Third floor. The elevator is to be repaired in spring.", "The notice in the hallway"),
            ),
            (
                (HowItFits.GOOD, ""),
                (HowItFits.NOT, "Three floors."),
                (HowItFits.PARTLY, "She would change twice."),
                (HowItFits.GOOD, "Cheaper, no question."),
            ),
        ),
    ),
    thoughts={
        "want-to-know": "If I say no to Fourth Street, do I lose my number on the list?",
        "look-again": "After the first month there, with Dana.",
    },
    chosen=(
        (None, 20, "I want to sleep on it, and ask about the list first."),
        (0, 12, "I could see a table there. And my knee says so, too."),
    ),
)

ROSIE_SHEETS = (
    Sheet(
        "Mr. Pruitt who owns the house, about the rail by the front steps",
        Occasion.LETTER,
        begun=9,
        answers={
            "greeting": "Dear Mr. Pruitt,",
            "say": "I have lived behind the green door on Mill Street longer than you have owned it, and I mean to stay.\n\n"
            "I walk with two sticks. The rail by the front steps came off in October, and with ice on the steps I cannot "
            "leave my own house.\n\nPlease have it put back before the end of the month. I know that you keep your word, "
            "for your mother did.\n\nPlease answer in writing, in large letters.",
            "who-comes": "Lena reads it to me out loud. Beatrice checks the tone.",
            "feel-safe": "I say nothing about my health but the sticks.",
        },
    ),
    Sheet(
        "Gordon, before he decides anything",
        Occasion.MEETING,
        begun=30,
        on=26,
        hour=time(16),
        answers={
            "say": "Money is yours. Where I live is mine.\n"
            "Ask me before you sell, before you move me, and before you put the cat anywhere.",
            "who-comes": "Lena, for the biscuits. She does not speak.",
        },
        done=(26, HowDone.OWN),
        after={"went": "He cried, the dear. Then he wrote it down."},
    ),
)

GUADALUPE_SHEETS = (
    Sheet(
        "La maestra de Rodrigo",
        Occasion.MEETING,
        begun=6,
        on=-6,
        hour=time(8, 15),
        answers={
            "say": "Quiero hablar primero, en inglés, despacio.\nRodrigo está bien en matemáticas y quiero que lo sepa de usted.",
            "questions": "¿Con quién come?\n¿En qué le puedo ayudar yo en casa?\n¿Me lo escribe, por favor?",
            "who-comes": "Voy sola. Tere me espera afuera.",
            "bring": "La tarjeta con mis tres preguntas",
            "feel-safe": "Puedo decir: un momento, lo pienso en español.",
        },
    ),
)

WREN_CHOICE = Weighing(
    "Where do I and Biscuit sleep when it freezes?",
    begun=10,
    matters=("Biscuit comes too", "Warm", "Nobody goes through my bag"),
    options=(
        OneOption(
            "Moth's floor",
            (),
            (
                (HowItFits.GOOD, "He's got his own corner."),
                (HowItFits.GOOD, "Warm snore."),
                (HowItFits.GOOD, "Moth doesn't look."),
            ),
        ),
        OneOption(
            "The winter shelter on Pine",
            (
                Found(
                    "Doors open at seven. Dogs stay in the back yard, in a kennel with a lamp.", "The night desk, on the phone"
                ),
            ),
            (
                (HowItFits.PARTLY, "A kennel is a cage with a lamp."),
                (HowItFits.GOOD, ""),
                (HowItFits.UNKNOWN, "Ask somebody who slept there."),
            ),
        ),
        OneOption("The van, till I hear from the list"),
    ),
    thoughts={"want-to-know": "Can I go to Pine for one night and come back to Moth?"},
)

SHEETS: dict[str, tuple[Sheet, ...]] = {"marcus": MARCUS_SHEETS, "rosie": ROSIE_SHEETS, "guadalupe": GUADALUPE_SHEETS}
CHOICES: dict[str, tuple[Weighing, ...]] = {"marcus": (MARCUS_CHOICE,), "wren": (WREN_CHOICE,)}
