"""What is strong in the people Riverside walks with, and what keeps them well. Days are counted back from now."""

from handrail.plans.models import ForWhat, Helped, NoticedBy
from handrail.project.demo.lives.nouns import Strong, Used, Well

LOT, LITTLE, NOT_NOW = Helped.A_LOT, Helped.A_LITTLE, Helped.NOT_THIS_TIME

STRONG: dict[str, tuple[Strong, ...]] = {
    "marcus": (
        Strong(
            "I call before it gets bad.",
            "self-responsibility",
            NoticedBy.PEER,
            ago=128,
            first="I texted from the landing instead of walking into the store.",
            shown=(
                (96, "Rang my mother the night of my brother’s birthday."),
                (61, "Asked for a Saturday call before the long weekend, three days early."),
                (34, ""),
                (9, "Called Curtis from the bus. He was already on his way."),
            ),
        ),
        Strong(
            "I can sit beside somebody who is hurting and not fix it.",
            "other",
            NoticedBy.OTHER,
            whom="Curtis",
            ago=88,
            shown=((52, "With the new man at the landing. An hour, and hardly a word."), (15, "With Imani, in the car.")),
        ),
        Strong("I know when my knee and my head are both tired.", "self-awareness", ago=40, shown=((12, ""),)),
    ),
    "guadalupe": (
        Strong(
            "Sé a quién llamar para cada cosa.",
            "resource-discovery",
            NoticedBy.OTHER,
            whom="Mi comadre Tere",
            ago=60,
            shown=((33, "Para la cita del dentista de mi hijo."), (11, "")),
        ),
    ),
    "latoya": (
        Strong("Two hands, four things, and nobody goes to bed hungry.", "self-responsibility", ago=100, shown=((40, ""),)),
        Strong(
            "I find out who decides, and then I ask that one.",
            "resource-discovery",
            NoticedBy.PEER,
            ago=70,
            first="The school said the office, the office said the district. I drove to the district.",
            shown=((21, "The bus pass. One call, because I asked for the name first."),),
        ),
    ),
    "oluwaseun": (
        Strong("What is said in my chair stays in my chair.", "other", NoticedBy.OTHER, whom="Half of the street", ago=80),
        Strong(
            "If I slip, I say it the same day.",
            "self-responsibility",
            NoticedBy.PEER,
            ago=51,
            first="One ticket, and I told it before anybody asked.",
            shown=((19, ""),),
        ),
    ),
    "rosie": (
        Strong(
            "I can hold a room with one song.", "other", NoticedBy.OTHER, whom="Beatrice", ago=90, shown=((25, ""), (8, ""))
        ),
        Strong(
            "I say no without raising my voice.",
            "self-awareness",
            NoticedBy.PEER,
            ago=60,
            shown=((30, "To Gordon, about the house."),),
        ),
    ),
    "nasra": (
        Strong("In every office I find the one who is kind.", "resource-discovery", NoticedBy.PEER, ago=45, shown=((14, ""),)),
    ),
    "vy": (
        Strong(
            "By the third night I notice that sleep is going.",
            "self-awareness",
            ago=70,
            shown=((28, "I swapped a shift in time."),),
        ),
    ),
}

WELL: dict[str, tuple[Well, ...]] = {
    "marcus": (
        Well(
            "The landing before the day begins",
            "Thermos, no phone. Forty minutes there and back, longer if there is fog.",
            (ForWhat.MIND, ForWhat.EVERYDAY),
            ago=110,
            used=(
                Used(104, LITTLE), Used(97, LOT), Used(90, LOT, "Saw the heron."), Used(83, NOT_NOW, "Knee."), Used(74, LITTLE),
                Used(66, LOT), Used(58, LOT), Used(47, LITTLE), Used(41, LOT), Used(33, LOT), Used(26, LITTLE), Used(20, LOT),
                Used(13, LOT), Used(6, LOT, "Fog. Stayed till it lifted."), Used(2),
            ),
        ),
        Well(library="call-before", ago=99, used=(Used(61, LOT), Used(34, LITTLE), Used(9, LOT, "He was already on his way."))),
        Well(library="wait-fifteen", ago=76, used=(Used(72, NOT_NOW), Used(55, LITTLE), Used(38, LITTLE), Used(17, LOT))),
    ),
    "guadalupe": (
        Well(
            "Manzanilla y sentarme en el patio",
            "Con la puerta abierta, sin el teléfono, hasta que se acabe la taza.",
            (ForWhat.MIND, ForWhat.EVERYDAY),
            ago=55,
            used=(Used(44, LITTLE), Used(31, LOT), Used(18, LOT), Used(7, LITTLE)),
        ),
    ),
    "latoya": (
        Well("One song in the parked car", "Before I go in. Nobody knows I am home yet.", (ForWhat.EVERYDAY,), ago=90,
             used=(Used(80, LOT), Used(62, LOT), Used(45, LITTLE), Used(30, LOT), Used(12, LOT))),
        Well(library="worry-time", ago=40, used=(Used(36, NOT_NOW), Used(22, LITTLE))),
    ),
    "oluwaseun": (
        Well(library="payday-plan", ago=75, used=(Used(60, LITTLE), Used(46, LOT), Used(32, LOT), Used(18, LOT))),
    ),
    "rosie": (
        Well("The alto line while the kettle boils", "Out loud. The cat leaves, that is all right.", (ForWhat.EVERYDAY,), ago=85,
             used=(Used(70, LOT), Used(50, LOT), Used(29, LOT), Used(10, LOT))),
        Well(library="slow-breath-out", ago=50, used=(Used(43, LITTLE), Used(16, LITTLE))),
    ),
    "vy": (Well(library="get-light", ago=65, used=(Used(52, LITTLE), Used(39, LITTLE), Used(24, LOT), Used(8, LOT))),),
}  # fmt: skip
