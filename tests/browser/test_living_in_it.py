"""Small things one meets every day: hiding the screen, keys, a sign-in that ended while the page lay open."""

import re

import pytest

from tests.browser.conftest import DESKTOP
from tests.product import Product


def test_one_tap_hides_the_screen(window):
    one = window()
    page = one.enter("peer")
    page.get_by_role("button", name="Hide screen").first.click()

    assert not page.get_by_role("heading", level=1).first.is_visible() or page.locator("dialog[open]").count()
    page.get_by_role("button", name=re.compile("Show")).click()
    assert page.get_by_role("heading", level=1).first.is_visible()


def test_keys_go_places_but_never_while_typing(window):
    one = window(viewport=DESKTOP)
    page = one.enter("peer")
    page.keyboard.press("g")
    page.keyboard.press("p")
    page.wait_for_url("**/people/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "words"
    page.keyboard.type("g t ?")
    assert page.input_value("input[name=words]") == "g t ?"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    assert page.locator("dialog[open]").count() == 1


def test_keys_can_be_switched_off(window):
    one = window(viewport=DESKTOP)
    page = one.enter("trainee")
    page.goto(f"{one.home}/my/")
    page.get_by_label(re.compile("Single keys")).uncheck()
    page.get_by_role("button", name="Save").click()
    page.keyboard.press("g")
    page.keyboard.press("t")
    page.wait_for_timeout(300)

    assert page.url == f"{one.home}/my/"


@pytest.fixture
def impatient(tmp_path):
    """A demo in which a sign-in rests for eight seconds only."""
    with Product(tmp_path / "home", "demo", HANDRAIL_IDLE_SECONDS="8") as product:
        yield product


def test_when_the_sign_in_ends_the_page_keeps_its_text_and_sign_in_opens_over_it(impatient, window):
    one = window(home=impatient.url)
    page = one.enter("peer")
    page.goto(f"{one.home}/people/add/")
    page.get_by_label("The name they choose").fill("Somebody new")
    page.wait_for_selector("dialog[open] iframe", timeout=40_000)

    assert page.get_by_label("The name they choose").input_value() == "Somebody new"
    assert one.axe() == []
    page.frame_locator("dialog[open] iframe").get_by_label("Sign-in name").wait_for(state="visible")


def test_undo_and_messages_do_not_need_scripts(window):
    one = window(java_script_enabled=False)
    page = one.enter("peer")
    page.goto(f"{one.home}/my/")
    page.get_by_role("button", name="Save").click()

    assert page.get_by_text("Saved.").first.is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_search_field_finds_tools_and_pieces_to_read(window, scripts):
    one = window(java_script_enabled=scripts)
    page = one.enter("peer")
    page.get_by_label("Find a person").fill("breathe")
    if not scripts:
        page.get_by_role("button", name="Search").click()
        page.get_by_role("button", name="Tools and pieces to read with these words").click()
    page.locator("summary", has_text="Long breath out").click()

    assert page.get_by_text("Breathe in while you count to three").is_visible()
    if scripts:
        assert one.axe() == [] and one.sideways() == 0
        page.get_by_label("Find a person").fill("sleeping")
        page.get_by_role("link", name="Sleeping better").click()
        page.wait_for_url("**/library/pieces/sleeping-better/")
