"""A directive on paper: all of it, as a hospital can be handed it, and a card for the wallet. It says loudly how it stands."""

from __future__ import annotations

from textwrap import shorten
from typing import Any

import segno
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from handrail.directives import content, law, queries
from handrail.directives.models import Card, Directive
from handrail.directives.packs import PROFESSION_WORDS, Pack, Rule
from handrail.directives.shown import State, full_day, state_of
from handrail.kit.pairs import Pair
from handrail.paper.document import Block, Code, Document, Heading, Lines, NewPage, Strokes, Table, Words
from handrail.plans.papers import Section

MOST_ON_A_CARD, LONGEST_ON_A_CARD = 2, 50


def paper_of(directive: Directive, today: Any, language: str) -> Document:
    """The whole directive in this language, with signatures, the rules in words and how sure they are, and how it stands."""
    with translation.override(language):
        state = state_of(directive, today)
        pack = directive.rules_as_signed
        blocks: list[Block] = [
            Heading(str(pack.document)),
            Words(_("%(state)s. Number %(number)s.") % {"state": pack.name, "number": directive.number}, quiet=True),
            Words(_name_line(directive)),
            Words(state.line if not state.loud else state.loud, quiet=not state.loud),
        ]
        for section in content.sections_of(directive):
            blocks += _section(section, language)
        if limits := law.may_not_decide(pack):
            blocks += [Heading(_("What whoever speaks for me may not decide here"), 2), Words("\n".join(limits))]
        blocks += _signatures(directive, state)
        blocks += _rules(pack)
        return Document(
            title=pack.document.told_in(language),
            language=language,
            blocks=blocks,
            loud=state.loud,
            foot=_("Printed on %(day)s. This is not legal advice.") % {"day": full_day(today)},
            unprintable=_("Some signs have no letters in our fonts. They stand as: {signs}"),
        )


def _name_line(directive: Directive) -> str:
    if hasattr(directive, "signing"):
        return _("Made by %(name)s") % {"name": directive.signing.maker}
    person = directive.person
    return _("Of %(name)s") % {"name": person.legal_name or person.chosen_name}


def _section(section: Section, language: str) -> list[Block]:
    blocks: list[Block] = [Heading(section.title.told_in(language), 2)]
    if section.id in ("agent", "alternates"):
        head = [_("Name"), _("Who this is to me"), _("Phone")]
        return [*blocks, Table(head, [[one.text, ", ".join(map(str, one.facts)), one.phone] for one in section.entries])]
    if any(entry.facts for entry in section.entries):
        head = [_("What"), _("What I say"), _("Why")]
        rows = [
            [_in(language, one.title), *[*(_in(language, fact) for fact in one.facts), "", ""][:2]] for one in section.entries
        ]
        return [*blocks, Table(head, rows)]
    return [*blocks, Words("\n".join(one.text for one in section.entries), said=True)]


def _in(language: str, words: str | Pair) -> str:
    """Ours in the language of the paper, theirs as they said it."""
    return words.told_in(language) if isinstance(words, Pair) else words


def _signatures(directive: Directive, state: State) -> list[Block]:
    if state.is_draft:
        return _lines_to_sign(directive)
    signing = directive.signing
    how = _("%(name)s signed on %(day)s. %(how)s.")
    told = {"name": signing.maker, "day": full_day(signing.on), "how": signing.get_how_display()}
    blocks: list[Block] = [Heading(_("Signed"), 2), *_drawn(signing), Words(how % told)]
    if signing.ends_on:
        blocks.append(
            Words(_("It holds until the day before %(day)s, unless it is taken back.") % {"day": full_day(signing.ends_on)})
        )
    blocks += _who_watched(directive)
    for agent in queries.agents_of(directive):
        if own := getattr(agent, "signed", None):
            words = _("%(name)s signed too, on %(day)s.") % {"name": own.name, "day": full_day(own.on)}
            blocks += [*_drawn(own), Words(words)]
    if override := getattr(directive, "override", None):
        blocks += [Heading(_("Signed apart: care that goes on over a later no"), 3), *_drawn(override)]
        blocks += [*_strokes(override.attested_strokes, override.attested_by), Words(_override(override))]
    blocks.append(Words(_helped(directive), quiet=True))
    return blocks


def _who_watched(directive: Directive) -> list[Block]:
    blocks: list[Block] = []
    if witnesses := queries.witnesses_of(directive):
        rows = [[one.name, "; ".join(str(law.IS_NOT.get(role, role)) for role in one.is_not)] for one in witnesses]
        blocks.append(Table([_("Witness"), _("Asked, and said")], rows))
        blocks += [block for one in witnesses for block in _drawn(one)]
    if notary := getattr(directive, "notary", None):
        blocks.append(Words(_("Before the notary %(name)s, on %(day)s.") % {"name": notary.name, "day": full_day(notary.on)}))
    return blocks


