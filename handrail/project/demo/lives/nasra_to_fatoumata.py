"""Families with Noor."""

from handrail.contacts.models import How, View, Where
from handrail.people.models import Acuity, Interpreter, MayKnow, Need, PhaseName, Relation, Support
from handrail.plans.models import LifeArea, Measure, WhoDoes
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
    Soon,
    Want,
    Who,
)

NASRA = Life(
    "nasra",
    who=Who(
        speaks="Somali",
        reads="A little English",
        interpreter=Interpreter.YES,
        culture="From Kismayo. Four children and a pot that is never empty.",
        faith="Muslim. Prays five times; the small room is free for it.",
        reading_needs="Letters are read aloud.",
    ),
    points=(Point("555-0631", "call text", best=True, hours=(9, 14), safe_words="Voice messages"),),
    supporters=(
        Near(
            "Hodan",
            words="My sister, she drives",
            how_to_reach="555-0632",
            may_know=MayKnow.SOME,
            may_know_words="Anything about the children.",
        ),
    ),
    arranged=(
        Arranged(Need.LANGUAGE, "Somali", "The same interpreter, a woman"),
        Arranged(Need.READING, "Letters", "We read every letter aloud, twice"),
        Arranged(Need.FAITH, "Prayer times", "The small room upstairs"),
    ),
    found=Found("At the school gate at three.", "Children may be in the room.", "Being asked about the war."),
    agreed=(
        Agreed(
            7,
            60,
            Support.FAMILY,
            view="I breathe when he breathes.",
            acuity=Acuity.HARDER,
            team="Her son's chest is better this fall. One night in the emergency department in August.",
            review=8,
            why="Weekly, at home.",
        ),
    ),
    roads=(Road(PhaseName.INITIATION, 138), Road(PhaseName.STABILISATION, 42)),
    wants=(Want("That my son runs like the others. That I read his school letters myself."),),
    aims=(
        Aim(
            "read",
            "Read the school letters myself",
            LifeArea.LEARNING,
            Measure.NUMBER,
            0,
            10,
            "letters",
            line=(0, 1, 1, 3, 4, 4, 6, 7),
            steps=(
                OneStep("Class on Mondays, with Hodan", WhoDoes.WITH_OTHERS, 100),
                OneStep("First letter alone", WhoDoes.ALONE, 57),
            ),
        ),
        Aim(
            "nights",
            "Quiet nights for all of us",
            LifeArea.BODY,
            Measure.NUMBER,
            2,
            7,
            "nights a week",
            line=(2, 4, 5, 3, 2, 5, 6),
        ),
    ),
    notes=(
        Note(
            "We sat on the floor with the children and sorted the school letters into big and small worries.",
            "This one says pizza. I cried for one day about pizza.",
            "welcomed supported-family",
            "read",
            where=Where.THEIRS,
            minutes=60,
        ),
        Note(
            "After the night in the hospital. She told it hour by hour; I "
            "wrote down who came, because that was what she wanted kept.",
            "Eleven people, and I had thought I have nobody here.",
            "listened met-after-discharge grew-their-circle",
            "nights",
            where=Where.THEIRS,
            minutes=60,
            value="You had eleven names at two in the morning. That is a strong house.",
        ),
        Note(
            "She was told that a colleague had opened her record that night, "
            "and why. She asked two questions and I answered both.",
            "He helped me find my sister's number. It is good. But tell me next time before I ask.",
            "explained-rights listened",
            gave="your-rights-here privacy-and-its-limits",
            how=How.MET,
            where=Where.THEIRS,
            minutes=30,
            said=(View.AGREES, ""),
        ),
        Note(
            "First letter alone. She read it to me, and then to the baby.",
            "Picture day. Bring a smile. I read: bring a smile.",
            "noticed-a-strength",
            "read",
            where=Where.THEIRS,
        ),
        Note(
            "Went through the night plan with Hodan: what to do first, second, and who drives.",
            "On the door, in red, with pictures. So that the big one can read it to me.",
            "worked-on-crisis-plan included-family",
            "nights",
            with_whom="Her sister Hodan",
            together=True,
            where=Where.THEIRS,
            minutes=60,
        ),
    ),
    ways="met called met",
    language="Somali",
    place="Her home",
    last=4,
    soon=(Soon(0, 13, 0, "Her home", 60),),
)

