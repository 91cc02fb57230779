"""All the people of a file nobody here wrote, brought along by page; a peer is chosen for one, and the main job is walked on them."""

import os
import re
import time
from pathlib import Path

import pytest

from tests.browser.conftest import DESKTOP, PHONE

MOST_SECONDS = 180


def archive() -> Path:
    folder = os.environ.get("HANDRAIL_REAL_DATA")
    if not folder:
        pytest.skip("HANDRAIL_REAL_DATA is not set")
    return Path(folder) / "fhir" / "synthea-r4-bundles-A.zip"


def until(page, words: str, scripts: bool) -> None:
    """The page goes on by itself; without scripts somebody looks again."""
    ends = time.monotonic() + MOST_SECONDS
    while not page.locator("main", has_text=words).count():
        assert time.monotonic() < ends, page.locator("main").inner_text()
        if scripts:
            page.wait_for_timeout(500)
        else:
            page.get_by_role("link", name="See how far it is").click()
            page.wait_for_timeout(500)


def looks_well(one) -> None:
    for size in (PHONE, DESKTOP):
        for theme in ("light", "dark"):
            one.look(size, theme)
            assert one.axe() == []
            assert one.sideways() == 0
    one.look({"width": 320, "height": 640}, "light")
    assert one.sideways() == 0
    one.look(DESKTOP, "light")


@pytest.mark.real_data
def test_forty_seven_people_come_by_page_and_one_of_them_walks_with_a_peer(window):
    file = archive()
    one = window(viewport=DESKTOP)
    page = one.enter("supervisor")
    page.goto(f"{one.home}/imports/")
    looks_well(one)
    page.locator("input[type=file]").set_input_files(file)
    page.locator("main .chip", has_text="Open Door").click()
    page.get_by_role("button", name="Read it").click()
    until(page, "What the file says", scripts=True)
    assert page.locator(".import-counts").inner_text().split() == ["New", "47"]
    looks_well(one)
    page.get_by_role("button", name="Add these people").click()
    until(page, "47 people are here now", scripts=True)
    looks_well(one)

    page.get_by_role("link", name="See them").click()
    page.get_by_role("link", name=re.compile("Schroeder")).first.click()
    assert "Brought along" in page.locator("main").inner_text()
    looks_well(one)
    person, name = page.url, page.locator("h1").inner_text()
    peer = chosen_for(page, person)

    page.context.clear_cookies()
    main_job(one, peer, name)


def chosen_for(page, person: str) -> str:
    """The supervisor chooses with the person who walks with them; gives the peer's name."""
    page.goto(person + "access/")
    form = page.locator("main form", has=page.locator("select")).first
    peer = form.locator("select option", has_text="Dana").first.inner_text()
    form.locator("select").first.select_option(label=peer)
    form.locator("button").last.click()
    page.wait_for_load_state()
    assert peer in page.locator("main").inner_text()
    return peer


def main_job(one, peer: str, name: str) -> None:
    """On a phone: Today says that they have never met, the record opens, a contact is written and signed."""
    one.look(PHONE, "light")
    page = one.enter("peer")
    today = page.locator("main")
    assert name in today.inner_text()
    today.get_by_role("link", name=name).first.click()
    page.wait_for_url("**/people/**")
    assert page.locator("h1").inner_text() == name
    assert "Brought along" in page.locator("main").inner_text()

    page.get_by_role("link", name="Record a contact").first.click()
    page.wait_for_url("**/contacts/with/**")
    page.get_by_label("Met", exact=True).check(force=True)
    page.get_by_label("In their words").first.fill("It was good that you came.")
    page.get_by_role("button", name="Read and sign").click()
    page.wait_for_url("**/signature/")
    page.get_by_role("button", name="Sign", exact=True).click()
    page.wait_for_url("**/contacts/notes/**")
    assert "It was good that you came." in page.locator("main").inner_text()
    assert one.axe() == []


@pytest.mark.parametrize("scripts", [True, False])
def test_a_list_comes_and_goes_by_page(window, tmp_path, scripts):
    (tmp_path / "list.csv").write_text("Name;Birth;Tel\nRosa Quispe;01/02/1984;804 555 0142\n;02/03/1990;\n")
    one = window(viewport=PHONE, java_script_enabled=scripts)
    page = one.enter("supervisor")
    page.goto(f"{one.home}/imports/")
    page.locator("input[type=file]").set_input_files(tmp_path / "list.csv")
    if page.locator("main .chip").count():
        page.locator("main .chip").first.click()
    page.get_by_role("button", name="Read it").click()
    ends = time.monotonic() + MOST_SECONDS
    while "/columns/" not in page.url:
        assert time.monotonic() < ends
        page.wait_for_timeout(500)
        link = page.get_by_role("link", name=re.compile("See the columns|See how far it is"))
        if link.count():
            link.first.click()
    page.get_by_label("Birth", exact=True).select_option("born")
    page.get_by_label("Day first").check()
    page.get_by_role("button", name="Go on").click()
    until(page, "What the file says", scripts)
    assert "Rosa Quispe" in page.locator("main").inner_text()
    page.get_by_role("button", name="Add these people").click()
    until(page, "1 person is here now", scripts)
    page.get_by_role("button", name="Undo it").click()
    until(page, "It is as it was before", scripts)
