"""Vy, Abdirashid and Hala, with Dana at the Open Door."""

from handrail.contacts.models import How, View, Where
from handrail.people.models import Acuity, Interpreter, MayKnow, Need, PhaseName, PointKind
from handrail.plans.models import LifeArea, Measure, WhoDoes
from handrail.project.demo.lives.nouns import (
    Agreed,
    Aim,
    Arranged,
    Found,
    Life,
    Near,
    Note,
    OneStep,
    Point,
    Road,
    Soon,
    Want,
    Who,
)

VY = Life(
    "vy",
    who=Who(
        speaks="Vietnamese and English",
        reads="Both",
        culture="Eldest daughter. Sends money home, and does not talk about money.",
        faith="An altar for her grandparents at home.",
        senses_needs="Bright rooms give her headaches after a night shift.",
    ),
    points=(Point("555-0131", "text", best=True, hours=(14, 20), safe_words="She sleeps in the mornings"),),
    supporters=(Near("Hạnh An", words="My little sister", how_to_reach="By message", may_know=MayKnow.IN_TOUCH),),
    arranged=(Arranged(Need.SENSES, "Headaches from bright light", "The reading corner, with the small lamp"),),
    found=Found("", "Quiet, and a cup of something warm.", "Questions about the family before she knows somebody."),
    agreed=(
        Agreed(
            10,
            45,
            view="I am fine as long as I sleep.",
            acuity=Acuity.STEADY,
            why="Every ten days, in the afternoon, because she bakes at night.",
            review=40,
        ),
    ),
    roads=(Road(PhaseName.INITIATION, 140), Road(PhaseName.STABILISATION, 60, "Three months without the blue pills.")),
    wants=(Want("To sleep in the dark like other people. To finish the nursing school I left. To call home without lying."),),
    aims=(
        Aim(
            "day",
            "Move from nights to the early shift",
            LifeArea.WORK,
            Measure.YES_NO,
            after=20,
            line=(0, 0, 0, 1),
            steps=(
                OneStep("Ask the head baker", WhoDoes.ALONE, 70),
                OneStep("Show Bảo the night ovens", WhoDoes.WITH_OTHERS, 31),
            ),
        ),
        Aim(
            "school",
            "Go back to nursing school, one course at first",
            LifeArea.LEARNING,
            Measure.SCALE,
            scale=("Only thinking", "Wrote to them", "Papers sent", "A place for January", "Sitting in class"),
            hoped_for=50,
            after=30,
            line=(1, 2, 2, 3, 4),
            steps=(
                OneStep("Find the old transcripts", WhoDoes.ALONE, 66),
                OneStep("Write why I left, in my words", WhoDoes.WITH_PEER, 40),
            ),
        ),
        Aim("home", "Call my mother on Sundays", LifeArea.PEOPLE, Measure.NUMBER, 0, 4, "calls a month", line=(0, 1, 0, 2, 3)),
    ),
    notes=(
        Note(
            "She came straight from the bakery with warm rolls. We agreed on afternoons and on texting only.",
            "If you call, my whole house wakes up.",
            "welcomed agreed-our-support fitted-to-them",
        ),
        Note(
            "Talked about the call she puts off. She wrote two sentences she could say first.",
            "I can say: I was ill, I am better. Both are true.",
            "listened practiced-speaking-up",
            "home",
        ),
        Note(
            "She asked for the early shift by herself, and told me after. The answer is not there yet.",
            "My hands shook, but it was dough, so nobody saw.",
            "noticed-a-strength did-more-alone",
            "day",
        ),
        Note(
            "Read the college's letter twice together. The January course has a place for her.",
            "They kept my name. Nine years and they kept my name.",
            "learned-together talked-work-or-school",
            "school",
            gave="back-to-school",
            together=True,
            story=("To say that going back is not starting from zero", "She asked what I had been afraid of."),
        ),
        Note(
            "First week on the early shift. She slept at night and dreamed, which she had not for a long time.",
            "I dreamed about my grandmother's pond. It had fish again.",
            "listened kept-in-touch",
            "day",
        ),
    ),
    ways="texted met texted met",
    place="Mill Street House, the reading corner",
    last=6,
)

