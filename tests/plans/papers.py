"""What the stories of papers begin with."""

from typing import Any

from django.utils import timezone

from handrail.plans import actions
from handrail.plans.models import How, Signer
from handrail.plans.papers import Paper, kind_of, mark_of

STROKES = "M10 20L30 40L50.5 22Q60 10 80 90"


def plan_of(cast: Any, person: Any = None, program: Any = None) -> Paper:
    """Marcus's plan in the community program."""
    kind = kind_of("plan")
    assert kind is not None
    return Paper(kind, person or cast.marcus, program or cast.community)


def signing(paper: Paper, who: Signer = Signer.PERSON, name: str = "Marcus", **more: Any) -> actions.Signing:
    """Somebody who read the paper as it is now, and signs with the name typed."""
    said = {"how": How.TYPED, "on": timezone.localdate(), "read": mark_of(paper.sections())}
    return actions.Signing(who=who, name=name, **(said | more))


def signed(paper: Paper, by: Any, at: Any = None, who: Signer = Signer.PERSON, name: str = "Marcus", **more: Any) -> Any:
    """The same, done."""
    if who in (Signer.PEER, Signer.SUPERVISOR):
        more.setdefault("staff", by)
    return actions.sign(paper=paper, signing=signing(paper, who, name, **more), by=by, at=at or timezone.now())