PILAR = Life(
    "pilar",
    who=Who(
        speaks="Español",
        reads="Español",
        interpreter=Interpreter.SOMETIMES,
        culture="De Quito. Abuela a los cuarenta y cinco, y a mucha honra.",
        faith="Evangélica; culto los miércoles.",
    ),
    points=(Point("555-0641", "call text", best=True, hours=(9, 18)),),
    supporters=(Near("Doña Inés", Relation.FRIEND, "Mi vecina", "Tocar la puerta", MayKnow.IN_TOUCH),),
    arranged=(Arranged(Need.FAITH, "Church on Wednesday evening", "Nothing on Wednesdays after five"),),
    agreed=(
        Agreed(
            10,
            45,
            Support.FAMILY,
            view="Con mi nieto, como empezar de nuevo.",
            review=13,
            why="Por la mañana, cuando el niño está en la escuela.",
        ),
    ),
    roads=(Road(PhaseName.STABILISATION, 98),),
    wants=(Want("Criar a mi nieto con paciencia y volver a coser para fuera."),),
    aims=(
        Aim(
            "patience",
            "Contar hasta diez antes de gritar",
            LifeArea.MIND,
            Measure.NUMBER,
            0,
            7,
            "días a la semana",
            line=(1, 3, 2, 4, 5, 4, 6),
            looks=(Look(44, "El día del jarrón no cuenta.", 2),),
        ),
        Aim(
            "papers",
            "Los papeles de la custodia",
            LifeArea.MONEY,
            Measure.SCALE,
            scale=("Sin abogado", "Primera cita", "Papeles completos", "Audiencia", "Firmado"),
            hoped_for=64,
            line=(1, 2, 2, 3),
            steps=(OneStep("Cita con ayuda legal", WhoDoes.WITH_PEER, 61), OneStep("Carta de la escuela", WhoDoes.ALONE, 28)),
        ),
    ),
    notes=(
        Note(
            "She brought a photo of her daughter and put it face down on the table, and later face up.",
            "La quiero, pero ahora no le puedo abrir la puerta.",
            "listened welcomed",
            minutes=60,
        ),
        Note(
            "Counted to ten together, in three voices: the grandmother's, the boy's and the neighbour's.",
            "Al siete ya se me olvidó por qué gritaba.",
            "tried-a-tool supported-family",
            "patience",
        ),
        Note(
            "Came along to the legal help. She asked everything that was on her paper, and one thing that was not.",
            "Le pregunté si el niño puede decir lo que quiere. Sí puede.",
            "came-along practiced-speaking-up",
            "papers",
            minutes=60,
            together=True,
        ),
        Note(
            "The day of the vase. She swept it up with the boy, and they both said sorry.",
            "Él primero. Eso no se lo enseñé yo. O sí.",
            "listened noticed-a-strength",
            "patience",
            value="Un niño que pide perdón lo ha visto en alguien.",
        ),
    ),
    ways="met called met",
    language="Spanish",
    last=6,
    soon=(Soon(0, 10, 0, "Mill Street House, upstairs"),),
)

