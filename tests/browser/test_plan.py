"""The plan in a real browser: words kept as they are typed, two who write at once, the way back, and all of it without scripts."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE


def open_person(one, name: str = "Marcus") -> str:
    """Somebody's page; the address of their plan. Of many goals a plan shows only the first whole: not all are Marcus's."""
    one.page.goto(f"{one.home}/people/")
    one.page.get_by_role("link", name=re.compile(name)).first.click()
    return one.page.locator("a[href^='/plans/of/']").first.get_attribute("href")


def write_goal(one, plan: str, text: str) -> str:
    """A goal of one's own for this story; its page."""
    one.page.goto(f"{one.home}{plan}goals/add/")
    one.page.get_by_label("The goal, in their own words").fill(text)
    if one.page.get_by_role("group", name="Program").count():
        one.page.get_by_role("group", name="Program").get_by_role("radio").first.check(force=True)
    one.page.get_by_role("button", name="Save").click()
    one.page.wait_for_url("**/plans/goals/*/")
    return one.page.url


@pytest.fixture
def peer(window):
    one = window()
    one.enter("peer")
    return one


def edit(page, text: str) -> None:
    page.get_by_role("link", name=f"Edit: {text}").click()
    page.get_by_label("In their own words").first.wait_for()


def test_words_are_kept_as_they_are_typed(peer):
    page = peer.page
    goal = write_goal(peer, open_person(peer), "Walk to the river")
    edit(page, "Walk to the river")
    words = page.locator("form[data-autosave] textarea")
    expect(words).to_be_focused()
    words.fill("Walk to the river every morning")
    expect(page.get_by_text("Not saved yet")).to_be_visible()
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    assert peer.axe() == []
    page.goto(goal)

    expect(page.get_by_role("heading", name="Walk to the river every morning")).to_be_visible()


def test_words_are_kept_when_the_page_is_left_at_once(peer):
    page = peer.page
    goal = write_goal(peer, open_person(peer), "Call my sister")
    edit(page, "Call my sister")
    page.locator("form[data-autosave] textarea").fill("Call my sister on Sundays")
    page.goto(f"{peer.home}/")
    page.wait_for_timeout(1000)
    page.goto(goal)

    expect(page.get_by_role("heading", name="Call my sister on Sundays")).to_be_visible()


def test_without_a_connection_the_page_says_not_saved_yet_and_saves_later(peer):
    page = peer.page
    goal = write_goal(peer, open_person(peer), "Sleep through the night")
    edit(page, "Sleep through the night")
    peer.context.set_offline(True)
    page.locator("form[data-autosave] textarea").fill("Sleep six hours")
    page.wait_for_timeout(1800)
    expect(page.get_by_text("Not saved yet")).to_be_visible()
    peer.context.set_offline(False)
    expect(page.get_by_text("Saved", exact=True)).to_be_visible(timeout=8000)
    page.goto(goal)

    expect(page.get_by_role("heading", name="Sleep six hours")).to_be_visible()


def test_done_puts_the_words_back_in_their_place(peer):
    page = peer.page
    plan = open_person(peer, "Wren")
    write_goal(peer, plan, "Cook for myself")
    page.goto(peer.home + plan)
    edit(page, "Cook for myself")
    page.locator("form[data-autosave] textarea").fill("Cook for myself twice a week")
    page.locator("form[data-autosave]").get_by_role("button", name="Done").click()

    expect(page.get_by_role("heading", name="Cook for myself twice a week")).to_be_visible()
    expect(page.get_by_role("link", name="Edit: Cook for myself twice a week")).to_be_focused()
    assert page.url.startswith(peer.home + plan)
    assert page.locator("form[data-autosave]").count() == 0


def test_two_who_write_at_once_keep_both_texts_and_both_hear_of_it(peer, window):
    goal = write_goal(peer, open_person(peer, "Tenzin"), "Play the guitar")
    other = window(viewport=DESKTOP)
    other.enter("supervisor")
    other.page.goto(goal)
    for one in (peer, other):
        edit(one.page, "Play the guitar")
    mine, theirs = (one.page.locator("form[data-autosave] textarea") for one in (peer, other))
    mine.fill("Play the guitar at church")
    expect(peer.page.get_by_text("Saved", exact=True)).to_be_visible()
    theirs.fill("Play the guitar with my brother")
    expect(other.page.get_by_text("Somebody else wrote here at the same time.")).to_be_visible()
    expect(other.page.get_by_text("Saved", exact=True)).to_be_visible()
    mine.press_sequentially(".")
    expect(peer.page.get_by_text("Somebody else wrote here at the same time.")).to_be_visible()
    assert other.axe() == []

    other.page.get_by_role("link", name="Put them together").click()
    assert other.axe() == []
    other.page.get_by_label("Both together").fill("Play the guitar at church, with my brother")
    other.page.get_by_role("button", name="Keep this text").click()
    expect(other.page.get_by_role("heading", name="Play the guitar at church, with my brother")).to_be_visible()


