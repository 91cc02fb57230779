"""At the Hospital Bridge: José in both his programs, those who walk with Ray, and the newest."""

from handrail.contacts.models import How, View, Where
from handrail.people.models import Acuity, AgeBand, Interpreter, MayKnow, Need, PhaseName, PointKind, Relation, Support
from handrail.plans.models import Ending, LifeArea, Measure, WhoDoes
from handrail.project.demo.lives.nouns import (
    Agreed,
    Aim,
    Arranged,
    Life,
    Look,
    Near,
    Note,
    OneStep,
    Point,
    Road,
    Soon,
    Want,
    Who,
)

JOSE = Life(
    "jose",
    program="bridge",
    who=Who(
        speaks="Spanish and some English",
        reads="Spanish",
        interpreter=Interpreter.SOMETIMES,
        culture="De Michoacán. Albañil, como su padre y su abuelo.",
        faith="Católico de Semana Santa.",
    ),
    points=(Point("555-0351", "call text", best=True, hours=(17, 21)),),
    supporters=(
        Near("Chelo", words="Mi hermana", how_to_reach="555-0352", may_know=MayKnow.SOME, may_know_words="Que ando bien."),
    ),
    agreed=(Agreed(14, 30, view="Con trabajo, bien.", review=30, why="Después del turno."),),
    roads=(Road(PhaseName.INITIATION, 70), Road(PhaseName.STABILISATION, 28)),
    wants=(Want("Levantar la casa de mi madre antes de que ella falte."),),
    aims=(
        Aim(
            "house",
            "Mandar para la casa de mi madre",
            LifeArea.MONEY,
            Measure.NUMBER,
            0,
            1500,
            "dólares",
            hoped_for=90,
            line=(100, 250, 250, 480, 700, 640, 900),
            looks=(Look(30, "Se descompuso la camioneta.", 640),),
        ),
    ),
    notes=(
        Note(
            "Sat beside him in the emergency department; the fall was from "
            "a roof, and he had been drinking. He said it himself.",
            "El andamio estaba bien. El que no estaba bien era yo.",
            "welcomed listened",
            where=Where.HOSPITAL,
            minutes=60,
        ),
        Note(
            "Came along when he went home. We stopped at his sister's, as he wished.",
            "Que me vea de pie.",
            "came-along included-family",
            with_whom="His sister Chelo",
            minutes=60,
        ),
        Note(
            "He showed the first wall on his phone, sent by his mother. We wrote the sum down.",
            "Ella no sabe que es mi mejor obra.",
            "listened noticed-a-strength",
            "house",
            together=True,
        ),
    ),
    ways="called met texted",
    language="Spanish",
    last=6,
    soon=(Soon(0, 16, 30, "Riverside General, by the main door", 30),),
)

JOSE_AT_THE_DOOR = Life(
    "jose",
    program="door",
    agreed=(Agreed(14, 45, view="Quiero estudiar los martes.", review=50, why="Cada dos semanas, en español."),),
    wants=(Want("Sacar mi licencia de contratista."),),
    aims=(
        Aim(
            "exam",
            "Pasar el examen de contratista",
            LifeArea.WORK,
            Measure.NUMBER,
            0,
            80,
            "puntos en la práctica",
            hoped_for=55,
            line=(35, 48, 44, 61),
        ),
    ),
    notes=(
        Note(
            "He chose to walk with me because I am learning too. We did "
            "ten questions of the practice test, and both got seven.",
            "Entonces reprobamos juntos. Así da gusto.",
            "talked-work-or-school learned-together",
            "exam",
            gave="small-steps-to-big-goals",
            minutes=60,
        ),
        Note(
            "He explained the scaffold question to me with sugar packets.",
            "Si se cae el azúcar, se cae el hombre.",
            "named-their-value",
            "exam",
            value="Usted enseña mejor que el libro.",
        ),
    ),
    ways="met texted",
    language="Spanish",
    last=7,
)

