"""Mikey, who has what he came for. Big Mike has the same name on paper; the two never met."""

from handrail.contacts.models import How, Where
from handrail.people.models import Acuity, MayKnow, PhaseName, Relation
from handrail.plans.models import Ending, LifeArea, Measure, WhoDoes
from handrail.project.demo.lives.nouns import Agreed, Aim, Life, Near, Note, OneStep, Point, Road, Want, Who

LIFE = Life(
    "mikey",
    who=Who(speaks="English", reads="English", culture="Grew up in two foster homes and a bakery."),
    points=(Point("555-0691", "text", best=True, hours=(14, 22), safe_words="He bakes at night and sleeps in the morning"),),
    supporters=(Near("Mrs. Adeyinka-Thorpe", Relation.OTHER, "She taught me bread", "At the bakery", MayKnow.IN_TOUCH),),
    agreed=(Agreed(10, 40, view="Nearly there. I need somebody to say it to.", acuity=Acuity.STEADY, review=None),),
    roads=(Road(PhaseName.MAINTENANCE, 70, "Two years in spring."),),
    wants=(Want("My own key, to my own door, and a table."),),
    aims=(
        Aim(
            "door",
            "A room of my own",
            LifeArea.HOME,
            Measure.YES_NO,
            line=(0, 0, 1),
            steps=(
                OneStep("Ask the landlord on Mill Street what he needs to see", WhoDoes.WITH_PEER, 60),
                OneStep("First month and deposit together", WhoDoes.ALONE, 42),
            ),
            ended=(32, Ending.REACHED, "Third floor, a window to the yard."),
        ),
    ),
    notes=(
        Note(
            "We said what he wants from us, and what he has already. He wrote both down himself.",
            "I do not need fixing. I need a witness.",
            "agreed-our-support listened",
            "door",
            place="The back room of the bakery",
            where=Where.WORK,
        ),
        Note(
            "We went to Mill Street together. He talked, I carried the folder.",
            "He asked for references and I had four. Four!",
            "listened",
            "door",
            where=Where.OUT,
            place="Mill Street",
        ),
        Note(
            "He called from the stairs to say that he has the key.",
            "Hear that? That is my door.",
            "listened",
            "door",
            how=How.CALLED,
            minutes=10,
        ),
        Note(
            "The last time, as he wished it: bread, and what he will do when it gets hard. He knows the way back.",
            "If it gets bad I come here. If it gets good I bring a loaf.",
            "listened",
            place="His table",
            where=Where.THEIRS,
        ),
    ),
    ways="texted met",
    last=31,
)