ABDIRASHID = Life(
    "abdirashid",
    who=Who(
        speaks="Somali and English",
        reads="English and Somali",
        culture="Somali. Elders are asked before big decisions.",
        faith="Muslim. Friday prayer at one.",
    ),
    points=(
        Point("555-0141", "call text", best=True),
        Point("The tea place on Dock Street", "come leave_word", PointKind.PLACE, who_else="Half the drivers of the town"),
    ),
    supporters=(Near("Uncle Warsame", words="He speaks for the family", how_to_reach="555-0142", may_know=MayKnow.IN_TOUCH),),
    arranged=(Arranged(Need.FAITH, "Prays on Friday at one", "Nothing between noon and three on Fridays"),),
    agreed=(Agreed(14, 45, view="Better than last year.", why="Every two weeks, between his shifts.", review=9),),
    roads=(Road(PhaseName.STABILISATION, 130), Road(PhaseName.MAINTENANCE, 30, "A year without khat and without shouting.")),
    wants=(Want("My licence back, my cab back, and my boys proud of me."),),
    aims=(
        Aim(
            "licence",
            "Get my licence back",
            LifeArea.MONEY,
            Measure.SCALE,
            scale=("Letter not opened", "Know what they ask", "Classes done", "Hearing over", "Licence in my pocket"),
            hoped_for=20,
            line=(1, 2, 2, 3, 3),
            steps=(
                OneStep("Open the letters, all of them", WhoDoes.WITH_PEER, 120),
                OneStep("Six evenings of class", WhoDoes.ALONE, 52),
                OneStep("Ask for an interpreter at the hearing", WhoDoes.WITH_PEER, 15),
                OneStep("Go to the hearing", WhoDoes.WITH_OTHERS),
            ),
        ),
        Aim(
            "walk",
            "Walk with my boys after supper",
            LifeArea.PEOPLE,
            Measure.NUMBER,
            0,
            5,
            "evenings a week",
            line=(1, 2, 2, 4, 3, 5),
        ),
    ),
    notes=(
        Note(
            "Opened eleven letters at the tea place, one after the other, and made three piles. Two needed an answer.",
            "The pile was bigger when it was closed.",
            "worked-past-a-barrier solved-everyday-problem",
            "licence",
            place="The tea place on Dock Street",
            where=Where.OUT,
            minutes=60,
        ),
        Note(
            "He finished the six evenings and showed me the paper. We wrote down what the hearing will ask.",
            "The teacher asked me to come back and talk to the new ones.",
            "noticed-a-strength practiced-speaking-up",
            "licence",
            value="You know what makes a man stop at the last minute. The new drivers need to hear that from you.",
        ),
        Note(
            "Talked about the boys. The older one came walking without being asked.",
            "He does not say anything, but he carries the ball.",
            "listened",
            "walk",
            how=How.CALLED,
            minutes=20,
        ),
        Note(
            "Practiced the hearing twice. The second time he did not look at the paper.",
            "I say what I did, what I do now, and then I stop talking.",
            "practiced-speaking-up made-a-step",
            "licence",
            together=True,
        ),
    ),
    ways="called met called",
    place="The tea place on Dock Street",
    last=8,
    soon=(Soon(3, 11, 0, "The county building, front steps", 90),),
)

HALA = Life(
    "hala",
    who=Who(
        speaks="Arabic",
        reads="Arabic",
        interpreter=Interpreter.YES,
        culture="From Amman. Lives in her brother's house. A guest is given tea before anything else.",
        faith="Muslim. Covers her hair; a woman beside her when men are in the room.",
    ),
    points=(
        Point("555-0151", "text", best=True, hours=(9, 13), who_else="Her niece reads the messages to her"),
        Point("555-0152", "never", whose="her brother's", safe_words="He does not know"),
    ),
    supporters=(
        Near(
            "Rima",
            words="My niece, my eyes in English",
            how_to_reach="555-0153",
            may_know=MayKnow.SOME,
            may_know_words="When and where we meet.",
        ),
    ),
    arranged=(
        Arranged(Need.LANGUAGE, "Arabic, with a woman", "The same interpreter each time, a woman, by phone"),
        Arranged(Need.CULTURE, "Not alone with a man", "Meetings with women only"),
    ),
    found=Found("", "Tea first. Women only. The curtain closed.", "Men's voices in the corridor. Her brother's car."),
    agreed=(
        Agreed(
            7, 60, view="I breathe on Thursdays.", acuity=Acuity.STEADY, why="Thursdays, when the house is empty.", review=18
        ),
    ),
    roads=(Road(PhaseName.ENGAGEMENT, 100), Road(PhaseName.INITIATION, 55)),
    wants=(Want("A key of my own. My sewing machine on a table by a window. To drink tea without listening for steps."),),
    aims=(
        Aim(
            "sew",
            "Earn with my sewing",
            LifeArea.WORK,
            Measure.NUMBER,
            0,
            8,
            "pieces sold in a month",
            line=(0, 1, 3, 2, 4, 6),
            steps=(
                OneStep("Show two dresses at the market", WhoDoes.WITH_PEER, 62),
                OneStep("A price list in English", WhoDoes.WITH_OTHERS, 27),
            ),
        ),
        Aim(
            "out",
            "Go out by myself without being afraid",
            LifeArea.MIND,
            Measure.SCALE,
            scale=("Not at all", "To the corner", "To the market", "Wherever I like"),
            line=(1, 1, 2, 2, 3),
        ),
    ),
    notes=(
        Note(
            "Tea first, then names. She chose to walk with a woman and said so herself; we began again from the beginning.",
            "With the man I was polite. With you I can be tired.",
            "welcomed fitted-to-them explained-peer-support",
        ),
        Note(
            "She laid out four dresses and told where she learned each stitch. I wrote the prices as she said them.",
            "This one is my mother's hand. It costs more.",
            "named-their-value noticed-a-strength",
            "sew",
            value="Your mother's stitch and your eye: nobody here can do that.",
        ),
        Note(
            "Walked to the market together. I stayed two stalls behind, as we had agreed.",
            "I bought thread. I also bought figs, because I wanted to.",
            "did-more-alone joined-in made-a-step",
            "out",
            minutes=75,
            where=Where.OUT,
            place="The covered market",
            together=True,
        ),
        Note(
            "Her brother asked questions this week. We went over when it is safe to write, and what Rima may say.",
            "He is not a bad man. He is afraid, and his fear is loud.",
            "talked-about-safety listened",
        ),
        Note(
            "Three pieces sold on one Saturday. She wants to pay the stall herself next time.",
            "The woman put it on at once and turned around.",
            "listened",
            "sew",
            minutes=60,
            said=(View.AGREES, "Yes. Write also that it was the green one."),
        ),
    ),
    ways="met texted met",
    language="Arabic",
    place="Mill Street House, the room with the curtain",
    last=3,
)

VY_TO_HALA = (VY, ABDIRASHID, HALA)
