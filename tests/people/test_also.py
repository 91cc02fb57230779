"""The search field finds tools and pieces to read as well: what is nobody's for everybody, what is somebody's for theirs."""

import pytest

from handrail.audit.models import Entry
from handrail.plans import actions
from handrail.plans.models import Tool
from tests.people.reading import cost, in_an_emergency, into_bridge, main_words, url
from tests.people.searching import HTMX
from tests.plans.conftest import a_tool


def look(client, words, **more):
    return client.post(url("also_search"), {"words": words}, **more)


@pytest.fixture
def tool(cast):
    return a_tool(cast, "Walk to the river", how="Thermos, no phone.")


def test_a_tool_of_somebody_is_found_by_its_words_and_by_how_it_is_done(cast, tool, client):
    client.enter(cast.dana)
    for words in ("river", "RIVER wal", "rivver", "thermos"):
        assert "What keeps them well Walk to the river Marcus" in main_words(look(client, words))

    line = Entry.objects.filter(verb="also.searched").latest("seq")
    assert (line.people_shown, line.by_id, line.detail) == ([cast.marcus.pk], cast.dana.pk, "")


@pytest.mark.parametrize(("who", "finds"), [("sam", True), ("noor", False), ("ray", False), ("joan", False)])
def test_a_tool_of_somebody_is_found_by_those_who_look_after_them(cast, tool, client, who, finds):
    into_bridge(cast)
    page = main_words(look(client.enter(getattr(cast, who)), "river"))

    assert ("Walk to the river" in page, "Marcus" in page) == (finds, finds)
    assert Entry.objects.filter(verb="also.searched").exists() is finds


def test_who_may_only_look_in_an_emergency_finds_nothing_of_theirs_by_it(cast, tool, client):
    in_an_emergency(cast.marcus, cast.noor)

    assert "Walk to the river" not in main_words(look(client.enter(cast.noor), "river"))


def test_a_tool_that_was_taken_out_is_found_no_more(cast, tool, client):
    actions.take_out_tool(tool=tool, by=cast.dana, at=cast.began)

    assert "river" not in main_words(look(client.enter(cast.dana), "thermos"))


def test_tools_to_try_are_found_with_how_they_are_done_and_pieces_with_their_page(cast, client):
    page = look(client.enter(cast.dana), "floor")
    assert "Wellness tools to try Feet on the floor Press your feet down" in main_words(page)

    page = look(client, "sleeping").content.decode()
    assert "To read together" in page and "/library/pieces/sleeping-better/" in page
    assert not Entry.objects.filter(verb="also.searched").exists()


def test_a_piece_is_found_in_the_language_its_words_stand_in(cast, client):
    page = look(client.enter(cast.dana), "esperanza").content.decode()

    assert 'lang="es"' in page and "/library/pieces/hope/" in page


@pytest.mark.parametrize("words", ["", "wa", "0142", "w4 5"])
def test_too_little_finds_nothing(cast, tool, client, words):
    assert "Nothing found" in main_words(look(client.enter(cast.dana), words))


def test_too_much_is_refused(cast, client):
    assert look(client.enter(cast.dana), "x" * 101).status_code == 422


def test_people_come_first_and_the_rest_is_asked_for_beside_them(cast, tool, client):
    found = client.enter(cast.dana).post(url("person_search"), {"words": "river"}, headers=HTMX).content.decode()
    assert 'hx-post="/people/search/also/"' in found and "Walk to the river" not in found

    beside = look(client, "river", headers=HTMX).content.decode()
    assert "<html" not in beside and "Walk to the river" in beside


def test_five_of_a_shelf_are_shown_and_only_they_are_noted(cast, client):
    for number in range(7):
        a_tool(cast, f"River walk {number}")
    page = main_words(look(client.enter(cast.dana), "river"))

    assert "River walk 4" in page and "River walk 5" not in page and "There are more" in page


def test_also_search_asks_as_much_for_one_tool_as_for_many(cast, tool, client):
    client.enter(cast.dana)
    costs = [cost(client, url("also_search"), "post", words="river")]
    for number in range(20):
        actions.add_tool(
            tool=Tool(person=cast.marcus, program=cast.community), text=f"River {number}", by=cast.dana, at=cast.began
        )
    costs.append(cost(client, url("also_search"), "post", words="river"))

    assert costs[0] == costs[1]