SUMIARTI = Life(
    "sumiarti",
    who=Who(
        speaks="Indonesian and English", reads="Both", culture="Javanese. One name is enough.", faith="Muslim, with a garden."
    ),
    points=(
        Point("555-0651", "text", best=True, hours=(19, 22)),
        Point("555-0652", "never", whose="her former husband's", safe_words="He must not know that she comes here"),
    ),
    agreed=(
        Agreed(
            10,
            45,
            Support.FAMILY,
            view="Half a week mother, half a week nobody.",
            acuity=Acuity.HARDER,
            team="The days without the children are long.",
            review=3,
            why="On the days when the children are with their father.",
        ),
    ),
    roads=(Road(PhaseName.INITIATION, 70), Road(PhaseName.STABILISATION, 20)),
    wants=(Want("That the empty days are mine, and not only empty."),),
    aims=(
        Aim(
            "days",
            "Something of my own on the empty days",
            LifeArea.JOY,
            Measure.NUMBER,
            0,
            3,
            "days a week",
            line=(0, 1, 0, 1, 2, 2),
            steps=(
                OneStep("The batik evening", WhoDoes.WITH_OTHERS, 42),
                OneStep("Garden plot, together", WhoDoes.WITH_PEER, 30),
            ),
        ),
    ),
    notes=(
        Note(
            "She came on the first empty Tuesday, because the flat was too quiet.",
            "I set three plates. I washed three plates.",
            "welcomed listened supported-family",
        ),
        Note(
            "Dug the plot. She showed me how chillies want to be planted: with a little anger.",
            "You must mean it. Otherwise they are sweet.",
            "joined-in tried-a-tool",
            "days",
            where=Where.OUT,
            place="The garden plots",
            minutes=60,
        ),
        Note(
            "Went over which number is never used, and what to say if he calls the house.",
            "Say wrong number. Say it kindly, he likes kind.",
            "talked-about-safety agreed-our-support",
            minutes=30,
        ),
    ),
    ways="met texted met",
    last=15,
    tried=(6,),
)

FATOUMATA = Life(
    "fatoumata",
    who=Who(
        speaks="Fula, French, some English",
        reads="French",
        interpreter=Interpreter.SOMETIMES,
        culture="From Labé. Twins are a blessing and twice the noise.",
        faith="Muslim.",
    ),
    points=(Point("555-0661", "call text", best=True, hours=(10, 20)),),
    supporters=(
        Near(
            "Auntie Kadiatou",
            words="Keeps the twins with me on visit days",
            how_to_reach="555-0662",
            may_know=MayKnow.SOME,
            may_know_words="All of it. She signs for it.",
        ),
    ),
    arranged=(
        Arranged(Need.LANGUAGE, "French or Fula for hard talks", "French with the interpreter; Fula when her aunt is there"),
    ),
    agreed=(
        Agreed(
            7,
            60,
            Support.FAMILY,
            view="Every visit I am a mother for three hours.",
            acuity=Acuity.HARDER,
            review=6,
            why="The day after each visit, because that day is the hardest.",
        ),
    ),
    roads=(Road(PhaseName.INITIATION, 28),),
    wants=(Want("My twins in my house, at my table, in my language."),),
    aims=(
        Aim(
            "visits",
            "Visits that go well",
            LifeArea.PEOPLE,
            Measure.NUMBER,
            0,
            4,
            "visits a month",
            line=(1, 2, 3),
            steps=(
                OneStep("Ask for the room with the carpet", WhoDoes.WITH_PEER, 14),
                OneStep("Bring our own songs", WhoDoes.ALONE, 6),
            ),
        ),
        Aim(
            "home",
            "The twins at home",
            LifeArea.HOME,
            Measure.SCALE,
            scale=("Visits with somebody", "Visits alone", "A night", "A weekend", "Home"),
            hoped_for=110,
            line=(1, 2),
        ),
    ),
    notes=(
        Note(
            "The day after the first visit. I asked nothing for a while. Then she told the three hours in order.",
            "They smelled of other soap.",
            "listened supported-family welcomed",
            "visits",
            minutes=60,
        ),
        Note(
            "Practiced how to ask for the other room. She asked, and got it, and told me before I could ask.",
            "With a carpet one can sit down. A mother sits on the floor.",
            "practiced-speaking-up noticed-a-strength",
            "visits",
            together=True,
        ),
    ),
    ways="called met",
    language="French",
    last=4,
)

NASRA_TO_FATOUMATA = (NASRA, PILAR, SUMIARTI, FATOUMATA)
