"""A directive is signed: refused with every sentence that is missing, or locked with what it says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.directives import content, law, queries
from handrail.directives.actions.shared import Missing, must_be_draft, of
from handrail.directives.law import Ceremony
from handrail.directives.models import AgentSigned, Directive, HowSigned, Notary, OverrideSigning, Signing, Witness
from handrail.kit.once import once
from handrail.plans.actions.shared import whose


@dataclass(frozen=True)
class Told:
    """A signing as it was typed: what the rules ask about, where the signature is, and which agents signed under which name."""

    ceremony: Ceremony
    how: HowSigned
    agents_signed: dict[str, str] = field(default_factory=dict)


@action
def sign(*, directive: Directive, told: Told, by: Staff, at: datetime) -> Signing:
    """Somebody takes it as theirs. What they signed is kept as it is now, with the rules as they were shown."""
    must_be_draft(directive)
    pack, ceremony = directive.rules, told.ceremony
    written = queries.written_of(directive, told.agents_signed)
    if wrong := law.why_not_signed(pack, written, ceremony, timezone.localdate(at)):
        raise Missing(list(dict.fromkeys(str(one) for one in wrong)))
    assert ceremony.on is not None
    signing = Signing(
        **of(directive),
        how=told.how,
        maker=ceremony.maker,
        on=ceremony.on,
        ends_on=law.ends_on(pack, ceremony.on),
        content=[section.told() for section in content.sections_of(directive)],
        rules=content.rules_told(pack),
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
            Witness.objects.create(**of(directive), name=one.name, relation=one.relation, is_not=is_not, place=place)
    if ceremony.clause and ceremony.clause.on:
        given = ceremony.clause
        OverrideSigning.objects.create(
            **of(directive), name=given.name, attested_by=given.attested_by, profession=given.profession, on=ceremony.clause.on
        )
    for agent in queries.agents_of(directive):
        if name := told.agents_signed.get(str(agent.pk), ""):
            AgentSigned.objects.create(**whose(directive), directive=directive, agent=agent, name=name, on=on)