KWABENA = Life(
    "kwabena",
    who=Who(
        speaks="Twi and English",
        reads="English",
        culture="From Kumasi. A guest is never asked if he is hungry; he is fed.",
        faith="Methodist; plays guitar in church.",
    ),
    points=(Point("555-0411", "call text leave_word", best=True),),
    supporters=(Near("Adwoa", Relation.PARTNER, "My wife", "555-0412", MayKnow.SOME, "Everything, she asks anyway."),),
    agreed=(
        Agreed(7, 45, view="The nights were the trouble. Now the nights are work.", review=None),
        Agreed(
            21,
            30,
            after=110,
            view="I call you now. You do not call me.",
            acuity=Acuity.STEADY,
            review=44,
            why="Every three weeks: he needs less of us, and says so.",
        ),
    ),
    roads=(Road(PhaseName.INITIATION, 165), Road(PhaseName.STABILISATION, 110), Road(PhaseName.MAINTENANCE, 40)),
    wants=(Want("To play highlife on a stage again, with my son on the bass."),),
    aims=(
        Aim(
            "stage",
            "Play on a stage again",
            LifeArea.JOY,
            Measure.SCALE,
            scale=("Case closed", "At home", "In church", "With the band", "On a stage"),
            line=(1, 2, 2, 3, 3, 4, 5),
            ended=(19, Ending.REACHED, "Two songs at the harvest supper. My son missed one note."),
            steps=(OneStep("New strings", WhoDoes.ALONE, 140), OneStep("Call the drummer", WhoDoes.ALONE, 84)),
        ),
        Aim(
            "nights",
            "Nights without going back to the ward",
            LifeArea.MIND,
            Measure.NUMBER,
            5,
            30,
            "nights a month",
            line=(5, 12, 20, 17, 26, 30),
        ),
    ),
    notes=(
        Note(
            "The third time that month in the emergency department. I said I was glad he had come, and meant it.",
            "You are the only one who is glad.",
            "welcomed listened",
            where=Where.HOSPITAL,
            minutes=60,
        ),
        Note(
            "He talked, I tuned. It took both of us to find the low string.",
            "A guitar that sleeps goes out of tune. It is not angry with you.",
            "listened noticed-a-strength",
            "stage",
            where=Where.THEIRS,
        ),
        Note(
            "A night that was nearly a ward night. He called at three, and at four he made eggs instead.",
            "Adwoa woke from the smell and was angry. It was wonderful.",
            "stayed-in-a-crisis",
            "nights",
            how=How.CALLED,
            minutes=50,
            story=("To show what my three in the morning used to be", "He laughed, and then the worst was over."),
        ),
        Note(
            "Looked at the line from spring to now. He put his finger on the dip and told what it was.",
            "That is June. June was my brother.",
            "worked-on-plan listened",
            "nights",
            together=True,
        ),
        Note(
            "The harvest supper. I sat in the third row and clapped like everybody else.",
            "Did you hear? The boy missed one. Only one!",
            "joined-in grew-their-circle",
            "stage",
            where=Where.OUT,
            minutes=60,
            said=(View.AGREES, "He did miss it."),
        ),
    ),
    ways="met called letter texted",
    last=14,
)

THORDIS = Life(
    "thordis",
    program="bridge",
    who=Who(speaks="Icelandic and English", reads="Both", culture="Translator. Swims in cold water."),
    points=(Point("555-0421", "text write", best=True), Point("thordis@example.org", "write", PointKind.EMAIL)),
    agreed=(
        Agreed(
            28,
            30,
            Support.PHONE,
            view="Only to know the door is there.",
            review=60,
            why="Once a month by message; the Open Door is where she goes now.",
        ),
    ),
    roads=(Road(PhaseName.INITIATION, 125), Road(PhaseName.STABILISATION, 68)),
    wants=(Want("To stay out of hospitals, except to translate in them."),),
    aims=(
        Aim(
            "cold",
            "Swim outside until the first ice",
            LifeArea.BODY,
            Measure.NUMBER,
            0,
            3,
            "swims a week",
            line=(0, 1, 1, 2, 3),
        ),
    ),
    notes=(
        Note(
            "She described the ward in three languages and was right in all of them.",
            "In Icelandic the word for it means borrowed house.",
            "listened welcomed",
            where=Where.HOSPITAL,
        ),
        Note(
            "Planned the way home and the first week: who rings, what is in the fridge, which water is warm enough.",
            "The sea is never warm enough. That is what it is for.",
            "planned-an-ending came-along",
            "cold",
            minutes=60,
        ),
    ),
    ways="texted mailed called",
    last=21,
)

