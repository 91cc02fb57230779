"""Ifeanyi, Tenzin, Big Mike, Wren, Paradise and T. J., with Dana at the Open Door."""

from handrail.contacts.models import How, View, Where
from handrail.people.models import Acuity, AgeBand, MayKnow, Need, PhaseName, PointKind, Relation
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

IFEANYI = Life(
    "ifeanyi",
    who=Who(
        speaks="English and Igbo",
        reads="English",
        culture="Second of five. His mother decides what is for dinner, and much else.",
    ),
    points=(Point("555-0211", "call text", best=True, hours=(12, 22)),),
    supporters=(Near("Coach Bell", Relation.FRIEND, "Let me carry the balls when I was nine", "At the gym", MayKnow.IN_TOUCH),),
    agreed=(
        Agreed(
            7,
            45,
            view="Good weeks and loud weeks.",
            review=21,
            why="Once a week, moving: he talks better when there is a ball.",
        ),
    ),
    roads=(Road(PhaseName.ENGAGEMENT, 105), Road(PhaseName.INITIATION, 62, "Told my mother.")),
    wants=(Want("Coach the little ones, get paid for something, and not need a drink to be funny."),),
    aims=(
        Aim(
            "coach",
            "Coach the under-tens on Saturdays",
            LifeArea.JOY,
            Measure.NUMBER,
            0,
            4,
            "Saturdays a month",
            line=(0, 0, 1, 2, 2, 1, 3, 4),
            steps=(OneStep("Ask Coach Bell", WhoDoes.ALONE, 80), OneStep("First aid course", WhoDoes.WITH_OTHERS, 36)),
        ),
        Aim(
            "job",
            "A job I can keep past the first month",
            LifeArea.WORK,
            Measure.YES_NO,
            hoped_for=60,
            after=20,
            line=(0, 0, 0),
        ),
    ),
    notes=(
        Note(
            "Threw a ball for an hour behind the gym. He told me how evenings begin and where they go.",
            "First beer is for them. Third one is for me.",
            "listened followed-their-lead",
            where=Where.OUT,
            place="Behind the gym",
            minutes=60,
        ),
        Note(
            "He asked Coach Bell by himself and may come on Saturdays. We "
            "talked about Friday nights, because he brought them up.",
            "Kids smell it. So Fridays are over, I guess.",
            "noticed-a-strength did-more-alone",
            "coach",
            value="You remember what it is like to be the small one on the bench. They will feel that.",
        ),
        Note(
            "A loud week. He missed one Saturday and went to say so himself instead of sending word.",
            "Worst walk of my life, forty metres of gym floor. They just said, see you next week.",
            "listened showed-recovery",
            "coach",
            story=("To say that going back is the hard part", "He asked if the first minute ever gets shorter."),
        ),
        Note(
            "Looked at three jobs and wrote under each what a bad day there would be like.",
            "The warehouse, a bad day is boring. The bar, a bad day is a bad night.",
            "weighed-choices talked-work-or-school",
            "job",
            together=True,
        ),
    ),
    ways="met texted called met",
    last=4,
    # Nobody has told yet how it went.
    soon=(Soon(-2, 15, 0, "The ball court", 30),),
)

TENZIN = Life(
    "tenzin",
    who=Who(
        speaks="Tibetan and English",
        reads="Both",
        culture="Raised by an aunt in the hills, then in three cities.",
        faith="Buddhist. Sits every morning.",
        senses_needs="Crowds and echoing rooms are too much.",
        age_said=AgeBand.ADULT,
    ),
    points=(Point("tenzin@example.org", "write", PointKind.EMAIL, best=True), Point("555-0221", "text")),
    arranged=(Arranged(Need.SENSES, "Noise and crowds", "By video, or the garden room after four"),),
    agreed=(Agreed(14, 30, view="The waves are smaller.", review=48, why="Mostly by video; the way here is the hard part."),),
    roads=(Road(PhaseName.STABILISATION, 90),),
    wants=(Want("To ride to the monastery garden and back, and notice the trees."),),
    aims=(
        Aim(
            "ride",
            "Ride the bus when it is full",
            LifeArea.MIND,
            Measure.SCALE,
            scale=("I get off", "Three stops", "Half the way", "All the way", "All the way, looking out"),
            line=(1, 2, 2, 1, 3, 4),
            looks=(Look(37, "There was shouting. I got off and walked. Walking is also arriving.", 1),),
            steps=(OneStep("Sit near the driver", WhoDoes.ALONE, 71), OneStep("Go with Dana at noon", WhoDoes.WITH_PEER)),
        ),
    ),
    notes=(
        Note(
            "We tried both chairs and both rooms and took the garden room. They said what helps before I asked.",
            "If I look at the floor I am still here.",
            "fitted-to-them listened",
        ),
        Note(
            "They told about the day on the bus, stop by stop. We wrote the scale in their words.",
            "A panic is weather. I am the house.",
            "worked-on-plan tried-a-tool",
            "ride",
            how=How.VIDEO,
            minutes=30,
            together=True,
        ),
        Note(
            "All the way, for the first time. They wrote to me from the garden.",
            "I saw eleven kinds of green.",
            "kept-in-touch",
            "ride",
            how=How.MAILED,
            minutes=None,
        ),
    ),
    ways="video texted video mailed",
    last=7,
    soon=(Soon(2, 16, 0, "", 30, How.VIDEO),),
)

