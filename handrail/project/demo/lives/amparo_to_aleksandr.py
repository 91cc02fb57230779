"""Amparo, Wisly, Georgia-Rae and Aleksandr Petrovich, with Dana at the Hospital Bridge."""

from handrail.contacts.models import How, Where
from handrail.people.models import Acuity, Interpreter, MayKnow, Need, PhaseName, PointKind, Relation
from handrail.plans.models import LifeArea, Measure, WhoDoes
from handrail.project.demo.lives.nouns import (
    Agreed,
    Aim,
    Arranged,
    CallWish,
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

AMPARO = Life(
    "amparo",
    who=Who(
        speaks="Spanish",
        reads="Spanish, slowly",
        interpreter=Interpreter.YES,
        culture="De Ponce. Viuda, siete nietos, y todos comen en su casa.",
        faith="El rosario a las seis.",
        senses_needs="Cataracts: faces are blurred.",
        reading_needs="Somebody reads to her.",
    ),
    points=(Point("555-0311", "call", best=True, hours=(10, 17), whose="her own, in the kitchen"),),
    supporters=(
        Near(
            "Yesenia",
            words="Mi hija, la que manda",
            how_to_reach="555-0312",
            may_know=MayKnow.SOME,
            may_know_words="Todo, menos lo del vino.",
        ),
    ),
    arranged=(
        Arranged(Need.LANGUAGE, "Spanish", "Spanish with Dana; an interpreter for the doctors"),
        Arranged(Need.SENSES, "Does not see faces well", "Say your name when you come in"),
        Arranged(Need.FAITH, "Prays the rosary at six", "No calls between six and seven"),
    ),
    agreed=(Agreed(10, 45, view="Ahora sí me levanto.", acuity=Acuity.STEADY, review=20, why="En su cocina, por la mañana."),),
    roads=(Road(PhaseName.INITIATION, 105), Road(PhaseName.STABILISATION, 50)),
    wants=(Want("Que mis nietos no me tengan lástima. Cocinar el domingo sin la botella al lado."),),
    aims=(
        Aim(
            "sundays",
            "Cocinar los domingos sin vino",
            LifeArea.RECOVERY,
            Measure.NUMBER,
            0,
            4,
            "domingos al mes",
            line=(0, 1, 2, 2, 1, 3, 4),
            looks=(Look(51, "Vino mi cuñado. Ya saben.", 1),),
            steps=(OneStep("Esconder el abridor", WhoDoes.ALONE, 88), OneStep("Decírselo a Yesenia", WhoDoes.WITH_PEER)),
        ),
        Aim(
            "eyes",
            "Operarme de los ojos",
            LifeArea.BODY,
            Measure.YES_NO,
            hoped_for=40,
            line=(0, 0),
            steps=(OneStep("Pedir la cita", WhoDoes.WITH_OTHERS, 33), OneStep("Que me lleve mi nieto mayor")),
        ),
    ),
    notes=(
        Note(
            "Met her on the ward at night, awake and ashamed. I stayed until the rosary was done.",
            "No me mire. Bueno, total, yo tampoco lo veo a usted.",
            "welcomed listened",
            where=Where.HOSPITAL,
            minutes=40,
            by="ray",
        ),
        Note(
            "First time in her kitchen. She asked who I was at the door, and I told her twice, as we had agreed.",
            "Pase, Dana la de la voz bonita.",
            "met-after-discharge listened",
            where=Where.THEIRS,
            minutes=60,
        ),
        Note(
            "Her brother-in-law came on Sunday, and wine came with him. She told it before I had sat down.",
            "La botella era de él. La copa era mía.",
            "listened",
            "sundays",
            where=Where.THEIRS,
        ),
        Note(
            "Three Sundays. She let me taste the sauce made with vinegar and an orange.",
            "Nadie se dio cuenta. Ni el cura.",
            "noticed-a-strength",
            "sundays",
            where=Where.THEIRS,
            together=True,
            value="Usted enseña a toda una mesa sin decir una palabra.",
        ),
    ),
    ways="met called met",
    language="Spanish",
    place="Her kitchen",
    last=6,
)

WISLY = Life(
    "wisly",
    who=Who(
        speaks="Haitian Creole and French, some English",
        reads="French",
        interpreter=Interpreter.SOMETIMES,
        culture="From Jérémie. Plays the rara trumpet.",
        faith="Sunday church, all morning.",
    ),
    points=(
        Point("555-0321", "call text", best=True, hours=(16, 22)),
        Point("The dispatcher at the greenhouses", "leave_word", PointKind.OTHER, safe_words="Say it is about the trumpet"),
    ),
    supporters=(Near("Pastor Émile", Relation.PROFESSIONAL, "My pastor", "After the service", MayKnow.IN_TOUCH),),
    arranged=(Arranged(Need.LANGUAGE, "Papers in English", "Creole interpreter by phone for papers"),),
    agreed=(Agreed(7, 30, view="The hand is better than the head.", review=10, why="Evenings, after the greenhouse."),),
    roads=(Road(PhaseName.INITIATION, 88), Road(PhaseName.STABILISATION, 34)),
    wants=(Want("To play on carnival Sunday. To bring my wife here with papers, not with stories."),),
    aims=(
        Aim(
            "trumpet",
            "Play for half an hour every day",
            LifeArea.JOY,
            Measure.NUMBER,
            0,
            30,
            "minutes a day",
            line=(0, 5, 10, 10, 20, 15, 25),
        ),
        Aim(
            "papers",
            "Send the papers for my wife",
            LifeArea.MONEY,
            Measure.SCALE,
            scale=("No papers", "First list", "Half of them", "All of them", "Sent"),
            after=15,
            line=(1, 2, 3),
            steps=(
                OneStep("Ask for the marriage paper", WhoDoes.WITH_OTHERS, 40),
                OneStep("Find who translates for free", WhoDoes.WITH_PEER, 19),
            ),
        ),
    ),
    notes=(
        Note(
            "Sat with him in the emergency department while his hand was sewn. He hummed, and I asked what it was.",
            "It is the carnival. You hear only my part. The others are at home.",
            "stayed-in-a-crisis welcomed",
            where=Where.HOSPITAL,
            minutes=90,
        ),
        Note(
            "He tried the trumpet with the bandage on. Five minutes, and the neighbours clapped.",
            "The hand forgot. The mouth remembered.",
            "noticed-a-strength tried-a-tool",
            "trumpet",
            where=Where.THEIRS,
        ),
        Note(
            "We made the list for the papers with the interpreter on the line. Eleven things, and five of them he has.",
            "With a list it is a staircase. Before, it was a wall.",
            "worked-past-a-barrier made-a-step",
            "papers",
            together=True,
        ),
    ),
    ways="called met texted met",
    language="Haitian Creole",
    last=5,
    call=CallWish(1, "A letter came about the papers. He would like to read it to you.", "iris"),
)

GEORGIA = Life(
    "georgia",
    who=Who(
        speaks="English",
        reads="English",
        culture="From up the valley. Keeps bees, or did.",
        faith="Baptist, on her own terms.",
        body_needs="Back pain, worse when she sits long.",
    ),
    points=(
        Point("georgia@example.org", "write", PointKind.EMAIL, best=True),
        Point("555-0331", "call", hours=(10, 12), who_else="Her husband answers"),
    ),
    supporters=(Near("Wade", Relation.PARTNER, "My husband", "555-0331", MayKnow.SOME, "That I go to a garden group."),),
    arranged=(Arranged(Need.BODY, "Cannot sit long", "We walk, or stand at the high table"),),
    agreed=(
        Agreed(
            14,
            45,
            view="One foot, then the other.",
            acuity=Acuity.HARDER,
            team="Two visits to the emergency department in the spring, none since August.",
            review=14,
            why="Every two weeks, by her garden calendar.",
        ),
    ),
    roads=(Road(PhaseName.INITIATION, 44),),
    wants=(Want("My bees back, and a back that lets me lift a hive."),),
    aims=(
        Aim(
            "bees",
            "Two hives by spring",
            LifeArea.JOY,
            Measure.NUMBER,
            0,
            2,
            "hives",
            hoped_for=120,
            line=(0, 0, 1),
            steps=(OneStep("Clean the old boxes", WhoDoes.ALONE, 22), OneStep("Ask the club for a swarm", WhoDoes.WITH_OTHERS)),
        ),
        Aim("er", "Days I managed the pain at home", LifeArea.BODY, Measure.NUMBER, 3, 7, "days a week", line=(4, 5, 4, 6)),
    ),
    notes=(
        Note(
            "Found her in the corridor, standing, because the chairs hurt. We stood.",
            "Everybody tells me to sit. I'd like to see them sit in this.",
            "welcomed fitted-to-them",
            where=Where.HOSPITAL,
            minutes=30,
        ),
        Note(
            "Walked round the cold frames. She named what will grow where, and one thing she is afraid of.",
            "I'm afraid of the pills running out, and of them not.",
            "listened",
            "er",
            where=Where.OUT,
            minutes=60,
        ),
        Note(
            "She wrote a long mail about the first box she cleaned. I answered with a question about smoke.",
            "It smelled of August. I sat down on the ground and that didn't hurt.",
            "kept-in-touch",
            "bees",
            how=How.MAILED,
            minutes=None,
        ),
    ),
    ways="mailed met letter",
    last=10,
)

ALEKSANDR = Life(
    "aleksandr",
    who=Who(
        speaks="Russian, a little English",
        reads="Russian",
        interpreter=Interpreter.YES,
        culture="Teacher of mathematics from Perm. Formal at first: name and patronymic.",
        senses_needs="Hearing aid; loses the ends of sentences.",
    ),
    points=(
        Point("555-0341", "call leave_word", best=True, hours=(10, 14)),
        Point("The chess tables in the park", "come", PointKind.PLACE, who_else="The other players"),
    ),
    supporters=(Near("Lyudmila", words="My wife. She died in March. She is still on my list.", may_know=MayKnow.NOTHING),),
    arranged=(
        Arranged(Need.SENSES, "Hard of hearing", "Face him, in a quiet room, short sentences"),
        Arranged(Need.LANGUAGE, "Russian", "Interpreter by phone, on the loudspeaker"),
    ),
    found=Found(
        "The chess tables, when it does not rain.", "A chess board between us.", "Being called by his first name only."
    ),
    agreed=(
        Agreed(
            7,
            45,
            view="I am a widower who plays chess.",
            acuity=Acuity.HARDER,
            team="Came in after a fall at home, alone. Eats little.",
            review=2,
            why="Weekly, over a board.",
        ),
    ),
    roads=(Road(PhaseName.ENGAGEMENT, 24),),
    wants=(Want("To teach one child the Ruy Lopez. To come home to a light that is on."),),
    aims=(
        Aim("soup", "Cook for one", LifeArea.BODY, Measure.NUMBER, 0, 5, "warm meals a week", line=(1, 2, 2)),
        Aim(
            "child",
            "Teach one child to play",
            LifeArea.JOY,
            Measure.YES_NO,
            steps=(OneStep("Ask at the library about Saturdays", WhoDoes.WITH_PEER),),
        ),
    ),
    notes=(
        Note(
            "We played before we talked. He lost a bishop on purpose to see whether I would notice.",
            "You noticed and said nothing. Good. Now we can speak.",
            "welcomed followed-their-lead",
            where=Where.HOSPITAL,
        ),
        Note(
            "He told of the evening hours, with the interpreter. I only kept the pieces standing.",
            "At six I put two cups. Then I put one back.",
            "listened",
            "soup",
            returned="A good note. Did you read it back to him with the interpreter? Please add what he said to it.",
            where=Where.OUT,
            place="The chess tables",
        ),
    ),
    ways="called letter met",
    language="Russian",
    last=13,
    tried=(4,),
)

AMPARO_TO_ALEKSANDR = (AMPARO, WISLY, GEORGIA, ALEKSANDR)