RAVINDRAN = Life(
    "ravindran",
    who=Who(
        speaks="Tamil and English",
        reads="Tamil",
        culture="Cooked on ships for twenty years. Eats with the hand, and so do his guests.",
        faith="Hindu; a small lamp in the evening.",
        born_year=1964,
    ),
    points=(Point("555-0431", "call", best=True, hours=(9, 12)),),
    arranged=(
        Arranged(Need.CULTURE, "No beef, and shoes stay outside", "We meet at his place without shoes, or at the harbour"),
    ),
    agreed=(Agreed(10, 45, view="Land is too still.", review=16, why="At the harbour, where he sleeps best."),),
    roads=(Road(PhaseName.INITIATION, 75), Road(PhaseName.STABILISATION, 22)),
    wants=(Want("One more kitchen before I am old. Then my daughter's verandah."),),
    aims=(
        Aim(
            "kitchen",
            "Cook again for money",
            LifeArea.WORK,
            Measure.NUMBER,
            0,
            20,
            "hours a week",
            line=(0, 0, 4, 8, 6, 12),
            steps=(
                OneStep("Sunday lunch at the seamen's mission", WhoDoes.WITH_PEER, 48),
                OneStep("Food handler's card", WhoDoes.ALONE, 25),
            ),
        ),
        Aim("call", "Talk with my daughter", LifeArea.PEOPLE, Measure.NUMBER, 0, 4, "calls a month", line=(0, 1, 1, 3)),
    ),
    notes=(
        Note(
            "Walked along the quay and named the ships. He was cook on one of them.",
            "That one rolled. I peeled onions against the wall.",
            "listened",
            where=Where.OUT,
            place="The quay",
        ),
        Note(
            "He cooked for eighty at the mission. I washed up, which was the deal.",
            "They came back twice. A man can live from that.",
            "joined-in noticed-a-strength",
            "kitchen",
            where=Where.OUT,
            minutes=60,
            value="You can feed eighty people and know each one's plate.",
        ),
        Note(
            "He rang his daughter with me beside him and the phone between us. I said good evening and no more.",
            "She has my mother's voice when she is angry.",
            "included-family listened",
            "call",
            how=How.MET,
            with_whom="His daughter, by phone",
            minutes=30,
            together=True,
        ),
    ),
    ways="met called met",
    last=4,
    soon=(Soon(8, 10, 0, "The quay"),),
)

KHOI = Life(
    "khoi",
    program="bridge",
    who=Who(speaks="English and Vietnamese", reads="English", culture="Born here, asked where he is from every week."),
    points=(Point("555-0441", "text", best=True),),
    agreed=(Agreed(14, 30, view="Okay.", review=22, why="Short and often is too often, he says. Every two weeks."),),
    roads=(Road(PhaseName.INITIATION, 50),),
    wants=(Want("Sleep. Fix things. Not be watched."),),
    aims=(Aim("sleep", "Lights out before two", LifeArea.BODY, Measure.NUMBER, 0, 7, "nights a week", line=(1, 3, 2, 4)),),
    notes=(
        Note(
            "He took the ward's broken radio apart and put it together again. I held the screws.",
            "Three left over. It works better without them.",
            "welcomed noticed-a-strength",
            where=Where.HOSPITAL,
        ),
        Note(
            "We agreed on how I ask how he is: with a number, and no face.",
            "Six. Today is a six. Don't make the face.",
            "agreed-our-support",
            "sleep",
            how=How.TEXTED,
            minutes=10,
        ),
    ),
    ways="texted met texted",
    last=8,
)

ELSPETH = Life(
    "elspeth",
    who=Who(
        speaks="English",
        reads="English, with a glass",
        culture="Postmistress of three villages, one after the other.",
        senses_needs="Magnifying glass for print.",
        age_said="",
    ),
    points=(Point("555-0451", "call leave_word", best=True, hours=(10, 16)),),
    arranged=(Arranged(Need.SENSES, "Small print", "Large print, and time"),),
    agreed=(),
    last=0,
)

SELAMAWIT = Life(
    "selamawit",
    who=Who(speaks="Tigrinya", interpreter=Interpreter.YES, age_said=AgeBand.ADULT),
    points=(Point("555-0461", "call", best=True, whose="a neighbour's", who_else="The neighbour"),),
    agreed=(),
    last=0,
)

ANALUCIA = Life(
    "analucia",
    who=Who(speaks="Spanish and English", reads="Both"),
    points=(Point("555-0471", "text", best=True),),
    supporters=(Near("Beto", Relation.PARTNER, "Mi compañero", "En la sala de espera", MayKnow.IN_TOUCH),),
    agreed=(),
    last=0,
)

JOSE_TO_ANALUCIA = (JOSE, JOSE_AT_THE_DOOR, KWABENA, THORDIS, RAVINDRAN, KHOI, ELSPETH, SELAMAWIT, ANALUCIA)
