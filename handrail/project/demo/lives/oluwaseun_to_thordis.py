"""With Ray at the Open Door; and Þórdís, who came on to Noor."""

from handrail.contacts.models import How, Where
from handrail.people.models import Acuity, MayKnow, PhaseName, PointKind
from handrail.plans.models import LifeArea, Measure, WhoDoes
from handrail.project.demo.lives.nouns import (
    Agreed,
    Aim,
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

OLUWASEUN = Life(
    "oluwaseun",
    who=Who(speaks="English and Yoruba", reads="English", culture="Barber. Hears everything, repeats nothing."),
    points=(
        Point("The barber shop, ask for Seun", "call come", PointKind.PLACE, best=True, who_else="Whoever is in the chair"),
        Point("555-0511", "call text"),
    ),
    supporters=(Near("Temi", words="My sister, my book-keeper", how_to_reach="555-0512", may_know=MayKnow.IN_TOUCH),),
    agreed=(
        Agreed(
            10, 45, view="Steady hands.", acuity=Acuity.STEADY, review=26, why="In the shop, when the last customer has gone."
        ),
    ),
    roads=(Road(PhaseName.STABILISATION, 90),),
    wants=(Want("Two chairs of my own, and one of them for a boy who needs a start."),),
    aims=(
        Aim(
            "chairs",
            "Save for the second chair",
            LifeArea.MONEY,
            Measure.NUMBER,
            0,
            900,
            "dollars",
            hoped_for=80,
            line=(50, 150, 150, 300, 260, 450, 600),
            looks=(Look(33, "Rent went up. So it goes.", 260),),
        ),
        Aim(
            "cards",
            "Days without a bet",
            LifeArea.RECOVERY,
            Measure.NUMBER,
            0,
            100,
            "days",
            line=(5, 15, 24, 3, 13, 22, 33),
            looks=(Look(52, "One ticket. It was only one, and I am telling you.", 3),),
        ),
    ),
    notes=(
        Note(
            "He cut my hair and told the whole thing to the mirror. It was easier that way round.",
            "In the mirror I can say it to you and to me.",
            "listened followed-their-lead",
            "cards",
            place="The barber shop",
        ),
        Note(
            "One ticket. The count went back, and he told me before I asked. We kept both numbers.",
            "The twenty-four days do not go away because of Tuesday.",
            "listened showed-recovery",
            "cards",
            story=("To say that my own count began again too", "He asked which number I tell people."),
        ),
        Note(
            "Went through the book with Temi. He asked her to hold the bank card on Fridays.",
            "My sister is a very small bank with a very hard face.",
            "included-family made-a-step",
            "chairs",
            with_whom="His sister Temi",
            together=True,
        ),
        Note(
            "A boy sweeps the floor on Saturdays now. He told me about the boy for half an hour.",
            "He sweeps like I did. Everything to the middle.",
            "noticed-a-strength",
            "chairs",
            value="You know what it is to be given a broom and not a speech.",
        ),
    ),
    ways="met called met",
    place="The barber shop",
    last=5,
)

LUCJA = Life(
    "lucja",
    who=Who(
        speaks="Polish and English",
        reads="Both",
        culture="From Łódź. Brings cake to every office that makes her wait.",
        faith="Catholic. Candles on the first of November.",
    ),
    points=(Point("555-0521", "call text", best=True, hours=(13, 20), safe_words="She cleans until eleven at night"),),
    agreed=(Agreed(7, 45, view="Tired in the legs, not in the head.", review=38, why="Early afternoon, before her shift."),),
    roads=(Road(PhaseName.INITIATION, 38),),
    wants=(Want("Work by day, sleep by night, and read again: whole books."),),
    aims=(
        Aim("books", "Read whole books again", LifeArea.JOY, Measure.NUMBER, 0, 3, "books", line=(0, 0.5, 1, 1.5)),
        Aim(
            "work",
            "A job by day",
            LifeArea.WORK,
            Measure.SCALE,
            scale=("Looking", "Written to", "Talked to", "Tried a day", "Hired"),
            hoped_for=45,
            line=(1, 2, 3),
            steps=(
                OneStep("Letter to the library", WhoDoes.WITH_PEER, 24),
                OneStep("Talk with the head librarian", WhoDoes.ALONE, 10),
            ),
        ),
    ),
    notes=(
        Note(
            "She brought poppy-seed cake and a folder in perfect order. We spoke about what is not in the folder.",
            "In there is everything they ask. Nobody asks the rest.",
            "welcomed listened",
        ),
        Note(
            "Wrote the letter to the library. She took out every sorry that I had not even seen.",
            "Four sorrys in ten lines. That is the vodka talking, and it is not here.",
            "talked-work-or-school noticed-a-strength",
            "work",
            together=True,
        ),
        Note(
            "She went to talk to them alone and called me from the steps.",
            "They asked what I read last. I talked for ten minutes. I think they were surprised.",
            "kept-in-touch did-more-alone",
            "work",
            how=How.CALLED,
            minutes=15,
        ),
    ),
    ways="met called met texted",
    last=4,
)

KEALII = Life(
    "kealii",
    who=Who(
        speaks="English and Hawaiian",
        reads="English",
        culture="From the Big Island. Uncle to half the roofing crew.",
        body_needs="Old shoulder injury.",
    ),
    points=(Point("555-0531", "call text", best=True, hours=(17, 22)),),
    supporters=(
        Near(
            "Tūtū Nani",
            words="My grandmother, she prays for the whole crew",
            how_to_reach="By letter",
            may_know=MayKnow.NOTHING,
        ),
    ),
    agreed=(
        Agreed(7, 45, view="Rough seas.", review=None),
        Agreed(
            14,
            45,
            after=92,
            view="Working, sleeping, paddling.",
            acuity=Acuity.STEADY,
            review=19,
            why="Evenings with Ray, since he works days.",
        ),
    ),
    roads=(Road(PhaseName.INITIATION, 145), Road(PhaseName.STABILISATION, 80), Road(PhaseName.MAINTENANCE, 15)),
    wants=(Want("A canoe club on this river. Six seats, all sober."),),
    aims=(
        Aim(
            "club",
            "Six people in the boat",
            LifeArea.JOY,
            Measure.NUMBER,
            1,
            6,
            "paddlers",
            line=(1, 1, 2, 3, 3, 2, 4, 5),
            steps=(
                OneStep("Ask who owns the old boat", WhoDoes.WITH_PEER, 120),
                OneStep("Patch the hull", WhoDoes.WITH_OTHERS, 51),
                OneStep("Life vests for six"),
            ),
        ),
        Aim(
            "work",
            "Keep this job past ninety days",
            LifeArea.WORK,
            Measure.NUMBER,
            0,
            90,
            "days",
            after=70,
            line=(10, 30, 55, 78),
        ),
    ),
    notes=(
        Note(
            "He talked about water for an hour: what it does to a man who stays away from it.",
            "I been on land too long. That's the whole report.",
            "listened",
            by="dana",
        ),
        Note(
            "Found out whose boat it is. The man was glad that somebody asked.",
            "Ten years under a tarp. It was waiting, brah.",
            "made-a-step joined-in",
            "club",
            minutes=60,
            where=Where.OUT,
            place="The boat shed",
            by="dana",
        ),
        Note(
            "He works days from Monday. We went over who is here in the evening, and he met Ray at the door.",
            "You hand me over like a good canoe. Dry side up.",
            "handed-over-warmly",
            by="dana",
        ),
        Note(
            "He and two others sanded the hull. I held the lamp and made the coffee.",
            "Three guys, no beer, nobody noticed until ten.",
            "grew-their-circle noticed-a-strength",
            "club",
            minutes=60,
            value="You steer from the back, and everybody thinks they did it.",
        ),
        Note(
            "His shoulder was bad, and the old thoughts were near. He called before, not after.",
            "I said, Ray, talk about anything. You talked about gutters.",
            "listened kept-in-touch",
            how=How.CALLED,
            minutes=35,
        ),
    ),
    ways="met called texted met",
    last=6,
)

KHOI_AT_THE_DOOR = Life(
    "khoi",
    program="door",
    agreed=(Agreed(7, 45, view="There is a workbench here.", review=45, why="He chose it because of the workbench."),),
    roads=(Road(PhaseName.STABILISATION, 12),),
    wants=(Want("Run the repair table on Saturdays."),),
    aims=(
        Aim(
            "table",
            "Repair table for the neighbours",
            LifeArea.WORK,
            Measure.NUMBER,
            0,
            10,
            "things fixed",
            line=(2, 5, 6),
            steps=(OneStep("Bring my own soldering iron", WhoDoes.ALONE, 9),),
        ),
    ),
    notes=(
        Note(
            "Set up the bench by the window. Two toasters, one lamp, and a line of three people.",
            "Nobody asked where I'm from. They asked if it's the fuse.",
            "joined-in noticed-a-strength",
            "table",
            minutes=60,
        ),
    ),
    ways="texted met",
    last=3,
)

THORDIS_AT_THE_DOOR = Life(
    "thordis",
    program="door",
    agreed=(Agreed(14, 45, view="I have words again.", acuity=Acuity.STEADY, review=31, why="Every two weeks, outdoors."),),
    roads=(Road(PhaseName.STABILISATION, 62),),
    wants=(Want("To finish the book that was on my desk when it all stopped."),),
    aims=(
        Aim(
            "book",
            "Translate the book to its end",
            LifeArea.WORK,
            Measure.NUMBER,
            112,
            340,
            "pages",
            hoped_for=100,
            line=(112, 130, 155, 150, 190, 221),
            looks=(Look(29, "Five pages were wrong. Begun again.", 150),),
            steps=(OneStep("Write to the editor", WhoDoes.ALONE, 55), OneStep("Desk by the window", WhoDoes.WITH_OTHERS, 47)),
        ),
    ),
    notes=(
        Note(
            "We met by the water because she asked to. She went in, I held the towel.",
            "Now I can speak English again.",
            "listened fitted-to-them",
            where=Where.OUT,
            place="The landing",
        ),
        Note(
            "She read me a page in both languages. I heard where she had stopped.",
            "There. You can hear the ambulance between the two sentences.",
            "listened named-their-value",
            "book",
            value="You can say in two languages what most of us cannot say in one.",
        ),
        Note(
            "Her editor answered. We opened the mail together, because the last one lay for a month.",
            "Take the time it takes, he says. In Icelandic that is one word.",
            "worked-past-a-barrier",
            "book",
            together=True,
        ),
    ),
    ways="met texted mailed",
    place="The landing",
    last=8,
)

OLUWASEUN_TO_THORDIS = (OLUWASEUN, LUCJA, KEALII, KHOI_AT_THE_DOOR, THORDIS_AT_THE_DOOR)
