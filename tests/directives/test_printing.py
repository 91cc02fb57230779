"""A directive on paper: loud unless it counts, in two languages, and whatever was typed can be printed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone, translation

from handrail.directives import actions, packs, queries
from handrail.directives.models import HowSigned
from handrail.directives.printing import card_of, paper_of
from handrail.kit.pairs import Pair
from handrail.paper.document import Lines, Strokes, Table, Words
from handrail.paper.printing import printed
from tests.directives.reading import a_draft, days_ago, main_words, sign_it, told, url, write

TODAY = timezone.localdate
HAND = "M10 50L40 20L70 60"


def fresh(directive):
    return queries.directives().get(pk=directive.pk)


def texts(document):
    """Every word of a document."""
    told = []
    for block in document.blocks:
        told += [getattr(block, "text", "")]
        if isinstance(block, Table):
            told += [cell for row in block.rows for cell in row]
        if isinstance(block, Lines):
            told += block.labels
    return "\n".join(told)


def test_a_draft_says_so_on_every_page_and_has_lines_to_sign(cast):
    document = paper_of(fresh(a_draft(cast, "oh")), TODAY(), "en")

    assert document.loud == "DRAFT. Not signed yet. It does not count."
    assert "Or a notary in place of the witnesses" in texts(document)
    assert "Tasha Green: signature, date" in texts(document)
    assert "Marcus" not in document.title


def test_what_counts_is_calm_and_tells_who_was_there_the_rules_and_how_sure_they_are(cast):
    document = paper_of(fresh(sign_it(cast, a_draft(cast, "wi"))), TODAY(), "en")
    told = texts(document)

    assert document.loud == ""
    assert "Made by Marcus" in told and "Walt Ames" in told and "A quiet room." in told
    assert "Say yes to ECT." in told
    assert "Not checked against the law yet: Wis. Stat. 155.10, by way of legalclarity.org" in told
    assert "This is not legal advice." in told and "not legal advice" in document.foot
    assert "Helped to write it down, and is no witness: Dana of the cast." in told


def test_taken_back_replaced_and_run_out_are_said_on_every_page(cast):
    ohio = fresh(sign_it(cast, a_draft(cast, "oh"), days_ago(1000)))
    assert paper_of(ohio, TODAY() + timedelta(days=200), "en").loud.startswith("RAN OUT on")
    actions.revoke(directive=ohio, how="written_signed_dated", on=TODAY(), is_able=True, by=cast.dana, at=timezone.now())
    assert paper_of(fresh(ohio), TODAY(), "en").loud.startswith("TAKEN BACK on")
    old = sign_it(cast, a_draft(cast))
    new = actions.begin(person=cast.marcus, program=cast.community, pack="va", by=cast.dana, at=timezone.now())
    sign_it(cast, new)
    assert paper_of(fresh(old), TODAY(), "en").loud.startswith("REPLACED.")


def test_it_keeps_what_was_signed_and_the_rules_of_that_day(cast, monkeypatch):
    signed = sign_it(cast, a_draft(cast))
    another = packs.pack_of("oh")
    monkeypatch.setattr(packs, "packs", lambda: {"va": another, "generic": another})
    told = texts(paper_of(fresh(signed), TODAY(), "en"))

    assert "You do not need a notary." in told
    assert "A notary can take the place of the two witnesses." not in told


def test_the_limits_of_an_agent_are_those_of_the_day_of_signing(cast, client, monkeypatch):
    signed = sign_it(cast, a_draft(cast, "wi"))
    today = packs.pack_of("wi")
    softer = replace(
        today, rules=tuple(rule for rule in today.rules if rule.key != "agent.may_not"), notice=Pair("New.", "Nuevo.")
    )
    monkeypatch.setattr(packs, "packs", lambda: {"wi": softer, "generic": softer})
    printed_so = texts(paper_of(fresh(signed), TODAY(), "en"))
    actions.retrieve(directive=signed, why="check", by=cast.dana, at=timezone.now())
    page = main_words(client.enter(cast.dana).get(url("directive_paper", signed)))

    for read in (printed_so, page):
        assert "Say yes to ECT." in read
        assert "This is not legal advice. Laws change." in read
        assert "New." not in read


def test_what_is_ours_is_printed_in_the_language_of_the_paper(cast):
    draft = a_draft(cast)
    section = draft.rules.section("seclusion-restraint")
    with translation.override("es"):
        actions.choose(directive=draft, section=section, item="holding", answer="never", by=cast.dana, at=timezone.now())
        signed = fresh(sign_it(cast, draft))

    assert section.item("holding").words.en in texts(paper_of(signed, TODAY(), "en"))
    assert section.item("holding").words.es in texts(paper_of(signed, TODAY(), "es"))
    assert section.item("holding").words.es not in texts(paper_of(signed, TODAY(), "en"))


def test_a_hand_is_printed_beside_its_name(cast):
    draft = a_draft(cast)
    drawn = replace(told(draft, on_screen=True), how=HowSigned.SCREEN, strokes={"maker": HAND, "witness_2": HAND})
    actions.sign(directive=draft, told=drawn, by=cast.dana, at=timezone.now())
    document = paper_of(fresh(draft), TODAY(), "en")

    assert [block.says for block in document.blocks if isinstance(block, Strokes)] == [
        "Signature of Marcus",
        "Signature of Rosa Diaz",
    ]
    assert printed(document).pdf.startswith(b"%PDF-")


def test_headings_and_rules_come_in_spanish(cast):
    document = paper_of(fresh(sign_it(cast, a_draft(cast))), TODAY(), "es")

    assert document.language == "es"
    assert "Lo que me ayuda" in texts(document)
    assert "No necesitas notario público." in texts(document)


def test_a_card_says_whom_to_call_and_not_a_word_of_what_the_paper_says(cast):
    signed = fresh(sign_it(cast, a_draft(cast)))
    card = actions.make_card(directive=signed, by=cast.dana, at=timezone.now())
    document = card_of(signed, card, "(804) 555-0142", "", "en")
    front = " ".join(line["text"] for line in document.extra["front"])

    assert "(804) 555-0142" in front and "Marcus" not in front
    assert "A quiet room." not in texts(document)
    assert "Tasha Green · 555 0100" in [block.text for block in document.blocks if isinstance(block, Words)]
    assert printed(document).pdf.startswith(b"%PDF-")


@pytest.mark.parametrize("state", ["va", "oh", "wi", "generic"])
def test_strange_words_are_printed_too(cast, state):
    draft = a_draft(cast, state)
    write(draft, "harms", '#import "x" \\ $math$ *b* أهلاً 你好 👋\u202e\n' + "long " * 200, by=cast.dana)
    result = printed(paper_of(fresh(draft), TODAY(), "en"))

    assert result.pdf.startswith(b"%PDF-")
