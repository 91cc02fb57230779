"""Who speaks for the person: named, asked, taken out again."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db.models import Max

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.directives import law, queries
from handrail.directives.actions.shared import Missing, must_be_draft, note_help, of
from handrail.directives.models import Agent, AgentAccepted, Directive, HowAccepted
from handrail.kit.once import once
from handrail.kit.sent import under_its_key
from handrail.plans.actions.shared import put_back, take_back


@action
def name_agent(
    *,
    directive: Directive,
    name: str,
    relation: str = "",
    phone: str = "",
    by: Staff,
    at: datetime,
    key: UUID | None = None,
) -> Agent:
    """Name somebody who speaks for the person: the first is the agent, the others step in."""
    must_be_draft(directive)
    note_help(directive, by, at)
    if wrong := law.why_not_agent(directive.rules, queries.helpers_of(directive), name):
        raise Missing(wrong)
    last = Agent.objects.filter(directive=directive).aggregate(Max("place"))["place__max"] or 0
    agent = Agent(**of(directive), place=last + 1, name=name, relation=relation, phone=phone, at=at, by=by)
    agent.pk = key or agent.pk
    under_its_key(agent)
    record("directive.agent_named", by=by, at=at, subject=agent, person=agent.person_id)
    return agent


@action
def take_out_agent(*, agent: Agent, by: Staff, at: datetime) -> Agent:
    """They shall not speak for the person. Whoever stepped in after them moves up."""
    must_be_draft(agent.directive)
    take_back(Agent.objects.filter(pk=agent.pk), by, at)
    record("directive.agent_taken_out", by=by, at=at, subject=agent, person=agent.person_id)
    return agent


@action
def put_back_agent(*, agent: Agent, by: Staff, at: datetime) -> Agent:
    """They shall, after all."""
    must_be_draft(agent.directive)
    put_back(Agent.objects.filter(pk=agent.pk))
    record("directive.agent_named", by=by, at=at, subject=agent, person=agent.person_id)
    return agent


@action
def note_accepted(*, agent: Agent, how: HowAccepted, on: date, by: Staff, at: datetime) -> AgentAccepted:
    """They were asked, and said yes."""
    accepted = AgentAccepted(**of(agent.directive), agent=agent, how=how, on=on, at=at, by=by)
    with once():
        accepted.save(force_insert=True)
    record("directive.agent_accepted", by=by, at=at, subject=accepted, person=accepted.person_id)
    return accepted
