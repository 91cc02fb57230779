"""With Noor at the Open Door, and two who wait for somebody."""

from handrail.contacts.models import How, View, Where
from handrail.people.models import Acuity, Interpreter, Kin, MayKnow, Need, PhaseName, PointKind, Relation
from handrail.plans.models import LifeArea, Measure, WhoDoes
from handrail.project.demo.lives.nouns import (
    Agreed,
    Aim,
    Arranged,
    CallWish,
    Kinship,
    Life,
    Near,
    Note,
    OneStep,
    Point,
    Road,
    Want,
    Who,
)

SIOBHAN = Life(
    "siobhan",
    who=Who(
        speaks="English and Irish",
        reads="Both",
        culture="From Donegal by way of six kitchens.",
        faith="Lights a candle on St. Brigid's day, believes in the candle.",
    ),
    points=(Point("555-0541", "call text", best=True, hours=(8, 22)),),
    supporters=(Near("Nuala", words="My sister in Derry", how_to_reach="555-0542", may_know=MayKnow.IN_TOUCH),),
    agreed=(
        Agreed(10, 45, view="Dry and cross.", review=None),
        Agreed(
            14,
            45,
            after=70,
            view="Dry and only a bit cross.",
            acuity=Acuity.STEADY,
            review=23,
            why="Not with somebody from her own meeting.",
        ),
    ),
    roads=(Road(PhaseName.STABILISATION, 140), Road(PhaseName.MAINTENANCE, 70, "Two years in April.")),
    wants=(Want("To go home for Nuala's sixtieth with dry eyes and a dry glass."),),
    aims=(
        Aim(
            "trip",
            "Go to Nuala's sixtieth",
            LifeArea.PEOPLE,
            Measure.SCALE,
            scale=("Said no", "Said maybe", "Said yes", "Ticket bought"),
            hoped_for=95,
            line=(1, 1, 2, 2, 3),
            steps=(OneStep("Ring Nuala and tell her the truth", WhoDoes.ALONE, 40), OneStep("Passport photo")),
        ),
        Aim(
            "bread",
            "Soda bread for the Thursday table",
            LifeArea.JOY,
            Measure.NUMBER,
            0,
            4,
            "loaves a week",
            line=(1, 2, 2, 4, 3),
        ),
    ),
    notes=(
        Note(
            "She said no to everything for an hour, very politely, and then stayed for another.",
            "I came to say I'm not coming.",
            "listened followed-their-lead",
            minutes=60,
            by="dana",
        ),
        Note(
            "We noticed that we sit in the same meeting. She asked what that means here, and we decided together.",
            "I'll not have the one room knowing the other.",
            "agreed-our-support explained-rights",
            by="dana",
        ),
        Note(
            "A new start, with a loaf. I told her what I knew from the record, so that she could put it right.",
            "They wrote that I was guarded. I was only Irish.",
            "welcomed listened",
            said=(View.DISAGREES, "I said reserved, not Irish. But leave it, it is funnier."),
        ),
        Note(
            "She told Nuala the truth on the telephone, all of it, and then told me what a silence costs a minute.",
            "She said, sure I knew. Eleven years I paid for that secret.",
            "listened noticed-a-strength",
            "trip",
            value="You went first. That makes it easier for everybody on that line.",
        ),
    ),
    ways="met called met",
    last=16,
    call=CallWish(2, "She would like to talk about the ticket.", "sam"),
)

YUSUF = Life(
    "yusuf",
    who=Who(
        speaks="Arabic",
        reads="Arabic",
        interpreter=Interpreter.YES,
        culture="From Homs. Called by his son's name: Abu Yusuf.",
        faith="Muslim. Fasts in Ramadan.",
        born_year=1970,
    ),
    points=(Point("555-0551", "call", best=True, hours=(14, 19), whose="the bakery's", who_else="The other bakers"),),
    supporters=(
        Near(
            "Yusuf",
            words="My son, in Germany",
            how_to_reach="By video",
            may_know=MayKnow.SOME,
            may_know_words="That I am well.",
        ),
    ),
    arranged=(
        Arranged(Need.LANGUAGE, "Arabic", "Arabic with Noor; an interpreter when she is away"),
        Arranged(Need.FAITH, "Ramadan", "After sunset in that month"),
    ),
    agreed=(Agreed(14, 45, view="Bread rises again.", review=40, why="At the bakery, when the ovens cool."),),
    roads=(Road(PhaseName.INITIATION, 95), Road(PhaseName.STABILISATION, 35)),
    wants=(Want("To see my son's child before it can run."),),
    aims=(
        Aim(
            "visit",
            "Papers to visit my son",
            LifeArea.MONEY,
            Measure.SCALE,
            scale=("Nothing yet", "Photo and form", "Sent", "Answer"),
            hoped_for=75,
            line=(1, 2, 2, 3),
            steps=(
                OneStep("Form with the help desk", WhoDoes.WITH_PEER, 60),
                OneStep("Ask the baker for the two weeks", WhoDoes.ALONE, 22),
            ),
        ),
        Aim(
            "sleep", "Sleep without the light on", LifeArea.MIND, Measure.NUMBER, 0, 7, "nights a week", line=(0, 1, 1, 3, 2, 4)
        ),
    ),
    notes=(
        Note(
            "He baked while he talked, and stopped talking when the bread was in.",
            "The oven is the only fire I like.",
            "listened followed-their-lead",
            where=Where.WORK,
            place="The bakery",
        ),
        Note(
            "Filled in the form. The question about the last address took the longest, and we took the time.",
            "There was a street. I can tell you the trees.",
            "worked-past-a-barrier listened",
            "visit",
            minutes=60,
            together=True,
        ),
        Note(
            "He saw the child by video while I was there. He sang to it.",
            "Twenty days old and already it does not listen to me.",
            "included-family",
            how=How.MET,
            minutes=30,
        ),
        Note(
            "He tried with a small light instead of the big one.",
            "Four nights. The dark came in and sat down, and did nothing.",
            "tried-a-tool noticed-a-strength",
            "sleep",
        ),
    ),
    ways="met called met",
    language="Arabic",
    place="The bakery",
    last=9,
)

