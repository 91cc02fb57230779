"""A family: Latoya and her son Micah, each a person of their own; and Guadalupe, upstairs as a mother."""

from handrail.contacts.models import View, Where
from handrail.people.models import Acuity, Kin, MayKnow, Need, PhaseName, Relation, Support
from handrail.plans.models import LifeArea, Measure, WhoDoes
from handrail.project.demo.lives.nouns import (
    Agreed,
    Aim,
    Arranged,
    Found,
    Kinship,
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

LATOYA = Life(
    "latoya",
    who=Who(
        speaks="English",
        reads="English",
        culture="Three generations on one block. Sunday is for everybody.",
        faith="A.M.E., front pew.",
    ),
    points=(
        Point("555-0611", "call text", best=True, hours=(12, 21)),
        Point("555-0612", "call", whose="her mother's", who_else="Her mother"),
    ),
    supporters=(
        Near(
            "Grandma Ruth",
            words="My mother. She has Micah after school",
            how_to_reach="555-0612",
            may_know=MayKnow.SOME,
            may_know_words="What concerns Micah. Not the rest.",
        ),
    ),
    agreed=(
        Agreed(7, 45, Support.FAMILY, view="I am holding four things with two hands.", review=None),
        Agreed(
            10,
            45,
            Support.FAMILY,
            after=100,
            view="Two hands, three things.",
            acuity=Acuity.STEADY,
            team="School is calmer. She sleeps.",
            peer="I sat in those school meetings with my own boy.",
            why="Her own time, and once a month with Micah.",
            review=17,
        ),
    ),
    roads=(Road(PhaseName.STABILISATION, 120), Road(PhaseName.MAINTENANCE, 33)),
    wants=(Want("A house where nobody shouts, a job that lets me pick him up, and one evening a month that is mine."),),
    aims=(
        Aim(
            "evening",
            "One evening a month for me",
            LifeArea.JOY,
            Measure.NUMBER,
            0,
            2,
            "evenings a month",
            line=(0, 0, 1, 1, 0, 1, 2),
            looks=(Look(75, "Choir practice counts.", 1),),
            steps=(
                OneStep("Ask my mother for Thursdays", WhoDoes.ALONE, 104),
                OneStep("Go, even if I am tired", WhoDoes.ALONE, 60),
            ),
        ),
        Aim(
            "school",
            "Be heard at the school meeting",
            LifeArea.PEOPLE,
            Measure.SCALE,
            scale=("They talk, I nod", "I ask one thing", "I bring my list", "They ask me first"),
            line=(1, 2, 2, 3, 4),
            steps=(OneStep("Write my list", WhoDoes.WITH_PEER, 90), OneStep("Take Ruth along", WhoDoes.WITH_OTHERS, 46)),
        ),
        Aim("shift", "A shift that ends at three", LifeArea.WORK, Measure.YES_NO, hoped_for=20, after=60, line=(0, 0, 1)),
    ),
    notes=(
        Note(
            "She told the week from Monday to Sunday without taking off her coat. On Sunday she took it off.",
            "I keep it on so I can leave. Nobody makes me leave.",
            "welcomed listened",
            minutes=60,
        ),
        Note(
            "Wrote her list for the school: three things, in the order of how tired they make her.",
            "Number one is that they call me Mom. I have a name.",
            "practiced-speaking-up supported-family",
            "school",
            gave="how-to-speak-up",
            together=True,
        ),
        Note(
            "Sat with both of them, as they had each agreed. She said what she sees at home; what he said is his.",
            "I learned that I say hurry up forty times a morning.",
            "supported-family listened",
            gave="looking-after-yourself-too talking-as-a-family",
            minutes=60,
            where=Where.OURS,
            also=(
                "micah",
                Note(
                    "He came with his mother and stayed after she went for coffee. He drew while we talked.",
                    "When she is tired her voice gets small. I would like to help but I don't know with what.",
                    "listened fitted-to-them",
                ),
            ),
        ),
        Note(
            "At the school meeting she was asked first. I said one sentence in forty minutes, and it was about the chair.",
            "They said, Ms. Brisbane-Hall, what do you see at home? I nearly looked behind me.",
            "went-to-team-meeting noticed-a-strength",
            "school",
            where=Where.SCHOOL,
            minutes=60,
            value="You know him in the mornings. No report does.",
        ),
        Note(
            "The new shift ends at three. She worked out the first week on the back of a bus ticket.",
            "Twenty past three, at the gate. He pretended not to see me. He was so happy.",
            "talked-work-or-school",
            "shift",
            together=True,
            said=(View.AGREES, "Every word."),
        ),
        Note(
            "The month's time together. They planned one Saturday, and each put one thing in it.",
            "Mine is that nobody asks me anything until ten.",
            "worked-on-plan supported-family",
            "evening",
            minutes=60,
            also=(
                "micah",
                Note(
                    "He put the skate park into the Saturday and asked who would watch.",
                    "She can watch. But from the other side of the fence.",
                    "worked-on-plan noticed-a-strength",
                    "skate",
                ),
            ),
        ),
    ),
    ways="met called texted met",
    place="Mill Street House, upstairs",
    last=5,
)

MICAH = Life(
    "micah",
    who=Who(speaks="English", reads="English", culture="Skates. Draws maps of places that are not there."),
    points=(Point("555-0621", "text", best=True, hours=(16, 20), safe_words="Not in class"),),
    supporters=(
        Near("Grandma Ruth", words="My grandma", how_to_reach="555-0612", may_know=MayKnow.SOME, may_know_words="Where I am."),
        Near("Mr. Amadi", Relation.PROFESSIONAL, "Art room", "At school", MayKnow.NOTHING),
    ),
    arranged=(Arranged(Need.OTHER, "Sits better when he can draw", "Paper and pens on the table"),),
    found=Found("", "Drawing. Not being asked twice.", "Grown-ups talking about me over my head."),
    family=(Kinship("latoya", Kin.PARENT),),
    agreed=(
        Agreed(
            14,
            30,
            Support.BOTH,
            view="It's okay here.",
            acuity=Acuity.STEADY,
            review=36,
            why="His own half hour, and once a month with his mother.",
        ),
    ),
    wants=(Want("Drop in at the big bowl. Not be the kid from the meetings."),),
    aims=(
        Aim(
            "skate",
            "Drop in at the big bowl",
            LifeArea.JOY,
            Measure.YES_NO,
            line=(0, 0, 1),
            steps=(OneStep("Small bowl ten times", WhoDoes.ALONE, 50), OneStep("Ask Jules to film", WhoDoes.WITH_OTHERS, 21)),
        ),
        Aim("bell", "Stay until the bell", LifeArea.LEARNING, Measure.NUMBER, 1, 5, "days a week", line=(2, 3, 2, 4, 5)),
    ),
    notes=(
        Note(
            "He drew the school as a map: where it is loud, where it is fine, where one can breathe.",
            "The stairs by the art room are fine. Nobody owns them.",
            "listened fitted-to-them",
            "bell",
        ),
        Note(
            "He explained dropping in to me with a spoon and a bowl. I asked what the hard part is.",
            "The hard part is the part before.",
            "listened named-their-value",
            "skate",
            value="You know that the hard part is before. Many grown-ups do not.",
        ),
        Note(
            "He did it, and showed me the film four times.",
            "You can hear Jules scream. I didn't scream. I was busy.",
            "noticed-a-strength",
            "skate",
            minutes=30,
            together=True,
        ),
    ),
    ways="met texted",
    place="Mill Street House, upstairs",
    last=7,
)

GUADALUPE_UPSTAIRS = Life(
    "guadalupe",
    program="family",
    agreed=(
        Agreed(
            14,
            45,
            Support.FAMILY,
            view="Quiero entender a mi hijo.",
            review=29,
            why="Aparte, con otra mamá que ya pasó por ahí.",
        ),
    ),
    wants=(Want("Que Rodrigo me cuente las cosas antes de que me las cuenten otros."),),
    aims=(
        Aim(
            "supper",
            "Cenar juntos sin teléfono",
            LifeArea.PEOPLE,
            Measure.NUMBER,
            0,
            5,
            "noches a la semana",
            line=(1, 2, 2, 3),
        ),
    ),
    notes=(
        Note(
            "She asked what other mothers do. I told what I did, and that it did not always work.",
            "Entonces no soy la peor. Qué descanso.",
            "supported-family shared-my-story",
            story=(
                "To say that I had no answer for my boy either, for a long time",
                "She laughed, and cried, and took another tamal.",
            ),
        ),
        Note(
            "We tried out how to ask without asking. She was the boy, and very good at it.",
            "Bien, normal, nada. Así contesta. Ahora sé por qué duele.",
            "supported-family practiced-speaking-up",
            "supper",
            together=True,
        ),
    ),
    ways="met texted met",
    language="Spanish",
    last=9,
)

LATOYA_MICAH = (LATOYA, MICAH, GUADALUPE_UPSTAIRS)
