"""Who may watch a signing, and who speaks for the person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from handrail.directives.law.given import BARRED, IS_NOT, Ceremony, Sentence, WitnessGiven, Written, same_name
from handrail.directives.packs import Pack, Section


def may_not_witness(pack: Pack) -> tuple[str, ...]:
    """Who may not, in this state and in this house."""
    return pack.all_of("witness.not")


def better_not(pack: Pack) -> tuple[str, ...]:
    """Who may, and still is not the safest choice."""
    barred = may_not_witness(pack)
    return tuple(one for one in pack.all_of("witness.safest") if one not in barred)


def why_not_witness(pack: Pack, written: Written, witness: WitnessGiven) -> list[Sentence]:
    """Why somebody cannot be a witness to this paper."""
    barred = may_not_witness(pack)
    if not witness.name.strip():
        return [_("Write down the name of each witness.")]
    known = [role for role in known_as(written, witness.name) if role in barred]
    if agents_sign(pack) and not known and {"agent", "alternate"} & set(known_as(written, witness.name)):
        return [
            _("%(name)s signs to speak for you, and cannot witness that too. Choose somebody else.") % {"name": witness.name}
        ]
    told = [witness.relation] if witness.relation in barred else []
    stands = dict.fromkeys([*known, *told])
    sentences: list[Sentence] = [_cannot(pack, witness.name, role) for role in stands]
    if not witness.is_adult:
        sentences.append(_("%(name)s is not an adult. A witness has to be one.") % {"name": witness.name})
    if stands:
        return sentences
    open_still = [role for role in barred if role not in witness.is_not]
    return [*sentences, *(_ask_first(pack, witness.name, role) for role in open_still)]


def known_as(written: Written, name: str) -> list[str]:
    """What we know somebody of this name to be."""
    found = ["agent" if one.place == 1 else "alternate" for one in written.agents if same_name(one.name, name)]
    return [*found, *(["peer"] if any(same_name(one, name) for one in written.helpers) else [])]


def _cannot(pack: Pack, name: str, role: str) -> Sentence:
    told = {"name": name, "is": BARRED[role], "state": pack.name}
    if role == "peer":
        return _("%(name)s %(is)s, and does not sign as a witness. Choose somebody else.") % told
    if pack.id == "generic":
        return _("%(name)s %(is)s, so %(name)s cannot be a witness. Choose somebody else.") % told
    return _("%(name)s %(is)s. In %(state)s that person cannot be a witness. Choose somebody else.") % told


def _ask_first(pack: Pack, name: str, role: str) -> Sentence:
    told = {"name": name, "is_not": str(IS_NOT[role])[:1].lower() + str(IS_NOT[role])[1:]}
    return _("Tick for %(name)s: %(is_not)s. If it is so, choose somebody else.") % told


def advice_on_witness(pack: Pack, written: Written, witness: WitnessGiven) -> list[Sentence]:
    """What is allowed and could be safer."""
    if why_not_witness(pack, written, witness):
        return []
    known = [*known_as(written, witness.name), *([witness.relation] if witness.relation else [])]
    return [
        _(
            "%(name)s %(is)s. That is allowed here as far as we know, but somebody else is safer. "
            "Choose another, or tick that you know."
        )
        % {"name": witness.name, "is": BARRED[role]}
        for role in better_not(pack)
        if role in known
    ]


def why_not_notary(written: Written, ceremony: Ceremony, today: date) -> list[Sentence]:
    """Why a notary, as told, does not take the place of the witnesses."""
    wrong: list[Sentence] = []
    if ceremony.on_screen:
        wrong.append(_("A notary signs and seals on paper. Choose “On paper”, and keep a scan of it."))
    if same_name(ceremony.notary, ceremony.maker):
        wrong.append(_("You cannot be the notary for your own signature. Choose somebody else."))
    told = {"name": ceremony.notary}
    wrong += [
        _("%(name)s %(is)s, and is not the notary too. Choose somebody else.") % (told | {"is": BARRED[role]})
        for role in dict.fromkeys(known_as(written, ceremony.notary))
    ]
    if ceremony.notary_on is None:
        wrong.append(_("Write the date on which the notary signed."))
    elif ceremony.notary_on > today:
        wrong.append(_("The date of the notary is still to come. Write the day on which the notary signed."))
    elif ceremony.on and ceremony.notary_on < ceremony.on:
        wrong.append(_("The date of the notary is before the day on which you signed."))
    return wrong


def agents_sign(pack: Pack) -> bool:
    """Whether those who speak for the person sign too."""
    return bool(pack.value("agent.signs", False))


def why_not_agent(pack: Pack, helpers: Iterable[str], name: str) -> list[Sentence]:
    """Why somebody cannot be named to speak for the person."""
    if "peer" in pack.all_of("agent.not") and any(same_name(one, name) for one in helpers):
        told = {"name": name, "word": pack.agent_word}
        return [_("%(name)s helps with this paper as a peer, and does not become your %(word)s.") % told]
    return []


def may_not_decide(pack: Pack) -> list[str]:
    """What an agent may not decide here, in words."""
    rule = pack.rule("agent.may_not")
    if rule is None:
        return []
    return [str(one.words) for one in rule.items] or [str(rule.words)]


def offered_items(section: Section) -> frozenset[str]:
    """The things of a section that may be chosen about in this state; what its law leaves out is not among them."""
    return frozenset(one.id for one in section.items)
