"""A directive as its pages tell it: how it stands, in words, and how far each step of the workshop has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from handrail.directives import law, queries
from handrail.directives.models import Choice, Directive, DirectiveAnswer
from handrail.directives.packs import Pack, Section, Step, steps
from handrail.ui.moments import in_zone


@dataclass(frozen=True)
class State:
    """How a directive stands today. `loud` is what stands on every page and print of it unless it counts."""

    directive: Directive
    name: str
    """draft, set_aside, counts, ran_out, replaced, taken_back"""
    loud: str
    line: str
    ends_on: date | None = None
    reminder: int | None = None

    @property
    def is_draft(self) -> bool:
        """Whether nobody has signed it."""
        return self.name in ("draft", "set_aside")

    @property
    def is_set_aside(self) -> bool:
        """Whether nobody goes on with it."""
        return self.name == "set_aside"

    @property
    def counts(self) -> bool:
        """Whether it is signed and nothing has come after it."""
        return self.name == "counts"


def state_of(directive: Any, today: date) -> State:
    """How it stands, from its own rows."""
    signing = getattr(directive, "signing", None)
    revoked = getattr(directive, "revoked", None)
    if signing is None and getattr(directive, "is_set_aside", False):
        line = _("A draft, begun on %(day)s and set aside") % {"day": full_day(directive.begun_at)}
        return State(directive, "set_aside", _("SET ASIDE. It was never signed, and does not count."), line)
    if signing is None:
        return State(
            directive,
            "draft",
            _("DRAFT. Not signed yet. It does not count."),
            _("A draft, begun on %(day)s") % {"day": full_day(directive.begun_at)},
        )
    if revoked:
        loud = _("TAKEN BACK on %(day)s. It does not count any more.") % {"day": full_day(revoked.on)}
        return State(directive, "taken_back", loud, _("Taken back on %(day)s") % {"day": full_day(revoked.on)}, signing.ends_on)
    if _is_replaced(directive):
        loud = _("REPLACED. A newer directive counts in its place.")
        return State(
            directive, "replaced", loud, _("Signed on %(day)s, replaced since") % {"day": full_day(signing.on)}, signing.ends_on
        )
    reminder = law.reminder(directive.rules, signing.ends_on, today)
    if reminder == 0:
        loud = _("RAN OUT on %(day)s. It does not count any more.") % {"day": full_day(signing.ends_on)}
        return State(
            directive, "ran_out", loud, _("Ran out on %(day)s") % {"day": full_day(signing.ends_on)}, signing.ends_on, 0
        )
    line = _("Signed on %(day)s") % {"day": full_day(signing.on)}
    if signing.ends_on:
        line = _("Signed on %(day)s, runs out on %(end)s") % {"day": full_day(signing.on), "end": full_day(signing.ends_on)}
    return State(directive, "counts", "", line, signing.ends_on, reminder)


def _is_replaced(directive: Any) -> bool:
    known = getattr(directive, "is_replaced", None)
    if known is None:
        known = bool(getattr(directive, "followers", None))
    return bool(known)


def full_day(day: Any) -> str:
    """A day in full, however near it is: a paper is read long after."""
    local = in_zone(day) if isinstance(day, datetime) else day
    return str(date_format(local, pgettext("date format", "j F Y")))


@dataclass(frozen=True)
class ShownStep:
    """A step with its number, how it goes, and where it is."""

    step: Step
    number: int
    is_done: bool
    is_now: bool
    said: str


def steps_of(directive: Directive, state: State) -> list[ShownStep]:
    """All nine, each with whether it is done. The one to take now is the first that is not."""
    done = _done(directive, state)
    first = next((name for name in steps() if not done[name][0]), "")
    return [
        ShownStep(step, number, done[name][0], name == first, done[name][1])
        for number, (name, step) in enumerate(steps().items(), start=1)
    ]


def _done(directive: Directive, state: State) -> dict[str, tuple[bool, str]]:
    taken = queries.steps_taken(directive)
    written = queries.written_of(directive)
    many, of_all = len(written.sections) + bool(written.agents), len(directive.rules.sections)
    signed = not state.is_draft
    missing = [] if signed else law.missing_before_signing(directive.rules, written)
    scans, holders = (queries.scans_of(directive), queries.holders_of(directive)) if signed else ([], [])
    again = queries.reaffirmed_of(directive) if signed else []
    return {
        "understand": (signed or "understand" in taken, ""),
        "talk": (signed or "talk" in taken, ""),
        "write": (signed or bool(many), _("%(many)s of %(all)s parts") % {"many": many, "all": of_all} if many else ""),
        "check": (signed or (bool(many) and not missing and "check" in taken), ""),
        "sign": (signed, state.line if signed else ""),
        "keep": (bool(scans), ""),
        "who-has-it": (bool(holders), str(len(holders)) if holders else ""),
        "each-year": (bool(again), full_day(again[0].on) if again else ""),
        "take-back": (state.name == "taken_back", state.line if state.name == "taken_back" else ""),
    }


@dataclass(frozen=True)
class ShownSection:
    """A part of the directive: what is asked, what is said, and what is chosen."""

    section: Section
    answer: DirectiveAnswer | None
    choices: list[Choice]
    agents: list[Any]
    rules: list[Any]

    @property
    def says_something(self) -> bool:
        """Whether there is anything in it."""
        return bool((self.answer and self.answer.words) or self.choices or self.agents)

    @property
    def glance(self) -> str | Promise:
        """What stands beside it in the list of parts."""
        if self.answer and self.answer.words:
            return self.answer.words
        if self.agents:
            return ", ".join(one.name for one in self.agents)
        if self.choices:
            return ", ".join(told_choice(self.section, one) for one in self.choices)
        return ""


def told_choice(section: Section, choice: Choice) -> str:
    """`As a shot: I do not want this`."""
    item, answer = section.item(choice.item), section.answer(choice.answer)
    return f"{item.words if item else choice.label}: {answer.words if answer else choice.answer}"


def sections_shown(directive: Directive) -> list[ShownSection]:
    """Every part, in the order of the state."""
    answers, chosen, agents = queries.answers_of(directive), queries.choices_of(directive), queries.agents_of(directive)
    return [
        ShownSection(
            section,
            answers.get(section.id),
            [one for one in chosen if one.section == section.id],
            [one for one in agents if section.names_agents and (one.number == 1) == (section.id == "agent")],
            rules_beside(directive.rules, section),
        )
        for section in directive.rules.sections
    ]


def rules_beside(pack: Pack, section: Section) -> list[Any]:
    """The rules one wants to know while one writes a part."""
    keys = {
        "agent": ("agent.allowed", "agent.not", "agent.signs", "agent.may_not"),
        "alternates": ("agent.signs",),
        "agent-may": ("agent.may_not",),
        "starts-ends": ("starts.who_decides", "starts.again_days", "expires.years"),
        law.CLAUSE: (
            "override.allowed",
            "override.attestation",
            "override.never_for",
            "override.care",
            "override.signed_apart",
        ),
    }.get(section.id, ())
    return [rule for key in keys for rule in pack.rules_of(key)]


STEP_RULES = {
    "understand": ("law.own", "form.", "lawyer.", "capacity.", "starts.", "provider."),
    "check": ("maker.", "witness", "notary", "agent.", "form."),
    "sign": ("maker.", "witness", "notary", "agent.signs", "override.attestation", "electronic."),
    "keep": ("copies.", "electronic."),
    "each-year": ("expires.", "review."),
    "take-back": ("revoke.",),
}


def rules_of_step(pack: Pack, step: str) -> list[Any]:
    """The rules that belong to a step, as they are shown under it."""
    begins = STEP_RULES.get(step, ())
    return [rule for rule in pack.rules if rule.key.startswith(begins)] if begins else []
