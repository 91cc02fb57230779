"""The plans as papers, and the card to carry along."""

import json
import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from handrail.crisis.card import card_of
from handrail.crisis.guides import guides
from handrail.crisis.shown import shown_plan
from handrail.paper.printing import printed
from handrail.plans.papers import Section, kind_of
from tests.crisis.conftest import a_plan, said, somebody, somewhere
from tests.crisis.reading import plan_url


def panels(plan, language="en", name=""):
    return card_of(shown_plan(plan.guide, plan.program, plan), language, name).extra


def test_a_plan_is_a_paper_of_what_stands_in_it(cast, plan):
    said(cast, plan, "what-helps", "Quiet.", "Tea.")
    said(cast, plan, "when-i-am-well", "I make jokes.\nI cook.")
    ruth = somebody(cast, plan, "Ruth", phone="555-0612", who="My mother", when="Any time")

    kind = kind_of("crisis")
    sections = kind.content(cast.marcus, cast.community, None)

    told = {section.id: [(one.text, one.phone, list(one.facts)) for one in section.entries] for section in sections}
    assert told == {
        "when-i-am-well": [("I make jokes.\nI cook.", "", [])],
        "what-helps": [("Quiet.", "", []), ("Tea.", "", [])],
        "people-to-call": [("Ruth", "555-0612", ["My mother", "Any time"])],
    }
    assert [section.card for section in sections] == [False, True, True]
    assert sections[2].entries[0].key == str(ruth.pk)
    assert kind.page(cast.marcus, cast.community, None) == plan_url(plan)
    kept = json.dumps([section.told() for section in sections])
    assert json.dumps([Section.of(one).told() for one in json.loads(kept)]) == kept


def test_before_a_plan_is_begun_its_paper_is_empty(cast):
    assert [kind_of(name).content(cast.marcus, cast.community, None) for name in guides()] == [[], [], []]


def test_the_card_has_eight_panels_and_no_name(cast, plan):
    said(cast, plan, "what-helps", "Quiet.")
    card = panels(plan)

    assert [panel["title"] for panel in card["panels"]] == [
        "Signs that I am in crisis and others may need to act",
        "What helps",
        "What makes it worse: please do not",
        "People to call, in this order",
        "Places that are safe for me",
        "What I want people to know about me",
        "Lines to call or text",
    ]
    assert "Marcus" not in str(card)
    assert panels(plan, name="Marcus")["name"] == "Marcus"
    assert panels(plan, "es")["panels"][1]["title"] == "Lo que me ayuda"


def test_what_is_too_long_for_a_card_says_that_there_is_more(cast, plan):
    said(cast, plan, "what-helps", "word " * 100)

    [entry] = panels(plan)["panels"][1]["entries"]
    assert len(entry["text"]) <= 160
    assert entry["text"].endswith("…")


@pytest.mark.parametrize("kind", sorted(guides()))
def test_plan_card_is_a_pdf_that_a_screen_reader_can_read(cast, client, kind):
    plan = a_plan(cast, kind)
    for part in plan.guide.parts:
        if part.is_written:
            said(cast, plan, part.id, *(f"{number} אני רוצה שקט {'x' * 80} 😀" for number in range(9)))
        elif part.shape == "people":
            somebody(cast, plan, "Zoë " * 20, part.id, phone="555-0612", when="w" * 200)
        else:
            somewhere(cast, plan, "The park", part.id)

    answer = client.enter(cast.dana).get(f"{plan_url(plan, 'plan_card')}?name=on&language=es")

    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF")
    assert b"pdfuaid" in answer.content
    assert re.search(rb"/Lang ?\(es\)", answer.content)
    assert "Marcus" not in str(answer.headers)
    assert len(re.findall(rb"/Type ?/Page\b", answer.content)) == 1


def sizes_on(pdf):
    """How large the letters are: size and text of every run."""
    found = []

    def note(text, _cm, tm, _font, size):
        if text.strip():
            found.append((round(abs(size * tm[3]), 1), text))

    PdfReader(BytesIO(pdf)).pages[0].extract_text(visitor_text=note)
    return found


def test_a_crowded_card_says_fewer_things_and_never_in_small_letters(cast, plan):
    said(cast, plan, "what-helps", *(f"Thing {number}, told at some length so that it takes its room." for number in range(30)))
    said(cast, plan, "please-do-not", "word " * 100)
    somebody(cast, plan, "Zoë " * 30, phone="555-0612", who="w " * 60, when="x " * 150)
    found = sizes_on(printed(card_of(shown_plan(plan.guide, plan.program, plan), "en")).pdf)

    assert min(size for size, _text in found) >= 8
    text = " ".join(text for _size, text in found)
    assert "Thing 0," in text and "Thing 29," not in text
    assert "More in the full plan" in text
    assert "555-0612" in text


def test_an_empty_card_has_lines_to_write_on(cast, plan):
    document = card_of(shown_plan(plan.guide, plan.program, plan), "en")

    assert printed(document).pdf.startswith(b"%PDF")


def test_before_it_is_begun_there_is_no_card(cast, client):
    from tests.crisis.reading import url

    assert client.enter(cast.dana).get(url("plan_card", cast.marcus, cast.community, "crisis")).status_code == 404