MARISOL = Life(
    "marisol",
    who=Who(
        speaks="Quechua y español",
        reads="Español",
        culture="De Ayacucho. Teje y canta.",
        faith="La Pachamama y la misa, las dos.",
    ),
    points=(Point("555-0561", "text", best=True, safe_words="Con mensaje de voz, mejor"),),
    supporters=(Near("Flor", Relation.FRIEND, "Mi paisana", "555-0562", MayKnow.IN_TOUCH),),
    arranged=(
        Arranged(
            Need.LANGUAGE,
            "Spanish; Quechua for what is hard to say",
            "Spanish with a colleague; we are looking for somebody who speaks Quechua",
        ),
    ),
    # Pilar, whom Noor walks with in the family program, is her aunt: each has a record of her own.
    family=(Kinship("pilar", Kin.OTHER),),
    agreed=(Agreed(7, 45, view="Recién llego.", review=55, why="Cada semana, para empezar."),),
    roads=(Road(PhaseName.ENGAGEMENT, 18),),
    wants=(Want("Cantar en quechua sin que nadie se ría, y olvidar el ruido del bar."),),
    aims=(
        Aim(
            "sing",
            "Cantar delante de otros",
            LifeArea.JOY,
            Measure.SCALE,
            scale=("Sola", "Con Flor", "Con cinco", "Con todos"),
            line=(1, 2),
        ),
    ),
    notes=(
        Note(
            "She spoke Spanish for what happened and Quechua for how it was. I asked her to say it in Quechua too.",
            "En quechua no tengo que explicar la tristeza.",
            "welcomed listened",
        ),
        Note(
            "She sang for Flor and me, in the yard, with her back to us.",
            "De espaldas también es cantar.",
            "noticed-a-strength",
            "sing",
            with_whom="Flor",
            together=True,
        ),
    ),
    ways="texted met",
    language="Spanish",
    last=3,
)

MAHNOOR = Life(
    "mahnoor",
    who=Who(
        speaks="Urdu and English",
        reads="Both",
        culture="Two families, two wedding albums, one kitchen.",
        faith="Prays when it is quiet enough.",
    ),
    points=(Point("555-0571", "text call", best=True, hours=(8, 12)),),
    agreed=(Agreed(10, 45, view="On my feet, before noon.", review=10, why="Mornings."),),
    roads=(Road(PhaseName.STABILISATION, 110),),
    wants=(Want("To open the letter from the university without holding my breath."),),
    aims=(
        Aim(
            "exam",
            "Sit the last exam",
            LifeArea.LEARNING,
            Measure.YES_NO,
            hoped_for=40,
            line=(0, 0, 0),
            steps=(OneStep("Ask for a quiet room", WhoDoes.WITH_PEER, 52),),
        ),
        Aim(
            "calm",
            "Mornings without the racing heart",
            LifeArea.MIND,
            Measure.NUMBER,
            1,
            6,
            "a week",
            line=(1, 2, 2, 3, 5, 4, 5),
        ),
    ),
    notes=(
        Note(
            "She put her phone in my bag for an hour. We breathed, we counted, we laughed at the counting.",
            "An hour nobody needed me. I checked twice.",
            "tried-a-tool listened",
            "calm",
        ),
        Note(
            "Wrote to the university for a quiet room, in her words. It took one cup of tea.",
            "I asked for something and the world did not end.",
            "practiced-speaking-up worked-past-a-barrier",
            "exam",
            together=True,
        ),
        Note(
            "Mornings only from now on, and I am upstairs then. We talked about "
            "who might come next and what she would like them to know.",
            "Tell them I am funny. It takes a month.",
            "planned-an-ending handed-over-warmly",
        ),
    ),
    ways="met texted met",
    last=10,
)

KAEDE = Life(
    "kaede",
    who=Who(speaks="Japanese and English", reads="Japanese"),
    points=(Point("kaede@example.org", "write", PointKind.EMAIL, best=True),),
    arranged=(Arranged(Need.LANGUAGE, "Written English is easier than spoken", "Questions by e-mail before we meet"),),
    agreed=(),
    last=0,
)

SIOBHAN_TO_KAEDE = (SIOBHAN, YUSUF, MARISOL, MAHNOOR, KAEDE)
