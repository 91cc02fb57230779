"""Words as they are looked for, and signs that nobody sees."""

import pytest

from handrail.kit.letters import without_controls
from handrail.kit.looking import finds


@pytest.mark.parametrize("typed", ["long", "LONG br", "breath", "breth", "braeth", "breathe", "respiracion", "  out  "])
def test_a_word_is_found_by_its_beginning_without_accents_and_with_one_slip(typed):
    assert finds(typed, "Long breath out. Respiración larga")


@pytest.mark.parametrize("typed", ["", "   ", "?!", "eath", "ong", "long river", "brick", "brth", "lonh"])
def test_what_stands_nowhere_is_not_found(typed):
    assert not finds(typed, "Long breath out")


def test_control_characters_are_left_out_and_lines_stay():
    assert without_controls("a\x07b\r\nc\rd\te\x85") == "ab\nc\nd\te"
