"""Marcus and Guadalupe, who walk with Dana the longest."""

from handrail.contacts.models import View, Where
from handrail.people.models import Acuity, Interpreter, MayKnow, Need, PhaseName, PointKind, Relation
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

MARCUS = Life(
    "marcus",
    who=Who(
        speaks="English",
        reads="English",
        culture="Grew up on the river, in a big family of fishermen and cooks. Food is how they say sorry.",
        faith="Goes to church when his mother asks. Prays on his own, outdoors.",
        body_needs="Left knee gives out on stairs and after a long stand.",
    ),
    points=(
        Point("555-0114", "call text leave_word", best=True, hours=(8, 21)),
        Point(
            "555-0177", "call leave_word", whose="his mother's", safe_words="Not on Sundays", who_else="His mother and an aunt"
        ),
        Point(
            "The bait shop by the landing, ask for Curtis", "come leave_word", PointKind.OTHER, who_else="Whoever is fishing"
        ),
    ),
    supporters=(
        Near(
            "Loretta", words="My mother", how_to_reach="555-0177", may_know=MayKnow.SOME, may_know_words="That I am all right."
        ),
        Near("Curtis", Relation.FRIEND, "Fishes with me, ten years dry", "At the landing", MayKnow.IN_TOUCH),
        Near("Imani", words="My daughter, she is fifteen", may_know=MayKnow.NOTHING),
    ),
    arranged=(Arranged(Need.BODY, "Cannot stand long or take stairs", "Ground floor, a chair, and time to walk there"),),
    found=Found(
        "The bench past the second bridge, most mornings. The library when it rains, near the newspapers.",
        "Sit beside me, not across. Tell me first if you will be late.",
        "Being asked in front of others. Somebody standing in the doorway.",
    ),
    agreed=(
        Agreed(14, 45, view="I do not know yet what I want from this.", why="He wanted to begin slowly.", review=None),
        Agreed(
            7,
            45,
            after=40,
            view="Some weeks are long. I am still here, and that was not sure in the spring.",
            acuity=Acuity.HARDER,
            team="Two losses this year. He calls before it gets too much, and that is new.",
            peer="I know rooms for rent and what being alone in one is like.",
            why="Once a week face to face, and a text in between, because weekends are long.",
            review=12,
        ),
    ),
    roads=(
        Road(PhaseName.ENGAGEMENT, 154, "I came for the coffee."),
        Road(PhaseName.INITIATION, 118, "Eleven days. Counting helps."),
        Road(PhaseName.STABILISATION, 51, "I have mornings again."),
    ),
    wants=(
        Want("I want my own place and to fish again."),
        Want("I want my own place, Sunday dinners with my daughter, and to fish again.", 96),
    ),
    aims=(
        Aim(
            "bus",
            "Take the bus to the library on my own",
            LifeArea.WAYS,
            Measure.NUMBER,
            0,
            4,
            "trips a week",
            after=10,
            line=(0, 1, 1, 2, 1, 0, 2, 3, 3, 2, 3, 4),
            looks=(Look(58, "My knee was bad, and I let myself stay home. Next week again.", 1),),
            steps=(
                OneStep("Ride the whole line once with Dana", WhoDoes.WITH_PEER, 120),
                OneStep("Get the reduced fare card", WhoDoes.ALONE, 104),
                OneStep("Go on a market day, when it is full"),
            ),
        ),
        Aim(
            "place",
            "A place of my own with a door that locks",
            LifeArea.HOME,
            Measure.SCALE,
            scale=("Not looking yet", "On one list", "Seen a room", "Papers are in", "Keys in my hand"),
            hoped_for=45,
            after=24,
            line=(1, 2, 2, 3, 3, 4),
            steps=(
                OneStep("Put my name on the county list", WhoDoes.WITH_PEER, 99),
                OneStep("Ask my uncle to stand for me", WhoDoes.WITH_OTHERS, 44),
                OneStep("Look at the room on Canal Row", WhoDoes.WITH_PEER, 20),
                OneStep("Bring the last two pay slips to the office", WhoDoes.ALONE),
            ),
        ),
        Aim(
            "sunday",
            "Sunday dinner with Imani",
            LifeArea.PEOPLE,
            Measure.YES_NO,
            after=60,
            line=(0, 0, 1, 1),
            steps=(OneStep("Write her the first letter", WhoDoes.ALONE, 77), OneStep("Learn the rice the way she likes it")),
        ),
        Aim("fish", "Fish again, and bring somebody along", LifeArea.JOY, after=60),
    ),
    notes=(
        Note(
            "We had coffee on the steps, because the room was full. I said what I do here and what I do not do.",
            "I came for the coffee. The talk was not bad either.",
            "welcomed explained-peer-support listened",
            minutes=30,
            place="Mill Street House, the steps",
            gave="what-peer-support-is",
        ),
        Note(
            "Went over what stays between us and the few things that cannot. He asked good questions.",
            "So you tell me before you tell anybody. That I can live with.",
            "explained-rights agreed-our-support",
            gave="privacy-and-its-limits your-rights-here",
        ),
        Note(
            "Rode the whole line and back, because the change at Mill Street was what worried him.",
            "I thought everybody would look. Nobody looked.",
            "rode-along made-a-step noticed-a-strength",
            "bus",
            minutes=90,
            where=Where.OUT,
            place="Line 6",
            story=("To show that the first rides were hard for me too", "He laughed, and told me about the school bus."),
            together=True,
        ),
        Note(
            "Filled in the county form together. He wrote, I looked things up. Forty minutes for two pages, and it is in.",
            "They ask for an address so that you can ask for an address.",
            "worked-past-a-barrier made-a-step",
            "place",
            minutes=60,
            gave="room-in-riverside papers-and-id",
            value="You know every office in this town by its waiting room. That will help somebody one day.",
        ),
        Note(
            "He brought the letter to his daughter and read it to me. I only listened.",
            "I did not say sorry in it. I said what I cook now, and that there is a chair.",
            "listened named-their-value",
            "sunday",
            said=(View.AGREES, "That is how it was. She kept the letter, my mother says."),
        ),
        Note(
            "A hard week after the anniversary of his brother's death. We "
            "sat by the water and said little, which he had asked for.",
            "I did not drink. I also did not do anything else. Put that down too.",
            "listened fitted-to-them",
            where=Where.OUT,
            place="The bench past the second bridge",
            said=(View.DISAGREES, "It was not the anniversary. It was his birthday. The rest is right."),
            added="Marcus put me right: it was his brother's birthday. I am sorry I wrote it wrong.",
        ),
        Note(
            "Looked at the room on Canal Row. He asked the owner about the "
            "stairs, the lock and the deposit, from his own list.",
            "It smells of paint and it has a window on the water. I could see a table there.",
            "weighed-choices spoke-up-with-them made-a-step",
            "place",
            gave="living-with-others",
            minutes=75,
            where=Where.OUT,
            place="Canal Row",
            following="Two pay slips for the office.",
        ),
        Note(
            "Imani came to dinner. He told it from the soup to the door, and I was glad to hear it.",
            "She ate twice. She said the rice was wrong, and then she ate it.",
            "listened noticed-a-strength",
            "sunday",
            together=True,
        ),
        Note(
            "Planned the long weekend hour by hour, with two people to call and one place to go.",
            "If Curtis is at the landing I am not alone. If he is not, I call before it is dark.",
            "worked-on-crisis-plan tried-a-tool",
            "bus",
            gave="what-a-crisis-plan-is-for feet-on-the-floor",
            together=True,
        ),
    ),
    place="The library, by the newspapers",
    last=5,
    soon=(Soon(0, 10, 30, "The library, by the newspapers"), Soon(7, 10, 30, "The landing")),
)

