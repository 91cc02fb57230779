"""In a crisis, on a phone: two taps, and the plan is there; everything is kept as it is ticked and typed, also without scripts."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import COLOURS, DESKTOP, EVERYTHING, PHONE

LOOKS = [(PHONE, "light"), (DESKTOP, "light"), (PHONE, "dark")]


def in_a_crisis(one, name: str) -> int:
    """From Today to what helps somebody; how many taps it took."""
    page = one.page
    page.get_by_role("navigation", name="Main").get_by_role("link", name="In a crisis").click()
    page.get_by_role("link", name=re.compile(name)).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(name))
    return 2


@pytest.fixture
def peer(window):
    one = window()
    one.enter("peer")
    return one


def wrong_with(one) -> list[str]:
    wrong = []
    for size, theme in LOOKS:
        one.look(size, theme)
        wrong += [f"{theme}: {found}" for found in one.axe(EVERYTHING if theme == "light" else COLOURS)]
        if one.sideways():
            wrong.append(f"{theme}: {one.sideways()} px sideways")
    return wrong


def test_two_taps_from_today_to_the_plan(peer):
    assert in_a_crisis(peer, "Marcus") == 2

    expect(peer.page.get_by_role("heading", name="What helps", exact=True)).to_be_in_viewport()
    expect(peer.page.get_by_role("link", name="988", exact=True)).to_have_attribute("href", "tel:988")
    assert wrong_with(peer) == []


def test_ticks_and_words_are_kept_as_they_come(peer):
    in_a_crisis(peer, "Amparo")
    page = peer.page
    page.get_by_label("Eat something small and plain.").check()
    expect(page.locator("#try").get_by_text("Saved", exact=True)).to_be_visible()
    page.get_by_label("What is happening now").fill("She is at the window.")
    expect(page.locator("#now").get_by_text("Saved", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_label("Eat something small and plain.")).to_be_checked()
    expect(page.get_by_label("What is happening now")).to_have_value("She is at the window.")
    page.get_by_role("button", name="It is over for now").click()
    page.get_by_label("What we learned").fill("The balcony helps.")
    page.get_by_role("button", name="Keep").click()
    page.get_by_role("checkbox", name="The balcony helps.").check()
    assert wrong_with(peer) == []
    page.get_by_role("button", name="Add to the plan").click()

    expect(page.get_by_text("It stands in the plan now")).to_be_visible()


def test_all_of_it_works_without_scripts(window):
    one = window(java_script_enabled=False)
    one.enter("peer")
    in_a_crisis(one, "Marcus")
    one.page.get_by_label("Eat something small and plain.").check()
    one.page.get_by_role("button", name="Keep what we try").click()
    expect(one.page.get_by_label("Eat something small and plain.")).to_be_checked()
    one.page.get_by_label("What is happening now").fill("It is loud.")
    one.page.get_by_role("button", name="Keep", exact=True).first.click()
    expect(one.page.get_by_label("What is happening now")).to_have_value("It is loud.")
    one.page.get_by_role("button", name="It is over for now").click()

    expect(one.page.get_by_role("heading", level=1)).to_have_text("Looking back together")


def test_an_example_begins_a_line_in_its_place(peer):
    in_a_crisis(peer, "Marcus")
    page = peer.page
    page.get_by_role("link", name="The whole plan").first.click()
    assert wrong_with(peer) == []
    peer.look(PHONE, "light")
    page.get_by_role("link", name="Edit: What helps").click()
    words = page.locator("#part-what-helps textarea")
    expect(words).to_be_focused()
    before = words.input_value()
    page.locator("#part-what-helps").get_by_role("button", name="Turn down lights and noise.").click()
    expect(words).to_have_value(f"{before}\nTurn down lights and noise.")
    assert wrong_with(peer) == []
    page.locator("#part-what-helps").get_by_role("button", name="Done").click()

    expect(page.locator("#part-what-helps li").last).to_have_text("Turn down lights and noise.")


def test_the_lines_can_be_read_by_everybody_who_uses_a_screen_reader(window):
    one = window()
    one.enter("supervisor")
    one.page.goto(f"{one.home}/crisis/lines/")
    assert wrong_with(one) == []
    one.page.goto(f"{one.home}/crisis/lines/988/")
    assert wrong_with(one) == []
    one.page.goto(f"{one.home}/crisis/")
    assert wrong_with(one) == []
