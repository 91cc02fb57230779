"""Lena, who works here too, and Noëlle, who is new."""

from handrail.contacts.models import Where
from handrail.people.models import Acuity, MayKnow, Need, PointKind, Support
from handrail.plans.models import LifeArea, Measure
from handrail.project.demo.lives.nouns import (
    Agreed,
    Aim,
    Arranged,
    Found,
    Life,
    Near,
    Note,
    Point,
    Want,
    Who,
)

LENA = Life(
    "lena",
    who=Who(speaks="English and German", reads="Both", culture="Raised her brother since she was nineteen."),
    points=(
        Point("555-0671", "text", best=True, safe_words="Never on the work phone"),
        Point("Her desk at the house", "never", PointKind.PLACE, safe_words="Work is work", who_else="Everybody"),
    ),
    supporters=(Near("Jonas", words="My brother, he is seventeen", may_know=MayKnow.NOTHING),),
    arranged=(
        Arranged(
            Need.OTHER, "She works here", "We meet in the town, never at the house, and nothing goes on the house calendar"
        ),
    ),
    found=Found("", "Being a sister here, not a colleague.", "Meeting in the kitchen afterwards as if nothing had been said."),
    agreed=(
        Agreed(
            14,
            45,
            Support.FAMILY,
            view="Learning to be helped while I learn to help.",
            acuity=Acuity.STEADY,
            review=34,
            why="Away from the house, so that work stays work.",
        ),
    ),
    wants=(Want("That Jonas finishes school. That I do not have to be forty at thirty."),),
    aims=(
        Aim("dinner", "Let Jonas cook twice a week", LifeArea.PEOPLE, Measure.NUMBER, 0, 2, "evenings a week", line=(0, 1, 1)),
        Aim("own", "A Sunday that is mine", LifeArea.JOY, Measure.YES_NO, line=(0, 1)),
    ),
    notes=(
        Note(
            "We said first what this is and what it is not, and who can never read it.",
            "Here I am somebody's sister. Put only that.",
            "agreed-our-support explained-rights",
            where=Where.OUT,
            place="The tea room by the station",
        ),
        Note(
            "She told about the parents' evening at which she is always the youngest parent.",
            "They ask me where my mother is. I say, at work. It is my favourite lie.",
            "listened supported-family",
            "dinner",
            where=Where.OUT,
            place="The tea room by the station",
        ),
    ),
    ways="texted called",
    place="The tea room by the station",
    last=8,
)

NOELLE = Life(
    "noelle",
    who=Who(speaks="English and Dutch", reads="Both"),
    points=(Point("555-0681", "text call", best=True, hours=(9, 15)),),
    agreed=(),
    last=0,
)

LENA_NOELLE = (
    LENA,
    NOELLE,
)