GUADALUPE = Life(
    "guadalupe",
    program="door",
    who=Who(
        speaks="Spanish, some English",
        reads="Spanish",
        interpreter=Interpreter.SOMETIMES,
        culture="De Oaxaca. La familia decide junta. Los lunes vende tamales con su comadre.",
        faith="Católica, muy devota de la Virgen. El 12 de diciembre no se toca.",
        reading_needs="Long letters in English: somebody reads them with her, slowly.",
    ),
    points=(
        Point("555-0121", "text leave_word", best=True, hours=(7, 15), safe_words="Nunca cuando él está en casa"),
        Point("555-0122", "never", whose="her husband's", safe_words="No llamar por nada", who_else="Her husband"),
    ),
    supporters=(
        Near("Comadre Tere", Relation.FRIEND, "Mi comadre, como hermana", "555-0123", MayKnow.SOME, "Todo lo que sea urgente."),
        Near("Rodrigo", words="Mi hijo, tiene dieciséis", may_know=MayKnow.IN_TOUCH),
    ),
    arranged=(
        Arranged(Need.LANGUAGE, "Important papers in Spanish", "An interpreter by phone, never her son"),
        Arranged(Need.FAITH, "Mass on Sunday and the day of the Virgin", "Nothing is planned on these days"),
    ),
    found=Found(
        "Los lunes en el puesto de tamales, antes de las nueve.",
        "Hablar con calma, con la puerta abierta.",
        "Que llamen a la casa. Que pregunten por él primero.",
    ),
    agreed=(
        Agreed(
            7,
            60,
            after=0,
            view="Estoy cansada pero ya no estoy sola.",
            acuity=Acuity.STEADY,
            team="Sleeps better since September. Home is still tense some evenings.",
            peer="I have sat in kitchens where one listens for the door.",
            why="Mornings, face to face, because the phone at home is not safe.",
            review=25,
        ),
    ),
    roads=(
        Road(PhaseName.INITIATION, 164, "Dejé las pastillas de a poco."),
        Road(PhaseName.STABILISATION, 90, "Duermo seis horas."),
    ),
    wants=(Want("Quiero dormir tranquila, hablar inglés sin miedo y que mis hijos me vean contenta."),),
    aims=(
        Aim(
            "sleep",
            "Dormir seis horas sin pastillas",
            LifeArea.BODY,
            Measure.NUMBER,
            2,
            6,
            "horas por noche",
            line=(2, 3, 3, 4, 3, 2, 4, 5, 5, 6, 5, 6),
            looks=(Look(93, "Fue la semana de la fiebre de mi hijo. No cuenta, o sí cuenta.", 2),),
            steps=(
                OneStep("Apagar el teléfono a las nueve", WhoDoes.ALONE, 140),
                OneStep("Té de azahar en vez de televisión", WhoDoes.ALONE, 101),
            ),
        ),
        Aim(
            "english",
            "Hablar yo sola con la maestra de Rodrigo",
            LifeArea.LEARNING,
            Measure.SCALE,
            scale=("Con intérprete", "Con ayuda", "Casi sola", "Yo sola"),
            hoped_for=30,
            after=30,
            line=(1, 1, 2, 2, 3),
            steps=(
                OneStep("Apuntarme a la clase de los martes", WhoDoes.WITH_PEER, 118),
                OneStep("Practicar las tres preguntas", WhoDoes.WITH_PEER, 33),
                OneStep("Pedir la cita yo, por teléfono"),
            ),
        ),
        Aim(
            "stall",
            "Abrir mi propio puesto con Tere",
            LifeArea.WORK,
            after=100,
            steps=(OneStep("Preguntar qué permiso se necesita", WhoDoes.WITH_OTHERS),),
        ),
    ),
    notes=(
        Note(
            "Sat in the back room with the door open. She told me about the nights, and I wrote only what she wanted written.",
            "De noche oigo todo. De día no oigo nada.",
            "listened welcomed talked-about-safety",
            "sleep",
            gave="sleeping-better",
        ),
        Note(
            "Worked out when and where it is safe to reach her, and put the number we never use where everybody sees it.",
            "Mejor un mensaje de la señora de los tamales. Así nadie pregunta.",
            "talked-about-safety agreed-our-support",
        ),
        Note(
            "Went with her to sign up for the Tuesday class. She spoke first, in English, and then looked at me and laughed.",
            "Dije my name is, y ya no me acordé de cómo me llamo.",
            "came-along talked-work-or-school noticed-a-strength",
            "english",
            minutes=60,
            where=Where.SCHOOL,
            together=True,
        ),
        Note(
            "Her son had a fever all week, and sleep went back to two hours. "
            "We looked at the line: it came back the time before, too.",
            "Sube y baja como el río. Pero sube.",
            "listened worked-on-plan",
            "sleep",
        ),
        Note(
            "Wrote the three questions for the teacher on a card and practiced them, she as herself and I as the teacher.",
            "Usted es más seria que la maestra. Así practico mejor.",
            "practiced-speaking-up learned-together",
            "english",
            gave="how-to-speak-up",
            together=True,
            value="Has levantado una casa en dos idiomas. Eso no se aprende en una clase.",
        ),
        Note(
            "She brought tamales and counted what a morning earns. We wrote down what a stall of her own would need.",
            "Tere pone la olla y yo pongo la cara.",
            "talked-work-or-school weighed-choices",
            "stall",
            said=(View.AGREES, "Así fue. Falta decir que eran de mole."),
        ),
    ),
    ways="met texted met met",
    language="Spanish",
    place="Mill Street House, the back room",
    last=4,
    soon=(Soon(0, 14, 0, "Mill Street House, the back room", 60),),
)

MARCUS_GUADALUPE = (MARCUS, GUADALUPE)
