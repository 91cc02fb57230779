"""The pages of the library, as they are read."""

import pytest
from django.utils import timezone

from handrail.kit.tenancy import as_agency
from handrail.learning import actions
from tests.learning.conftest import LIBRARY, a_material, url, written
from tests.people.reading import cost, main_words


def test_piece_list_begins_with_topics_and_curricula_and_lists_all_when_asked(cast, client):
    words = main_words(client.enter(cast.dana).get(LIBRARY))

    assert "52 pieces" in words and "First weeks" in words and "Families and loved ones" in words
    assert "Looking after yourself too" not in words and "Add a piece" not in words
    assert "1–20 of 52" in main_words(client.get(LIBRARY, {"all": "yes"}))
    assert "21–40 of 52" in main_words(client.get(LIBRARY, {"all": "yes", "page": "2"}))


def chip(answer, words):
    """Where the chip of these words leads, and whether it is chosen."""
    [found] = [one for _asks, row in answer.context["chips"] for one in row if one.words == words]
    return found.address, found.chosen


def test_chips_combine_with_each_other_and_with_the_topic_and_come_off_again(cast, client):
    client.enter(cast.dana)
    young = client.get(LIBRARY + chip(client.get(LIBRARY), "Young people")[0])
    both = client.get(LIBRARY + chip(young, "For the long run")[0])
    assert both.wsgi_request.GET.dict() == {"audience": "young", "phase": "maintenance"}
    assert chip(both, "Young people") == ("?phase=maintenance", True)

    [(_work, many, address)] = [one for one in both.context["topics"] if one[0].key == "work-and-school"]
    work = client.get(LIBRARY + address)
    words = main_words(work)
    assert f"{many} pieces · Work and school" in words and "Back to school" in words and "Sleeping better" not in words
    assert chip(work, "Work and school") == ("?phase=maintenance&audience=young", True)


def test_few_pieces_are_listed_at_once_and_curricula_go_by_whom_they_are_for(cast, client):
    client.enter(cast.dana)
    families = main_words(client.get(LIBRARY, {"audience": "family", "phase": "maintenance"}))

    assert "Looking after yourself too" in families
    assert "For families" in families and "For young people" not in families and "First weeks" not in families
    found = main_words(client.get(LIBRARY, {"q": "sleep", "audience": "family"}))
    assert "Sleeping better" in found and "One after another" not in found


@pytest.mark.parametrize("name", ["dana", "lena", "sam", "joan", "alex", "theo", "ada"])
def test_everybody_of_the_staff_reads_the_library(cast, client, name):
    client.enter(getattr(cast, name))

    assert client.get(LIBRARY).status_code == 200
    assert client.get(url("piece_show", "hope")).status_code == 200


def test_piece_list_is_narrowed_by_topic_phase_audience_and_language(cast, client):
    client.enter(cast.dana)
    a_material(cast, language="so", title="Albaabka")

    assert "2 pieces" in main_words(client.get(LIBRARY, {"topic": "trauma"}))
    assert "1 piece " in main_words(client.get(LIBRARY, {"language": "so"}))
    young = main_words(client.get(LIBRARY, {"audience": "young", "phase": "engagement", "topic": "loved-ones"}))
    assert "When somebody in my family struggles" in young and "Looking after yourself too" not in young


def test_piece_list_finds_words_without_accents_and_those_in_a_title_first(cast, client):
    client.enter(cast.dana)

    found = main_words(client.get(LIBRARY, {"q": "ESPERANZA prestada"}))
    assert found.index("Esperanza") < found.index("Qué es el apoyo entre pares")
    sleep = main_words(client.get(LIBRARY, {"q": "sleep"}))
    assert sleep.index("Sleeping better") < sleep.index("Four parts of a life")
    assert "Nothing found" in main_words(client.get(LIBRARY, {"q": "xylophone"}))


def test_piece_list_finds_our_own_by_any_word_of_any_language(cast, client, material):
    actions.write_text(
        material=material,
        written=written(language="es", title="La puerta", body="Toca el timbre dós veces"),
        opened="",
        by=cast.sam,
        at=timezone.now(),
    )
    client.enter(cast.dana)

    assert "Our front door" in main_words(client.get(LIBRARY, {"q": "ring hello"}))
    assert "Our front door" in main_words(client.get(LIBRARY, {"q": "DOS timbre"}))
    assert "Our front door" not in main_words(client.get(LIBRARY, {"q": "ring xylophone"}))


@pytest.mark.parametrize("nonsense", [{"topic": "nope"}, {"page": "9" * 30}, {"q": "%_\\' \" <b>"}, {"q": "x" * 500}])
def test_piece_list_takes_odd_input(cast, client, nonsense):
    assert client.enter(cast.dana).get(LIBRARY, nonsense).status_code in (200, 422)


def test_piece_show_is_read_in_english_and_spanish_and_in_large_letters(cast, client):
    client.enter(cast.dana)

    assert "What hope can be" in main_words(client.get(url("piece_show", "hope")))
    spanish = client.get(url("piece_show", "hope"), {"language": "es", "letters": "large"})
    assert "Lo que puede ser" in main_words(spanish)
    assert 'class="piece large-print" lang="es"' in spanish.content.decode()
    assert "What hope can be" in main_words(client.get(url("piece_show", "hope"), {"language": "xx"}))


def test_piece_show_of_what_never_was_is_not_there(cast, client, material):
    client.enter(cast.dana)

    for key in ("nope", "00000000-0000-7000-8000-000000000000", str(material.pk).upper(), material.pk.hex):
        assert client.get(url("piece_show", key)).status_code == 404


def test_another_agencys_own_is_neither_listed_nor_there(cast, client, material, curriculum):
    with as_agency(cast.other_agency.pk):
        client.enter(cast.zoe)
        assert "52 pieces" in main_words(client.get(LIBRARY))
        assert client.get(url("piece_show", str(material.pk))).status_code == 404
        assert client.get(url("piece_handout", str(material.pk))).status_code == 404
        assert client.get(url("curriculum_show", str(curriculum.pk))).status_code == 404


def test_the_library_costs_the_same_however_much_of_our_own_there_is(cast, client):
    client.enter(cast.sam)
    a_material(cast)
    few = [cost(client, LIBRARY), cost(client, LIBRARY, q="ring"), cost(client, url("curriculum_show", "first-weeks"))]
    for number in range(12):
        a_material(cast, title=f"Piece {number}")

    assert [cost(client, LIBRARY), cost(client, LIBRARY, q="ring"), cost(client, url("curriculum_show", "first-weeks"))] == few
