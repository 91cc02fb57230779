"""What the matrix and the canaries need to know of crisis."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from handrail.crisis import actions
from handrail.crisis.models import (
    CrisisPerson,
    CrisisPlace,
    GuidedPlan,
    InCrisis,
    Said,
)
from handrail.kit.ids import new_id
from handrail.people.models import Enrolment
from handrail.plans.actions.shared import whose
from handrail.plans.models import OwnWords, Wording, fingerprint


def prepare(things: Any) -> None:
    """The rows the pages of crisis are about, all of Marcus; kept on `things`."""
    cast, now = things.cast, timezone.now()
    by = {"by": cast.dana, "at": now}
    things.crisis_plan = plan = actions.begin_plan(person=cast.marcus, program=cast.community, kind="family", **by)
    actions.write_answer(plan=plan, section="child-helps", text="My bear", **by)
    things.known = _somebody(plan, "people-to-call", by)
    _somebody(plan, "people-to-call", by)
    things.copied = _somebody(plan, "copies-to", by)
    things.crisis_place = _somewhere(plan, "respite", by)
    _somewhere(plan, "respite", by)
    things.copy = actions.give_copy(to=things.copied, given_on=timezone.localdate(now), **by)
    things.use = actions.begin_use(person=cast.marcus, program=cast.community, **by)
    actions.write_note(use=things.use, about=Said.LEARNED, text="Call Ruth sooner", **by)


def _somebody(plan: GuidedPlan, section: str, by: Any) -> CrisisPerson:
    return actions.add_person(person=CrisisPerson(**whose(plan), plan=plan, section=section, name="Ruth"), **by)


def _somewhere(plan: GuidedPlan, section: str, by: Any) -> CrisisPlace:
    return actions.add_place(place=CrisisPlace(**whose(plan), plan=plan, section=section, name="The park"), **by)


def addresses(things: Any) -> dict[str, list[Any]]:
    """What stands in the address of each page: the arguments by page name."""
    person, plan = things.cast.marcus.pk, things.crisis_plan
    kind = [person, plan.program_id, plan.kind]
    use, place = [things.use.pk], [things.crisis_place.pk]
    known, copy = [things.known.pk], [things.copy.pk]
    return {
        "crisis:in_crisis_show": [person],
        "crisis:plan_show": kind,
        "crisis:plan_begin": kind,
        "crisis:plan_card": kind,
        "crisis:plan_first": [plan.pk, 1],
        "crisis:copy_give": [plan.pk],
        "crisis:answer_write": [plan.pk, "child-helps"],
        "crisis:person_add": [plan.pk, "people-to-call"],
        "crisis:person_take_over": [plan.pk, "pick-up"],
        "crisis:place_add": [plan.pk, "respite"],
        "crisis:person_edit": known,
        "crisis:person_move": known,
        "crisis:person_take_out": known,
        "crisis:person_put_back": known,
        "crisis:place_edit": place,
        "crisis:place_move": place,
        "crisis:place_take_out": place,
        "crisis:place_put_back": place,
        "crisis:copy_take_back": copy,
        "crisis:copy_put_back": copy,
        "crisis:tried_keep": [person, new_id()],
        "crisis:note_write": [person, new_id(), "now"],
        "crisis:use_end": [person, new_id()],
        "crisis:use_show": use,
        "crisis:learned_add": use,
        "crisis:use_go_on": use,
        "crisis:use_take_out": use,
        "crisis:use_put_back": use,
        "crisis:line_edit": ["988"],
        "crisis:line_hide": ["988"],
        "crisis:line_bring_back": ["988"],
        "crisis:line_check": ["988"],
    }


def forms(things: Any) -> dict[str, dict[str, Any]]:
    """What each page's form sends: enough to be taken."""
    words = {"text": "My bear\nQuiet", "opened": fingerprint("My bear"), "page": new_id()}
    line = {"name": "Warmline", "call": "555-0100", "review_by": "2199-01-01"}
    return {
        "crisis:answer_write": words,
        "crisis:person_add": {"id": new_id(), "name": "Ruth"},
        "crisis:person_take_over": {"id": new_id(), "who": f"plan:{things.known.pk}"},
        "crisis:person_edit": {"name": "Ruth A."},
        "crisis:person_move": {"way": "down"},
        "crisis:place_add": {"id": new_id(), "name": "The park"},
        "crisis:place_edit": {"name": "The old park"},
        "crisis:place_move": {"way": "down"},
        "crisis:copy_give": {"id": new_id(), "to": things.copied.pk},
        "crisis:tried_keep": {"tried": "breathe"},
        "crisis:note_write": {"text": "It is loud", "opened": fingerprint(""), "page": new_id()},
        "crisis:learned_add": {"lines": "Call Ruth sooner", "into": f"{things.crisis_plan.pk} child-helps"},
        "crisis:line_add": line | {"id": new_id()},
        "crisis:line_edit": line,
    }


def mark(cast: Any, person: Any, word: str) -> None:
    """Put the person's own word into every text of every row of crisis about them, in each program they are part of."""
    by = {"by": cast.dana if person.agency_id == cast.agency.pk else cast.zoe, "at": timezone.now()}
    for there in Enrolment.objects.filter(person=person).select_related("program").order_by("pk"):
        _write(person, there.program, by)
    CrisisPerson.objects.filter(person=person).update(
        name=f"{word}cname", who=f"{word}cwho", when=f"{word}cwhen", phone="555-0133"
    )
    CrisisPlace.objects.filter(person=person).update(name=f"{word}lname", how=f"{word}lhow", why=f"{word}lwhy")
    OwnWords.objects.filter(person=person, kind__in=("guidedanswer", "crisisnote")).update(text=f"{word}crisis")
    Wording.objects.filter(person=person, own__kind__in=("guidedanswer", "crisisnote")).update(before=f"{word}before")


def _write(person: Any, program: Any, by: Any) -> None:
    if GuidedPlan.objects.filter(person=person, program=program, kind="family").exists():
        return
    plan = actions.begin_plan(person=person, program=program, kind="family", **by)
    actions.write_answer(plan=plan, section="child-helps", text="x", **by)
    _somebody(plan, "people-to-call", by)
    _somewhere(plan, "respite", by)
    actions.give_copy(to=_somebody(plan, "copies-to", by), given_on=timezone.localdate(), **by)
    use = actions.begin_use(person=person, program=program, **by)
    actions.write_note(use=use, about=Said.NOW, text="x", **by)


def own_pages(person: Any) -> list[str]:
    """One address of each kind that shows something of this person, for the walk of the canaries."""
    pages = [reverse("crisis:in_crisis_show", args=[person.pk])]
    for plan in GuidedPlan.objects.filter(person=person.pk):
        kind = [plan.person_id, plan.program_id, plan.kind]
        pages += [reverse("crisis:plan_show", args=kind), reverse("crisis:answer_write", args=[plan.pk, "child-helps"])]
        pages += [reverse("crisis:plan_first", args=[plan.pk, 4]), reverse("crisis:person_add", args=[plan.pk, "pick-up"])]
    pages += [reverse("crisis:use_show", args=[use.pk]) for use in InCrisis.objects.filter(person=person.pk)]
    pages += [reverse("crisis:person_edit", args=[one.pk]) for one in CrisisPerson.objects.filter(person=person.pk)[:1]]
    pages += [reverse("crisis:place_edit", args=[one.pk]) for one in CrisisPlace.objects.filter(person=person.pk)[:1]]
    return pages
