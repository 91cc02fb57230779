"""Every page one can come to, on a phone and on a desk, light and dark: axe finds nothing, nothing hangs out sideways.

Set HANDRAIL_PICTURES to a folder to keep a picture of each.
"""

import os
import re
from pathlib import Path

import pytest

from tests.browser.conftest import COLOURS, DESKTOP, EVERYTHING, PHONE
from tests.browser.walking import name_of, walk

PICTURES = os.environ.get("HANDRAIL_PICTURES", "")


def keep_picture(window, role: str, where: str, what: str) -> None:
    if PICTURES:
        folder = Path(PICTURES) / what
        folder.mkdir(parents=True, exist_ok=True)
        window.page.screenshot(path=str(folder / f"{role}-{name_of(where)}.png"), full_page=True)


START = ["/", "/more/", "/keys/", "/people/", "/my/", "/my/keys/", "/people/emergency/", "/ui/", "/demo/", "/not-there/"]


LOOKS = [("phone", "light"), ("desktop", "light"), ("desktop", "dark"), ("phone", "dark")]
"""Everything is looked for in the light; what the dark changes is colours."""
LOOKED_AT: set[str] = set()
"""Kinds of pages that some role saw in every look: for the next role a page of that kind differs by what stands on it only."""


def wrong_with(one, role: str, where: str, looks=LOOKS) -> list[str]:
    """What is wrong with the page that is open, in each of these looks."""
    wrong = []
    for size, theme in looks:
        one.look({"phone": PHONE, "desktop": DESKTOP}[size], theme)
        keep_picture(one, role, where, f"{size}-{theme}")
        wrong += [f"{where}, {size}, {theme}: {found}" for found in one.axe(EVERYTHING if theme == "light" else COLOURS)]
        if one.sideways() > 0:
            wrong.append(f"{where}, {size}: {one.sideways()} px too wide")
    return wrong


def too_narrow_for(one, where: str) -> list[str]:
    """By how much the page hangs out at 320 px, and with letters twice as large."""
    wrong = []
    one.look({"width": 320, "height": 640}, "light")
    if one.sideways() > 0:
        wrong.append(f"{where}, 320 px: {one.sideways()} px too wide")
    one.look(PHONE, "light")
    before = one.page.evaluate("document.documentElement.dataset.text || ''")
    one.page.evaluate("document.documentElement.dataset.text = 'huge'")
    if one.sideways() > 0:
        wrong.append(f"{where}, 200 % text: {one.sideways()} px too wide")
    one.page.evaluate("before => { document.documentElement.dataset.text = before }", before)
    return wrong


@pytest.mark.parametrize("role", ["supervisor", "administrator", "peer"])
def test_every_page_is_well_in_every_look(window, role):
    one = window()
    one.enter(role)
    wrong, seen = [], 0
    for where in walk(one, START):
        seen += 1
        if where in LOOKED_AT:
            wrong += wrong_with(one, role, where, LOOKS[:1])
        else:
            wrong += wrong_with(one, role, where) + too_narrow_for(one, where)
            LOOKED_AT.add(where)

    assert wrong == [], "\n".join(wrong)
    assert seen > 15, "the walk came to the pages it was made for"


@pytest.mark.parametrize("role", ["trainee", "clinical_supervisor", "director", "team_member", "auditor"])
def test_every_page_is_well_for_the_other_roles(window, role):
    one = window()
    one.enter(role)
    wrong = []
    for where in walk(one, ["/", "/more/", "/people/", "/people/emergency/", "/people/add/"]):
        wrong += wrong_with(one, role, where, [("phone", "light")])

    assert wrong == [], "\n".join(wrong)


def test_letters_twice_as_large_are_a_setting_and_can_be_as_they_were(window):
    one = window()
    page = one.enter("supervisor")
    for chosen, letters in (("Very large (200 %)", "huge"), ("Normal", "normal")):
        page.goto(f"{one.home}/my/")
        page.get_by_label(chosen, exact=True).check(force=True)
        page.get_by_role("button", name="Save").click()

        assert page.evaluate("document.documentElement.dataset.text || ''") == letters


def test_signed_out_pages_are_found_well_too(window):
    for theme in ("light", "dark"):
        for size in (PHONE, DESKTOP):
            one = window(viewport=size, color_scheme=theme)
            for path in ("/sign-in/", "/demo/", "/not-there/"):
                one.page.goto(one.home + path)
                assert one.axe() == [], path
                assert one.sideways() <= 0, path


def test_every_page_works_without_scripts(window):
    one = window(java_script_enabled=False)
    page = one.enter("peer")
    page.get_by_role("link", name="People").first.click()
    page.get_by_label("Find a person").fill("marc")
    page.get_by_label("Find a person").press("Enter")
    page.get_by_role("link", name=re.compile("Marcus")).first.click()

    assert page.get_by_role("heading", level=1).inner_text().startswith("Marcus")


def test_titles_are_neutral_and_answers_are_strict(window):
    one = window()
    page = one.enter("peer")
    page.goto(f"{one.home}/people/")
    page.get_by_role("link", name=re.compile("Marcus")).first.click()

    assert "Marcus" not in page.title()
    assert not re.search(r"recover|peer|substance|sober|health", page.title(), re.I)
    for path in ("/", "/not-there/", "/people/", "/healthz", "/static/ui/nothing.css"):
        answer = page.request.get(one.home + path)
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers.get("cache-control") == "no-store" or path.startswith("/static/")