def _drawn(row: Any) -> list[Block]:
    """What somebody drew with a finger, if they did, and whose hand it is."""
    return _strokes(row.strokes, getattr(row, "maker", "") or row.name)


def _strokes(path: str, name: str) -> list[Block]:
    return [Strokes(path, _("Signature of %(name)s") % {"name": name}), Words(name, quiet=True)] if path else []


def _override(override: Any) -> str:
    words = _(
        "%(name)s signed for this part a second time on %(day)s. %(by)s (%(what)s) stated in writing on that day that they can "
        "decide and understand it."
    )
    told = {"name": override.name, "day": full_day(override.on), "by": override.attested_by}
    return words % (told | {"what": PROFESSION_WORDS.get(override.profession, override.profession)})


def _helped(directive: Directive) -> str:
    names = ", ".join(queries.helpers_of(directive))
    return _("Helped to write it down, and is no witness: %(names)s.") % {"names": names} if names else ""


def _lines_to_sign(directive: Directive) -> list[Block]:
    """Where hands sign, when it is signed on paper."""
    pack = directive.rules
    labels = [_("My signature"), _("My name"), _("Date")]
    for number in range(1, law.witnesses_needed(pack) + 1):
        labels += [_("Witness %(number)s: signature, name, date") % {"number": number}]
    if law.notary_instead(pack):
        labels.append(_("Or a notary in place of the witnesses: signature, name, date"))
    if law.agents_sign(pack):
        labels += [_("%(name)s: signature, date") % {"name": agent.name} for agent in queries.agents_of(directive)]
    blocks: list[Block] = [NewPage(), Heading(_("Signatures"), 2), Lines(labels)]
    if queries.written_of(directive).clause:
        blocks += [
            Heading(_("Signed apart: care that goes on over a later no"), 3),
            Lines(
                [
                    _("My signature for this part, date"),
                    _("Attending doctor or licensed clinical psychologist: signature, name, date"),
                ]
            ),
        ]
    return blocks


def _rules(pack: Pack) -> list[Block]:
    return [
        NewPage(),
        Heading(_("The rules, as far as we know them"), 2),
        Words(str(pack.notice)),
        Table([_("Rule"), _("How sure, and where from")], [[str(rule.words), _how_sure(rule)] for rule in pack.rules]),
    ]


def _how_sure(rule: Rule) -> str:
    return str(rule.standing) if rule.is_own else f"{rule.standing}: {rule.source}"


def card_of(directive: Directive, card: Card, phone: str, name: str, language: str) -> Document:
    """A card to cut out: that there is a directive, whom to call, and a code. Not a word of what it says."""
    with translation.override(language):
        address = settings.ADDRESS + reverse("directives:card_open", args=[card.code])
        front = [
            {"text": _("I have an advance directive for mental health care."), "strong": True},
            *([{"text": name, "strong": False}] if name else []),
            {"text": _("In a crisis, please call:"), "strong": False},
            {"text": phone or _("the number on the back"), "strong": True},
            {"text": _("Code: %(code)s") % {"code": f"{card.code[:5]} {card.code[5:]}"}, "strong": False},
        ]
        blocks: list[Block] = [
            Code(_squares(address), _("A code that opens a page with the number to call")),
            *_who_speaks(directive),
            Words(
                _("Signed on %(day)s, %(state)s.")
                % {"day": full_day(directive.signing.on), "state": directive.rules_as_signed.name},
                quiet=True,
            ),
        ]
        return Document(
            title=_("Wallet card"),
            language=language,
            blocks=blocks,
            foot=_("Cut along the line, fold in the middle, and keep it with you."),
            unprintable=_("Some signs have no letters in our fonts. They stand as: {signs}"),
            design="wallet",
            extra={"front": front},
        )


def _who_speaks(directive: Directive) -> list[Block]:
    ask = Words(_("The paper says what helps me and what I do not want. Ask whoever answers the phone for it."))
    agents = queries.agents_of(directive)[:MOST_ON_A_CARD]
    if not agents:
        return [ask]
    names = [shorten(agent.name, LONGEST_ON_A_CARD, placeholder=" …") for agent in agents]
    lines = [f"{name} · {agent.phone}" if agent.phone else name for name, agent in zip(names, agents, strict=True)]
    return [Heading(_("Who speaks for me when I cannot"), 2), Words("\n".join(lines)), ask]


def _squares(address: str) -> list[list[bool]]:
    return [[bool(square) for square in row] for row in segno.make(address, error="m", micro=False).matrix]