def test_what_was_done_can_be_undone_for_ten_seconds(peer):
    page = peer.page
    goal = write_goal(peer, open_person(peer), "Read a book")
    page.get_by_text("Write down a step").click()
    page.get_by_label("A step, in their own words").fill("Get a library card")
    page.locator("form[action$='/steps/'] button").click()
    page.get_by_role("button", name="Take this step out").click()
    bar = page.locator(".undo-bar[data-undo]")
    expect(bar).to_contain_text("The step is out of the plan.")
    bar.get_by_role("button", name="Undo").click()

    expect(page.get_by_text("Get a library card", exact=True)).to_be_visible()
    assert page.url == goal


@pytest.mark.parametrize("measure", ["A number", "Yes or no", "My own words, from far to near", "Just see how it goes"])
def test_a_line_is_drawn_for_every_measure(window, measure):
    one = window(viewport={"width": 320, "height": 640})
    page = one.enter("peer")
    plan = open_person(one)
    page.goto(f"{one.home}{plan}goals/add/")
    page.get_by_label("The goal, in their own words").fill("Swim")
    if page.get_by_role("group", name="Program").count():
        page.get_by_role("group", name="Program").get_by_role("radio").first.check(force=True)
    page.get_by_label(measure).check(force=True)
    assert page.get_by_label("Of what").is_visible() == (measure == "A number")
    if measure.startswith("My own"):
        page.get_by_label("My words, one on each line").fill("On the bank\nUp to my knees\nSwimming")
    assert one.axe() == []
    page.get_by_role("button", name="Save").click()
    form = page.locator("form[action$='/check-ins/']")
    if measure == "A number":
        form.get_by_label("How it goes").fill("2")
    elif measure != "Just see how it goes":
        form.get_by_role("radio").last.check(force=True)
    form.get_by_label("In their own words").fill("Cold!")
    form.get_by_role("button", name="Note it").click()

    expect(page.get_by_role("img", name=re.compile("How it goes"))).to_be_visible()
    page.locator("summary", has_text="How it went, in words and numbers").click()
    expect(page.get_by_role("table").get_by_text("Cold!")).to_be_visible()
    assert one.axe() == []
    assert one.sideways() <= 0
    dot = page.locator("svg[role=img] path").last.bounding_box()
    assert dot is not None


def test_a_plan_can_be_made_without_scripts(window):
    one = window(java_script_enabled=False, viewport=PHONE)
    page = one.enter("peer")
    plan = open_person(one, "Tenzin")
    write_goal(one, plan, "Learn to weld")
    page.get_by_role("link", name="Edit: Learn to weld").click()
    page.get_by_label("In their own words").fill("Learn to weld at the college")
    page.get_by_role("button", name="Done").click()
    goal = page.locator("section.goal", has=page.get_by_role("heading", name="Learn to weld at the college"))
    goal.get_by_role("link", name="How does it go?").click()
    page.locator("form[action$='/check-ins/']").get_by_label("In their own words").fill("Sent the form.")
    page.get_by_role("button", name="Note it").click()
    page.get_by_role("button", name="Undo").click()

    assert "Sent the form." not in page.content()
    page.get_by_text("This goal has come to its end").click()
    page.get_by_label("Let go").check(force=True)
    page.locator("form[action$='/end/'] button").click()
    expect(page.get_by_role("button", name="Open it again")).to_be_visible()


def test_a_plan_on_paper_has_words_and_lines_and_no_buttons(peer):
    page = peer.page
    plan = open_person(peer, "Tenzin")
    write_goal(peer, plan, "Paint the kitchen")
    page.goto(peer.home + plan)
    page.emulate_media(media="print")

    expect(page.get_by_role("heading", name="Paint the kitchen")).to_be_visible()
    assert [one for one in page.locator("button, .edit, nav, .undo-bar").all() if one.is_visible()] == []


UNANSWERED = """() => [...document.querySelectorAll("main .field")].flatMap((field) => {
  const inputs = [...field.querySelectorAll("input, textarea, select")].filter((one) => one.type !== "hidden");
  const heard = inputs.some((one) => (["radio", "checkbox"].includes(one.type) ? one.checked : one.value.trim()));
  const words = field.querySelector("legend, label").innerText.trim();
  return field.checkVisibility() && inputs.length && !heard && !words.includes("(optional)") ? [words] : [];
})"""
"""The questions of a page that have to be answered and that nothing answers yet."""


