import pytest

from tests.scope.readability import grade, syllables


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("the", 1),
        ("people", 2),
        ("walked", 1),
        ("started", 2),
        ("recovery", 4),
        ("table", 2),
        ("places", 2),
        ("hope", 1),
        ("agree", 2),
    ],
)
def test_syllables_are_counted_well_enough(word, number):
    assert syllables(word) == number


def test_a_child_reads_short_words_and_a_lawyer_reads_long_ones():
    assert grade("The dog sat by the door. It was warm.") < 2
    assert grade("Notwithstanding aforementioned considerations, participants retain discretionary authority.") > 16
