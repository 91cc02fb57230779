"""What the matrix and the canaries need to know of plans."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from handrail.kit.ids import new_id
from handrail.people.models import Enrolment
from handrail.plans import actions
from handrail.paper.taken_in import TakenIn
from handrail.plans.models import (
    Agreement,
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
    Scan,
    Signature,
    Signer,
    Version,
    Way,
    WhoDoes,
    Wording,
    fingerprint,
)
from handrail.plans.papers import mark_of
from tests.paper.sent import a_picture
from tests.plans import access_preparing as preparing
from tests.plans.papers import plan_of, signed

A_SCAN = TakenIn("image/jpeg", a_picture())


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
    things.paper = plan_of(cast)
    things.signature = signed(things.paper, cast.dana)
    things.scan = actions.keep_scan(paper=things.paper, taken=A_SCAN, **by)
    things.review = actions.note_review(paper=things.paper, on=timezone.localdate(), **by)
    told = actions.Told(Way.TALKED, Agreement.PERSON, timezone.localdate(), whom="My doctor")
    things.presentation = actions.note_presentation(paper=things.paper, told=told, **by)
    preparing.prepare(things)


def addresses(things: Any) -> dict[str, list[Any]]:
    """What stands in the address of each page: the arguments by page name."""
    person, goal, check_in = [things.cast.marcus.pk], [things.goal.pk], [things.check_in.pk]
    step, own = [things.step.pk], [things.goal.own_id]
    strength, moment, tool, used = [[one.pk] for one in (things.strength, things.moment, things.tool, things.used)]
    paper = things.paper.address
    return {
        "plans:paper_show": paper,
        "plans:paper_sign": paper,
        "plans:paper_compare": paper,
        "plans:paper_print": paper,
        "plans:paper_pdf": paper,
        "plans:review_add": paper,
        "plans:presentation_add": paper,
        "plans:scan_add": paper,
        "plans:version_show": [things.signature.version_id],
        "plans:signature_mistake": [things.signature.pk],
        "plans:scan_show": [things.scan.pk],
        "plans:scan_take_out": [things.scan.pk],
        "plans:scan_put_back": [things.scan.pk],
        "plans:review_take_out": [things.review.pk],
        "plans:review_put_back": [things.review.pk],
        "plans:presentation_take_out": [things.presentation.pk],
        "plans:presentation_put_back": [things.presentation.pk],
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
        "plans:step_edit": step,
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
        "plans:step_edit": {"who": "with_peer"},
        "plans:strength_add": {"id": new_id(), "text": "I ask", "program": things.cast.community.pk, "noticed_by": "peer"},
        "plans:strength_edit": {"area": "other", "noticed_by": "myself"},
        "plans:moment_add": {"id": new_id()},
        "plans:tool_add": {"id": new_id(), "text": "Sing", "program": things.cast.community.pk},
        "plans:tool_edit": {"for_what": ["mind"]},
        "plans:use_add": {"id": new_id()},
        "plans:use_tell": {"helped": "a_lot"},
        "plans:words_edit": words,
        "plans:words_together": words,
        "plans:paper_sign": {
            "id": new_id(),
            "who": "guardian",
            "name": "Loretta",
            "how": "typed",
            "read": mark_of(things.paper.sections()),
        },
        "plans:review_add": {"id": new_id()},
        "plans:presentation_add": {"id": new_id(), "whom": "My mother", "way": "gave", "agreed": "person"},
        "plans:signature_mistake": {"why": "It was somebody else"},
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
    preparing.write(person, program, so)
    _write_on_paper(plan_of(None, person, program), by, word)


def _write_on_paper(paper: Any, by: Any, word: str) -> None:
    """A version with two signatures, one of them a mistake; looked at again; told to somebody; a scan."""
    so = {"by": by, "at": timezone.now()}
    at_once = actions.write_want(person=paper.person, program=paper.program, text=f"{word}frozen", opened=fingerprint(""), **so)
    assert at_once
    signed(paper, by, name=f"{word}signed")
    mistaken = signed(paper, by, who=Signer.GUARDIAN, name=f"{word}guardian")
    actions.note_mistake(signature=mistaken, why=f"{word}mistake", **so)
    actions.note_review(paper=paper, on=timezone.localdate(), with_whom=f"{word}with", what_changed=f"{word}changed", **so)
    told = actions.Told(Way.TALKED, Agreement.PERSON, timezone.localdate(), whom=f"{word}whom")
    actions.note_presentation(paper=paper, told=told, **so)
    actions.keep_scan(paper=paper, taken=A_SCAN, **so)


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
        *preparing.own_pages(person),
        *_own_papers(person),
    ]


def _own_papers(person: Any) -> list[str]:
    pages: list[str] = []
    for version in Version.objects.filter(person=person.pk):
        of_it = [version.kind, person.pk, version.program_id]
        named = ("paper_show", "paper_sign", "paper_compare", "paper_print", "presentation_add", "scan_add")
        pages += [reverse(f"plans:{name}", args=of_it) for name in named]
        pages += [reverse("plans:version_show", args=[version.pk])]
    pages += [reverse("plans:signature_mistake", args=[one.pk]) for one in Signature.objects.filter(person=person.pk)]
    return pages + [reverse("plans:scan_show", args=[one.pk]) for one in Scan.objects.filter(person=person.pk)]
