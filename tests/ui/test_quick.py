"""Templates by the short way: whatever is in a context, they write what Django's own write."""

from datetime import date
from types import SimpleNamespace
from uuid import UUID

import pytest
from django.template import Context, Engine, Template, VariableDoesNotExist, engines
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from handrail.ui.quick import Quick


class Silent(Exception):
    silent_variable_failure = True


class Things(dict):
    """Keys, attributes and things to call, some with the same names."""

    words = "as an attribute"
    only = "only an attribute"

    def told(self):
        return "was called"

    def needs(self, more):
        return more

    def deletes(self):
        raise AssertionError

    deletes.alters_data = True

    @property
    def fails(self):
        raise Silent

    @property
    def breaks(self):
        raise AttributeError("inside")


WORLD = {
    "plain": "A & B",
    "safe": mark_safe("<b>B</b>"),
    "lazy": gettext_lazy("Monday"),
    "number": 1234567,
    "part": 0.5,
    "none": None,
    "yes": True,
    "day": date(2026, 2, 3),
    "key": UUID(int=7),
    "kind": Things,
    "names": {"tag": "ui/parts/tag.html"},
    "pairs": [(1, "<2>"), (3, "4")],
    "text": "known around",
    "many": [["first", "second"], {"0": "a key", 0: "a place"}],
    "things": Things(words="as a key", items="a key that is a method too"),
    "row": SimpleNamespace(words="on a row", deep=SimpleNamespace(words="<deeper>"), call=lambda: "was called"),
}
TEXTS = [
    *("{{ " + name + " }}" for name in WORLD),
    "{{ nothing }}|{{ row.nothing }}|{{ nothing.at.all }}|{{ none.words }}",
    "{{ things.words }}|{{ things.only }}|{{ things.told }}|{{ things.needs }}|{{ things.deletes }}|{{ things.fails }}|{{ things.items }}",
    "{{ row.words }}|{{ row.deep.words }}|{{ row.call }}|{{ row.deep.words.upper }}|{{ plain.0 }}|{{ plain.upper }}",
    "{{ many.0.1 }}|{{ many.1.0 }}|{{ many.7 }}|{{ many.0.words }}",
    "{{ kind.words }}|{{ kind.nothing }}|{{ dicts }}|{{ autoescape }}|{{ template.name }}",
    "{% if nothing %}a{% elif row.nothing %}b{% elif things.fails %}c{% else %}d{% endif %}",
    "{% if row.words == 'on a row' and not none %}e{% endif %}{% if nothing is None %}f{% endif %}",
    "{% for one in many.0 %}{{ forloop.counter }}{{ one }}{% empty %}x{% endfor %}{% for one in nothing %}y{% empty %}z{% endfor %}",
    "{% autoescape off %}{{ plain }}{{ row.deep.words }}{{ safe }}{{ key }}{% endautoescape %}",
    "{% with words=row.deep.words plain=safe %}{{ words }}{{ plain }}{% endwith %}{{ plain|lower }}{{ nothing|default:row.words }}",
    '{{ _("Monday") }}{{ "<i>" }}{{ 7 }}',
    '{% load static %}{% include "ui/parts/tag.html" with text=row.words kind="good" %}{{ text }}|{% include "ui/parts/tag.html" %}',
    '{% include "ui/parts/tag.html" with text=plain only %}{% include names.tag %}{% include names.nothing|default:names.tag %}',
    "{% for pair in many %}{% for one in many.0 %}{{ forloop.parentloop.counter }}{% cycle 'a' 'b' %}{% ifchanged %}{{ one }}{% endifchanged %}{% endfor %}{% endfor %}",
    "{% for one, other in pairs %}{{ one }}{{ other }}{% endfor %}{% comment %}{{ never }}{% endcomment %}{# nor this #} %% {% verbatim %}{{ as it is }}{% endverbatim %}",
    "{% block a %}{% if yes %}{% block b %}{{ plain }}{% endblock %}{% endif %}{% endblock %}{% filter upper %}{{ plain }}{% endfilter %}",
    "{{ 1 }}{{ row.0 }}{{ many.0.first }}{% firstof nothing plain %}{% with nothing as one %}{{ one }}{% endwith %}",
]


def drawn(by, text):
    return by(text, engine=engines["django"].engine).render(Context(dict(WORLD)))


@pytest.mark.parametrize("text", TEXTS)
def test_it_writes_what_django_writes(text):
    assert drawn(Quick, text) == drawn(Template, text)


@pytest.mark.parametrize("text", ["{{ things.breaks }}", "{{ plain|default:nothing }}"])
def test_it_fails_as_django_fails(text):
    for by in (Template, Quick):
        with pytest.raises((AttributeError, VariableDoesNotExist)):
            drawn(by, text)


def test_every_template_of_a_page_is_read_so():
    assert type(engines["django"].get_template("ui/page.html").template) is Quick
    assert isinstance(engines["django"].engine, Engine)