MIKE = Life(
    "mike",
    who=Who(
        speaks="English",
        reads="English, large print",
        culture="Drove trucks for thirty years. Knows every diner on the coast road.",
        body_needs="Short of breath after one flight of stairs.",
        senses_needs="Left ear does not hear.",
    ),
    points=(Point("555-0231", "call leave_word", best=True, hours=(9, 20), safe_words="Let it ring, he is slow to the phone"),),
    supporters=(
        Near("Junie", words="My granddaughter, she is four", may_know=MayKnow.NOTHING),
        Near("Deb", Relation.OTHER, "The one I should have married", "555-0232", MayKnow.SOME, "How I am, if she asks."),
    ),
    arranged=(
        Arranged(Need.BODY, "Short of breath on stairs", "Ground floor, or the bench by the pond"),
        Arranged(Need.SENSES, "Hears on the right side only", "Sit on his right"),
    ),
    found=Found("The diner counter at seven, the stool at the end.", "Jokes first.", "Pity. White coats."),
    agreed=(
        Agreed(
            7,
            45,
            view="Getting there. Slow lane.",
            acuity=Acuity.STEADY,
            review=5,
            why="Once a week on the bench; he walks as far as he can.",
        ),
    ),
    roads=(Road(PhaseName.STABILISATION, 80, "Dry since the hospital."),),
    wants=(Want("Walk Junie to the swings and have enough wind left to push."),),
    aims=(
        Aim(
            "pond",
            "Walk to the bench by the pond without stopping",
            LifeArea.BODY,
            Measure.NUMBER,
            5,
            0,
            "stops",
            line=(5, 4, 4, 3, 3, 2, 3, 2, 1, 1),
            looks=(Look(24, "Cold week. Lungs don't like cold.", 3),),
            steps=(
                OneStep("Paint the benches on a map", WhoDoes.WITH_PEER, 70),
                OneStep("Walk it once with Deb", WhoDoes.WITH_OTHERS, 30),
            ),
        ),
        Aim(
            "smoke",
            "Fewer cigarettes",
            LifeArea.BODY,
            Measure.NUMBER,
            20,
            5,
            "a day",
            line=(20, 18, 15, 15, 17, 12, 9, 9),
            steps=(OneStep("None in the truck", WhoDoes.ALONE, 58), OneStep("None before breakfast")),
        ),
        Aim("swings", "Push Junie on the swings", LifeArea.PEOPLE, Measure.YES_NO, hoped_for=14, line=(0, 0)),
    ),
    notes=(
        Note(
            "He walked, I carried the thermos. Five stops, and a story at each.",
            "I'm not resting, I'm telling you something.",
            "listened noticed-a-strength",
            "pond",
            where=Where.OUT,
            place="The pond path",
        ),
        Note(
            "Counted the packs of last week on the diner's napkin. He put the number down himself.",
            "Twenty is a lot when you write it with a pen.",
            "worked-on-plan",
            "smoke",
            place="The diner",
            where=Where.OUT,
            minutes=30,
        ),
        Note(
            "Talked about the hospital and the three days he does not remember. He wanted it said once, and then not again.",
            "I scared Deb. That I remember.",
            "listened",
            place="The pond path",
            where=Where.OUT,
        ),
        Note(
            "Deb came along. They walked ahead of me, and I was glad to be slow.",
            "She counts my stops under her breath. I let her.",
            "included-family grew-their-circle",
            "pond",
            with_whom="Deb",
            together=True,
            minutes=60,
        ),
        Note(
            "Nine a day. He gave me the lighter to keep until Friday, and asked for it back on Friday, empty.",
            "I just like the click.",
            "kept-in-touch",
            "smoke",
            said=(View.AGREES, "Still like the click."),
        ),
    ),
    ways="met called met",
    place="The bench by the pond",
    last=5,
    drafts=(
        (
            2,
            Note(
                "He called from the diner, short of breath and in good spirits. One stop this morning.",
                "",
                "kept-in-touch",
                "pond",
                How.CALLED,
                15,
            ),
        ),
    ),
)

