"""Who somebody is: names, birth, languages, culture, needs; and the words that fit their age."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from handrail.audit.models import Entry
from handrail.people.ages import band_of, birth_words, fitting, years_old
from handrail.people.models import AgeBand, Person
from tests.people.reading import in_an_emergency, into_bridge, main_words, url

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("known", "years"),
    [
        ({"born_on": date(2000, 11, 22)}, 26),
        ({"born_on": date(2000, 11, 23)}, 25),
        ({"born_on": date(2004, 2, 29)}, 22),
        ({"born_year": 2000, "born_month": 11}, 25),
        ({"born_year": 2000, "born_month": 10}, 26),
        ({"born_year": 2000}, 25),
        ({"born_year": 2026}, 0),
        ({}, None),
    ],
)
def test_nobody_is_made_older_than_they_are(known, years):
    assert years_old(Person(**known), TODAY) == years


@pytest.mark.parametrize(
    ("known", "band"),
    [
        ({"born_year": 2020}, AgeBand.CHILD),
        ({"born_on": date(2013, 11, 22)}, AgeBand.YOUNG),
        ({"born_on": date(2013, 11, 23)}, AgeBand.CHILD),
        ({"born_year": 1980, "age_said": "child"}, AgeBand.ADULT),
        ({"born_on": date(1961, 11, 22)}, AgeBand.OLDER),
        ({"age_said": "older"}, AgeBand.OLDER),
        ({}, None),
    ],
)
def test_age_band_comes_from_what_is_known_best(known, band):
    assert band_of(Person(**known), TODAY) == band


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({"born_on": date(1980, 5, 14)}, "14 May 1980 (46 years old)"),
        ({"born_year": 1980, "born_month": 5}, "May 1980"),
        ({"born_year": 1980}, "1980"),
        ({}, ""),
    ],
)
def test_birth_is_said_as_far_as_it_is_known(known, words):
    assert birth_words(Person(**known), TODAY) == words


@pytest.mark.parametrize("band", [None, *AgeBand])
def test_every_age_has_words_of_its_own_page(band):
    assert str(fitting(Person(age_said=band or ""), TODAY).people_around)


@pytest.mark.parametrize(
    ("said", "around", "talking"),
    [
        ("child", "Who looks after them", "Talk with the child"),
        ("young", "Who they trust", "Be straight with them"),
        ("adult", "Who stands by them", None),
        ("older", "Who stands by them", "Leave time."),
    ],
)
def test_person_show_uses_words_that_fit_the_age(cast, client, said, around, talking):
    client.enter(cast.dana).post(url("person_edit", cast.marcus), {"chosen_name": "Marcus", "age_said": said})

    page = main_words(client.get(url("person_show", cast.marcus)))

    assert around in page
    assert ("Talking with them" in page) is bool(talking)
    assert talking is None or talking in page


def edit(client, cast, **typed):
    return client.post(url("person_edit", cast.marcus), {"chosen_name": "Marcus"} | typed)


def test_person_edit_keeps_a_year_and_a_month(cast, client):
    edit(client.enter(cast.dana), cast, born_year="1980", born_month="5", age_said="child")

    person = Person.objects.get(pk=cast.marcus.pk)
    assert (person.born_on, person.born_year, person.born_month, person.age_said) == (None, 1980, 5, "")
    assert "Birth date May 1980" in main_words(client.get(url("person_show", cast.marcus)))


def test_person_edit_lets_the_whole_date_win(cast, client):
    client.enter(cast.dana)
    edit(client, cast, born_year="1980")
    edit(client, cast, born_year="1980", born_on="1981-02-03")

    person = Person.objects.get(pk=cast.marcus.pk)
    assert (person.born_on, person.born_year) == (date(1981, 2, 3), None)


@pytest.mark.parametrize("typed", [{"born_month": "5"}, {"born_year": "1700"}, {"born_year": "9999"}, {"born_year": "-5"}])
def test_person_edit_of_a_part_that_cannot_be_is_sent_back(cast, client, typed):
    answer = edit(client.enter(cast.dana), cast, pronouns="he/him", **typed)

    assert answer.status_code == 422
    assert 'value="he/him"' in answer.content.decode()
    assert "details open" in answer.content.decode().replace('class="details" ', "details ")


@pytest.mark.parametrize(
    "name", ["Sukarno", "María José de la O Carreño Quiñones", "نجيب محفوظ", "李小龙", "X Æ A-12", "van der Waals", "T. J."]
)
def test_a_name_is_whatever_somebody_is_called(cast, client, name):
    client.enter(cast.dana).post(url("person_edit", cast.marcus), {"chosen_name": name})

    assert Person.objects.get(pk=cast.marcus.pk).chosen_name == name
    assert name in main_words(client.get(url("person_show", cast.marcus)))


def test_person_part_language_is_said_under_the_name(cast, client):
    sent = {"speaks": "Spanish, some English", "reads": "Spanish", "interpreter": "yes"}
    client.enter(cast.dana).post(url("person_part", cast.marcus, "language"), sent)

    page = main_words(client.get(url("person_show", cast.marcus)))
    assert "Marcus Speaks Spanish, some English. An interpreter is needed." in page
    assert "Reads Spanish" in page


def test_person_part_keeps_only_its_own_fields(cast, client):
    """Two pages are open at once: neither writes over the other."""
    client.enter(cast.dana)
    client.post(url("person_part", cast.marcus, "culture"), {"culture": "The river", "faith": "Baptist", "chosen_name": "X"})
    client.post(url("person_part", cast.marcus, "needs"), {"body_needs": "Bad knee"})

    person = Person.objects.get(pk=cast.marcus.pk)
    assert (person.chosen_name, person.culture, person.faith, person.body_needs) == (
        "Marcus",
        "The river",
        "Baptist",
        "Bad knee",
    )
    assert [entry.detail for entry in Entry.objects.filter(verb="person.corrected").order_by("seq")] == ["culture", "needs"]
    assert "noted culture and faith" in main_words(client.get(url("person_opened", cast.marcus)))


def test_person_part_of_anything_else_is_not_here(cast, client):
    assert client.enter(cast.dana).get(url("person_part", cast.marcus, "weight")).status_code == 404


def test_what_somebody_is_travels_with_them_to_every_program(cast, client):
    into_bridge(cast)
    client.enter(cast.dana).post(url("person_part", cast.marcus, "needs"), {"reading_needs": "Read it aloud"})

    assert "Read it aloud" in main_words(client.enter(cast.ray).get(url("person_show", cast.marcus)))


def test_person_show_in_an_emergency_offers_nothing_to_change(cast, client):
    in_an_emergency(cast.marcus, cast.noor)

    page = client.enter(cast.noor).get(url("person_show", cast.marcus)).content.decode()

    assert "/own/" not in page
    assert "/agreement/" not in page
    assert "/add/" not in page


def test_the_database_keeps_one_birth(cast):
    for wrong in ({"born_on": date(1980, 1, 1), "born_year": 1980}, {"born_month": 5}, {"born_year": 1980, "born_month": 13}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Person.objects.filter(pk=cast.marcus.pk).update(**wrong)
