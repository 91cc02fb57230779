"""What is missing before anybody signs, and what stands between a ceremony and a signed directive."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handrail.directives.law.given import CLAUSE, Ceremony, Sentence, Written, same_name
from handrail.directives.law.lasting import ends_on
from handrail.directives.law.witnesses import advice_on_witness, agents_sign, why_not_agent, why_not_notary, why_not_witness
from handrail.directives.packs import Pack
from handrail.people.names import plain


def missing_before_signing(pack: Pack, written: Written) -> list[Sentence]:
    """What the paper itself still lacks."""
    missing: list[Sentence] = []
    if not written.sections and not written.agents:
        missing.append(_("Nothing is written yet. One sentence is enough to begin."))
    for agent in written.agents:
        missing += why_not_agent(pack, written.helpers, agent.name)
        if not agent.accepts:
            missing.append(_("Ask %(name)s, and note whether they said yes.") % {"name": agent.name})
    alternates = [agent for agent in written.agents if agent.place > 1]
    if alternates and not any(agent.place == 1 for agent in written.agents):
        missing.append(_("Somebody steps in, but nobody is named first. Name the first person, or take the others out."))
    if written.clause and not written.agents:
        missing.append(
            _("One part lets whoever speaks for you go on after a no, and nobody is named. Name somebody, or say no.")
        )
    if written.clause and not _clause_allowed(pack):
        missing.append(_("There is no such clause for %(state)s. Take it out.") % {"state": pack.name})
    return missing


def _clause_allowed(pack: Pack) -> bool:
    return bool(pack.value("override.allowed")) and pack.section(CLAUSE) is not None


def notary_instead(pack: Pack) -> bool:
    """Whether a notary may take the place of the witnesses."""
    return bool(pack.value("notary") == "instead of witnesses")


def witnesses_needed(pack: Pack) -> int:
    """How many."""
    return int(pack.value("witnesses.number", 2))


def why_not_signed(pack: Pack, written: Written, ceremony: Ceremony, today: date) -> list[Sentence]:
    """Everything that stands between this ceremony and a signed directive, in clear sentences."""
    wrong = list(missing_before_signing(pack, written))
    if not ceremony.maker.strip():
        wrong.append(_("You sign it yourself. Write your name as you signed."))
    if ceremony.on is None:
        wrong.append(_("Write the date on which you signed."))
    elif ceremony.on > today:
        wrong.append(_("This date is still to come. Write the day on which you signed."))
    wrong += _why_not_witnessed(pack, written, ceremony, today)
    if not ceremony.knows:
        wrong += advice(pack, written, ceremony)
    wrong += _why_clause_does_not_count(pack, written, ceremony)
    if agents_sign(pack):
        wrong += [
            _("In %(state)s %(name)s signs too, before the same witnesses or the notary.")
            % {"name": agent.name, "state": pack.name}
            for agent in written.agents
            if not agent.signs
        ]
    ends = ends_on(pack, ceremony.on) if ceremony.on else None
    if ends and ends <= today:
        wrong.append(_("Signed on that day, it would have run out already. Sign it anew."))
    return wrong


def advice(pack: Pack, written: Written, ceremony: Ceremony) -> list[Sentence]:
    """What is allowed as far as we know, and could be safer: said once, and the last word is theirs."""
    on_witnesses = [one for witness in ceremony.witnesses for one in advice_on_witness(pack, written, witness)]
    return [*_advice_on_screen(pack, ceremony), *on_witnesses]


def screen_is_known(pack: Pack) -> bool:
    """Whether it was read somewhere that a signature on a screen will do."""
    return bool(pack.value("electronic.allowed", False))


def _advice_on_screen(pack: Pack, ceremony: Ceremony) -> list[Sentence]:
    if not ceremony.on_screen or screen_is_known(pack):
        return []
    words = _(
        "We have not read whether a signature on a screen counts here (%(state)s). On paper is safer. Tick that you know."
    )
    return [words % {"state": pack.name}]


def _why_not_witnessed(pack: Pack, written: Written, ceremony: Ceremony, today: date) -> list[Sentence]:
    if ceremony.notary.strip() and notary_instead(pack):
        return why_not_notary(written, ceremony, today)
    wrong = [sentence for one in ceremony.witnesses for sentence in why_not_witness(pack, written, one)]
    wrong += _one_person_twice(ceremony)
    need, there = witnesses_needed(pack), len({plain(one.name) for one in ceremony.witnesses if one.name.strip()})
    if there < need:
        wrong.append(_too_few(pack, need, there))
    return wrong


def _one_person_twice(ceremony: Ceremony) -> list[Sentence]:
    names = [plain(one.name) for one in ceremony.witnesses if one.name.strip()]
    wrong: list[Sentence] = []
    if len(set(names)) < len(names):
        wrong.append(_("The same person stands there twice. Each witness is somebody else."))
    if plain(ceremony.maker) in names and ceremony.maker.strip():
        wrong.append(_("You cannot witness your own signature. Choose somebody else."))
    return wrong


def _too_few(pack: Pack, need: int, there: int) -> Sentence:
    told = {"state": pack.name, "need": need, "there": there}
    if notary_instead(pack):
        words = _("There is no notary, and there are too few witnesses: %(state)s asks for a notary or for %(need)s witnesses.")
        return words % told
    return (
        ngettext(
            "There are too few witnesses: it takes %(need)s, and %(there)s is there.",
            "There are too few witnesses: it takes %(need)s, and %(there)s are there.",
            there,
        )
        % told
    )


def _why_clause_does_not_count(pack: Pack, written: Written, ceremony: Ceremony) -> list[Sentence]:
    """A clause only with its own signature and the statement it needs; and no such signature without the clause."""
    given = ceremony.clause
    if not written.clause:
        return [_("You signed for a clause that is not in the paper. Write the clause first.")] if given else []
    if given is None:
        return [_("The part on going on after a no has no signature of its own. Sign it apart, or take that part out.")]
    wrong: list[Sentence] = []
    if not same_name(given.name, ceremony.maker):
        wrong.append(_("You sign for that part yourself, a second time."))
    if given.profession not in pack.all_of("override.attestation") or not given.attested_by.strip():
        wrong.append(_("That part needs a written statement of your attending doctor or a licensed clinical psychologist."))
    if given.on is None or given.on != ceremony.on:
        wrong.append(_("The statement has to be made on the day you sign."))
    return wrong
