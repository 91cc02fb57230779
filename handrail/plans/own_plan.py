"""The plan as a paper: what I want, where I am going, what is strong in me, what keeps me well, who walks with me."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext

from handrail.accounts.models import Program
from handrail.kit.pairs import Pair
from handrail.people.models import MayKnow, Person, Relation
from handrail.plans import queries
from handrail.plans.models import Goal, LifeArea, Measure
from handrail.plans.papers import Entry, Kind, Section, in_both, register

PLAN = "plan"
AREAS = {
    LifeArea.HOME: Pair("A place to live", "Un lugar donde vivir"),
    LifeArea.BODY: Pair("Body and health", "Cuerpo y salud"),
    LifeArea.MIND: Pair("Mind and feelings", "Mente y sentimientos"),
    LifeArea.RECOVERY: Pair("Alcohol and drugs", "Alcohol y drogas"),
    LifeArea.PEOPLE: Pair("Family and friends", "Familia y amistades"),
    LifeArea.WORK: Pair("Work", "Trabajo"),
    LifeArea.LEARNING: Pair("Learning", "Aprender"),
    LifeArea.MONEY: Pair("Money and papers", "Dinero y papeles"),
    LifeArea.WAYS: Pair("Getting around", "Ir de un lado a otro"),
    LifeArea.JOY: Pair("Free time and joy", "Tiempo libre y alegría"),
    LifeArea.FAITH: Pair("Faith and meaning", "Fe y sentido"),
    LifeArea.GIVING: Pair("Helping others", "Ayudar a otros"),
}
RELATIONS = {
    Relation.FAMILY: Pair("Family", "Familia"),
    Relation.PARTNER: Pair("Partner", "Pareja"),
    Relation.FRIEND: Pair("Friend", "Amistad"),
    Relation.GUARDIAN: Pair("Guardian", "Tutor o tutora"),
    Relation.AGENT: Pair("Speaks for me by a directive", "Habla por mí según una directiva"),
    Relation.PROFESSIONAL: Pair("Works with me", "Trabaja conmigo"),
    Relation.OTHER: Pair("Somebody else", "Otra persona"),
}
MY_PEER = Pair("My peer", "Mi persona de apoyo")


def content(person: Person, program: Program, about: UUID | None) -> list[Section]:
    """All of the plan, in the person's order. There is one in each program."""
    if about is not None:
        return []
    return [
        _want(person, program),
        _strengths(person, program),
        _goals(person, program),
        _tools(person, program),
        _who_walks_with_me(person, program),
    ]


def _strengths(person: Person, program: Program) -> Section:
    """What is strong in me. Where it showed is no part of what was agreed: it grows."""
    entries = [Entry(f"strength-{one.pk}", one.words) for one in queries.strengths_there([person.pk], [program.pk])]
    return Section("strengths", Pair("What is strong in me", "Lo que es fuerte en mí"), entries, shape="list")


def _tools(person: Person, program: Program) -> Section:
    """What keeps me well, with how it is done."""
    tools = queries.tools_there([person.pk], [program.pk])
    entries = [Entry(f"tool-{one.pk}", one.words, [one.how.text] if one.how.text else ()) for one in tools]
    return Section("tools", Pair("What keeps me well", "Lo que me mantiene bien"), entries, card=True, shape="list")


def _want(person: Person, program: Program) -> Section:
    wants = [want for want in queries.wants_of(person, [program]) if want.words]
    entries = [Entry("want", want.words) for want in wants]
    return Section("want", Pair("What I want", "Lo que quiero"), entries, card=True)


def _goals(person: Person, program: Program) -> Section:
    """Open goals with how I will know, until when, and the steps. How it goes is no part of what was agreed."""
    entries = [_goal(goal) for goal in queries.goals_on_paper(person, program)]
    return Section("goals", Pair("What I am working on", "En lo que estoy trabajando"), entries, card=True, shape="goals")


def _goal(goal: Any) -> Entry:
    facts = [AREAS[LifeArea(goal.area)]] if goal.area else []
    if measured := _how_i_will_know(goal):
        facts.append(measured)
    if goal.hoped_for_on:
        day = in_both(lambda: day_on_paper(goal.hoped_for_on))
        facts.append(Pair(f"Hoped for by {day.en}", f"Lo espero para el {day.es}"))
    steps = [f"{step.words}" for step in goal.all_steps]
    return Entry(f"goal-{goal.pk}", goal.words, facts, items=steps)


def _how_i_will_know(goal: Goal) -> Pair | None:
    if goal.measure == Measure.YES_NO:
        return Pair("How I will know: yes or not yet", "Cómo lo sabré: sí o todavía no")
    if goal.measure == Measure.SCALE and goal.scale:
        steps = " → ".join(goal.scale)
        return Pair(f"How I will know: {steps}", f"Cómo lo sabré: {steps}")
    if goal.measure != Measure.NUMBER:
        return None
    aim = in_both(lambda: goal.to_told)
    start = in_both(lambda: goal.from_number)
    if aim.en and start.en:
        return Pair(f"How I will know: from {start.en} to {aim.en}", f"Cómo lo sabré: de {start.es} a {aim.es}")
    return (
        Pair(f"How I will know: {aim.en or goal.unit}", f"Cómo lo sabré: {aim.es or goal.unit}")
        if aim.en or goal.unit
        else None
    )


def _who_walks_with_me(person: Person, program: Program) -> Section:
    peers = [
        Entry(f"walk-{walk.pk}", walk.peer.name, [MY_PEER]) for walk in queries.peers_there(person, program, timezone.now())
    ]
    others = [
        Entry(
            f"supporter-{one.pk}",
            one.name,
            [one.relation_words or RELATIONS[Relation(one.relation)]],
            phone=one.how_to_reach,
        )
        for one in queries.supporters_there(person, program)
        if one.may_know != MayKnow.NOTHING  # a paper goes from hand to hand
    ]
    title = Pair("Who walks with me", "Quién me acompaña")
    return Section("people", title, [*peers, *others], card=True, shape="people")


def day_on_paper(day: Any) -> str:
    """A day in full, as the language of the paper writes it."""
    if (get_language() or "").startswith("es"):
        return date_format(day, r"j \d\e F \d\e Y")
    # Translators: how a full date is written, in Django's date format letters.
    return date_format(day, pgettext("date format", "j F Y"))


def offer() -> None:
    """Let a plan be frozen, signed, compared and printed."""
    register(
        Kind(
            PLAN,
            Pair("My plan", "Mi plan"),
            content,
            lambda person, _program, _about: reverse("plans:plan_show", args=[person.pk]),
            Pair("This is how it reads today. Nobody has signed it.", "Así se lee hoy. Nadie lo ha firmado."),
            clock=("plan.first_due_days", "plan.review_days"),
        )
    )
