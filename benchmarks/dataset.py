"""The rows that every measured database holds: 200 workers, their people, goals and notes, and what is searched for.

Made from numbers that are the same every time, so that Handrail and the floors beside it answer about the same people. Nobody here
is real. Names are put together from syllables; notes are words without a story.
"""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

FIRST = """James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara
Richard Susan Joseph Jessica Thomas Sarah Christopher Karen Charles Lisa Daniel Nancy Matthew Betty
Anthony Sandra Mark Margaret Donald Ashley Steven Kimberly Andrew Emily Paul Donna Joshua Michelle
Kenneth Carol Kevin Amanda Brian Melissa Timothy Deborah Ronald Stephanie Jason Rebecca George Sharon
Edward Laura Jeffrey Cynthia Ryan Dorothy Jacob Amy Nicholas Kathleen Gary Angela Eric Shirley Jonathan
Emma Stephen Brenda Larry Pamela Justin Nicole Scott Anna Brandon Samantha Benjamin Katherine Samuel
Christine Gregory Debra Alexander Rachel Patrick Carolyn Frank Janet Raymond Maria Jack Olivia Dennis
Heather Jerry Helen Tyler Catherine Aaron Diane Jose Julie Adam Victoria Nathan Joyce Henry Lauren
Zachary Kelly Douglas Christina Peter Ruth Kyle Joan Noah Virginia Ethan Judith""".split()
BEGINNINGS = """Ab Al An Ar Bar Ben Ber Bran Bur Cal Car Chan Clay Col Cor Cum Dal Dan Day Den Dow Dun Ed El
Ever Far Fen Fitz Fos Gar Gil Gor Gra Hal Ham Har Hen Hol Hub Hut Jack Jen Kel Ken Kim Lam Lan Lar Law
Lew Lin Lock Mac Mal Man Mar Mc Mer Mil Mor Nel New Nor Oak Or Os Par Pat Per Pres Ram Red Rich Rob Ros
Sal Sand Shel Sim Stan Sul Sut Tay Thorn Tur Van Wal War Wat Wel Whit Wil Win Wood Yar""".split()
ENDINGS = """bert by den der don field ford ham ing kins land ley low man mer mond nan ner net ney nolds
ris ron sen sey son stead ston ter thy ton ville ward well wick win wood worth""".split()
LAST = [beginning + ending for beginning in BEGINNINGS for ending in ENDINGS]
WORDS = """met with person at the recovery center today and talked about goals housing work family
meeting group coping wellness plan stress walk sponsor transport appointment referral job interview class
support strengths next step call text follow up voluntary shared story listened encouraged practiced skill
bus clinic court letter friend sober weekend craving trigger trust hope budget food pantry phone number
ride school read exercise sleep medication list question team review progress barrier idea choose""".split()
LETTERS = "abcdefghijklmnopqrstuvwxyz"

WORKERS = 200
WORKERS_OF_ONE_SUPERVISOR = 12
PEOPLE = 10_000
END = dt.date(2026, 10, 31)
"""The day of the last note, in the floors. Handrail's own home is filled up to yesterday, so that its Today is alive."""
DAYS = 730
MINUTES = (15, 15, 30, 30, 45, 60)
GOALS_EACH = 3
SLIPS = ("deleted", "inserted", "replaced", "swapped")


@dataclass(frozen=True)
class Human:
    """Somebody a worker walks with."""

    number: int
    first: str
    last: str
    born_on: dt.date
    phone: str
    worker: int

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"


@dataclass(frozen=True)
class Note:
    """One contact: with whom, by which worker, when, how long, and what was written."""

    number: int
    person: int
    worker: int
    day: dt.date
    minutes: int
    text: str


@dataclass(frozen=True)
class Query:
    """What somebody types to find a person: a part of the last name, or the whole name with one wrong letter."""

    kind: str
    text: str
    person: int


def worker_of(person: int) -> int:
    """Every worker walks with as many people: 50 of 10,000."""
    return (person - 1) % WORKERS + 1


def people(many: int = PEOPLE, seed: int = 1) -> Iterator[Human]:
    """Everybody, in the order they came."""
    dice = random.Random(seed)
    for number in range(1, many + 1):
        yield Human(
            number,
            dice.choice(FIRST),
            dice.choice(LAST),
            dt.date(1950, 1, 1) + dt.timedelta(days=dice.randrange(20_000)),
            f"804555{dice.randrange(10_000):04}",
            worker_of(number),
        )


@cache
def everybody(many: int = PEOPLE) -> list[Human]:
    """The same as a list, made once."""
    return list(people(many))


def text(dice: random.Random) -> str:
    """A note of 30 to 90 words."""
    return " ".join(dice.choices(WORDS, k=dice.randint(30, 90))).capitalize() + "."


def notes(many: int = 100_000, persons: int = PEOPLE, end: dt.date = END, seed: int = 2) -> Iterator[Note]:
    """Two years of notes, the oldest first; skewed, so that some people have many."""
    dice = random.Random(seed)
    pool = [text(dice) for _ in range(5000)]
    for number in range(1, many + 1):
        person = int(persons * dice.random() ** 1.5) + 1
        day = end - dt.timedelta(days=DAYS - 1 - (number - 1) * DAYS // many)
        yield Note(number, person, worker_of(person), day, dice.choice(MINUTES), dice.choice(pool))


def goals(persons: int = PEOPLE, seed: int = 3) -> Iterator[tuple[int, int, str, str]]:
    """Three goals for everybody: number, person, words, state."""
    dice, number = random.Random(seed), 0
    for person in range(1, persons + 1):
        for _ in range(GOALS_EACH):
            number += 1
            yield number, person, " ".join(dice.choices(WORDS, k=8)), dice.choice(("open", "met", "changed"))


def slip(dice: random.Random, name: str, kind: str) -> str:
    """One wrong letter, never the first: a thumb that slips usually begins well. Never the name itself."""
    while True:
        at = dice.randrange(1, len(name) - 1)
        before, letter, after = name[:at], name[at], name[at + 1 :]
        slipped = {
            "deleted": before + after,
            "inserted": before + dice.choice(LETTERS) + letter + after,
            "replaced": before + dice.choice(LETTERS) + after,
            "swapped": before + after[0] + letter + after[1:],
        }[kind]
        if slipped != name:
            return slipped


def queries(persons: int = PEOPLE, many: int = 400, seed: int = 4) -> list[Query]:
    """Half a part of a last name, half a whole name with one wrong letter in the last; the four kinds of slips evenly."""
    dice = random.Random(seed)
    known = everybody(persons)
    asked = []
    for number in range(many):
        who = dice.choice(known)
        if number % 2:
            asked.append(Query("part", who.last[: max(4, len(who.last) - 2)], who.number))
        else:
            kind = SLIPS[number // 2 % len(SLIPS)]
            asked.append(Query(kind, f"{who.first} {slip(dice, who.last, kind)}", who.number))
    return asked
