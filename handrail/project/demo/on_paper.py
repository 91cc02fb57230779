"""The plans of the demo as papers: signed in the first weeks, looked at again every few months, told to those who should know."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from django.utils import timezone

from handrail.plans import actions as plans
from handrail.plans.models import Agreement, How, Signer, Way
from handrail.plans.own_plan import PLAN
from handrail.plans.papers import Paper, kind_of, mark_of
from handrail.plans.queries import supporters_there
from handrail.project.demo.together import Together

FIRST_AFTER, AGAIN_AFTER = 24, 58
"""Days after somebody came, and between two looks."""
NOT_SIGNED_YET = {"vy", "hala", "noelle"}
"""Whose plan nobody has signed, so that Today has something to invite to."""
CHANGED_SINCE = {"marcus"}
"""Who signed once, with their peer and the supervisor, and whose plan reads otherwise now."""
BY_HAND = (
    "M22 62L30 30L38 58L48 28L56 62M66 50Q74 40 80 52Q82 64 72 62Q64 60 68 50M92 48L92 62Q94 46 106 46"
    "M120 50Q112 44 110 54Q110 64 122 60M134 46L134 58Q140 66 148 56L148 46L148 62"
    "M162 50Q152 48 156 54Q168 58 158 62M176 60Q210 40 246 58"
)
LOOKED = (
    "Less than we thought. Some steps are done, and one I want to take more slowly.",
    "I see now what helps on bad days, so that stands higher.",
    "It is still mine. We only moved two things.",
)


def paper_of(us: Together) -> Paper:
    """Their plan, in the program they came to first."""
    kind = kind_of(PLAN)
    assert kind is not None
    return Paper(kind, us.person, us.program)


def sign_together(us: Together, by: str, supervisor: str, *, at: datetime) -> None:
    """The person and the peer sign; once in a while the supervisor too. What has not changed is not signed twice.

    Without a supervisor: while nobody walks with them, they sign alone.
    """
    hands = [(Signer.PERSON, us.person.chosen_name, by)]
    if supervisor:
        hands.append((Signer.PEER, "", by))
    if supervisor and us.life.person in CHANGED_SINCE:
        hands.append((Signer.SUPERVISOR, "", supervisor))
    for who, name, whose in hands:
        with suppress(plans.SignedAlready, plans.NothingToSign):
            _sign(us, who, name, whose, at)


def _sign(us: Together, who: Signer, name: str, by: str, at: datetime) -> None:
    paper, staff = paper_of(us), us.story.staff[by]
    drawn = who == Signer.PERSON and us.life.person in CHANGED_SINCE
    signing = plans.Signing(
        who=who,
        name=name or staff.name,
        how=How.DRAWN if drawn else How.TYPED,
        on=timezone.localdate(at),
        read=mark_of(paper.sections()),
        strokes=BY_HAND if drawn else "",
        staff=None if who == Signer.PERSON else staff,
    )
    plans.sign(paper=paper, signing=signing, by=staff, at=at)


def look_together(us: Together, number: int, by: str, *, at: datetime) -> None:
    """They looked at the plan again."""
    staff = us.story.staff[by]
    plans.note_review(
        paper=paper_of(us),
        on=timezone.localdate(at),
        with_whom=f"{us.person.chosen_name}, {staff.name}",
        what_changed=LOOKED[number % len(LOOKED)],
        by=staff,
        at=at,
    )


def tell_somebody(us: Together, by: str, *, at: datetime) -> None:
    """Those the person wanted to know of it have a copy."""
    supporter = supporters_there(us.person, us.program).first()
    told = plans.Told(
        way=Way.GAVE,
        agreed=Agreement.PERSON,
        on=timezone.localdate(at),
        supporter=supporter,
        whom="" if supporter else "My family",
    )
    plans.note_presentation(paper=paper_of(us), told=told, by=us.story.staff[by], at=at)
