"""The button beside a number calls the person, and never a stranger."""

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from handrail.people import actions
from handrail.people.models import ContactPoint
from handrail.people.numbers import MOST_DIGITS, dialled, digits_of, digits_to_dial, number_in
from handrail.people.saying import dial_words
from tests.people.reading import main_words, url
from tests.people.searching import names_found, why
from tests.people.test_points import add, point


@pytest.mark.parametrize(
    ("written", "called"),
    [
        ("(804) 555-0142 ext. 3", "8045550142"),
        ("555 0100 or 555 0199", "5550100"),
        ("555-0100/555-0199", "5550100"),
        ("+1 804.555.0142 (work)", "+18045550142"),
        ("Apt 4, 555 0100", "5550100"),
        ("call 911", "911"),
        ("555‑0100", "5550100"),
        ("٠٥٥-٥٠١ 42", "05550142"),
        ("(804) 555-0142 (804) 555-0199", ""),
        ("at the barber's", ""),
        ("x42", ""),
    ],
)
def test_of_what_somebody_wrote_the_first_number_is_called_and_nothing_else(written, called):
    assert dialled(written) == called


@given(
    number=st.from_regex(r"\+?[1-9][0-9]{2,14}", fullmatch=True),
    words=st.text(st.characters(categories=["L", "Po"]), max_size=20),
)
def test_whatever_words_stand_after_a_number_it_is_called_as_it_is(number, words):
    assert dialled(f"{number} {words}") == number


@given(written=st.text(max_size=60))
def test_what_is_called_stands_in_what_was_written_in_one_piece(written):
    assert number_in(written) in written
    assert digits_of(number_in(written)).startswith(digits_to_dial(written))
    assert len(digits_to_dial(written)) <= MOST_DIGITS
    assert dialled(written).removeprefix("+").isascii()


def test_only_a_phone_is_called():
    assert dial_words(ContactPoint(kind="place", value="4 Mill Street, 555 0100")) == ""


def test_a_number_with_words_around_it_is_found_by_its_digits_alone(cast):
    point(cast, value="(804) 555-0142 ext. 3")

    assert names_found(cast.dana, "0142") == ["Marcus"]
    assert names_found(cast.dana, "01423") == []


def test_point_add_refuses_two_numbers_in_one(cast, client):
    answer = add(client.enter(cast.dana), cast.marcus, value="(804) 555-0142 (804) 555-0199")

    assert answer.status_code == 422
    assert "No phone number is that long." in main_words(answer)


def test_a_search_by_number_says_what_is_safe_there(cast):
    point(cast, value="555 0100", never=True)

    assert why(cast.dana, "0100", cast.marcus) == ["Phone ends in 0100: Never use this."]


def test_never_stays_said_beside_a_number_that_could_be_used_again(cast, client):
    row = point(cast, value="555 0100", never=True)
    actions.stop_point(fact=row, by=cast.dana, at=timezone.now(), why="He gave it up")

    page = main_words(client.enter(cast.dana).get(url("person_show", cast.marcus)))

    assert "Phone, until today: He gave it up Never use this. Use again" in page


def test_safe_hours_of_no_length_are_refused(cast, client):
    answer = add(client.enter(cast.dana), cast.marcus, safe_from="10:00", safe_until="10:00")

    assert answer.status_code == 422
    assert "That would be no hour at all." in main_words(answer)
