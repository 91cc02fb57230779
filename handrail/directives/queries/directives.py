"""Directives as their pages need them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from handrail.accounts.models import Program, Staff
from handrail.directives import law
from handrail.directives.models import (
    Agent,
    AgentAccepted,
    Card,
    Choice,
    Custody,
    Directive,
    DirectiveAnswer,
    HelpedBy,
    HolderTold,
    OfADirective,
    Reaffirmed,
    Retrieved,
    SaidThemselves,
    Scan,
    SetAside,
    StepTaken,
    Witness,
)
from handrail.kit.questions import written_once
from handrail.kit.whether import none_without
from handrail.people.models import Person
from handrail.plans.models import OwnWords
from handrail.plans.queries.words import beside

A_YEAR = timedelta(days=365)
SOON = timedelta(days=90)
STILL_OPEN = timedelta(hours=8)
"""So long a reason that was given holds, as an emergency does."""


def directives() -> QuerySet[Directive]:
    """Directives, each with whose it is, its signing and what became of it."""
    whose = (
        "person",
        "program",
        "signing",
        "signing__by",
        "revoked",
        "revoked__by",
        "replaces",
        "begun_by",
        "notary",
        "override",
    )
    followers = Prefetch("followed_by", queryset=Directive.objects.signed().select_related("signing"), to_attr="followers")
    return Directive.objects.select_related(*whose).annotate(is_set_aside=_set_aside()).prefetch_related(followers)


def _set_aside() -> Exists:
    return Exists(SetAside.objects.standing().filter(directive=OuterRef("pk")))


@none_without(Directive)
@written_once
def directives_of(person: Person, programs: list[Program]) -> QuerySet[Directive]:
    """Every directive of a person in these programs, the newest first."""
    return (
        Directive.objects.filter(person=person, program__in=programs)
        .select_related("signing", "revoked", "program", "replaces")
        .annotate(is_replaced=_replaced(), is_set_aside=_set_aside())
        .order_by("-number", "-id")
    )


def _replaced() -> Exists:
    return Exists(Directive.objects.filter(replaces=OuterRef("pk"), signing__isnull=False))


@written_once
def directives_there(people: list[UUID], programs: list[UUID]) -> QuerySet[Directive]:
    """What one may be working on with these people: drafts, and what was signed and stands."""
    theirs = Directive.objects.filter(~_set_aside(), ~_replaced(), person__in=people, program__in=programs)
    return theirs.filter(revoked__isnull=True).order_by("number", "id")


def directives_by(keys: list[str]) -> QuerySet[Directive]:
    """The directives of these keys."""
    return Directive.objects.filter(pk__in=keys)


def directive_sent_by(staff: Staff, key: UUID) -> Directive | None:
    """What this page began, when it was sent before by the same hands."""
    return Directive.objects.filter(pk=key, begun_by=staff).first()


def draft_of(directive: Directive) -> Directive | None:
    """The draft that is to take the place of this one."""
    return Directive.objects.drafts().filter(replaces=directive).first()


def followed_by(directive: Directive) -> Directive:
    """The one that counts in the place of this one, by however many steps; itself when none does."""
    found = directive
    while later := Directive.objects.signed().filter(replaces=found.pk).order_by("-number").first():
        found = later
    return found


def answers_of(directive: Directive) -> dict[str, DirectiveAnswer]:
    """What is said in each section."""
    answers = DirectiveAnswer.objects.filter(directive=directive).select_related("own").prefetch_related(beside("own"))
    return {answer.section: answer for answer in answers}


def answer_of(directive: Directive, section: str) -> OwnWords | None:
    """The text of one section, when there is one."""
    own = OwnWords.objects.filter(directiveanswer__directive=directive, directiveanswer__section=section)
    return own.select_related("person", "program").prefetch_related(beside()).first()


def choices_of(directive: Directive) -> list[Choice]:
    """What is chosen, in the order in which it was said."""
    return list(Choice.objects.standing().filter(directive=directive).order_by("at", "id"))


def choices() -> QuerySet[Choice]:
    """Choices, each with its directive."""
    return Choice.objects.select_related("directive", "person")


def agents_of(directive: Directive) -> list[Any]:
    """Those who speak for the person, in order: the first, then who steps in. With whether they said yes, and signed."""
    accepted = AgentAccepted.objects.standing().order_by("-on", "-id")
    agents = (
        Agent.objects.standing()
        .filter(directive=directive)
        .select_related("signed")
        .prefetch_related(Prefetch("acceptances", queryset=accepted, to_attr="yes"))
    )
    found: list[Any] = list(agents.order_by("place", "id"))
    for number, agent in enumerate(found, start=1):
        agent.number = number
    return found


def agents() -> QuerySet[Agent]:
    """Those who speak for somebody, each with the directive."""
    return Agent.objects.select_related("directive", "person")


def witnesses_of(directive: Directive) -> list[Witness]:
    """Who watched the signing."""
    return list(Witness.objects.filter(directive=directive).order_by("place"))


def helpers_of(directive: Directive) -> list[str]:
    """The names of those who helped with it."""
    return list(HelpedBy.objects.filter(directive=directive).order_by("at", "id").values_list("staff__name", flat=True))


def said_by(directive: Directive, section: str, staff: Staff) -> SaidThemselves | None:
    """That this staff member said whose words these are."""
    return SaidThemselves.objects.filter(directive=directive, section=section, by=staff).first()


def said_of(directive: Directive, section: str) -> list[SaidThemselves]:
    """Who said so, and when."""
    return list(SaidThemselves.objects.filter(directive=directive, section=section).select_related("by").order_by("at", "id"))


def steps_taken(directive: Directive) -> dict[str, StepTaken]:
    """The steps that were marked as taken."""
    return {one.step: one for one in StepTaken.objects.standing().filter(directive=directive)}


def written_of(directive: Directive, signed_as: Mapping[str, str] | None = None) -> law.Written:
    """What is there, as the rules ask about it. `signed_as`: under which name each agent signed, as it is being told."""
    said = {section for section, answer in answers_of(directive).items() if answer.words}
    chosen = choices_of(directive)
    agents_named = tuple(
        law.AgentNamed(
            name=agent.name,
            place=agent.number,
            signs=law.same_name((signed_as or {}).get(str(agent.pk), ""), agent.name),
            accepts=bool(agent.yes),
        )
        for agent in agents_of(directive)
    )
    return law.Written(
        sections=frozenset(said | {one.section for one in chosen}),
        agents=agents_named,
        helpers=tuple(helpers_of(directive)),
        clause=any(one.section == law.CLAUSE and one.answer == "yes" for one in chosen),
    )


def scans_of(directive: Directive) -> list[Scan]:
    """Its scans, without what is in them."""
    return list(Scan.objects.standing().filter(directive=directive).defer("sealed").select_related("by").order_by("-at", "-id"))


def scans() -> QuerySet[Scan]:
    """Scans, each with its directive."""
    return Scan.objects.select_related("directive", "person")


def was_sent_by(model: type[OfADirective], staff: Staff, key: UUID) -> bool:
    """Whether the row of this key was made by this staff member: then a page was sent twice."""
    made: Any = model
    return bool(made.objects.filter(pk=key, by=staff).exists())


def holders_of(directive: Directive) -> list[Any]:
    """Who holds this version, and who of them heard that it no longer counts."""
    told = HolderTold.objects.standing().order_by("-on", "-id")
    held = Custody.objects.standing().filter(directive=directive).select_related("by")
    return list(held.prefetch_related(Prefetch("tellings", queryset=told, to_attr="heard")).order_by("-on", "-id"))


def holders() -> QuerySet[Custody]:
    """Who holds what, each with the directive."""
    return Custody.objects.select_related("directive", "directive__signing", "person")


def reaffirmed_of(directive: Directive) -> list[Reaffirmed]:
    """When it was read again, the latest first."""
    return list(Reaffirmed.objects.filter(directive=directive).select_related("by").order_by("-on", "-id"))


def retrieved_of(directive: Directive) -> list[Retrieved]:
    """Who got it out, the latest first."""
    return list(Retrieved.objects.filter(directive=directive).select_related("by").order_by("-at", "-id")[:20])


def may_read_now(directive: Directive, staff: Staff, at: datetime) -> bool:
    """Whether this staff member said why, not long ago."""
    since = at - STILL_OPEN
    return Retrieved.objects.filter(directive=directive, by=staff, at__gte=since, at__lte=at).exists()


def card_of(directive: Directive) -> Card | None:
    """The latest card."""
    return Card.objects.filter(directive=directive).order_by("-at", "-id").first()


def card_with(staff: Staff, code: str, at: datetime) -> Card | None:
    """The card of this code, if this staff member reaches whose it is."""
    return Card.objects.visible_to(staff, at).filter(code=code).select_related("directive").first()


@written_once
def ending_soon(staff: Staff, today: date, at: datetime) -> QuerySet[Directive]:
    """What counts and runs out within 90 days, or ran out in the last 90, of those one looks after."""
    return _of_mine(staff, at).filter(signing__ends_on__lte=today + SOON, signing__ends_on__gt=today - SOON)


@written_once
def to_read_again(staff: Staff, today: date, at: datetime) -> QuerySet[Directive]:
    """What counts and was neither signed nor read again for a year, and has not run out."""
    since = today - A_YEAR
    again = Reaffirmed.objects.filter(directive=OuterRef("pk"), on__gt=since)
    holds = Q(signing__ends_on__isnull=True) | Q(signing__ends_on__gt=today)
    return _of_mine(staff, at).filter(holds, ~Exists(again), signing__on__lte=since)


def _of_mine(staff: Staff, at: datetime) -> QuerySet[Directive]:
    standing = Directive.objects.all_looked_after_by(staff, at).filter(signing__isnull=False, revoked__isnull=True)
    drafted = Directive.objects.drafts().filter(replaces=OuterRef("pk"))
    return (
        standing.filter(~_replaced())
        .select_related("person", "signing")
        .annotate(has_draft=Exists(drafted))
        .order_by("signing__ends_on", "signing__on", "id")
    )
