"""Markdown made safe: nothing of it does harm on a page, and nothing of it is lost."""

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from handrail.learning.handout import blocks_of
from handrail.learning.markdown import TAGS, html_of

SIGNS = some.text(alphabet=some.sampled_from("ab ñ\n\n#*_-+>1.)(![]<>/`~&;|\\\"'= \t"), max_size=200)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[click](javascript:alert(1))",
        "![picture](http://tracker.example/x.png)",
        "<a href='http://example.com'>x</a>",
        "<style>*{display:none}</style>",
        "http://example.com",
        "&lt;script&gt;",
    ],
)
def test_what_could_do_harm_is_shown_as_it_was_typed(hostile):
    drawn = html_of(hostile)

    assert set(re.findall(r"<(\w+)", drawn)) == {"p"}
    assert html.unescape(re.sub("<[^>]+>", "", drawn)).strip() == hostile


@given(SIGNS)
@settings(max_examples=300, deadline=None)
def test_only_known_tags_and_every_letter(text):
    drawn = html_of.__wrapped__(text)
    shown = html.unescape(re.sub("<[^>]+>", "", drawn))

    assert set(re.findall(r"<(\w+)", drawn)) <= TAGS
    assert re.findall(r"<\w+ (?!start=\"\d+\")", drawn) == []
    assert [one for one in shown if one.isalpha()] == [one for one in text if one.isalpha()]


@given(SIGNS)
@settings(max_examples=300, deadline=None)
def test_paper_has_every_letter_too(text):
    assert [one for one in told(blocks_of(text)) if one.isalpha()] == [one for one in text if one.isalpha()]


def told(blocks):
    """Every word of some blocks, one after another."""
    words = ""
    for block in blocks:
        words += getattr(block, "text", "") + "".join(run.text for run in getattr(block, "runs", ()))
        words += "".join(told(point) for point in getattr(block, "points", ()))
    return words


def test_a_text_nested_deeper_than_anybody_writes_is_not_lost():
    assert "the end" in html_of("> " * 300 + "the end")
    assert "the end" in told(blocks_of("- " * 300 + "the end"))


def test_headings_lists_and_emphasis_are_read():
    assert html_of("# One\n\n- **a**\n- *b*\n\n2. c") == (
        '<h2>One</h2>\n<ul>\n<li><strong>a</strong></li>\n<li><em>b</em></li>\n</ul>\n<ol start="2">\n<li>c</li>\n</ol>\n'
    )
