"""What else somebody is called, in whatever letters, and names without any."""

import pytest

from handrail.people.names import plain
from handrail.people.search.keys import keys_of_name
from tests.cast import welcome
from tests.people.reading import main_words, url
from tests.people.searching import names_found, why


def test_other_names_stand_beside_the_name_and_find_the_person(cast, client):
    client.enter(cast.dana).post(url("person_edit", cast.marcus), {"chosen_name": "Marcus", "other_names": "Red, Big M"})

    assert "Also called Red, Big M" in main_words(client.get(url("person_show", cast.marcus)))
    assert why(cast.dana, "red", cast.marcus) == ["Also called Red"]
    assert why(cast.dana, "big m", cast.marcus) == ["Also called Big M"]
    assert names_found(cast.dana, "marcus") == ["Marcus"]


@pytest.mark.parametrize(("one", "other"), [("माना", "मीना"), ("রানা", "রীনা"), ("ราณี", "ราณา"), ("ராமு", "ராமி")])
def test_a_vowel_sign_makes_another_name(one, other):
    assert plain(one) != plain(other)


@pytest.mark.parametrize(
    ("written", "compared"), [("José", "jose"), ("Ёлка", "елка"), ("Άννα", "αννα"), ("مُحَمَّد", "محمد"), ("फ़रीदा", "फरीदा")]
)
def test_an_accent_does_not(written, compared):
    assert plain(written) == compared


@pytest.mark.parametrize("name", ["☆", "♡ ♡", "-", "❤️"])
def test_a_name_without_letters_is_found_as_it_is_written(cast, name):
    welcome(cast, "star", name, cast.dana)

    assert name in names_found(cast.dana, name)
    assert keys_of_name(name)
