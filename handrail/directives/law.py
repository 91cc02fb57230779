"""What a state's rules ask of a directive: pure functions over the pack and what is there. Nothing here is legal advice.

Each answers with sentences for the two people in front of the page; an empty list means that nothing we know of is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from handrail.directives.packs import Pack, Section
from handrail.people.names import plain

Sentence = str | Promise

BARRED: dict[str, Sentence] = {
    "peer": lazy("is the peer who helps with this paper"),
    "agent": lazy("is the person who speaks for you"),
    "alternate": lazy("steps in to speak for you"),
    "relative": lazy("is a relative"),
    "pays": lazy("pays for your care"),
    "provider": lazy("treats you"),
    "facility_staff": lazy("works where you get care"),
}
"""Who may stand in the way of being a witness, as the end of a sentence that begins with a name."""

IS_NOT: dict[str, Sentence] = {
    "peer": lazy("Is not the peer who helps with this paper"),
    "agent": lazy("Is not the person who speaks for me"),
    "alternate": lazy("Does not step in to speak for me"),
    "relative": lazy("Is not a relative"),
    "pays": lazy("Does not pay for my care"),
    "provider": lazy("Does not treat me"),
    "facility_staff": lazy("Does not work where I get care"),
}

CLAUSE = "override-clause"
SPOKEN_FORMS = {"told"}
"""Of the forms of taking back: no form of its own, but from when on it counts."""


@dataclass(frozen=True)
class WitnessGiven:
    """Somebody who watched the signing. `is_not`: what was asked of them and found not to be so."""

    name: str
    relation: str = ""
    """One of BARRED where they are one of those; else empty."""
    is_not: frozenset[str] = frozenset()
    is_adult: bool = True


@dataclass(frozen=True)
class ClauseGiven:
    """The second signature, for the clause that lets care go on over a later no, and who attested what."""

    name: str
    attested_by: str
    profession: str
    on: date | None


@dataclass(frozen=True)
class AgentNamed:
    """Who speaks for the person; `place` 1 is the agent, the others step in. `signs` when their own signature is told."""

    name: str
    place: int = 1
    signs: bool = False
    accepts: bool = False


@dataclass(frozen=True)
class Written:
    """What is there of a directive: the sections that say something, who speaks, who helped, and the clause."""

    sections: frozenset[str] = frozenset()
    agents: tuple[AgentNamed, ...] = ()
    helpers: tuple[str, ...] = ()
    clause: bool = False


@dataclass(frozen=True)
class Ceremony:
    """A signing as it is told: the maker's name, the day, and who was there."""

    maker: str
    on: date | None
    witnesses: tuple[WitnessGiven, ...] = ()
    notary: str = ""
    notary_on: date | None = None
    clause: ClauseGiven | None = None
    knows: bool = False
    """Whether they were told of safer witnesses, and want it so."""


def same_name(one: str, other: str) -> bool:
    """Whether two names are one, however they are typed."""
    return bool(one.strip()) and plain(one) == plain(other)


# Who may witness


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


# Who may speak


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


# What is missing before anybody signs


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
    if written.clause and not _clause_allowed(pack):
        missing.append(_("There is no such clause for %(state)s. Take it out.") % {"state": pack.name})
    return missing


def _clause_allowed(pack: Pack) -> bool:
    return bool(pack.value("override.allowed")) and pack.section(CLAUSE) is not None


def agents_sign(pack: Pack) -> bool:
    """Whether those who speak for the person sign too."""
    return bool(pack.value("agent.signs", False))


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
    wrong += _why_not_witnessed(pack, written, ceremony)
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


def _why_not_witnessed(pack: Pack, written: Written, ceremony: Ceremony) -> list[Sentence]:
    if ceremony.notary.strip() and notary_instead(pack):
        return [] if ceremony.notary_on else [_("Write the date on which the notary signed.")]
    wrong = [sentence for one in ceremony.witnesses for sentence in why_not_witness(pack, written, one)]
    wrong += _one_person_twice(ceremony)
    if not ceremony.knows:
        wrong += [sentence for one in ceremony.witnesses for sentence in advice_on_witness(pack, written, one)]
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


# How long it holds


def ends_on(pack: Pack, signed_on: date) -> date | None:
    """The first day on which it no longer holds; None where no end is known."""
    years = pack.value("expires.years")
    if not years:
        return None
    try:
        return signed_on.replace(year=signed_on.year + int(years))
    except ValueError:  # signed on a 29 February
        return date(signed_on.year + int(years), 2, 28)


def reminder_days(pack: Pack) -> Sequence[int]:
    """How long before its end one is reminded."""
    return sorted((int(day) for day in pack.value("expires.reminders_days", (90, 30, 7))), reverse=True)


def reminder(pack: Pack, ends: date | None, today: date) -> int | None:
    """Which of the reminders is due: 90, 30, 7; 0 when it has run out. None while there is time."""
    if ends is None:
        return None
    left = (ends - today).days
    if left <= 0:
        return 0
    return min((days for days in reminder_days(pack) if left <= days), default=None)


def look_again_on(pack: Pack, last: date) -> date:
    """When to read it again and say whether it still holds."""
    return last + timedelta(days=365 * int(pack.value("review.every_years", 1)))


# Taking it back


def forms_of_revoking(pack: Pack) -> tuple[str, ...]:
    """How it may be taken back, as far as we know; empty where nobody has read it."""
    return tuple(one for one in pack.all_of("revoke.form") if one not in SPOKEN_FORMS)


def counts_when_told(pack: Pack) -> bool:
    """Whether taking it back counts only from when those who treat the person know of it."""
    return "told" in pack.all_of("revoke.form")


def asks_for_capacity(pack: Pack) -> bool:
    """Whether one takes it back only while able to decide."""
    return bool(pack.value("revoke.capacity", False))


def why_not_revoked(
    pack: Pack, *, how: str, on: date | None, is_able: bool, signed_on: date | None, today: date
) -> list[Sentence]:
    """What stands between this and a directive that is taken back."""
    wrong: list[Sentence] = []
    known = forms_of_revoking(pack)
    if known and how not in known:
        ways = " ".join(str(one.words) for rule in pack.rules_of("revoke.form") for one in rule.items if one.id in known)
        wrong.append(_("This is not a way to take it back in %(state)s: %(ways)s") % {"state": pack.name, "ways": ways})
    elif not how:
        wrong.append(_("Say how you took it back."))
    if asks_for_capacity(pack) and not is_able:
        wrong.append(_("In %(state)s you can take it back only while you are able to decide.") % {"state": pack.name})
    if on is None:
        wrong.append(_("Write the date on which you took it back."))
    elif on > today:
        wrong.append(_("This date is still to come. Write the day on which you took it back."))
    elif signed_on and on < signed_on:
        wrong.append(_("This is before the day on which it was signed."))
    return wrong
