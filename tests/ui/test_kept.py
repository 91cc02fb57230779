"""What a template keeps: the same addresses and words that Django would write."""

from uuid import uuid4

import pytest
from django.template import engines
from django.urls import NoReverseMatch, reverse, set_script_prefix
from django.utils import translation

from handrail.ui.addresses import address_of
from handrail.ui.navigation import items_for


def drawn(text: str, **told: object) -> str:
    return engines["django"].from_string(text).render(told)


@pytest.fixture
def at_the_root():
    yield
    set_script_prefix("/")


@pytest.mark.parametrize(("name", "many"), [("people:person_list", 0), ("people:person_show", 1), ("accounts:role_give", 1)])
def test_an_address_is_the_one_django_finds_whatever_the_keys(name, many):
    for _time in (1, 2):
        keys = tuple(uuid4() for _number in range(many))
        assert address_of(name, keys) == reverse(name, args=keys)


def test_an_address_follows_the_place_the_whole_site_is_reached_at(at_the_root):
    key = uuid4()
    assert address_of("people:person_show", (key,)) == f"/people/{key}/"
    set_script_prefix("/riverside/")
    assert address_of("people:person_show", (key,)) == f"/riverside/people/{key}/"


def test_a_page_that_is_not_there_is_told_as_django_tells_it():
    with pytest.raises(NoReverseMatch):
        address_of("people:no_such_page", ())
    with pytest.raises(NoReverseMatch):
        drawn("{% url 'people:no_such_page' %}")


def test_a_template_names_pages_by_keys_and_by_anything_else():
    key = uuid4()

    assert drawn("{% url 'people:person_show' key %}", key=key) == f"/people/{key}/"
    assert drawn("{% url 'people:person_show' key as there %}[{{ there }}]", key=key) == f"[/people/{key}/]"
    assert drawn("{% url 'people:person_show' key %}", key=str(key)) == f"/people/{key}/"
    assert drawn("{% url page %}", page="people:person_list") == "/people/"


def test_words_of_a_template_follow_the_language_of_whoever_reads():
    page = engines["django"].from_string('{% translate "Monday" %}, {% translate "Tuesday" as day %}{{ day }}')

    said = []
    for language in ("en", "es", "en", "es"):
        with translation.override(language):
            said.append(page.render({}))

    assert said == ["Monday, Tuesday", "lunes, martes"] * 2


def test_words_that_do_not_stand_in_the_template_are_looked_up_each_time():
    page = engines["django"].from_string("{% translate day %}")
    with translation.override("es"):
        assert [page.render({"day": day}) for day in ("Monday", "Tuesday")] == ["lunes", "martes"]


def test_what_is_kept_is_drawn_once_for_a_language_and_what_it_names():
    page = engines["django"].from_string('{% kept who %}{% translate "Monday" %} {{ who }}{{ other }}{% endkept %}')

    said = []
    for language, who in (("en", "Dana"), ("es", "Dana"), ("en", "Noor"), ("en", "Dana")):
        with translation.override(language):
            said.append(page.render({"who": who, "other": "of somebody else"}))

    assert said == ["Monday Dana", "lunes Dana", "Monday Noor", "Monday Dana"]
    assert len(page.template.nodelist[0].drawn) == 3


def test_nothing_of_who_asks_is_known_inside_what_is_kept(rf, db):
    page = engines["django"].from_string("{% kept nav %}{{ request }}{{ csrf_token }}{{ nav }}{% csrf_token %}{% endkept %}")

    assert page.render({"nav": "x"}, request=rf.get("/")) == "x"


def test_the_same_places_to_go_are_the_same_things(cast):
    assert items_for(cast.dana, "people:person_list") is items_for(cast.dana, "people:person_list")
    assert [item.name for item in items_for(cast.dana, "people:person_show") if item.here] == []
    assert [item.name for item in items_for(cast.dana, "people:person_list") if item.here] == ["people"]


def test_where_one_is_is_marked_and_a_place_that_stands_alone_only_on_its_own_page(cast):
    def marked(where):
        return [item.name for item in items_for(cast.dana, where) if item.current]

    assert marked("people:person_show") == ["people"]
    assert marked("directives:card_find") == ["card"]
    assert marked("directives:directive_show") == []
