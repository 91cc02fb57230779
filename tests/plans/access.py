"""What the matrix and the canaries need to know of plans."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from handrail.kit.ids import new_id
from handrail.people.models import Enrolment
from handrail.plans import actions
from tests.plans import access_preparing as preparing
from handrail.plans.models import Aside, CheckIn, Ending, Goal, Measure, OwnWords, WhoDoes, Wording, fingerprint


def prepare(things: Any) -> None:
    """The rows the pages of plans are about, all of Marcus; kept on `things`."""
    cast, now = things.cast, timezone.now()
    by = {"by": cast.dana, "at": now}
    actions.write_want(person=cast.marcus, program=cast.community, text="My own place.", **by)
    goal = Goal(person=cast.marcus, program=cast.community, measure=Measure.NUMBER)
    things.goal = actions.add_goal(goal=goal, text="Ride a bus", **by)
    actions.reword(own=goal.own, text="Ride the bus", opened=goal.own.as_opened, by=cast.sam, at=now)
    things.wording = Wording.objects.exclude(before="").get()
    things.check_in = actions.check_in(goal=goal, value=2, words="It rained.", **by)
    things.step = actions.add_step(goal=goal, text="Buy a ticket", **by)
    preparing.prepare(things)


def addresses(things: Any) -> dict[str, list[Any]]:
    """What stands in the address of each page: the arguments by page name."""
    person, goal, check_in = [things.cast.marcus.pk], [things.goal.pk], [things.check_in.pk]
    step, own = [things.step.pk], [things.goal.own_id]
    return {
        "plans:plan_show": person,
        "plans:want_write": [*person, things.cast.community.pk],
        "plans:goal_add": person,
        "plans:goal_show": goal,
        "plans:goal_edit": goal,
        "plans:goal_move": goal,
        "plans:goal_end": goal,
        "plans:goal_reopen": goal,
        "plans:check_in_add": goal,
        "plans:check_in_take_out": check_in,
        "plans:check_in_put_back": check_in,
        "plans:step_add": goal,
        "plans:step_finish": step,
        "plans:step_unfinish": step,
        "plans:step_remove": step,
        "plans:step_put_back": step,
        "plans:words_edit": own,
        "plans:words_history": own,
        "plans:words_put_back": [things.wording.pk],
        "plans:words_together": own,
    } | preparing.addresses(things)


def forms(things: Any) -> dict[str, dict[str, Any]]:
    """What each page's form sends: enough to be taken."""
    words = {"text": "Ride the bus alone", "opened": fingerprint("Ride the bus"), "page": new_id()}
    return {
        "plans:want_write": words | {"opened": fingerprint("My own place.")},
        "plans:goal_add": {"id": new_id(), "text": "Fish again", "program": things.cast.community.pk},
        "plans:goal_edit": {"measure": "number", "to_value": "4"},
        "plans:goal_move": {"way": "up"},
        "plans:goal_end": {"how": "reached"},
        "plans:check_in_add": {"id": new_id(), "value": "3"},
        "plans:step_add": {"id": new_id(), "text": "Ask Ray", "who": "with_others"},
        "plans:words_edit": words,
        "plans:words_together": words,
    } | preparing.forms(things)


def mark(cast: Any, person: Any, word: str) -> None:
    """Put the person's own word into every text of every row of plans about them, in each program they are part of."""
    for number, there in enumerate(Enrolment.objects.filter(person=person).select_related("program").order_by("pk")):
        _write(person, there.program, cast.dana if person.agency_id == cast.agency.pk else cast.zoe, f"{word}plan{number}")
    preparing.mark(person, word)
    for model, texts in {
        OwnWords: ["text"],
        Wording: ["before"],
        Aside: ["text"],
        CheckIn: ["words"],
        Goal: ["unit"],
    }.items():
        rows = model.objects.filter(person=person)
        rows.update(**{text: f"{word}{model.__name__}{text}" for text in texts})


def _write(person: Any, program: Any, by: Any, word: str) -> None:
    """One goal with everything, and one that ended; the texts of their own are put in afterwards."""
    so = {"by": by, "at": timezone.now()}
    actions.write_want(person=person, program=program, text="", **so)
    goal = Goal(person=person, program=program, measure=Measure.SCALE, scale=[f"{word}s", f"{word}t"])
    actions.add_goal(goal=goal, text="", **so)
    actions.reword(own=goal.own, text="said at the same time", opened="", **so)
    actions.check_in(goal=goal, value=1, **so)
    step = actions.add_step(goal=goal, text="", who=WhoDoes.WITH_PEER, **so)
    actions.finish_step(step=step, **so)
    ended = actions.add_goal(goal=Goal(person=person, program=program), text="", **so)
    actions.end_goal(goal=ended, how=Ending.LET_GO, why=f"{word}why", **so)
    preparing.write(person, program, so)


def own_pages(person: Any) -> list[str]:
    """One address of each kind that shows something of this person, for the walk of the canaries."""
    goal = Goal.objects.filter(person=person.pk).first()
    if goal is None:
        return []
    words = (reverse(f"plans:words_{page}", args=[goal.own_id]) for page in ("edit", "history", "together"))
    own = [reverse("plans:plan_show", args=[person.pk]), reverse("plans:goal_show", args=[goal.pk]), *words]
    return own + preparing.own_pages(person)
