"""What measures how hard a text is cannot be fooled."""

import pytest

from handrail.learning.nouns import Text
from tests.learning.readability import ease_of, grade_of, sections_of, sentences_of, silabas

HARD = (
    "Notwithstanding the aforementioned considerations, participants of the organization ordinarily retain "
    "discretionary authority over the communication of individually identifiable information."
)


def blocks(body, summary="Here is what it says."):
    return [block for section in sections_of(Text("en", "Title", summary, body, "own")) for block in section]


@pytest.mark.parametrize(
    "with_it",
    [
        f"## Go on\n\n{HARD}\n\n## Do it\n\n## Now",
        f"{HARD}\n\n- Yes.\n- No.\n- Ha!\n- Go. Go. Go.",
        f"- One.\n- Two.\n- Three.\n\n{HARD}",
        HARD.replace(" of ", " of ... ").replace(" over", " over … "),
        HARD.replace(" ", " **the** ", 1) + "\n\n> Oh. Oh. Oh.",
    ],
)
def test_headings_short_lines_and_three_points_make_nothing_easy(with_it):
    assert grade_of(blocks(with_it, HARD)) > 15


def test_a_point_within_a_sentence_does_not_end_it():
    assert sentences_of(["We met Dr. Lee at 9 a.m. in the park, and he asked us in. It was warm there."]) == [
        "We met Dr. Lee at 9 a.m. in the park, and he asked us in.",
        "It was warm there.",
    ]


def test_an_easy_text_stays_easy():
    assert grade_of(["The dog sat by the door. It was warm in there."]) < 2
    assert ease_of(["El perro se sentó en la puerta. Hacía calor ahí dentro."]) > 90 > ease_of([HARD])


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("que", 1),
        ("hay", 1),
        ("guerra", 2),
        ("día", 2),
        ("leer", 2),
        ("oír", 2),
        ("aún", 2),
        ("ciudad", 2),
        ("cuidado", 3),
        ("poeta", 3),
        ("siguiente", 3),
        ("veíamos", 4),
        ("teléfono", 4),
        ("recuperación", 5),
    ],
)
def test_syllables_of_spanish(word, number):
    assert silabas(word) == number
