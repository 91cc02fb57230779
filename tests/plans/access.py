"""What the matrix and the canaries need to know of plans."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from handrail.kit.ids import new_id
from handrail.people.models import Enrolment
from handrail.plans import actions
from handrail.plans.models import (
    Aside,
    CheckIn,
    Ending,
    Goal,
    Measure,
    OwnWords,
    Strength,
    StrengthShown,
    Tool,
    ToolUsed,
    WhoDoes,
    Wording,
    fingerprint,
)


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
    there = {"person": cast.marcus, "program": cast.community}
    things.strength = actions.add_strength(strength=Strength(**there), text="I call first.", **by)
    things.moment = actions.note_strength(strength=things.strength, where="At the landing", **by)
    things.tool = actions.add_tool(tool=Tool(**there), text="Walk to the river", **by)
    things.used = actions.use_tool(tool=things.tool, **by)


def addresses(things: Any) -> dict[str, list[Any]]:
    """What stands in the address of each page: the arguments by page name."""
    person, goal, check_in = [things.cast.marcus.pk], [things.goal.pk], [things.check_in.pk]
    step, own = [things.step.pk], [things.goal.own_id]
    strength, moment, tool, used = [[one.pk] for one in (things.strength, things.moment, things.tool, things.used)]
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
        "plans:strength_add": person,
        "plans:strength_show": strength,
        "plans:strength_edit": strength,
        "plans:strength_take_out": strength,
        "plans:strength_put_back": strength,
        "plans:moment_add": strength,
        "plans:moment_take_out": moment,
        "plans:moment_put_back": moment,
        "plans:tool_add": person,
        "plans:tool_show": tool,
        "plans:tool_edit": tool,
        "plans:tool_take_out": tool,
        "plans:tool_put_back": tool,
        "plans:use_add": tool,
        "plans:use_tell": used,
        "plans:use_take_out": used,
        "plans:use_put_back": used,
        "plans:words_edit": own,
        "plans:words_history": own,
        "plans:words_put_back": [things.wording.pk],
        "plans:words_together": own,
    }


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
        "plans:strength_add": {"id": new_id(), "text": "I ask", "program": things.cast.community.pk, "noticed_by": "peer"},
        "plans:strength_edit": {"area": "other", "noticed_by": "myself"},
        "plans:moment_add": {"id": new_id()},
        "plans:tool_add": {"id": new_id(), "text": "Sing", "program": things.cast.community.pk},
        "plans:tool_edit": {"for_what": ["mind"]},
        "plans:use_add": {"id": new_id()},
        "plans:use_tell": {"helped": "a_lot"},
        "plans:words_edit": words,
        "plans:words_together": words,
    }


def mark(cast: Any, person: Any, word: str) -> None:
    """Put the person's own word into every text of every row of plans about them, in each program they are part of."""
    for number, there in enumerate(Enrolment.objects.filter(person=person).select_related("program").order_by("pk")):
        _write(person, there.program, cast.dana if person.agency_id == cast.agency.pk else cast.zoe, f"{word}plan{number}")
    for model, texts in {
        OwnWords: ["text"],
        Wording: ["before"],
        Aside: ["text"],
        CheckIn: ["words"],
        Goal: ["unit", "know"],
        Strength: ["noticed_by_whom"],
        StrengthShown: ["where"],
        ToolUsed: ["words"],
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
    strength = Strength(person=person, program=program, area="other", noticed_by="other")
    actions.add_strength(strength=strength, text="", where="somewhere", **so)
    tool = actions.add_tool(tool=Tool(person=person, program=program), text="", **so)
    actions.use_tool(tool=tool, **so)
    ended = actions.add_goal(goal=Goal(person=person, program=program), text="", **so)
    actions.end_goal(goal=ended, how=Ending.LET_GO, why=f"{word}why", **so)


def own_pages(person: Any) -> list[str]:
    """One address of each kind that shows something of this person, for the walk of the canaries."""
    goal = Goal.objects.filter(person=person.pk).first()
    if goal is None:
        return []
    words = (reverse(f"plans:words_{page}", args=[goal.own_id]) for page in ("edit", "history", "together"))
    strength, tool = Strength.objects.filter(person=person.pk).first(), Tool.objects.filter(person=person.pk).first()
    return [
        reverse("plans:plan_show", args=[person.pk]),
        reverse("plans:goal_show", args=[goal.pk]),
        *([reverse("plans:strength_show", args=[strength.pk])] if strength else []),
        *([reverse("plans:tool_show", args=[tool.pk])] if tool else []),
        *words,
    ]
