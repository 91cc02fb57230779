"""Sheets, letters and choices on paper: whole, in the language asked for, and named after nobody."""

import json

import pytest
from django.utils import timezone

from handrail.audit.models import Entry
from handrail.paper.document import Document, Words
from handrail.paper.printing import printed
from handrail.plans import actions, queries
from handrail.plans.models import HowItFits, Occasion
from handrail.plans.on_paper import day_in_words, document_of_choice, document_of_sheet
from handrail.plans.preparing import sheet_of
from handrail.plans.weighing import choice_of
from tests.plans.preparing import a_choice, a_sheet, answered, in_days, two_rooms
from tests.plans.reading import url


def told(document):
    return json.dumps(document.told(), ensure_ascii=False)


@pytest.fixture
def letter(cast):
    sheet = a_sheet(cast, "The landlord, about the heating", occasion=Occasion.LETTER)
    answered(cast, sheet, "greeting", "Dear Mr. Lang,")
    answered(cast, sheet, "say", "It is cold.\n\nPlease come by Friday.")
    answered(cast, sheet, "feel-safe", "I sleep on it one night.")
    return sheet


@pytest.fixture
def weighed(cast):
    choice = a_choice(cast)
    matter, first, _second = two_rooms(cast, choice)
    so = {"by": cast.dana, "at": timezone.now()}
    actions.note_looked_up(option=first, text="No deposit", source="Ms. Lang", on=in_days(0), **so)
    actions.say_how_it_fits(option=first, said=[actions.Said(matter, HowItFits.GOOD, "Three stops.")], **so)
    actions.choose(choice=choice, option=first, words="Imani can walk there.", **so)
    return choice


@pytest.mark.parametrize("size", ["", "large"])
def test_a_letter_and_a_sheet_and_a_choice_are_printed(cast, letter, weighed, client, size):
    sheet = a_sheet(cast, on=in_days(1))
    answered(cast, sheet, "bring", "My ID\nA pen")
    client.enter(cast.dana)
    for page, of, name in (
        ("preparation_print", letter, "letter"),
        ("preparation_print", sheet, "sheet"),
        ("choice_print", weighed, "choice"),
    ):
        answer = client.get(url(page, of), {"size": size})
        assert answer.content.startswith(b"%PDF")
        assert answer.headers["Content-Disposition"] == f'inline; filename="{name}.pdf"'
        assert answer.headers["Cache-Control"] == "no-store"
    assert Entry.objects.filter(verb__endswith=".printed").count() == 3


def test_a_letter_holds_what_is_to_be_sent_and_nothing_else(letter):
    document = document_of_sheet(sheet_of(queries.whole_preparation(letter)), 11, "es")

    assert (document.design, document.title, document.language) == ("letter", "Carta", "es")
    assert [block.text for block in document.blocks] == ["It is cold.", "Please come by Friday."]
    assert (document.extra["greeting"], document.extra["closing"]) == ("Dear Mr. Lang,", "Atentamente,")
    assert "I sleep on it" not in told(document) and "Marcus" not in told(document)


def test_a_sheet_on_paper_keeps_its_ticks_and_leaves_out_what_was_not_answered(cast):
    sheet = a_sheet(cast)
    answer = answered(cast, sheet, "bring", "My ID\nA pen")
    actions.tick_line(answer=answer, line=answer.lines[1].mark, by=cast.dana, at=timezone.now())
    document = document_of_sheet(sheet_of(queries.whole_preparation(sheet)), 18, "en")

    [items] = [block for block in document.blocks if block.kind == "items"]
    assert (items.texts, items.done, document.size) == (["My ID", "A pen"], [False, True], 18)
    assert [block.text for block in document.blocks if block.kind == "heading"] == [
        "The doctor, about my sleep",
        "What I bring",
    ]


def test_a_choice_on_paper_holds_both_rooms_side_by_side(weighed):
    document = document_of_choice(choice_of(queries.whole_choice(weighed)), 11, "en")
    [table] = [block for block in document.blocks if block.kind == "table"]

    assert table.head == ["What matters to me", "The room on Cary Street", "The room by the river"]
    assert table.rows == [["To be near Imani", "It fits\nThree stops.", "–"]]
    assert "No deposit (Ms. Lang" in told(document)


def test_a_day_is_said_as_letters_say_it():
    day = timezone.datetime(2026, 11, 3).date()

    assert (day_in_words(day, "en"), day_in_words(day, "es")) == ("November 3, 2026", "3 de noviembre de 2026")


@pytest.mark.parametrize("text", ['#panic("x") $ * _ `raw` @me', "السلام عليكم", "你好 🐕 \U0001f9ff", "word " * 3000])
def test_a_letter_of_any_words_is_set(text):
    extra = {"date": "November 3, 2026", "greeting": text[:200], "closing": "Sincerely,", "signature": "Signature"}
    letter = Document("Letter", "en", [Words(text)], unprintable="Not printed: {signs}", design="letter", extra=extra)

    assert printed(letter).pdf.startswith(b"%PDF")
