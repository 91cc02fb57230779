"""The starter library: every piece in two languages, in plain words, with everything one must know of it."""

import re

import pytest

from handrail.learning.catalogue import FOLDER, audiences, phases, shipped, shipped_curricula, topics
from handrail.learning.markdown import html_of
from handrail.people.models import PhaseName
from tests.scope.readability import grade

PIECES = list(shipped().values())
TEXTS = [(piece.key, text) for piece in PIECES for text in piece.texts.values()]
HIGHEST_GRADE = 8


def plain_words(text):
    """As it is read aloud: without the marks of headings and lists."""
    return re.sub(r"^(#+|-|\d+\.|>) *|\*", "", f"{text.title}.\n{text.summary}\n{text.body}", flags=re.M)


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
    assert grade(plain_words(piece.texts["en"])) <= HIGHEST_GRADE


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
    assert list(shipped_curricula()) == ["first-weeks", "staying-well", "for-families"]
    for course in shipped_curricula().values():
        keys = [key for part in course.stretches for key in part.pieces]
        assert len(keys) == len(set(keys)) >= 12
        assert [part.phase for part in course.stretches] == [
            key for key in phases() if key in {p.phase for p in course.stretches}
        ]
        assert grade(f"{course.title.en}. {course.about.en}") <= HIGHEST_GRADE
