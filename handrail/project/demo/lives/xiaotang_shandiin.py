"""Xiaotang and Shándíín, with Dana at the Open Door."""

from handrail.contacts.models import How, Where
from handrail.people.models import Acuity, MayKnow, Need, PhaseName, PointKind, Relation, Support
from handrail.plans.models import Ending, LifeArea, Measure, WhoDoes
from handrail.project.demo.lives.nouns import (
    Agreed,
    Aim,
    Arranged,
    Found,
    Life,
    Look,
    Near,
    Note,
    OneStep,
    Point,
    Road,
    Want,
    Who,
)

XIAOTANG = Life(
    "xiaotang",
    who=Who(speaks="Mandarin and English", reads="Both", culture="Only child. Her parents think she is on holiday.", faith=""),
    points=(
        Point("555-0161", "text", best=True, safe_words="Any hour, but only text"),
        Point("xiaotang@example.org", "write", PointKind.EMAIL),
    ),
    supporters=(Near("Priya", Relation.FRIEND, "Shares my kitchen", "Same flat", MayKnow.IN_TOUCH),),
    agreed=(
        Agreed(
            7,
            30,
            Support.PHONE,
            view="I can do it if nobody calls it brave.",
            review=15,
            why="By message, because talking aloud takes a whole day.",
        ),
    ),
    roads=(Road(PhaseName.INITIATION, 120), Road(PhaseName.STABILISATION, 45)),
    wants=(Want("To hand in the thesis. To eat breakfast at a table. To tell my father before somebody else does."),),
    aims=(
        Aim(
            "pages",
            "Write the last chapter",
            LifeArea.LEARNING,
            Measure.NUMBER,
            0,
            40,
            "pages",
            hoped_for=35,
            line=(2, 5, 5, 9, 9, 14, 19, 18, 24, 27),
            looks=(Look(48, "Threw two pages out. They were bad and now they are gone.", 18),),
            steps=(OneStep("Ask for three more months", WhoDoes.ALONE, 88), OneStep("Send chapter four to Professor Lin")),
        ),
        Aim(
            "breakfast",
            "Breakfast at the table",
            LifeArea.BODY,
            Measure.NUMBER,
            0,
            7,
            "mornings a week",
            line=(1, 2, 2, 4, 3, 5, 5),
        ),
    ),
    notes=(
        Note(
            "We wrote to each other for half an hour. She picked how often, and what I should never ask.",
            "Please do not ask if I am eating. Ask what.",
            "agreed-our-support fitted-to-them",
            how=How.TEXTED,
            minutes=30,
        ),
        Note(
            "Met once, in the park, on her wish. She talked about the thesis as if it were a cat that will not come in.",
            "It sits in the garden and looks at me.",
            "listened",
            "pages",
            where=Where.OUT,
            place="The park by the campus",
        ),
        Note(
            "She asked for three more months and got them. I reminded her who wrote that letter.",
            "They said yes in one line. I prepared for a war.",
            "noticed-a-strength",
            "pages",
            how=How.TEXTED,
            minutes=15,
        ),
        Note(
            "Looked at the week together on a call with the cameras off. Mornings are better when Priya is up.",
            "I eat when there is a second spoon.",
            "worked-on-plan",
            "breakfast",
            how=How.VIDEO,
            minutes=30,
        ),
    ),
    ways="texted texted mailed texted video",
    last=12,
    tried=(4,),
)

SHANDIIN = Life(
    "shandiin",
    who=Who(
        speaks="English and Diné",
        reads="English",
        culture="Diné, from near Chinle. Home is two days by bus. Her grandmother weaves.",
        faith="Walks in the old way. Some things are not written down, and we do not.",
    ),
    points=(Point("555-0171", "call text leave_word", best=True),),
    supporters=(
        Near("Grandma Bitsilly", words="My shimásání", how_to_reach="Through the chapter house", may_know=MayKnow.IN_TOUCH),
    ),
    arranged=(Arranged(Need.CULTURE, "Ceremony at home comes first", "We move whatever we planned, and nobody asks why"),),
    found=Found("", "Time. Silence is an answer.", "Being looked at for long. Being told what her people do."),
    agreed=(
        Agreed(
            14, 60, view="I am on the way.", acuity=Acuity.STEADY, why="Every two weeks, long enough not to hurry.", review=33
        ),
    ),
    roads=(Road(PhaseName.STABILISATION, 105), Road(PhaseName.MAINTENANCE, 25)),
    wants=(Want("To go home sober, and to weave what she is still able to show me."),),
    aims=(
        Aim(
            "home",
            "Save for the trip home",
            LifeArea.MONEY,
            Measure.NUMBER,
            0,
            600,
            "dollars",
            hoped_for=28,
            line=(40, 90, 160, 120, 230, 340, 420),
            looks=(Look(64, "Sent some to my cousin. She would have done it for me.", 120),),
            steps=(OneStep("Ask for the week off", WhoDoes.ALONE, 21), OneStep("Find a ride from Gallup", WhoDoes.WITH_OTHERS)),
        ),
        Aim(
            "loom",
            "Finish the first small rug",
            LifeArea.JOY,
            Measure.YES_NO,
            line=(0, 0, 1),
            ended=(9, Ending.REACHED, "It hangs at my sister's."),
        ),
    ),
    notes=(
        Note(
            "We walked without talking for a while, and then she talked.",
            "You did not fill it up. Good.",
            "listened followed-their-lead",
            where=Where.OUT,
        ),
        Note(
            "She showed me the loom in her room and how the pattern is counted.",
            "There is always one thread left open, so that one can leave again.",
            "listened named-their-value",
            "loom",
            minutes=60,
            where=Where.THEIRS,
            value="You carry a pattern that no book has.",
        ),
        Note(
            "The cousin needed money, and the jar went down. She did not want comfort, she wanted company.",
            "It is family money. It only slept at my place.",
            "listened fitted-to-them",
            "home",
        ),
        Note(
            "Her manager said yes to the week. We looked up the buses and what the night stop is like.",
            "Two days. My grandmother walked it once.",
            "solved-everyday-problem made-a-step",
            "home",
            together=True,
        ),
    ),
    ways="met called met",
    place="The path along the mill stream",
    last=9,
)

XIAOTANG_SHANDIIN = (
    XIAOTANG,
    SHANDIIN,
)
