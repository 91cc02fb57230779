"""A directive is signed: refused with every sentence that is missing, or locked with what it says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.utils import timezone

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.directives import content, law, queries
from handrail.directives.actions.shared import Missing, must_be_draft, of
from handrail.directives.law import Ceremony
from handrail.directives.models import AgentSigned, Directive, HowSigned, Notary, OverrideSigning, Signing, Witness
from handrail.kit.once import once
from handrail.plans.actions import ChangedSinceRead
from handrail.plans.papers import mark_of


@dataclass(frozen=True)
class Told:
    """A signing as it was typed: what the rules ask about, where the signature is, and which agents signed under which name.

    `strokes` are drawings by whose they are: `maker`, `witness_1`, `agent_<key>`, `clause`, `attested`. `read` is the mark of what
    they had before their eyes; None where there was no page.
    """

    ceremony: Ceremony
    how: HowSigned
    agents_signed: dict[str, str] = field(default_factory=dict)
    strokes: dict[str, str] = field(default_factory=dict)
    read: str | None = None

    def drawn(self, name: str) -> str:
        """What was drawn there; on paper nothing counts that was drawn here."""
        return self.strokes.get(name, "") if self.how == HowSigned.SCREEN else ""


@action
def sign(*, directive: Directive, told: Told, by: Staff, at: datetime) -> Signing:
    """Somebody takes it as theirs. What they signed is kept as it is now, with the rules as they were shown."""
    must_be_draft(directive)
    pack, ceremony = directive.rules, told.ceremony
    sections = content.sections_of(directive)
    if told.read is not None and told.read != mark_of(sections):
        raise ChangedSinceRead
    written = queries.written_of(directive, told.agents_signed)
    # Whoever notes the signing is beside it as a peer, and no witness to it.
    written = replace(written, helpers=(*written.helpers, by.name))
    if wrong := law.why_not_signed(pack, written, ceremony, timezone.localdate(at)):
        raise Missing(list(dict.fromkeys(str(one) for one in wrong)))
    assert ceremony.on is not None
    signing = Signing(
        **of(directive),
        how=told.how,
        maker=ceremony.maker,
        on=ceremony.on,
        ends_on=law.ends_on(pack, ceremony.on),
        strokes=told.drawn("maker"),
        content=[section.told() for section in sections],
        rules=pack.told(),
        at=at,
        by=by,
    )
    _keep_who_was_there(directive, told, ceremony.on)
    with once():
        signing.save(force_insert=True)
    record("directive.signed", by=by, at=at, subject=directive, person=directive.person_id)
    if directive.replaces_id:
        record("directive.replaced", by=by, at=at, subject=directive.replaces_id, person=directive.person_id)
    return signing


def _keep_who_was_there(directive: Directive, told: Told, on: date) -> None:
    ceremony = told.ceremony
    if ceremony.notary:
        Notary.objects.create(**of(directive), name=ceremony.notary, on=ceremony.notary_on or on)
    if not (ceremony.notary and law.notary_instead(directive.rules)):
        for place, one in enumerate(ceremony.witnesses, start=1):
            is_not = sorted(one.is_not)
            row = Witness(**of(directive), name=one.name, relation=one.relation, is_not=is_not, place=place)
            row.strokes = told.drawn(f"witness_{place}")
            row.save(force_insert=True)
    if given := ceremony.clause:
        clause = OverrideSigning(**of(directive), name=given.name, attested_by=given.attested_by, profession=given.profession)
        clause.on, clause.strokes, clause.attested_strokes = on, told.drawn("clause"), told.drawn("attested")
        clause.save(force_insert=True)
    for agent in queries.agents_of(directive):
        if name := told.agents_signed.get(str(agent.pk), ""):
            strokes = told.drawn(f"agent_{agent.pk}")
            AgentSigned.objects.create(**of(directive), agent=agent, name=name, on=on, strokes=strokes)
