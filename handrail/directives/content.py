"""What a directive says, as sections of entries: the shape in which a signed one is kept, shown and printed.

It reads the same for whoever asks: theirs as they said it, ours in both languages.
"""

from __future__ import annotations

from typing import Any

from handrail.directives import queries
from handrail.directives.models import Choice, Directive
from handrail.directives.packs import Section as Asked
from handrail.plans.papers import Entry, Section


def sections_of(directive: Directive) -> list[Section]:
    """What it says now, section by section; of a signed one, what was signed."""
    if hasattr(directive, "signing"):
        return [Section.of(told) for told in directive.signing.content]
    answers = {section: answer.words for section, answer in queries.answers_of(directive).items()}
    chosen: dict[str, list[Choice]] = {}
    for choice in queries.choices_of(directive):
        chosen.setdefault(choice.section, []).append(choice)
    agents = queries.agents_of(directive)
    told = [_section(asked, answers.get(asked.id, ""), chosen.get(asked.id, []), agents) for asked in directive.rules.sections]
    return [section for section in told if section.entries]


def _section(asked: Asked, words: str, chosen: list[Choice], agents: list[Any]) -> Section:
    if asked.names_agents:
        entries = [_agent(one) for one in agents if (one.number == 1) == (asked.id == "agent")]
    elif asked.is_choice:
        order = {item.id: number for number, item in enumerate(asked.items)}
        entries = [_chosen(asked, one) for one in sorted(chosen, key=lambda one: order.get(one.item, len(order)))]
    else:
        lines = [line for line in words.split("\n") if line.strip()] if asked.kind == "list" else [words] * bool(words)
        entries = [Entry(key=f"{asked.id}-{number}", text=line) for number, line in enumerate(lines, start=1)]
    shape = {"choice": "list", "people": "people", "places": "places"}.get(asked.kind, asked.kind)
    return Section(id=asked.id, title=asked.title, entries=entries, card=asked.card, shape=shape)


def _agent(agent: Any) -> Entry:
    return Entry(key=f"agent-{agent.pk}", text=agent.name, facts=[agent.relation] * bool(agent.relation), phone=agent.phone)


def _chosen(asked: Asked, choice: Choice) -> Entry:
    item, answer = asked.item(choice.item), asked.answer(choice.answer)
    facts = [answer.words if answer else choice.answer, *([choice.why] if choice.why else [])]
    about = item.words if item else None
    return Entry(key=f"choice-{choice.item or choice.pk}", text="" if item else choice.label, facts=facts, about=about)
