"""A preparation sheet in a real browser: written as it is typed, ticked in its place, and held in the hand without scripts."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.test_plan import open_person


@pytest.fixture
def peer(window):
    one = window()
    one.enter("peer")
    return one


def begin_sheet(one, about: str) -> str:
    """A sheet for a phone call; its page."""
    one.page.goto(f"{one.home}{open_person(one)}preparations/add/")
    one.page.get_by_label("A phone call").check(force=True)
    one.page.get_by_label("What it is about").fill(about)
    one.page.get_by_role("button", name="Go on").click()
    one.page.wait_for_url("**/plans/preparations/*/")
    return one.page.url


def test_a_question_is_written_as_it_is_typed_and_ticked_in_its_place(peer):
    page = peer.page
    sheet = begin_sheet(peer, "The clinic, for a new time")
    questions = page.locator("#prompt-questions")
    questions.get_by_role("link", name="Write it down").click()
    questions.locator("textarea").fill("Who am I speaking with?\nWhen can I come?")
    expect(questions.get_by_text("Saved", exact=True)).to_be_visible()
    questions.get_by_role("button", name="Done").click()
    questions.get_by_role("button", name="When can I come?").click()

    expect(questions.get_by_role("button", name="When can I come?")).to_have_attribute("aria-pressed", "true")
    expect(questions.get_by_role("button", name="When can I come?")).to_be_focused()
    assert page.url == sheet
    assert peer.axe() == []


def test_in_the_hand_one_thing_at_a_time_without_scripts(peer, window):
    sheet = begin_sheet(peer, "The office, about my papers")
    say = peer.page.locator("#prompt-say")
    say.get_by_role("link", name="Write it down").click()
    say.locator("textarea").fill("My bill is wrong.\nPlease look at June.")
    say.get_by_role("button", name="Done").click()
    expect(say.locator("p.words")).to_be_visible()

    plain = window(java_script_enabled=False, storage_state=peer.context.storage_state(), viewport=PHONE)
    plain.page.goto(f"{sheet}in-hand/")
    expect(plain.page.get_by_text("My bill is wrong.")).to_be_in_viewport()
    plain.page.get_by_role("link", name="Next").first.click()
    expect(plain.page.get_by_text("Please look at June.")).to_be_in_viewport()
    expect(plain.page.get_by_text("My bill is wrong.")).not_to_be_in_viewport()
    peer.page.goto(f"{sheet}in-hand/")
    assert peer.axe() == []
