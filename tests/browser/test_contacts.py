"""The main job on a phone: Today, a contact, saved; two people of one family; drafts that survive; signing; the phone handed over."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE, Window
from tests.chromium import FLAGS, find_chromium


class Taps:
    """Counts what a thumb does, and the screens it sees."""

    def __init__(self, page) -> None:
        self.page, self.taps, self.screens = page, 0, set()

    def tap(self, element) -> None:
        self.taps += 1
        element.click()
        self.page.wait_for_load_state()
        self.screens.add(re.sub(r"[0-9a-f-]{36}", "", self.page.url))


def begin(page, home, number=0):
    """The form of a contact with one of the people of the list; gives their name."""
    page.goto(f"{home}/contacts/")
    page.locator("main .rows a.who").nth(number).click()
    page.wait_for_url("**/contacts/with/**")
    return page.locator("h1").inner_text()


def sign(page):
    page.get_by_role("button", name="Read and sign").click()
    page.wait_for_url("**/signature/")
    page.get_by_role("button", name="Sign", exact=True).click()
    page.wait_for_url("**/contacts/notes/**")


def saved(page):
    expect(page.locator("#draft-state")).to_have_text("Saved")
    expect(page.locator("#draft-state")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_from_today_a_contact_is_saved_in_a_few_taps_on_two_screens(window, scripts):
    one = window(java_script_enabled=scripts)
    page = one.enter("peer")
    thumb = Taps(page)
    thumb.tap(page.get_by_role("link", name=re.compile("^Record:")).first)
    name = page.locator("h1").inner_text()
    thumb.tap(page.get_by_label("Called"))
    thumb.tap(page.get_by_label("30"))
    thumb.tap(page.get_by_role("button", name="Save contact").last)

    assert page.url == f"{one.home}/"
    assert thumb.taps <= 5
    assert len(thumb.screens) <= 2
    assert page.locator("section", has_text="Finish notes").get_by_text(name).count()


def test_from_the_bar_a_contact_with_anybody_is_saved_in_five_taps(window):
    one = window()
    page = one.enter("peer")
    thumb = Taps(page)
    thumb.tap(page.get_by_role("link", name="Contact", exact=True))
    thumb.tap(page.locator("main .rows a.who").nth(1))
    thumb.tap(page.get_by_label("Texted"))
    thumb.tap(page.get_by_role("button", name="Save contact").last)

    assert page.url == f"{one.home}/"
    assert thumb.taps <= 5
    assert len(thumb.screens - {f"{one.home}/"}) <= 2


def test_the_key_n_opens_the_form(window):
    page = window(viewport=DESKTOP).enter("peer")
    page.keyboard.press("n")
    page.wait_for_url("**/contacts/")


@pytest.mark.parametrize("scripts", [True, False])
def test_two_people_of_one_family_and_neithers_words_on_the_others_page(window, scripts):
    one = window(java_script_enabled=scripts)
    page = one.enter("peer")
    first = begin(page, one.home)
    page.get_by_role("button", name="Somebody else was there too").click()
    page.wait_for_url("**/people/")
    page.get_by_role("button", name=re.compile("^Add:")).first.click()
    page.wait_for_load_state()
    words = page.get_by_label("In their words")
    assert words.count() == 2
    parts = page.locator("fieldset.part")
    for number in range(2):
        parts.nth(number).get_by_label("In their words").fill(f"words of person {number}")
    names = [parts.nth(number).locator("legend").first.inner_text() for number in range(2)]
    assert first in names
    if scripts:
        assert one.axe() == []
        assert one.sideways() <= 0
    sign(page)
    for number in range(2):
        text = page.locator("main").inner_text()
        own = next(n for n in range(2) if f"words of person {n}" in text)
        assert f"words of person {1 - own}" not in text
        assert page.locator("h1").inner_text() == names[own]
        if number == 0:
            page.get_by_role("link", name=names[1 - own]).click()
            page.wait_for_load_state()


def test_a_draft_survives_a_reload_and_a_closed_tab(window):
    one = window()
    page = one.enter("peer")
    name = begin(page, one.home, 2)
    box = page.get_by_label("In their words")
    box.press_sequentially("I took the bus by mys")
    assert page.locator("#draft-state").inner_text().strip() == "Not saved yet"
    saved(page)
    page.reload()
    assert page.get_by_label("In their words").input_value() == "I took the bus by mys"
    page.get_by_label("In their words").press("Control+End")
    page.keyboard.type("elf")
    page.close(run_before_unload=True)
    other = one.context.new_page()
    other.goto(f"{one.home}/")
    other.wait_for_timeout(500)
    other.reload()
    other.locator("section", has_text="Finish notes").get_by_role("link", name=name).last.click()
    assert other.get_by_label("In their words").input_value() == "I took the bus by myself"


def test_a_draft_typed_after_the_sign_in_ended_is_sent_when_somebody_signed_in_over_the_page(window):
    one = window()
    page = one.enter("peer")
    who = page.locator("html").get_attribute("data-login")
    begin(page, one.home, 3)
    one.context.clear_cookies()
    page.get_by_label("In their words").press_sequentially("What was typed is still here")
    page.wait_for_selector("dialog[open] iframe", timeout=20_000)
    assert page.get_by_label("In their words").input_value() == "What was typed is still here"
    assert page.locator("#draft-state").inner_text().strip() in ("Not saved yet", "")
    door = one.context.new_page()
    door.goto(f"{one.home}/demo/")
    door.locator('section[aria-labelledby="part-peer"] button').first.click()
    door.wait_for_url(f"{one.home}/")
    assert door.locator("html").get_attribute("data-login") == who
    page.frames[-1].evaluate("location.reload()")
    page.wait_for_selector("dialog#session-over:not([open])", state="attached", timeout=20_000)
    saved(page)
    page.reload()
    assert page.get_by_label("In their words").input_value() == "What was typed is still here"


def test_two_open_pages_never_write_over_each_other(window):
    one = window()
    page = one.enter("peer")
    begin(page, one.home, 4)
    page.get_by_label("In their words").press_sequentially("From the first page")
    saved(page)
    other = one.context.new_page()
    other.goto(page.url)
    other.get_by_label("In their words").fill("From the second page")
    saved(other)
    page.get_by_label("In their words").fill("From the first page again")
    page.wait_for_selector("#draft-unkept:not([hidden])")
    assert page.locator("#draft-state").inner_text().strip() == "Not saved yet"
    assert one.axe() == []
    page.get_by_role("button", name="Save contact").last.click()
    page.wait_for_load_state()
    assert "From the second page" in page.locator("main").inner_text()
    assert page.get_by_label("In their words").input_value() == "From the first page again"


@pytest.mark.parametrize("scripts", [True, False])
def test_sign_comment_return_add_and_cosign(window, scripts):
    """A trainee signs, the person comments on the same phone, the supervisor asks, the trainee adds, the supervisor co-signs."""
    one, two = window(java_script_enabled=scripts), window(viewport=DESKTOP, java_script_enabled=scripts)
    page, desk = one.enter("trainee"), two.enter("supervisor")
    name = begin(page, one.home)
    page.get_by_label("In their words").fill("I would like to learn to cook.")
    sign(page)
    note = page.url
    assert "Waits for a supervisor to co-sign" in page.locator("main").inner_text()
    if scripts:
        assert one.axe() == []

    page.get_by_role("button", name=re.compile("^Give the phone")).click()
    page.wait_for_url("**/comment/")
    if scripts:
        assert one.axe() == []
    for elsewhere in ("/", "/people/", "/contacts/", note.removeprefix(one.home), "/my/"):
        page.goto(f"{one.home}{elsewhere}")
        assert page.url.endswith("/comment/")
    page.get_by_label("I see it differently").check()
    page.get_by_label("In your own words").fill("It was baking.")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/hand-back/")
    page.goto(f"{one.home}/people/")
    assert page.url.endswith("/comment/")
    one.enter("trainee")

    desk.goto(f"{two.home}/")
    waiting = desk.locator("section.card", has=desk.get_by_role("heading", name="Waiting for you"))
    waiting.get_by_role("link", name=name).last.click()
    desk.wait_for_load_state()
    assert "It was baking." in desk.locator("main").inner_text()
    desk.get_by_text("Ask the writer for more").click()
    desk.get_by_label("What is missing, or not clear").fill("What did you do about it?")
    desk.get_by_role("button", name="Send it back").click()
    desk.wait_for_load_state()

    page.goto(note)
    page.get_by_label("What you want to add").fill("We looked for a class.")
    page.get_by_role("button", name="Add", exact=True).click()
    page.wait_for_load_state()
    desk.goto(note)
    assert "We looked for a class." in desk.locator("main").inner_text()
    desk.get_by_role("button", name="Co-sign").click()
    desk.wait_for_load_state()
    assert "Co-signed by" in desk.locator("main").inner_text()
    if scripts:
        assert two.axe() == []
        assert two.sideways() <= 0


def test_back_in_the_browser_shows_no_page_of_the_worker_once_the_phone_is_handed_over(browser, demo):
    """In a browser that keeps the pages before ready to show, as people's phones do."""
    phone = browser.browser_type.launch(
        executable_path=find_chromium(), args=FLAGS, ignore_default_args=["--disable-back-forward-cache"]
    )
    one = Window(phone.new_context(viewport=PHONE), demo.url)
    page = one.enter("peer")
    page.goto(f"{one.home}/people/")
    begin(page, one.home)
    sign(page)
    page.get_by_role("button", name=re.compile("^Give the phone")).click()
    page.wait_for_url("**/comment/")
    for _time in range(4):
        page.evaluate("history.back()")
        page.wait_for_timeout(700)
        assert page.url.endswith("/comment/")
        expect(page.get_by_label("I see it differently")).to_be_visible()
        assert page.locator("nav").count() == 0
    phone.close()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_form_with_everything_open_fits_the_smallest_phone(window, look):
    one = window(viewport={"width": 320, "height": 640}, color_scheme=look)
    page = one.enter("peer")
    begin(page, one.home, 5)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")

    assert one.axe() == []
    assert one.sideways() <= 0


def test_an_appointment_made_in_the_form_is_begun_from_today_in_one_tap(window):
    one = window()
    page = one.enter("peer")
    name = begin(page, one.home, 6)
    page.get_by_text("The rest can wait").click()
    today = page.evaluate("new Date().toLocaleDateString('en-CA', { timeZone: 'America/New_York' })")
    part = page.locator("fieldset.part")
    part.get_by_label("Day", exact=True).fill(today)
    part.get_by_label("Time", exact=True).fill("23:59")
    page.get_by_role("button", name="Save contact").last.click()
    page.wait_for_url(f"{one.home}/")
    rows = page.locator("section.card", has=page.get_by_role("heading", name="Appointments"))
    thumb = Taps(page)
    thumb.tap(rows.get_by_role("link", name=f"Record: {name}").last)

    assert thumb.taps == 1
    assert page.locator("h1").inner_text() == name
    assert page.locator("input[name=for]").input_value()
    assert one.axe() == []