class Together:
    """Two people with one phone: every screen they see, and every question they have to answer."""

    def __init__(self, one) -> None:
        self.page, self.screens, self.asked, self.said = one.page, [], [], []
        self.page.on("load", lambda: self.screens.append(self.page.url))

    def ask(self) -> None:
        """What this page wants to know of them."""
        self.asked += self.page.evaluate(UNANSWERED)

    def say(self, label: str, words: str) -> None:
        self.said.append(words)
        self.page.get_by_label(label).first.fill(words)

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()


def test_two_people_with_one_phone_make_a_first_plan_in_twelve_screens_and_say_nothing_twice(peer):
    """A want, two strengths, a goal with two steps, a tool and whom to call in a crisis."""
    page, plan = peer.page, plan_of_a_newcomer(peer)
    two = Together(peer)

    page.goto(f"{peer.home}{plan}")
    page.get_by_role("link", name="Write it down").click()
    page.get_by_label("In their own words").first.wait_for()
    two.ask()
    two.say("In their own words", "A quiet room, and my dog with me.")
    two.press("Done")
    page.get_by_text("A quiet room, and my dog with me.").first.wait_for()

    page.get_by_role("link", name="Write down a strength").click()
    page.locator("summary", has_text="Knowing myself").click()
    two.ask()
    page.get_by_role("button", name="I know what sets me off.").click()
    expect(page.get_by_label("A strength, in their own words")).to_have_value("I know what sets me off.")
    assert peer.axe() == []
    two.press("Save")
    page.wait_for_url("**#strength-*")
    page.get_by_role("link", name="Write down a strength").click()
    page.get_by_label("A strength, in their own words").wait_for()
    two.ask()
    two.say("A strength, in their own words", "Dogs trust me.")
    two.press("Save")
    page.get_by_text("Dogs trust me.").first.wait_for()

    page.get_by_role("link", name="Write down a goal").click()
    page.get_by_label("The goal, in their own words").wait_for()
    two.ask()
    two.say("The goal, in their own words", "Find a room that takes dogs")
    two.say("First steps, one on each line", "Ask at the shelter\nCall the number Dana has")
    page.locator("summary", has_text="Home").click()
    page.get_by_role("button", name="I have the key").click()
    expect(page.get_by_role("radio", name="Yes or no")).to_be_checked()
    expect(page.get_by_label("The goal, in their own words")).to_have_value("Find a room that takes dogs")
    assert peer.axe() == []
    two.press("Save")
    page.wait_for_url("**#goal-*")
    expect(page.get_by_text("I will know: I have the key")).to_be_visible()

    page.get_by_role("link", name="Choose or write down a tool").click()
    assert peer.axe() == []
    page.get_by_role("button", name="Take it: Feet on the floor").click()
    page.wait_for_url("**#tool-*")
    assert peer.axe() == [] and peer.sideways() == 0
    for words in ("Dogs trust me.", "Ask at the shelter", "Call the number Dana has", "Feet on the floor"):
        expect(page.get_by_text(words).first).to_be_visible()

    page.get_by_role("link", name="Whom to call when it gets hard").first.click()
    assert peer.axe() == []
    two.press("People to call, in this order")
    page.get_by_role("link", name="Write down somebody").click()
    page.get_by_label("Name").first.wait_for()
    two.ask()
    two.say("Name", "Loretta, my aunt")
    two.say("Phone", "804 555 0177")
    two.press("Save")
    expect(page.get_by_text("Loretta, my aunt").first).to_be_visible()
    assert peer.axe() == [] and peer.sideways() == 0

    assert len(two.screens) <= 12, two.screens
    assert sorted(two.asked) == sorted(
        [
            "In their own words",
            "A strength, in their own words",
            "A strength, in their own words",
            "The goal, in their own words",
            "Name",
        ]
    )
    assert len(set(two.said)) == len(two.said)


def test_used_today_then_one_more_tap_and_the_way_back(peer):
    page = peer.page
    page.goto(f"{peer.home}{open_person(peer)}")
    before = page.get_by_text("Did it help?").count()
    page.get_by_role("button", name="Used today").nth(1).click()
    page.get_by_text("It is noted: this tool was used.").wait_for()
    page.get_by_text("Used today. Did it help?").wait_for()
    assert peer.axe() == []
    page.get_by_role("button", name="Undo").click()
    page.goto(f"{peer.home}{open_person(peer)}")

    assert page.get_by_text("Did it help?").count() == before


def plan_of_a_newcomer(one) -> str:
    """The plan of somebody of whom nothing is written down yet."""
    one.page.goto(f"{one.home}/people/")
    people = [link.get_attribute("href") for link in one.page.locator("a[href^='/people/']").all()]
    for address in dict.fromkeys(people):
        one.page.goto(f"{one.home}{address}")
        if one.page.get_by_role("link", name="Begin the plan").count():
            return one.page.get_by_role("link", name="Begin the plan").first.get_attribute("href")
    raise AssertionError("Everybody has a plan")
