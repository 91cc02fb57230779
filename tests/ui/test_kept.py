"""What a template keeps: the same addresses and words that Django would write."""

from uuid import uuid4

import pytest
from django.template import Context, Engine, engines
from django.urls import NoReverseMatch, reverse, set_script_prefix
from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from handrail.kit.standins import Word
from handrail.ui import addresses
from handrail.ui.addresses import address_of
from handrail.ui.markup import in_a_row, markup
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


BARE = Engine(builtins=["django.templatetags.i18n"])
WORLD = {
    "plain": "A & B",
    "safe": mark_safe("<b>two  words</b>"),
    "number": 1234567,
    "none": None,
    "long": "  one\ntwo  <three> four ",
    "counts": [-1, 0, 1, 3, 4, 5, "4", "x"],
}


@pytest.mark.parametrize(
    "text",
    [
        "{% blocktranslate trimmed with words=long plain=safe %} To {{ words }},\n {{ plain }}: 100 % {{ nothing }} {% endblocktranslate %}",
        "{% blocktranslate asvar said %}{{ safe }} & {{ plain }} {{ number }}{{ none }}{% endblocktranslate %}{{ said }}{{ said }}",
        "{% blocktranslate count many=number %}{{ many }} one{% plural %}{{ many }} more{% endblocktranslate %}",
        "{% blocktranslate context 'a day' %}{{ plain }}{% endblocktranslate %}{% autoescape off %}{% blocktrans %}{{ plain }}{% endblocktrans %}{% endautoescape %}",
        "{% for most in counts %}{{ long|truncatewords:most }}|{{ plain|truncatewords:most }}|{{ number|truncatewords:most }};{% endfor %}",
        "{% for most in counts %}{{ safe|truncatewords:most }};{% endfor %}{{ none|truncatewords:1 }}{{ long|upper|truncatewords:2|lower }}",
    ],
)
def test_what_is_kept_writes_what_django_writes(text):
    for _time in (1, 2):
        assert drawn(text, **WORLD) == BARE.from_string(text).render(Context(dict(WORLD)))


def test_words_with_places_follow_the_language_and_outlive_a_translators_mistake(monkeypatch):
    page = engines["django"].from_string("{% blocktranslate %}To {{ name }}{% endblocktranslate %}")
    monkeypatch.setattr("handrail.ui.templatetags.kept.gettext", lambda words: f"[{translation.get_language()}] {words}")

    said = []
    for language in ("en", "es", "en"):
        with translation.override(language):
            said.append(page.render({"name": "<Wren>"}))
    assert said == ["[en] To &lt;Wren&gt;", "[es] To &lt;Wren&gt;", "[en] To &lt;Wren&gt;"]

    monkeypatch.setattr("handrail.ui.templatetags.kept.gettext", lambda words: words.replace("(name)", "(nombre)"))
    with translation.override("fr"):
        assert page.render({"name": "Wren"}) == "To Wren"


class Marked:
    def __html__(self):
        return "<i>its own</i>"


@pytest.mark.parametrize(
    "part", ["A & B <i>", mark_safe("<b>B</b>"), 7, None, 0.5, True, Word("<typed>"), gettext_lazy("<Monday>"), Marked()]
)
def test_markup_is_put_together_as_django_does(part):
    assert markup("<p>{}, {}</p>", part, "<") == format_html("<p>{}, {}</p>", part, "<")
    assert in_a_row([part, "<"]) == format_html_join("", "{}", [(part,), ("<",)])


def test_an_address_may_have_words_of_ours_in_it():
    key = uuid4()
    assert address_of("people:person_part", (key, "language")) == reverse("people:person_part", args=(key, "language"))
    assert drawn("{% url 'people:person_part' key 'needs' %}", key=key) == reverse("people:person_part", args=(key, "needs"))


def test_a_word_that_does_not_stand_in_the_template_is_not_kept_with_the_address():
    key, kept = uuid4(), addresses._around.cache_info().currsize
    page = "{% url 'people:person_part' key part %}"

    for part in ("needs", mark_safe("culture")):
        assert drawn(page, key=key, part=part) == reverse("people:person_part", args=(key, part))
    assert addresses._around.cache_info().currsize == kept
