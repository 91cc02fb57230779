"""A directive in a real browser, on a phone: made, signed, carried, printed, got out and taken back in three states."""

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

PEOPLE = {"Virginia": "Georgia-Rae", "Ohio": "Wisly", "Wisconsin": "Tenzin"}
"""For each state somebody who has none yet."""
GET_PDF = """async (where) => {
  const form = document.querySelector(`form[action$="${where}"]`);
  const answer = form ? await fetch(form.action, {method: "POST", body: new FormData(form)}) : await fetch(where);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return [answer.status, String.fromCharCode(...bytes.slice(0, 5))];
}"""


@pytest.fixture
def peer(window):
    one = window()
    one.enter("peer")
    return one


def person_of(one, state: str) -> None:
    one.page.goto(f"{one.home}/people/")
    one.page.get_by_role("link", name=re.compile(PEOPLE[state])).first.click()


def press(page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def looks_right(one) -> None:
    assert one.axe() == []
    assert one.sideways() <= 0


def begin(one, state: str) -> str:
    """From the person's page to a draft; its address."""
    page = one.page
    person_of(one, state)
    page.locator("a[href^='/directives/of/']").first.click()
    looks_right(one)
    page.get_by_role("link", name="Begin a directive").click()
    page.get_by_label(state).check(force=True)
    press(page, "Begin")
    page.wait_for_url(re.compile(r"/directives/[0-9a-f-]{36}/$"))
    expect(page.get_by_text("DRAFT. Not signed yet. It does not count.")).to_be_visible()
    looks_right(one)
    return page.url


def write(one, draft: str) -> None:
    """Understood, talked over, written: an answer, a medicine in their own words, and who speaks for them."""
    page = one.page
    page.get_by_role("link", name="Understand").click()
    press(page, "Done for now")
    expect(page.get_by_role("heading", name="Talk it over")).to_be_visible()
    looks_right(one)
    press(page, "Done for now")
    page.get_by_role("link", name="What helps me").click()
    page.locator("form[data-autosave] textarea").fill("Music, and the door open.")
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    looks_right(one)
    page.goto(f"{draft}parts/medicines/")
    expect(page.get_by_label("What", exact=True)).to_have_count(0)
    page.get_by_label("These are the person's own words, typed as they say them").check(force=True)
    press(page, "Go on")
    page.get_by_label("What", exact=True).fill("Haloperidol")
    page.get_by_label("I say no").check(force=True)
    press(page, "Keep it")
    expect(page.get_by_text("Haloperidol")).to_be_visible()
    page.goto(f"{draft}parts/agent/")
    page.get_by_label("Name", exact=True).fill("Tasha Green")
    press(page, "Name this person")
    page.locator("summary", has_text="They said yes").click()
    page.get_by_label("On the phone").check(force=True)
    press(page, "They said yes")
    expect(page.get_by_text("Said yes", exact=False)).to_be_visible()
    looks_right(one)


def fill_signing(page, witnesses: tuple[str, ...]) -> None:
    page.get_by_label("My name, as I sign").fill("Somebody")
    page.locator("input[name=on]").fill(page.evaluate("new Date(Date.now() - 864e5).toISOString().slice(0, 10)"))
    for number, name in enumerate(witnesses, start=1):
        page.locator(f"[name=witness_{number}]").fill(name)
        page.locator(f"[name=adult_{number}]").check(force=True)
        for box in page.locator(f"[name=is_not_{number}]").all():
            box.check(force=True)
    for box in page.locator("[name^=agent_]").all():
        box.fill("Tasha Green")


WRONG = {
    "Virginia": "There are too few witnesses: it takes 2, and 1 is there.",
    "Ohio": "There is no notary, and there are too few witnesses",
    "Wisconsin": "Tasha Green is the person who speaks for you. In Wisconsin that person cannot be a witness.",
}


def sign(one, draft: str, state: str) -> None:
    """First in a wrong way, which is said clearly; then as it should be."""
    page = one.page
    page.goto(f"{draft}steps/check/")
    looks_right(one)
    press(page, "Done for now")
    looks_right(one)
    fill_signing(page, ("Walt Ames", "Tasha Green") if state == "Wisconsin" else ("Walt Ames",))
    press(page, "It is signed")
    expect(page.get_by_text(WRONG[state])).to_be_visible()
    expect(page.get_by_text("DRAFT. Not signed yet.")).to_be_visible()
    looks_right(one)
    fill_signing(page, ("Walt Ames", "Rosa Diaz"))
    press(page, "It is signed")
    expect(page.get_by_role("heading", name="Keep the signed paper")).to_be_visible()
    expect(page.get_by_text("DRAFT.")).to_have_count(0)


def keep(one, signed: str) -> None:
    """A scan, a card, and who has it."""
    page = one.page
    picture = BytesIO()
    Image.new("RGB", (60, 80), "white").save(picture, "PNG")
    page.get_by_label("Photo or PDF").set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": picture.getvalue()})
    press(page, "Keep it")
    expect(page.get_by_text("Picture,")).to_be_visible()
    looks_right(one)
    assert page.evaluate(GET_PDF, "/card/") == [200, "%PDF-"]
    page.goto(f"{signed}steps/who-has-it/")
    page.get_by_label("Hospital").check(force=True)
    page.get_by_label("Name", exact=True).fill("Riverside General")
    page.get_by_label("Who told them").fill("Tasha")
    page.get_by_label("By fax").check(force=True)
    press(page, "Note it")
    expect(page.get_by_text("Riverside General")).to_be_visible()
    looks_right(one)


def get_out(one, state: str) -> None:
    """Two taps from the person's page."""
    page = one.page
    person_of(one, state)
    page.get_by_role("link", name="Get it out").click()
    looks_right(one)
    press(page, "They are in crisis now")
    expect(page.get_by_text("Music, and the door open.")).to_be_visible()
    looks_right(one)
    where = page.locator("a[href*='/print/']").first.get_attribute("href")
    assert page.evaluate(GET_PDF, where) == [200, "%PDF-"]


HOW = {"Virginia": "By saying so", "Ohio": "In a note, signed and dated", "Wisconsin": "In a note, signed and dated"}


def take_back(one, signed: str, state: str) -> None:
    """By the form of the state, and everybody who holds a copy is told."""
    page = one.page
    page.goto(f"{signed}steps/take-back/")
    page.get_by_label(HOW[state]).check(force=True)
    page.locator("input[name=on]").fill(page.evaluate("new Date(Date.now() - 864e5).toISOString().slice(0, 10)"))
    if state != "Wisconsin":
        press(page, "It is taken back")
        expect(page.get_by_text(f"In {state} you can take it back only while you are able to decide.")).to_be_visible()
        page.locator("input[name=is_able]").check(force=True)
    press(page, "It is taken back")
    expect(page.locator(".loud")).to_contain_text("TAKEN BACK on")
    expect(page.get_by_role("heading", name="Tell those who hold a copy")).to_be_visible()
    looks_right(one)
    page.goto(f"{signed}paper/")
    expect(page.locator(".loud")).to_contain_text("TAKEN BACK on")
    expect(page.get_by_text("Music, and the door open.")).to_be_visible()


@pytest.mark.parametrize("state", list(PEOPLE))
def test_a_directive_is_made_signed_carried_printed_got_out_and_taken_back(peer, state):
    draft = begin(peer, state)
    write(peer, draft)
    sign(peer, draft, state)
    keep(peer, draft)
    get_out(peer, state)
    take_back(peer, draft, state)


def test_a_new_one_takes_the_place_of_the_one_before(peer):
    page = peer.page
    page.goto(f"{peer.home}/people/")
    page.get_by_role("link", name=re.compile("Marcus")).first.click()
    page.locator("a[href^='/directives/of/']").first.click()
    page.get_by_role("link", name="Look after it").click()
    old = page.url
    page.get_by_role("link", name="Each year").click()
    page.get_by_role("link", name="Begin the new one").click()
    press(page, "Begin")
    new = page.url
    for name in ("Tasha Jefferson",):
        page.goto(f"{new}parts/agent/")
        page.get_by_label("Name", exact=True).fill(name)
        press(page, "Name this person")
        page.locator("summary", has_text="They said yes").click()
        page.get_by_label("On the phone").check(force=True)
        press(page, "They said yes")
    page.goto(f"{new}steps/sign/")
    fill_signing(page, ("Walt Ames", "Rosa Diaz"))
    press(page, "It is signed")
    expect(page.get_by_role("heading", name="Keep the signed paper")).to_be_visible()
    page.goto(old)

    expect(page.get_by_text("REPLACED. A newer directive counts in its place.")).to_be_visible()


def test_a_code_tells_strangers_only_whom_to_call(window):
    one = window()
    one.page.goto(f"{one.home}/directives/card/NEVERWAS22/")

    expect(one.page.get_by_role("heading", name="Please call")).to_be_visible()
    looks_right(one)
