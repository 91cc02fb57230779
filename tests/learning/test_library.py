"""The starter library: every piece in two languages, in plain words, with everything one must know of it."""

import re

import pytest

from handrail.learning.catalogue import FOLDER, audiences, phases, shipped, shipped_curricula, topics
from handrail.learning.markdown import html_of
from handrail.people.models import PhaseName
from tests.learning.readability import ease_of, grade_of, sections_of, sentences_of, words_of

PIECES = list(shipped().values())
TEXTS = [(piece.key, text) for piece in PIECES for text in piece.texts.values()]
HIGHEST_GRADE, HIGHEST_OF_A_PARAGRAPH, LONGEST_SENTENCE = 8, 10, 33
LEAST_EASE, LEAST_OF_A_PARAGRAPH = 65, 55
A_PARAGRAPH = 25
"""So many words, and a paragraph is long enough to be judged alone."""


def blocks_of(text):
    return [block for section in sections_of(text) for block in section]


def paragraphs_of(text):
    return [block for block in blocks_of(text) if len(words_of(block)) >= A_PARAGRAPH]


def sections(text):
    return re.findall(r"^## ", text.body, flags=re.M)


def test_there_are_enough_of_them_and_every_file_is_listed():
    assert len(PIECES) >= 40
    for language in ("en", "es"):
        assert {path.stem for path in (FOLDER / language).glob("*.md")} == set(shipped())


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.key)
def test_a_piece_is_there_in_both_languages_with_all_that_is_to_know(piece):
    assert set(piece.texts) == {"en", "es"}
    assert piece.topic in topics() and set(piece.phases) <= set(phases()) and set(piece.audiences) <= set(audiences())
    for text in piece.texts.values():
        assert all((text.title, text.summary, text.body, text.source))
        assert len(text.summary) <= 400 and 0 < text.minutes <= 6
    assert len(sections(piece.texts["en"])) == len(sections(piece.texts["es"]))


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.key)
def test_english_is_read_with_eight_years_of_school(piece):
    text = piece.texts["en"]

    assert grade_of(blocks_of(text)) <= HIGHEST_GRADE
    assert max((grade_of([one]), one) for one in paragraphs_of(text)) <= (HIGHEST_OF_A_PARAGRAPH, "")


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.key)
def test_spanish_is_easy_too(piece):
    text = piece.texts["es"]

    assert ease_of(blocks_of(text)) >= LEAST_EASE
    assert min((ease_of([one]), one) for one in paragraphs_of(text)) >= (LEAST_OF_A_PARAGRAPH, "")


@pytest.mark.parametrize(("key", "text"), TEXTS, ids=lambda told: told if isinstance(told, str) else told.language)
def test_no_sentence_takes_two_breaths(key, text):
    assert max((len(words_of(one)), one) for one in sentences_of(blocks_of(text))) <= (LONGEST_SENTENCE, "zzz")


@pytest.mark.parametrize(("key", "text"), TEXTS, ids=lambda told: told if isinstance(told, str) else told.language)
def test_no_piece_has_links_pictures_or_html(key, text):
    assert re.findall(r"https?:|www\.|<[a-z/!]|\]\(|&[a-z]+;", f"{text.title}{text.summary}{text.body}") == []
    assert "*" not in html_of(text.body) and "#" not in html_of(text.body)


def test_the_peer_has_one_name_in_spanish_and_the_family_partner_one_in_both():
    spanish = " ".join(" ".join(text.body.split()) for _key, text in TEXTS if text.language == "es").casefold()
    english = " ".join(" ".join(text.body.split()) for _key, text in TEXTS if text.language == "en").casefold()

    assert set(re.findall(r"especialistas? (\w+ \w+)", spanish)) == {"de apoyo"}
    assert re.findall(r"parent peer|family peer|peer partner", english) == []
    assert "family support partner" in english and "especialista de apoyo familiar" in spanish


def test_phases_are_those_of_a_persons_road():
    assert {key: phase.name.en for key, phase in phases().items()} == {one.value: str(one.label) for one in PhaseName}


def test_curricula_lead_from_the_first_weeks_on():
    assert list(shipped_curricula()) == ["first-weeks", "staying-well", "for-families", "for-young-people"]
    for course in shipped_curricula().values():
        keys = [key for part in course.stretches for key in part.pieces]
        assert len(keys) == len(set(keys)) >= 12
        assert all(part.phase in shipped()[key].phases for part in course.stretches for key in part.pieces)
        assert all(set(course.audiences) & set(shipped()[key].audiences) for key in keys)
        assert [part.phase for part in course.stretches] == [
            key for key in phases() if key in {p.phase for p in course.stretches}
        ]
        assert grade_of([course.about.en]) <= HIGHEST_OF_A_PARAGRAPH


def test_everybody_has_a_curriculum_and_phases_tell_pieces_apart():
    assert {one for course in shipped_curricula().values() for one in course.audiences} == set(audiences())
    for phase in phases():
        assert 12 <= sum(phase in piece.phases for piece in PIECES) <= 35