WREN = Life(
    "wren",
    who=Who(
        speaks="English",
        reads="English",
        culture="Chosen family: four people and a dog named Biscuit.",
        born_year=None,
        age_said=AgeBand.YOUNG,
    ),
    points=(
        Point("555-0241", "text", best=True, safe_words="When it is charged"),
        Point("Ask for Moth at the van by the market", "leave_word", PointKind.OTHER, who_else="Moth, who keeps quiet"),
    ),
    supporters=(
        Near("Moth", Relation.FRIEND, "Family", "At the van, evenings", MayKnow.SOME, "Where I sleep, if it is cold."),
    ),
    found=Found(
        "The loading dock behind the theatre. The van on Tuesdays.", "Say hello to the dog first.", "Uniforms. Being woken up."
    ),
    agreed=(
        Agreed(
            7,
            None,
            view="Alive. Put alive.",
            acuity=Acuity.HARDER,
            team="Sleeps outside. The nights are getting cold.",
            review=4,
            why="Wherever they are; no fixed hour.",
        ),
    ),
    roads=(Road(PhaseName.ENGAGEMENT, 58), Road(PhaseName.INITIATION, 20)),
    wants=(Want("A room that takes the dog. My name on a card. Winter inside."),),
    aims=(
        Aim(
            "card",
            "An ID with my name on it",
            LifeArea.MONEY,
            Measure.SCALE,
            scale=("Nothing", "Birth paper ordered", "Birth paper here", "Photo taken", "Card in hand"),
            line=(1, 2, 2, 3),
            steps=(
                OneStep("Order the birth paper", WhoDoes.WITH_PEER, 45),
                OneStep("Somewhere the letter can go", WhoDoes.WITH_OTHERS, 38),
                OneStep("Photo, on a good hair day"),
            ),
        ),
        Aim("room", "A room that takes Biscuit", LifeArea.HOME, Measure.YES_NO, hoped_for=25, line=(0, 0, 0)),
    ),
    notes=(
        Note(
            "Met Biscuit first, then Wren. We stood by the wall and shared a roll, three ways.",
            "He likes you. He is wrong about a lot of people.",
            "welcomed listened",
            minutes=20,
            where=Where.OUT,
            place="Behind the theatre",
        ),
        Note(
            "Filled in the order for the birth paper on my knee. Moth's address will do for the letter.",
            "They want to know the hospital. I was busy being born.",
            "worked-past-a-barrier made-a-step",
            "card",
            minutes=30,
            where=Where.OUT,
            together=True,
        ),
        Note(
            "Went to look at a place that takes dogs. They were polite and full. Wren asked to be put on the list, by name.",
            "Wren is on a list. First time it's a good one.",
            "looked-for-help came-along",
            "room",
            minutes=60,
            where=Where.RESIDENTIAL,
        ),
        Note(
            "First frost. We went through where it is warm at which hour, and who has a floor.",
            "Moth has a floor. Moth snores. It's a warm snore.",
            "talked-about-safety worked-on-crisis-plan",
            where=Where.OUT,
            minutes=30,
        ),
    ),
    ways="met texted met",
    last=3,
    tried=(13,),
)

PARADISE = Life(
    "paradise",
    who=Who(speaks="English", reads="English", culture="House and ballroom. Sews her own gowns."),
    points=(Point("555-0251", "text", best=True, hours=(15, 23)),),
    agreed=(),
    wants=(Want("To dance again without anything in me, and a shop window with my name."),),
    drafts=(
        (
            1,
            Note(
                "First time face to face. She had asked for me by name, because a "
                "friend told her. We spoke about gowns, and a little about nights.",
                "I want the sparkle without the",
                "welcomed listened",
            ),
        ),
    ),
    last=0,
    soon=(Soon(1, 16, 30, "Mill Street House, the garden room"),),
)

TJ = Life(
    "tj", who=Who(speaks="English"), points=(Point("555-0261", "text call", best=True, hours=(8, 12)),), agreed=(), last=0
)

IFEANYI_TO_TJ = (IFEANYI, TENZIN, MIKE, WREN, PARADISE, TJ)
