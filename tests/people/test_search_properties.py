"""What holds for every name and every slip of the thumb, not only for those somebody thought of."""

import json
import os
import string
from pathlib import Path

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handrail.people import search
from handrail.people.models import Enrolment, Person, SearchKey, WalksWith
from handrail.people.models.finding import LONGEST_KEY
from handrail.people.names import plain
from handrail.people.search.finding import find_people
from handrail.people.search.keys import keys_of_name, keys_of_phone, one_left_out
from handrail.people.search.matching import typed
from handrail.people.search.ranking import ranked
from handrail.people.search.sources import Text
from tests.people.reading import again, url

LIKELIEST = 20
NAMES = """Marcus Webb|Ana Lucía Gómez|Đặng Minh Khôi|Łucja Wiśniowska|Shane O’Neil|Þórdís Eiríksdóttir|Kealiʻi Kahananui
Noëlle van den Achterberg|José Ángel de la Cruz|Deshawn Robinson-Pryor|Katherine Smith|Katharine Smyth|Catherine Schmidt
Mohammed al-Rashid|Muhammad Rashidi|Guadalupe Hernández|Yevgenia Kuznetsova|Oluwaseun Adebayo|Nguyễn Thị Hoa|Siobhán Byrne
Xiomara Villanueva|Anastasia Papadopoulos|Marta Lopes|Maria Lopez|Mario López|Christopher Johnson|Kristofer Jonsson
Willow Tran|Quentin Abernathy|Fatima Zahra Benali|Grace Okonkwo|Amara Okonjo|Priya Raghunathan|Leilani Makoa""".replace(
    "\n", "|"
)
SLIPS = ("leave out", "put in", "another", "change places")


@pytest.fixture
def many(cast):
    """People of many cultures, all with Dana."""
    at = cast.began
    people = [Person(agency=cast.agency, chosen_name=name, made_at=at, made_by=cast.dana) for name in NAMES.split("|")]
    Person.objects.bulk_create(people)
    for person in people:
        there = Enrolment.objects.create(
            agency=cast.agency, person=person, program=cast.community, from_at=at, enrolled_by=cast.dana
        )
        WalksWith.objects.create(agency=cast.agency, enrolment=there, peer=cast.dana, from_at=at)
    search.index(*people)
    return people


def slipped(word: str, slip: str, at: int, letter: str) -> str:
    at %= len(word)
    if slip == "leave out":
        return word[:at] + word[at + 1 :]
    if slip == "put in":
        return word[:at] + letter + word[at:]
    if slip == "another":
        return word[:at] + letter + word[at + 1 :]
    at %= len(word) - 1
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    who=st.integers(0),
    part=st.integers(0),
    slip=st.sampled_from(SLIPS),
    at=st.integers(0, 40),
    letter=st.sampled_from(string.ascii_lowercase),
)
def test_one_letter_astray_in_any_part_of_any_name_finds_among_the_first_twenty(cast, many, who, part, slip, at, letter):
    person = many[who % len(many)]
    parts = [word for word in plain(person.chosen_name).split() if len(word) >= 4]
    word = slipped(parts[part % len(parts)], slip, at, letter)

    found = [one.person_id for one in find_people(again(cast.dana), word, timezone.now())]

    assert person.pk in found[:LIKELIEST], word


@settings(deadline=None)
@given(
    word=st.text(st.characters(categories=["Ll", "Lo"]), min_size=4, max_size=24),
    slip=st.sampled_from(SLIPS),
    at=st.integers(0, 40),
    letter=st.sampled_from(string.ascii_lowercase + "éłб晓"),
)
def test_a_word_and_its_slip_always_share_a_key(word, slip, at, letter):
    """Also far from any alphabet of ours; letters that are compared as several count as these."""
    wrong = slipped(word, slip, at, letter)

    assert not ({word} | one_left_out(word)).isdisjoint({wrong} | one_left_out(wrong))


@settings(deadline=None)
@given(name=st.text(max_size=120))
def test_whatever_somebody_is_called_keys_fit_the_table_and_the_whole_name_ranks(name):
    keys = keys_of_name(name)

    assert all(0 < len(key) <= LONGEST_KEY for _kind, key in keys)
    words = typed(name)
    person = Person().pk
    assert bool(words.words) == bool(keys) or name.strip().isdigit()
    if words.words and len(plain(name).split()) == len(words.words):
        assert [one.person_id for one in ranked(words, [Text(person, name)])] == [person]


@settings(deadline=None)
@given(number=st.text(max_size=60))
def test_whatever_stands_for_a_number_its_keys_fit_the_table(number):
    assert all(0 < len(key) <= LONGEST_KEY and key.isascii() and key.isdigit() for _kind, key in keys_of_phone(number))


def naughty_strings() -> list[str]:
    named = os.environ.get("HANDRAIL_REAL_DATA")
    file = Path(named or "") / "web" / "big-list-of-naughty-strings.json"
    if not named or not file.is_file():
        pytest.skip("HANDRAIL_REAL_DATA does not name the folder with the naughty strings")
    return json.loads(file.read_text())


@pytest.mark.real_data
def test_naughty_strings_as_names_are_found_again_and_as_words_break_nothing(cast, client):
    client.enter(cast.dana)
    strings = naughty_strings()
    for text in strings:
        answer = client.post(url("person_search"), {"words": text[:100]})
        assert answer.status_code in (200, 422), text
        Person.objects.filter(pk=cast.marcus.pk).update(chosen_name=text[:120] or "-")
        cast.marcus.refresh_from_db()
        search.index(cast.marcus)
        word = next((word for word in plain(text[:120]).split() if not word.isdigit()), "")
        if word:
            assert cast.marcus.pk in [one.person_id for one in find_people(cast.dana, word, timezone.now())], text

    assert len(strings) >= 485
    assert SearchKey.objects.filter(person=cast.marcus).exists()
